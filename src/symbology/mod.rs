//! Which look a thing of the record gets: colours of polities and eras, lines, the legend. All values come
//! from `assets/theme.toml`; nothing is drawn here.

mod colour;
mod theme;

pub use colour::{Colour, ColourError};
pub use theme::{EraLook, GroundLook, PolityLook, Theme, ThemeChoice, ThemeError};
