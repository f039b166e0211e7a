//! Where on a map a name lies wholly on the ground that it names: the page in small cells, each with whose ground it is.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

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
        let places = |(wide, high): (f64, f64)| Places::new(self, width * wide, height * high);
        // Where the name alone has no room it has none with more around it.
        let [.., alone] = ROOMY;
        places(alone)?.any()?;
        ROOMY.into_iter().find_map(|room| places(room)?.nearest(&free))
    }

    /// How many cells of a rectangle within the bounds are of the ground.
    fn count(&self, column: usize, row: usize, wide: usize, high: usize) -> usize {
        let stride = self.columns.len() + 1;
        let (column, row) = (column - self.columns.start, row - self.rows.start);
        let at = |column: usize, row: usize| self.sums.get(row * stride + column).copied().unwrap_or_default();
        at(column + wide, row + high) + at(column, row) - at(column + wide, row) - at(column, row + high)
    }
}

/// The rectangles of cells of a size within the bounds of a ground.
struct Places<'a> {
    ground: &'a OneGround<'a>,
    wide: usize,
    high: usize,
    /// Where their left columns and upper rows may be, the ends included.
    columns: RangeInclusive<usize>,
    rows: RangeInclusive<usize>,
    /// The middle of the ground.
    middle: PagePoint,
}

impl<'a> Places<'a> {
    /// None where the bounds are smaller than the size.
    fn new(ground: &'a OneGround<'a>, width: f64, height: f64) -> Option<Self> {
        let cells = |length: f64| whole((length / ground.grounds.cell).ceil().max(1.0));
        let (wide, high) = (cells(width), cells(height));
        let within = |bounds: &Range<usize>, length: usize| {
            let last = bounds.end.checked_sub(length).filter(|last| *last >= bounds.start)?;
            Some(bounds.start..=last)
        };
        let (columns, rows) = (within(&ground.columns, wide)?, within(&ground.rows, high)?);
        Some(Self { ground, wide, high, columns, rows, middle: ground.middle? })
    }

    /// Some rectangle that is wholly of the ground.
    fn any(&self) -> Option<(usize, usize)> {
        let mut all = self.rows.clone().flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        all.find(|(row, column)| self.is_whole(*row, *column))
    }

    /// The middle of the rectangle that is wholly of the ground and free, the nearest to the middle of the ground; of two that
    /// are as near the upper, then the left one.
    fn nearest(&self, free: impl Fn(PagePoint) -> bool) -> Option<PagePoint> {
        let Grounds { page, cell, .. } = self.ground.grounds;
        let start = |at: f64, length: usize, range: &RangeInclusive<usize>| {
            whole((at / cell - length as f64 / 2.0).round().max(0.0)).clamp(*range.start(), *range.end())
        };
        let row = start(self.middle.y - page.y, self.high, &self.rows);
        let column = start(self.middle.x - page.x, self.wide, &self.columns);
        let reach =
            [(row, &self.rows), (column, &self.columns)].map(|(at, range)| (at - range.start()).max(range.end() - at));
        let mut best: Option<(f64, usize, usize)> = None;
        for ring in 0..=reach.into_iter().max().unwrap_or_default() {
            // No rectangle of this ring, nor of one farther out, is nearer than that.
            if best.is_some_and(|(distance, ..)| distance < (ring as f64 - 0.5) * cell) {
                break;
            }
            for (row, column) in self.ring(row, column, ring).filter(|(row, column)| self.is_whole(*row, *column)) {
                let at = self.point(row, column);
                let key = (at.distance(self.middle), row, column);
                if best.is_none_or(|best| key < best) && free(at) {
                    best = Some(key);
                }
            }
        }
        best.map(|(_, row, column)| self.point(row, column))
    }

    /// The places that are so many cells away from one, across or down.
    fn ring(&self, row: usize, column: usize, ring: usize) -> impl Iterator<Item = (usize, usize)> {
        let span = |at: usize, range: &RangeInclusive<usize>| {
            at.saturating_sub(ring).max(*range.start())..=(at + ring).min(*range.end())
        };
        let (rows, columns) = (span(row, &self.rows), span(column, &self.columns));
        rows.flat_map(move |other| {
            let is_edge = other.abs_diff(row) == ring;
            let whole = is_edge.then(|| columns.clone()).into_iter().flatten();
            // Of the rows between only both ends are new.
            let ends =
                (!is_edge).then(|| [column.checked_sub(ring), Some(column + ring)]).into_iter().flatten().flatten();
            let columns = columns.clone();
            whole.chain(ends.filter(move |end| columns.contains(end))).map(move |column| (other, column))
        })
    }

    fn is_whole(&self, row: usize, column: usize) -> bool {
        self.ground.count(column, row, self.wide, self.high) == self.wide * self.high
    }

    fn point(&self, row: usize, column: usize) -> PagePoint {
        let Grounds { page, cell, .. } = self.ground.grounds;
        PagePoint::new(
            page.x + (column as f64 + self.wide as f64 / 2.0) * cell,
            page.y + (row as f64 + self.high as f64 / 2.0) * cell,
        )
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
