//! The pieces of a handout as rows: headings, paragraphs, lists, tables, maps, lines to write on.

use super::choice::HandoutChoice;
use crate::page::flow::{Cell, Row, Section, column_width};
use crate::page::prose::{Prose, lines};
use crate::scene::{Anchor, Group, Role, Scene, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::World;

/// Lines to write on, for an answer.
const ANSWER_LINES: usize = 3;
/// The distance of lines to write on, in points: 8 millimetres.
const WRITING: f64 = 22.7;
/// Parts of the size of running text.
const TABLE: f64 = 0.85;
const SMALL: f64 = 0.75;

/// Makes the sections of a handout.
pub struct Composer<'a> {
    /// The atlas.
    pub world: &'a World,
    /// Colours and looks of paper.
    pub theme: &'a Theme,
    /// The words.
    pub texts: &'a Texts,
    /// What the handout is made of.
    pub choice: &'a HandoutChoice,
    /// What has been made.
    pub sections: Vec<Section>,
    /// The room between the edges of the paper.
    pub body: PageRect,
    elements: usize,
    table_rows: usize,
}

impl<'a> Composer<'a> {
    /// Nothing yet.
    pub fn new(world: &'a World, theme: &'a Theme, texts: &'a Texts, choice: &'a HandoutChoice) -> Self {
        let body = choice.paper.body();
        Self { world, theme, texts, choice, sections: Vec::new(), body, elements: 0, table_rows: 0 }
    }

    /// The size of running text.
    pub fn size(&self) -> f64 {
        self.theme.looks.page.reading
    }

    /// Begins a section of so many columns.
    pub fn section(&mut self, columns: usize, new_page: bool) {
        self.sections.push(Section { columns, rows: Vec::new(), new_page });
    }

    /// The width of a column of the section.
    pub fn width(&self) -> f64 {
        column_width(self.body.width, self.sections.last().map_or(1, |section| section.columns))
    }

    /// Adds rows to the section.
    pub fn add(&mut self, rows: Vec<Row>) {
        if let Some(section) = self.sections.last_mut() {
            section.rows.extend(rows);
        }
    }

    /// A number for a new element of the document.
    pub fn element(&mut self) -> usize {
        self.elements += 1;
        self.elements
    }

    /// The look of words in a face and a size.
    pub fn look(&self, face: Face, size: f64) -> TextLook {
        TextLook::plain(face, size, self.theme.ground.ink)
    }

    /// A text in a look of its own.
    pub fn prose(&mut self, text: &str, prose: &Prose, role: &Role) {
        let element = self.element();
        self.add(prose.rows(text, element, role));
    }

    /// A text in a look of its own, which stays with what follows it.
    pub fn prose_with_next(&mut self, text: &str, prose: &Prose, role: &Role) {
        let element = self.element();
        let rows = prose.rows(text, element, role);
        self.add(rows.into_iter().map(|row| Row { keeps_next: true, ..row }).collect());
    }

    /// A heading, which stays with what follows it.
    pub fn heading(&mut self, level: u16, text: &str) {
        let (face, part, space) = match level {
            1 => (Face::SerifSemiBold, self.theme.looks.page.title / self.size(), 0.0),
            2 => (Face::SerifSemiBold, 1.25, 1.3),
            _ => (Face::SansSemiBold, 1.0, 0.9),
        };
        let space = space * self.size();
        let look = self.look(face, part * self.size());
        let prose = Prose { space, hyphenates: false, ..Prose::new(look, self.width()) };
        self.prose_with_next(text, &prose, &Role::Heading(level, text.to_owned()));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str, face: Face) {
        let space = self.size() * 0.35;
        let prose = Prose { space, ..Prose::new(self.look(face, self.size()), self.width()) };
        self.prose(text, &prose, &Role::Paragraph);
    }

