//! What a block of a page needs to be drawn, and what comes of it.

use super::choice::PageChoice;
use super::fit::Fitted;
use crate::map::{LegendEntry, MapOptions};
use crate::scene::{Anchor, SceneItem, TextLook};
use crate::symbology::{Colour, PageLooks, Theme};
use crate::text::Texts;
use crate::typeset::{Face, Fonts};
use crate::units::{PagePoint, PageRect};
use crate::view::MapState;
use crate::world::World;

use crate::scene::{PageScale, Provenance};

/// Everything that the blocks of one page share.
pub struct PageContext<'a> {
    pub world: &'a World,
    /// Colours and looks, those of the page's audience.
    pub theme: &'a Theme,
    pub state: &'a MapState,
    pub options: &'a MapOptions,
    pub choice: &'a PageChoice,
    /// What a point becomes in pixels and on paper.
    pub scale: PageScale,
    /// What the map is about, in a few words.
    pub title: &'a str,
    /// One sentence that says what is to be seen.
    pub reading: &'a str,
    /// The day or days, in words.
    pub days: &'a str,
    /// Where the page comes from.
    pub provenance: &'a Provenance,
}

/// The map of a page, for the blocks that explain it.
pub struct MapShown {
    pub fitted: Fitted,
    pub legend: Vec<LegendEntry>,
}

/// A block as it came out.
#[derive(Default)]
pub struct Drawn {
    /// What is drawn, where it was asked for.
    pub items: Vec<SceneItem>,
    /// How much of the height it takes, in points.
    pub height: f64,
}

impl PageContext<'_> {
    pub fn looks(&self) -> &PageLooks {
        &self.theme.looks.page
    }

    pub fn texts(&self) -> &Texts {
        &self.options.texts
    }

    pub fn ink(&self) -> Colour {
        self.theme.ground.ink
    }

    pub fn faint(&self) -> Colour {
        self.theme.ground.faint_ink
    }
}

/// The distance of baselines, in parts of the size.
const LEADING: f64 = 1.28;

/// Sets a text in lines of a width from the top of a rectangle, and says how high it came out.
pub fn paragraph(text: &str, look: TextLook, at: PageRect) -> Drawn {
    let lines = if text.is_empty() { Vec::new() } else { Fonts::shared().wrap(text, look.face, look.size, at.width) };
    let items = lines
        .iter()
        .enumerate()
        .map(|(nth, line)| {
            let y = at.y + look.size * (0.95 + nth as f64 * LEADING);
            SceneItem::Text(look.level(line, PagePoint::new(at.x, y), Anchor::Start))
        })
        .collect();
    Drawn { items, height: lines.len() as f64 * look.size * LEADING }
}

/// The greatest size, from `size` down to `least` parts of it, at which a text needs no more than so many lines and has
/// no word wider than the room.
pub fn fitting_size(text: &str, face: Face, size: f64, least: f64, width: f64, most_lines: usize) -> f64 {
    let fonts = Fonts::shared();
    let fits = |size: f64| {
        let lines = fonts.wrap(text, face, size, width);
        lines.len() <= most_lines && lines.iter().all(|line| fonts.shape(line, face).width * size <= width)
    };
    let steps = std::iter::successors(Some(1.0), |part| Some(part * 0.94)).take_while(|part| *part > least);
    steps.map(|part| part * size).find(|size| fits(*size)).unwrap_or(size * least)
}
