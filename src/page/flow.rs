//! Rows that flow over columns and pages: what stands together stays together, and a column ends where that is allowed.
//! It knows no text: a row is whatever is drawn of one height.

use std::ops::Range;

use crate::scene::{Group, Leaf, Part, Role, Scene, SceneItem, Transform};
use crate::symbology::Colour;
use crate::units::PageRect;

/// What is drawn at one height of a column, its items in points from the upper left corner of the row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The height, in points.
    pub height: f64,
    /// The room above it, in points; none at the top of a column.
    pub space: f64,
    /// Whether no column ends below it.
    pub keeps_next: bool,
    /// What stands in it, in the order in which it is read.
    pub cells: Vec<Cell>,
}

/// Items of a row that belong to one element of the document.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The element and what it is; none for rules and other ornament.
    pub element: Option<(usize, Role)>,
    /// What is drawn.
    pub items: Vec<SceneItem>,
}

/// Rows in columns of one width.
#[derive(Clone, Debug)]
pub struct Section {
    /// How many columns there are; rows of several are spread evenly over them.
    pub columns: usize,
    /// The rows in order.
    pub rows: Vec<Row>,
    /// Whether it begins a page.
    pub new_page: bool,
}

/// The room between two columns, in points.
pub const GUTTER: f64 = 16.0;

/// The width of each of so many columns.
pub fn column_width(width: f64, columns: usize) -> f64 {
    (width - GUTTER * (columns as f64 - 1.0)) / columns as f64
}

/// Lays sections out on pages of a size, inside a rectangle of each. A row that is higher than a page stands alone on one.
pub fn paginate(sections: Vec<Section>, size: [f64; 2], body: PageRect, paper: Colour) -> Vec<Leaf> {
    let mut pages = Pages { leaves: Vec::new(), size, body, paper, y: body.bottom() };
    for section in sections {
        if section.new_page || pages.leaves.is_empty() {
            pages.turn();
        }
        pages.section(&section);
    }
    pages.leaves
}

/// Pages as far as they are filled.
struct Pages {
    leaves: Vec<Leaf>,
    size: [f64; 2],
    body: PageRect,
    paper: Colour,
    /// Down to where the last page is filled.
    y: f64,
}

impl Pages {
    fn turn(&mut self) {
        let [width, height] = self.size;
        let scene = Scene { width, height, ..Scene::empty(self.paper) };
        self.leaves.push(Leaf { scene, parts: Vec::new() });
        self.y = self.body.y;
    }

    fn section(&mut self, section: &Section) {
        let mut rest = section.rows.as_slice();
        while !rest.is_empty() {
            let is_fresh = self.y <= self.body.y;
            let space = rest.first().map_or(0.0, |row| row.space);
            let top = if is_fresh { self.y } else { self.y + space };
            let room = self.body.bottom() - top;
            let columns = even_columns(rest, section.columns, room);
            let end = columns.last().map_or(0, |column| column.end);
            if end == 0 && !is_fresh {
                self.turn();
                continue;
            }
            // What has no room on a page of its own is set all the same.
            let columns = if end == 0 { std::iter::once(0..greedy(rest, room).max(1)).collect() } else { columns };
            let end = columns.last().map_or(1, |column| column.end);
            self.put(rest, &columns, section.columns, top);
            rest = rest.get(end..).unwrap_or_default();
            if !rest.is_empty() {
                self.turn();
            }
        }
    }

    /// Draws rows in columns beside one another, from `top` down.
    fn put(&mut self, rows: &[Row], columns: &[Range<usize>], count: usize, top: f64) {
        let width = column_width(self.body.width, count);
        let mut lowest = top;
        for (nth, column) in columns.iter().enumerate() {
            let x = self.body.x + nth as f64 * (width + GUTTER);
            let mut y = top;
            for (at, row) in rows.get(column.clone()).unwrap_or_default().iter().enumerate() {
                y += if at == 0 { 0.0 } else { row.space };
                if let Some(leaf) = self.leaves.last_mut() {
                    put_row(leaf, row, x, y);
                }
                y += row.height;
            }
            lowest = lowest.max(y);
        }
        self.y = lowest;
    }
}

/// Draws a row on a page.
fn put_row(leaf: &mut Leaf, row: &Row, x: f64, y: f64) {
    for cell in &row.cells {
        let start = leaf.scene.items.len();
        let moved = Group::transformed(cell.items.clone(), Transform { scale: 1.0, x, y });
        leaf.scene.items.push(SceneItem::Group(moved));
        if let Some((element, role)) = &cell.element {
            let items = start..leaf.scene.items.len();
            leaf.parts.push(Part { element: *element, role: role.clone(), items });
        }
    }
}

