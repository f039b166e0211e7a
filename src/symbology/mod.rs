//! Which colours a thing gets: those of the ground from `assets/theme.toml`, those of polities and eras from the
//! `symbology.toml` of the atlas. Nothing is drawn here.

mod colour;
mod theme;

pub use colour::{Colour, ColourError};
pub use theme::{EraLook, GroundLook, PolityLook, Symbology, Theme, ThemeChoice};
