//! Pages: maps with title, reading sentence, legend, scale, credits and what else a template asks for. A page is laid out in
//! points that fit its readers and scaled as a whole: type, lines, signs and hatches grow together.

mod block;
mod blocks;
mod choice;
mod fit;
mod flow;
mod handout;
mod lay_out;
mod placed_words;
mod prose;
mod provenance;
mod template;
mod words;

pub use blocks::bar_length;
pub use choice::{Extras, PageChoice};
pub use fit::{Fitted, fit};
pub use handout::{HandoutChoice, Paper, Words, handout};
pub use lay_out::{blanks_of, figure, lay_out, map_room};
pub use placed_words::{PlacedWords, placed_words};
pub use provenance::caption;
pub use template::{BlockKind, Dock, Sheet, Slot, Template, TemplateError};
pub use words::words_of;
