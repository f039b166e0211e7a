//! Where on a map a name lies wholly on the ground that it names: the page in small cells, each with whose ground it is.

use crate::scene::level_spans;
use crate::units::{PagePoint, PageRect};

/// A page in cells.
pub(super) struct Grounds {
    page: PageRect,
    /// The side of a cell, in points.
    cell: f64,
    columns: usize,
    rows: usize,
    /// The number of the ground of each cell, row by row; `NO_GROUND` where it is nobody's.
    of: Vec<usize>,
}

/// The ground of nobody.
pub(super) const NO_GROUND: usize = usize::MAX;

/// How much room a name is given at first, in parts of its width and height, and then less.
const ROOMY: [(f64, f64); 4] = [(1.5, 2.6), (1.25, 1.8), (1.06, 1.25), (1.0, 1.0)];

impl Grounds {
    /// A page on which all ground is nobody's.
    pub fn new(page: PageRect, cell: f64) -> Self {
        let count = |length: f64| whole((length / cell).floor().max(1.0));
        let (columns, rows) = (count(page.width), count(page.height));
        Self { page, cell, columns, rows, of: vec![NO_GROUND; columns * rows] }
    }

    /// Gives all cells whose middle lies inside rings (even-odd) to a ground.
    pub fn give(&mut self, rings: &[Vec<PagePoint>], ground: usize) {
        // Rows of cells lie where the spans of the rings are taken: half a cell below the top of the page.
        let down = self.page.y + self.cell / 2.0;
        let moved: Vec<Vec<PagePoint>> = rings
            .iter()
            .map(|ring| ring.iter().map(|point| PagePoint::new(point.x, point.y - down)).collect())
            .collect();
        for (y, from, to) in level_spans(&moved, self.cell) {
            let row = (y / self.cell).round();
            if row < 0.0 || whole(row) >= self.rows {
                continue;
            }
            let column = |x: f64| ((x - self.page.x) / self.cell - 0.5).ceil().clamp(0.0, self.columns as f64);
            let (first, end) = (whole(column(from)), whole(column(to)));
            let start = whole(row) * self.columns;
            if let Some(cells) = self.of.get_mut(start + first..start + end.max(first)) {
                cells.fill(ground);
            }
        }
    }

    /// Where the middle of a name of a size comes to lie wholly on a ground and on what is `free`: as near to the middle
    /// of the ground as can be, with much room around it if there is. `None` where it finds none.
    pub fn middle_for(
        &self,
        ground: usize,
        width: f64,
        height: f64,
        free: impl Fn(PagePoint) -> bool,
    ) -> Option<PagePoint> {
        let inside = Inside::new(self, ground);
        let middle = inside.middle()?;
        for (wide, high) in ROOMY {
            let mut places = self.places(&inside, width * wide, height * high);
            places.sort_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)));
            if let Some(place) = places.into_iter().find(|place| free(*place)) {
                return Some(place);
            }
        }
        None
    }

    /// The middles of all rectangles of a size that lie wholly on a ground.
    fn places(&self, inside: &Inside<'_>, width: f64, height: f64) -> Vec<PagePoint> {
        let cells = |length: f64| whole((length / self.cell).ceil().max(1.0));
        let (wide, high) = (cells(width), cells(height));
        let mut places = Vec::new();
        for row in 0..(self.rows + 1).saturating_sub(high) {
            for column in 0..(self.columns + 1).saturating_sub(wide) {
                if inside.count(column, row, wide, high) == wide * high {
                    places.push(PagePoint::new(
                        self.page.x + (column as f64 + wide as f64 / 2.0) * self.cell,
                        self.page.y + (row as f64 + high as f64 / 2.0) * self.cell,
                    ));
                }
            }
        }
        places
    }
}

/// How many cells of a ground lie above and left of each cell (a summed-area table).
struct Inside<'a> {
    grounds: &'a Grounds,
    ground: usize,
    sums: Vec<usize>,
}

impl<'a> Inside<'a> {
    fn new(grounds: &'a Grounds, ground: usize) -> Self {
        let stride = grounds.columns + 1;
        let mut sums = vec![0; stride * (grounds.rows + 1)];
        for (row, cells) in grounds.of.chunks_exact(grounds.columns).enumerate() {
            let mut in_row = 0;
            for (column, of) in cells.iter().enumerate() {
                in_row += usize::from(*of == ground);
                let above = sums.get(row * stride + column + 1).copied().unwrap_or_default();
                if let Some(sum) = sums.get_mut((row + 1) * stride + column + 1) {
                    *sum = above + in_row;
                }
            }
        }
        Self { grounds, ground, sums }
    }

    fn count(&self, column: usize, row: usize, wide: usize, high: usize) -> usize {
        let stride = self.grounds.columns + 1;
        let at = |column: usize, row: usize| self.sums.get(row * stride + column).copied().unwrap_or_default();
        at(column + wide, row + high) + at(column, row) - at(column + wide, row) - at(column, row + high)
    }

    /// The middle of all cells of the ground.
    fn middle(&self) -> Option<PagePoint> {
        let Grounds { page, cell, columns, .. } = *self.grounds;
        let own = self.grounds.of.iter().enumerate().filter(|(_, of)| **of == self.ground).map(|(at, _)| at);
        let (mut x, mut y, mut count) = (0.0, 0.0, 0.0);
        for at in own {
            x += (at % columns) as f64 + 0.5;
            y += (at / columns) as f64 + 0.5;
            count += 1.0;
        }
        (count > 0.0).then(|| PagePoint::new(page.x + x / count * cell, page.y + y / count * cell))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of cells of a page")]
fn whole(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rectangle(x: f64, y: f64, width: f64, height: f64) -> Vec<Vec<PagePoint>> {
        vec![PageRect::new(x, y, width, height).ring()]
    }

    #[test]
    fn a_name_lies_wholly_on_its_ground() {
        let mut grounds = Grounds::new(PageRect::new(10.0, 20.0, 200.0, 100.0), 2.0);
        grounds.give(&rectangle(10.0, 20.0, 80.0, 100.0), 1);
        grounds.give(&rectangle(90.0, 20.0, 120.0, 100.0), 2);
        let at = grounds.middle_for(1, 60.0, 10.0, |_| true).unwrap();
        assert!((10.0..=90.0).contains(&(at.x - 30.0)) && at.x + 30.0 <= 90.0, "{at:?}");
        assert!((at.y - 70.0).abs() < 3.0, "in the middle: {at:?}");
        assert_eq!(grounds.middle_for(1, 90.0, 10.0, |_| true), None, "it has no room");
        assert_eq!(grounds.middle_for(1, 60.0, 10.0, |_| false), None, "nothing is free");
    }

    #[test]
    fn a_lake_in_the_middle_is_kept_clear() {
        let mut grounds = Grounds::new(PageRect::new(0.0, 0.0, 100.0, 100.0), 2.0);
        grounds.give(&rectangle(0.0, 0.0, 100.0, 100.0), 1);
        grounds.give(&rectangle(30.0, 30.0, 40.0, 40.0), NO_GROUND);
        let at = grounds.middle_for(1, 60.0, 10.0, |_| true).unwrap();
        assert!(at.y + 5.0 <= 30.0 + 2.0 || at.y - 5.0 >= 70.0 - 2.0, "{at:?}");
    }
}
