//! Which colours a thing gets: those of the ground from `assets/theme.toml`, those of polities and eras from the
//! `symbology.toml` of the atlas. Nothing is drawn here.

mod colour;
mod look;
mod theme;

pub use colour::{Colour, ColourError};
pub use look::{HatchLook, HatchLooks, LineLook, LineLooks, Looks, NameLooks, Nearness, Offsets, SignLooks};
pub use theme::{EraLook, GroundLook, PolityLook, Symbology, Theme, ThemeChoice};
