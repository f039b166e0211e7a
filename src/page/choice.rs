//! What a page shows beside the map itself, as its maker wants it.

use std::sync::Arc;

use super::template::Template;
use crate::model::Day;
use crate::symbology::{Audience, Style};
use crate::view::NamesShown;

/// A page as its maker wants it. What is left out is as the template and the record have it.
#[derive(Clone, Debug, PartialEq)]
pub struct PageChoice {
    /// How the page is laid out.
    pub template: Arc<Template>,
    /// Width and height of a picture of it, in pixels.
    pub pixels: Option<[u32; 2]>,
    /// Whom it is for.
    pub audience: Option<Audience>,
    /// How the ground of holders is told apart.
    pub style: Style,
    /// How many names stand on its maps.
    pub names: Option<NamesShown>,
    /// Whether numbers stand in place of the names of states and towns.
    pub blanks: bool,
    /// The days of a page with several maps.
    pub days: Vec<Day>,
    /// What it says.
    pub extras: Extras,
    /// Whether day, title and sentence have their room and are not drawn, because whoever makes the page sets them there.
    pub words_apart: bool,
}

/// What a page says beside its maps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// The title in place of that of the record; an empty one is none.
    pub title: Option<String>,
    /// The sentence below it, likewise.
    pub subtitle: Option<String>,
    /// Whether there is no legend.
    pub without_legend: bool,
    /// An article whose text stands beside the map, by id.
    pub article: Option<String>,
}

impl PageChoice {
    /// A template as it is.
    pub fn new(template: &Arc<Template>) -> Self {
        Self {
            template: Arc::clone(template),
            pixels: None,
            audience: None,
            style: Style::default(),
            names: None,
            blanks: false,
            days: Vec::new(),
            extras: Extras::default(),
            words_apart: false,
        }
    }

    /// Whom the page is for.
    pub fn audience(&self) -> Audience {
        self.audience.unwrap_or(self.template.audience)
    }
}
