//! A document of several pages with its structure: what is a heading, a paragraph, a figure. It says in which order a
//! document is read aloud; how it looks is said by the scenes alone.

use std::ops::Range;

use super::item::Scene;

/// Pages that are read one after another.
#[derive(Clone, Debug)]
pub struct Document {
    /// The title, as a reader of files shows it.
    pub title: String,
    /// The tag of the language that it is written in: `en`.
    pub language: String,
    /// The pages in order.
    pub pages: Vec<Leaf>,
}

/// A page of a document.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// What is drawn.
    pub scene: Scene,
    /// What the items of the scene are, in the order in which they are read. Items of no part are ornament: rules, running
    /// heads, page numbers.
    pub parts: Vec<Part>,
}

/// Some items of a page that belong to one element of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The number of the element; one that goes on over a page or a column has a part for each line.
    pub element: usize,
    /// What the element is.
    pub role: Role,
    /// The items by their position in the scene.
    pub items: Range<usize>,
}

/// What an element of a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, 1 the highest, with its words.
    Heading(u16, String),
    /// Running text.
    Paragraph,
    /// A picture, with what it shows for those who cannot see it.
    Figure(String),
    /// An item of a list; items that follow one another are of one list.
    Item,
    /// A cell in the head of a table, with the number of its row.
    HeadCell(usize),
    /// A cell of a table, with the number of its row; rows that follow one another are of one table.
    Cell(usize),
}
