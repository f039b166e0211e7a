//! The structure of a PDF: the tree that a screen reader reads, and the outline of the headings.

use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::scene::{Part, Role};

/// The elements of a document in the order in which they are read.
#[derive(Default)]
pub struct Structure {
    elements: Vec<Element>,
}

struct Element {
    number: usize,
    role: Role,
    children: Vec<Node>,
    /// The page where it begins, and how far down.
    place: Option<(usize, Point)>,
}

impl Structure {
    /// Adds what was drawn of a part, with the links in it.
    pub fn add(&mut self, part: &Part, content: Identifier, links: Vec<Identifier>, place: Option<(usize, Point)>) {
        let node = if links.is_empty() {
            Node::from(content)
        } else {
            let children = std::iter::once(content).chain(links).map(Node::from).collect();
            TagGroup::with_children(Tag::Link, children).into()
        };
        match self.elements.iter_mut().rev().find(|element| element.number == part.element) {
            Some(element) => element.children.push(node),
            None => self.elements.push(Element {
                number: part.element,
                role: part.role.clone(),
                children: vec![node],
                place,
            }),
        }
    }

    /// The headings of the two highest levels, one in another.
    pub fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        let mut open: Option<OutlineNode> = None;
        for element in &self.elements {
            let (Role::Heading(level, words), Some((page, at))) = (&element.role, element.place) else { continue };
            let node = OutlineNode::new(words.clone(), XyzDestination::new(page, at));
            match &mut open {
                Some(above) if *level > 1 => above.push_child(node),
                _ => {
                    if let Some(done) = open.replace(node) {
                        outline.push_child(done);
                    }
                }
            }
        }
        if let Some(last) = open {
            outline.push_child(last);
        }
        outline
    }

    /// The tree of all elements.
    pub fn tree(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        let mut elements = self.elements.into_iter().peekable();
        while let Some(element) = elements.next() {
            let of_list = |element: &Element| element.role == Role::Item;
            let of_table = |element: &Element| matches!(element.role, Role::Cell(_) | Role::HeadCell(_));
            let kind = if of_list(&element) {
                of_list
            } else if of_table(&element) {
                of_table
            } else {
                tree.push(element.group());
                continue;
            };
            let mut together = vec![element];
            together.extend(std::iter::from_fn(|| elements.next_if(kind)));
            tree.push(if together.first().is_some_and(of_list) { list(together) } else { table(together) });
        }
        tree
    }
}

impl Element {
    fn group(self) -> TagGroup {
        let tag: TagKind = match self.role {
            Role::Heading(level, words) => {
                Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(words)).into()
            }
            Role::Paragraph => Tag::P.into(),
            Role::Figure(shows) => Tag::Figure(Some(shows)).into(),
            Role::Item => Tag::LBody.into(),
            Role::HeadCell(_) => Tag::TH(TableHeaderScope::Column).into(),
            Role::Cell(_) => Tag::TD.into(),
        };
        TagGroup::with_children(tag, self.children)
    }

    fn row(&self) -> Option<usize> {
        match self.role {
            Role::HeadCell(row) | Role::Cell(row) => Some(row),
            _ => None,
        }
    }
}

fn list(items: Vec<Element>) -> TagGroup {
    let item = |item: Element| TagGroup::with_children(Tag::LI, vec![item.group().into()]).into();
    TagGroup::with_children(Tag::L(ListNumbering::None), items.into_iter().map(item).collect())
}

fn table(cells: Vec<Element>) -> TagGroup {
    let mut rows: Vec<(Option<usize>, Vec<Node>)> = Vec::new();
    for cell in cells {
        let number = cell.row();
        match rows.last_mut() {
            Some((last, row)) if *last == number => row.push(cell.group().into()),
            _ => rows.push((number, vec![cell.group().into()])),
        }
    }
    let row = |(_, cells)| TagGroup::with_children(Tag::TR, cells).into();
    TagGroup::with_children(Tag::Table, rows.into_iter().map(row).collect())
}
