//! The only room with words for people: what is said stands in `assets/texts/`, a file for each language, under keys
//! that do not change; here it is looked up, filled in and put into the forms of the language. Knows the values of
//! `model`, and nothing of the world or of the screen.

mod dates;
mod numbers;
mod table;
mod texts;
mod words;

pub use table::Given;
pub use texts::{Texts, languages};
pub use words::Worded;