    /// A small item of a list, which may lead somewhere.
    pub fn small_item(&mut self, text: &str, link: Option<String>) {
        let look = self.look(Face::Sans, self.size() * SMALL);
        let prose = Prose { space: look.size * 0.3, link, ..Prose::new(look, self.width()) };
        self.prose(text, &prose, &Role::Item);
    }

    /// A picture of the width of the page.
    pub fn figure(&mut self, scene: Scene) {
        let role = Role::Figure(scene.description);
        let element = Some((self.element(), role));
        let ring = PageRect::new(0.0, 0.0, scene.width, scene.height).ring();
        let items = vec![SceneItem::Group(Group::clipped(scene.items, vec![ring]))];
        let cells = vec![Cell { element, items }];
        self.add(vec![Row { height: scene.height, space: self.size(), keeps_next: false, cells }]);
    }

    /// The head of a table, with the widths of its columns in parts of the whole.
    pub fn table_head(&mut self, columns: &[(&str, f64)]) {
        let cells: Vec<(String, f64)> = columns.iter().map(|(text, part)| ((*text).to_owned(), *part)).collect();
        self.table_row_in(&cells, Face::SansSemiBold, Role::HeadCell, true);
    }

    /// A row of a table, cells with the widths of their columns.
    pub fn table_row(&mut self, cells: &[(String, f64)]) {
        self.table_row_in(cells, Face::Sans, Role::Cell, false);
    }

    fn table_row_in(&mut self, columns: &[(String, f64)], face: Face, role: fn(usize) -> Role, keeps_next: bool) {
        let (width, look) = (self.width(), self.look(face, self.size() * TABLE));
        let aside = look.size * 0.6;
        self.table_rows += 1;
        let (mut x, mut most, mut cells) = (0.0, 0, Vec::new());
        for (text, part) in columns {
            let lines = lines(text, look, width * part - aside, true);
            most = most.max(lines.len());
            let line = |(nth, line): (usize, &String)| {
                let y = look.size * (1.2 + 1.28 * nth as f64);
                SceneItem::Text(look.level(line, PagePoint::new(x, y), Anchor::Start))
            };
            let items = lines.iter().enumerate().map(line).collect();
            cells.push(Cell { element: Some((self.element(), role(self.table_rows))), items });
            x += width * part;
        }
        let height = look.size * (1.28 * most as f64 + 0.55);
        cells.push(Cell { element: None, items: vec![self.rule(0.0, width, height)] });
        let space = if keeps_next { look.size * 0.4 } else { 0.0 };
        self.add(vec![Row { height, space, keeps_next, cells }]);
    }

    /// A question with its number and lines to write on, all on one page.
    pub fn question(&mut self, number: usize, text: &str) {
        let look = self.look(Face::Sans, self.size());
        let indent = look.size * 1.8;
        let width = self.width();
        let prose = Prose { indent, space: look.size * 0.8, ..Prose::new(look, width - indent) };
        let element = self.element();
        let mut rows = prose.rows(text, element, &Role::Item);
        if let Some(cell) = rows.first_mut().and_then(|row| row.cells.first_mut()) {
            let bold = self.look(Face::SansSemiBold, look.size);
            let number = bold.level(&self.texts.whole(number), PagePoint::new(0.0, look.size), Anchor::Start);
            cell.items.insert(0, SceneItem::Text(number));
        }
        for _ in 0..ANSWER_LINES {
            let cells = vec![Cell { element: None, items: vec![self.rule(indent, width, WRITING)] }];
            rows.push(Row { height: WRITING, cells, ..Row::default() });
        }
        let last = rows.len() - 1;
        self.add(rows.into_iter().enumerate().map(|(nth, row)| Row { keeps_next: nth < last, ..row }).collect());
    }

    /// A thin level line.
    pub fn rule(&self, from: f64, to: f64, y: f64) -> SceneItem {
        let stroke = Stroke::solid(self.theme.ground.ink, self.theme.looks.page.rule * 0.7);
        SceneItem::Lines { lines: vec![vec![PagePoint::new(from, y), PagePoint::new(to, y)]], stroke }
    }
}
