//! Finding what the record has, by a name in any script and period, an article, a date or words of a text.
//! It ranks and says what matched; it selects nothing, draws nothing and knows nothing of the day that is shown.

mod fold;
mod gather;
mod hit;
mod index;
mod names;
mod query;
mod running_text;
mod sentences;
mod vocabulary;

pub use hit::{Alive, Hit};
pub use index::SearchIndex;
