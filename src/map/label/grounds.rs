//! Where on a map a name lies wholly on the ground that it names: the page in small cells, each with whose ground it is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

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
    /// The columns and rows that each ground has cells in.
    bounds: BTreeMap<usize, (Range<usize>, Range<usize>)>,
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
        Self { page, cell, columns, rows, of: vec![NO_GROUND; columns * rows], bounds: BTreeMap::new() }
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
            let row = whole(row);
            let start = row * self.columns;
            if let Some(cells) = self.of.get_mut(start + first..start + end).filter(|cells| !cells.is_empty()) {
                cells.fill(ground);
                let (columns, rows) = self.bounds.entry(ground).or_insert_with(|| (first..end, row..row + 1));
                *columns = columns.start.min(first)..columns.end.max(end);
                *rows = rows.start.min(row)..rows.end.max(row + 1);
            }
        }
    }

    /// The ground with a number, ready to be asked where names lie on it.
    pub fn ground(&self, ground: usize) -> OneGround<'_> {
        OneGround::new(self, ground)
    }
}

/// One ground of a page.
pub(super) struct OneGround<'a> {
    grounds: &'a Grounds,
    /// How many cells of the ground lie above and left of each cell within these (a summed-area table).
    sums: Vec<usize>,
    /// The columns and rows that it has cells in.
    columns: Range<usize>,
    rows: Range<usize>,
    /// The middle of all of its cells; none where it has none.
    middle: Option<PagePoint>,
}

impl<'a> OneGround<'a> {
    fn new(grounds: &'a Grounds, ground: usize) -> Self {
        let (columns, rows) = grounds.bounds.get(&ground).cloned().unwrap_or_default();
        let stride = columns.len() + 1;
        let mut sums = vec![0; stride * (rows.len() + 1)];
        let (mut x, mut y) = (0.0, 0.0);
        for (nth, row) in rows.clone().enumerate() {
            let start = row * grounds.columns;
            let cells = grounds.of.get(start + columns.start..start + columns.end).unwrap_or_default();
            let (above, own) = sums.split_at_mut((nth + 1) * stride);
            let above = above.get(nth * stride + 1..).unwrap_or_default();
            let own = own.get_mut(1..).unwrap_or_default();
            let mut in_row = 0;
            for (((column, of), above), sum) in columns.clone().zip(cells).zip(above).zip(own) {
                if *of == ground {
                    in_row += 1;
                    x += column as f64 + 0.5;
                    y += row as f64 + 0.5;
                }
                *sum = above + in_row;
            }
        }
        let count = sums.last().copied().unwrap_or_default() as f64;
        let Grounds { page, cell, .. } = grounds;
        let middle = (count > 0.0).then(|| PagePoint::new(page.x + x / count * cell, page.y + y / count * cell));
        Self { grounds, sums, columns, rows, middle }
    }

    /// Where the middle of a name of a size comes to lie wholly on the ground and on what is `free`: as near to the middle
    /// of the ground as can be, with much room around it if there is. `None` where it finds none.
    pub fn middle_for(&self, width: f64, height: f64, free: impl Fn(PagePoint) -> bool) -> Option<PagePoint> {
        ROOMY.into_iter().find_map(|(wide, high)| {
            let mut places = self.places(width * wide, height * high)?;
            std::iter::from_fn(|| places.pop()).map(|Reverse(place)| self.place(place)).find(|place| free(*place))
        })
    }

    /// All rectangles of a size that lie wholly on the ground, the one whose middle is nearest to its middle on top.
    fn places(&self, width: f64, height: f64) -> Option<BinaryHeap<Reverse<Place>>> {
        let middle = self.middle?;
        let cells = |length: f64| whole((length / self.grounds.cell).ceil().max(1.0));
        let (wide, high) = (cells(width), cells(height));
        let mut places = Vec::new();
        for row in self.rows.start..(self.rows.end + 1).saturating_sub(high) {
            for column in self.columns.start..(self.columns.end + 1).saturating_sub(wide) {
                if self.count(column, row, wide, high) == wide * high {
                    let place = Place { distance: 0, row, column, wide, high };
                    // Of numbers that are not negative the bits are in the order of the numbers.
                    let distance = self.place(place).distance(middle).to_bits();
                    places.push(Reverse(Place { distance, ..place }));
                }
            }
        }
        Some(places.into())
    }

    fn place(&self, Place { row, column, wide, high, .. }: Place) -> PagePoint {
        let Grounds { page, cell, .. } = self.grounds;
        PagePoint::new(
            page.x + (column as f64 + wide as f64 / 2.0) * cell,
            page.y + (row as f64 + high as f64 / 2.0) * cell,
        )
    }

    /// How many cells of a rectangle within the bounds are of the ground.
    fn count(&self, column: usize, row: usize, wide: usize, high: usize) -> usize {
        let stride = self.columns.len() + 1;
        let (column, row) = (column - self.columns.start, row - self.rows.start);
        let at = |column: usize, row: usize| self.sums.get(row * stride + column).copied().unwrap_or_default();
        at(column + wide, row + high) + at(column, row) - at(column + wide, row) - at(column, row + high)
    }
}

/// A rectangle of cells, in the order of the distance of its middle, then from the top left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The bits of the distance in points.
    distance: u64,
    row: usize,
    column: usize,
    wide: usize,
    high: usize,
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
        let at = grounds.ground(1).middle_for(60.0, 10.0, |_| true).unwrap();
        assert!((10.0..=90.0).contains(&(at.x - 30.0)) && at.x + 30.0 <= 90.0, "{at:?}");
        assert!((at.y - 70.0).abs() < 3.0, "in the middle: {at:?}");
        assert_eq!(grounds.ground(1).middle_for(90.0, 10.0, |_| true), None, "it has no room");
        assert_eq!(grounds.ground(1).middle_for(60.0, 10.0, |_| false), None, "nothing is free");
    }

    #[test]
    fn a_lake_in_the_middle_is_kept_clear() {
        let mut grounds = Grounds::new(PageRect::new(0.0, 0.0, 100.0, 100.0), 2.0);
        grounds.give(&rectangle(0.0, 0.0, 100.0, 100.0), 1);
        grounds.give(&rectangle(30.0, 30.0, 40.0, 40.0), NO_GROUND);
        let at = grounds.ground(1).middle_for(60.0, 10.0, |_| true).unwrap();
        assert!(at.y + 5.0 <= 30.0 + 2.0 || at.y - 5.0 >= 70.0 - 2.0, "{at:?}");
    }
}
