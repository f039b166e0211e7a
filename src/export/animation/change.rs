//! What of a frame differs from the one before it: only that goes into the file.

/// A rectangle of whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its first column.
    pub left: usize,
    /// Its first row.
    pub top: usize,
    /// How many columns it has.
    pub width: usize,
    /// How many rows it has.
    pub height: usize,
}

/// The smallest rectangle outside of which two pictures of rows of `width` are the same; one pixel where all of them is.
pub fn changed<T: PartialEq>(before: &[T], after: &[T], width: usize) -> Area {
    let (mut left, mut right, mut top, mut bottom) = (usize::MAX, 0, usize::MAX, 0);
    for (row, (before, after)) in before.chunks(width).zip(after.chunks(width)).enumerate() {
        let differs = |(a, b): (&T, &T)| a != b;
        let Some(first) = before.iter().zip(after).position(differs) else { continue };
        let last = before.iter().zip(after).rposition(differs).unwrap_or(first);
        (left, right, top, bottom) = (left.min(first), right.max(last), top.min(row), row);
    }
    if top == usize::MAX {
        return Area { left: 0, top: 0, width: 1, height: 1 };
    }
    Area { left, top, width: right + 1 - left, height: bottom + 1 - top }
}

impl Area {
    /// The values of a picture of rows of `width` that lie inside.
    pub fn cut<T>(self, all: &[T], width: usize) -> impl Iterator<Item = &T> {
        all.chunks(width)
            .skip(self.top)
            .take(self.height)
            .flat_map(move |row| row.iter().skip(self.left).take(self.width))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_rectangle_that_changed_is_cut() {
        let before = [0; 12];
        let mut after = before;
        after[5] = 1;
        after[10] = 2;
        let area = changed(&before, &after, 4);
        assert_eq!(area, Area { left: 1, top: 1, width: 2, height: 2 });
        assert_eq!(area.cut(&after, 4).copied().collect::<Vec<_>>(), [1, 0, 0, 2]);
        assert_eq!(changed(&before, &before, 4), Area { left: 0, top: 0, width: 1, height: 1 });
    }
}
