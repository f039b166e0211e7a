//! A number in place of a name.

use crate::units::PagePoint;

/// A name that was taken off a map: a number stands in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// The number on the map, from 1.
    pub number: usize,
    /// The name.
    pub name: String,
    /// What it is a name of.
    pub kind: BlankKind,
    /// The middle of the number.
    pub at: PagePoint,
}

/// What a name that was taken off a map is a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlankKind {
    /// Someone who holds ground.
    State,
    /// A town, beside its sign.
    Town,
}