/// By how much columns are made higher until all has room, in points.
const STEP: f64 = 2.0;

/// The rows of each column: all of them in columns of about one height where they have room, else as many as have.
fn even_columns(rows: &[Row], count: usize, room: f64) -> Vec<Range<usize>> {
    let all = columns(rows, count, room);
    if count == 1 || all.last().is_none_or(|column| column.end < rows.len()) {
        return all;
    }
    let total: f64 = rows.iter().map(|row| row.height + row.space).sum();
    let heights = std::iter::successors(Some(total / count as f64), |height| Some(height + STEP));
    let fitting = heights.take_while(|height| *height < room).map(|height| columns(rows, count, height));
    fitting.into_iter().find(|columns| columns.last().is_some_and(|last| last.end == rows.len())).unwrap_or(all)
}

/// The rows of each column of a height, filled one after another.
fn columns(rows: &[Row], count: usize, height: f64) -> Vec<Range<usize>> {
    let mut columns = Vec::new();
    let mut from = 0;
    for _ in 0..count {
        let rest = rows.get(from..).unwrap_or_default();
        let end = from + allowed(rest, greedy(rest, height));
        if end == from {
            break;
        }
        columns.push(from..end);
        from = end;
    }
    columns
}

/// How many rows have room in a column.
fn greedy(rows: &[Row], height: f64) -> usize {
    let mut y = 0.0;
    rows.iter()
        .enumerate()
        .take_while(|(nth, row)| {
            y += row.height + if *nth == 0 { 0.0 } else { row.space };
            y <= height + 1e-6
        })
        .count()
}

/// As many of the first rows as a column may end with.
fn allowed(rows: &[Row], fitting: usize) -> usize {
    if fitting == rows.len() {
        return fitting;
    }
    (1..=fitting).rev().find(|end| rows.get(end - 1).is_some_and(|last| !last.keeps_next)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(height: f64, keeps_next: bool) -> Row {
        Row { height, keeps_next, ..Row::default() }
    }

    fn pages(rows: Vec<Row>, columns: usize) -> Vec<Leaf> {
        let rows = rows.into_iter().enumerate().map(|(nth, row)| Row {
            cells: vec![Cell { element: Some((nth, Role::Paragraph)), items: Vec::new() }],
            ..row
        });
        let section = Section { columns, rows: rows.collect(), new_page: false };
        paginate(vec![section], [100.0, 100.0], PageRect::new(0.0, 0.0, 100.0, 50.0), Colour::WHITE)
    }

    fn elements(leaf: &Leaf) -> Vec<usize> {
        leaf.parts.iter().map(|part| part.element).collect()
    }

    #[test]
    fn a_heading_goes_with_what_stands_below_it() {
        let pages = pages(vec![row(20.0, false), row(20.0, true), row(20.0, false)], 1);
        assert_eq!(pages.iter().map(elements).collect::<Vec<_>>(), [vec![0], vec![1, 2]]);
    }

    #[test]
    fn the_room_above_a_section_counts() {
        let section = |rows: Vec<Row>| Section { columns: 1, rows, new_page: false };
        let cell = || Cell { element: Some((0, Role::Paragraph)), items: Vec::new() };
        let row = |height, space| Row { height, space, keeps_next: false, cells: vec![cell()] };
        let sections = vec![section(vec![row(30.0, 0.0)]), section(vec![row(10.0, 10.0), row(10.0, 0.0)])];
        let pages = paginate(sections, [100.0, 100.0], PageRect::new(0.0, 0.0, 100.0, 50.0), Colour::WHITE);
        assert_eq!(pages.iter().map(|leaf| leaf.parts.len()).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn rows_of_two_columns_are_spread_evenly() {
        let pages = pages(vec![row(10.0, false); 4], 2);
        let Some([SceneItem::Group(_), SceneItem::Group(_), SceneItem::Group(third), _]) =
            pages.first().map(|leaf| leaf.scene.items.as_slice())
        else {
            panic!("four rows are drawn");
        };
        assert!(third.transform.x > 50.0 && third.transform.y < 1.0, "{:?}", third.transform);
    }

    #[test]
    fn what_is_higher_than_a_page_is_there_all_the_same() {
        let pages = pages(vec![row(10.0, false), row(70.0, false), row(10.0, false)], 1);
        assert_eq!(pages.iter().flat_map(elements).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(pages.len(), 3);
    }
}
