//! Slides as a `PowerPoint` file (Office Open XML): a picture with a real title, a text that can be edited, and notes. It
//! decides nothing about what a slide says.

mod deck;
mod package;
mod slide;

pub use deck::{Deck, Slide, TextBox, TextRun};
pub use package::pptx;
