//! Ways into a JSON value, in words and as a tree of those that are asked for. It reads no text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

/// A step into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the member of an object with this key.
    Key(Cow<'static, str>),
    /// To the element of an array at this position, counted from 0.
    Nth(usize),
}

/// A way into a JSON value, from its root.
pub type Steps = Vec<Step>;

/// `features[3].geometry`.
pub fn in_words(steps: &[Step]) -> String {
    let mut words = String::new();
    for step in steps {
        match step {
            Step::Key(key) if words.is_empty() => words.push_str(key),
            Step::Key(key) => {
                words.push('.');
                words.push_str(key);
            }
            Step::Nth(nth) => {
                let _ = write!(words, "[{nth}]");
            }
        }
    }
    words
}

/// Ways that are asked for, as one tree, with where the values stand as far as that is known.
pub struct Wanted {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    offset: Option<usize>,
    above: usize,
    below: HashMap<Step, usize>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { nodes: vec![Node::default()] }
    }
}

impl Wanted {
    /// Asks for a way; the answer is its node.
    pub fn add(&mut self, way: &[Step]) -> usize {
        way.iter().fold(0, |above, step| match self.below(Some(above), step) {
            Some(node) => node,
            None => {
                let node = self.nodes.len();
                self.nodes.push(Node { above, ..Node::default() });
                if let Some(parent) = self.nodes.get_mut(above) {
                    parent.below.insert(step.clone(), node);
                }
                node
            }
        })
    }

    /// The node one step below another, if anything there is asked for.
    pub fn below(&self, node: Option<usize>, step: &Step) -> Option<usize> {
        self.nodes.get(node?)?.below.get(step).copied()
    }

    /// A value begins at a byte.
    pub fn place(&mut self, node: Option<usize>, at: usize) {
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
            node.offset = Some(at);
        }
    }

    /// Whether anything below a value is asked for.
    pub fn is_inner(&self, node: Option<usize>) -> bool {
        node.and_then(|node| self.nodes.get(node)).is_some_and(|node| !node.below.is_empty())
    }

    /// The byte at which the value of a node begins, else that of the nearest one around it that was found.
    pub fn offset(&self, mut at: usize) -> usize {
        while let Some(node) = self.nodes.get(at) {
            match node.offset {
                Some(offset) => return offset,
                None if at == 0 => return 0,
                None => at = node.above,
            }
        }
        0
    }
}
