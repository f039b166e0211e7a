//! Which colours a thing gets: those of the ground from `assets/theme.toml`, those of polities and eras from the
//! `symbology.toml` of the atlas. Nothing is drawn here.

mod audience;
mod colour;
mod look;
mod style;
mod theme;

pub use audience::Audience;
pub use colour::{Colour, ColourError};
pub use look::{
    CopyLook, HatchLook, HatchLooks, LineLook, LineLooks, Looks, NameLooks, Nearness, Offsets, PageLooks, SignLooks,
};
pub use style::Style;
pub use theme::{EraLook, GroundLook, PolityLook, Symbology, Theme, ThemeChoice};
