//! The record for use elsewhere: citations, Linked Places, CSV tables, and how far it has been checked.
//! Everything is made from the record alone; nothing here reads a clock or a locale.

mod cite;
mod coverage;
mod day;
mod linked_places;
mod tables;

pub use cite::{Cited, cite};
pub use coverage::coverage;
pub use day::notes_of_day;
pub use linked_places::linked_places;
pub use tables::tables;

/// What stands before an id where a URI is wanted. The atlas has no address on the web, so it is a name, not a link.
const URI_BASE: &str = "urn:kars-atlas:";

/// An id as a URI.
fn uri(id: &str) -> String {
    format!("{URI_BASE}{id}")
}
