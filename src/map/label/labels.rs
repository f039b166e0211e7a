//! The names on one map, with the room that they take: whether one more has room, and where it went.

use super::blank::Blank;
use crate::map::context::MapContext;
use crate::model::{Place, PlaceKind};
use crate::scene::{Anchor, SceneItem, TextItem, TextLook, glyph_bounds, length};
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};

/// The distance of the baselines of lines that stand above one another, in parts of their size.
pub(super) const LINE_HEIGHT: f64 = 1.25;

/// Names on a context, with the room that they take.
pub struct Labels<'a> {
    pub(super) context: &'a MapContext<'a>,
    pub(super) taken: Vec<PageRect>,
    pub(super) items: Vec<TextItem>,
    pub(super) marks: Vec<Mark>,
    /// The towns that have their names, for those in the local language.
    pub(super) named: Vec<Named<'a>>,
    /// The names in whose place numbers stand.
    pub(super) blanks: Vec<Blank>,
}

/// A town with its name.
pub(super) struct Named<'a> {
    pub(super) place: &'a Place,
    pub(super) text: &'a str,
    pub(super) at: PagePoint,
    pub(super) anchor: Anchor,
    pub(super) size: f64,
}

/// A sign that goes with a name.
pub struct Mark {
    pub at: PagePoint,
    pub kind: PlaceKind,
    pub importance: u8,
    /// An instrument was signed here on the very day that is shown.
    pub seal: bool,
}

impl<'a> Labels<'a> {
    pub fn new(context: &'a MapContext<'a>, taken: &[PageRect]) -> Self {
        Self {
            context,
            taken: taken.to_vec(),
            items: Vec::new(),
            marks: Vec::new(),
            named: Vec::new(),
            blanks: Vec::new(),
        }
    }

    pub fn take_marks(&mut self) -> Vec<Mark> {
        std::mem::take(&mut self.marks)
    }

    pub fn into_items(self) -> impl Iterator<Item = SceneItem> {
        self.items.into_iter().map(SceneItem::Text)
    }

    /// Points of the page per kilometre: how near the view is.
    pub(super) fn nearness(&self) -> f64 {
        1_000.0 / self.context.view.metres_per_point()
    }

    pub(super) fn look(&self, face: Face, size: f64) -> TextLook {
        let (ground, names) = (&self.context.theme.ground, &self.context.theme.looks.names);
        let [least, most] = names.rim;
        TextLook::plain(face, size, ground.ink)
            .with_halo(ground.halo.with_opacity(names.rim_opacity), (size * names.rim_part).clamp(least, most))
    }

    pub(super) fn try_level(&mut self, look: TextLook, text: &str, at: PagePoint, anchor: Anchor) -> bool {
        let bounds = look.bounds(text, at, anchor);
        if !self.has_room(&bounds) {
            return false;
        }
        self.taken.push(bounds.grown(1.0));
        self.items.push(look.level(text, at, anchor));
        true
    }

    /// Several centred lines around a point, which others keep `clear` points away from.
    pub(super) fn try_stack(&mut self, look: TextLook, lines: &[String], middle: PagePoint, clear: f64) -> bool {
        if !self.stack_has_room(look, lines, middle) {
            return false;
        }
        for (line, at, bounds) in stack(look, lines, middle) {
            self.taken.push(bounds.grown(clear));
            self.items.push(look.level(line, at, Anchor::Middle));
        }
        true
    }

    /// Whether several centred lines around a point have room.
    pub(super) fn stack_has_room(&self, look: TextLook, lines: &[String], middle: PagePoint) -> bool {
        stack(look, lines, middle).all(|(_, _, bounds)| self.has_room(&bounds))
    }

    /// Tries a name along the longest of some lines, at its middle first and then to both sides of it.
    pub(super) fn try_along(&mut self, look: TextLook, text: &str, lines: &[Vec<PagePoint>], offset: f64) -> bool {
        let mut lines: Vec<&Vec<PagePoint>> = lines.iter().collect();
        lines.sort_by(|a, b| length(b).total_cmp(&length(a)));
        for line in lines.into_iter().take(3) {
            let total = length(line);
            for part in [0.5, 0.35, 0.65, 0.2, 0.8] {
                for offset in [offset, -offset - look.size * 0.7] {
                    if let Some(item) = look.along(text, line, total * part, offset)
                        && self.push_along(item)
                    {
                        return true;
                    }
                }
            }
        }
        false
    }

    pub(super) fn push_along(&mut self, item: TextItem) -> bool {
        let bounds = glyph_bounds(&item);
        if bounds.iter().any(|bounds| !self.has_room(bounds)) {
            return false;
        }
        self.taken.extend(bounds);
        self.items.push(item);
        true
    }

    /// Whether a rectangle lies on the page and inside the frame of the atlas, and touches no other name.
    pub(super) fn has_room(&self, bounds: &PageRect) -> bool {
        self.context.shown.contains_rect(bounds) && self.context.is_inside_frame(bounds) && !self.is_taken(bounds)
    }

    pub(super) fn is_taken(&self, bounds: &PageRect) -> bool {
        self.taken.iter().any(|taken| taken.intersects(bounds))
    }
}

/// Several centred lines around a point: each with its baseline and bounds.
fn stack(look: TextLook, lines: &[String], middle: PagePoint) -> impl Iterator<Item = (&String, PagePoint, PageRect)> {
    let leading = look.size * LINE_HEIGHT;
    let top = middle.y - leading * (lines.len() as f64 - 1.0) / 2.0 + look.size * 0.35;
    lines.iter().enumerate().map(move |(nth, line)| {
        let at = PagePoint::new(middle.x, top + leading * nth as f64);
        (line, at, look.bounds(line, at, Anchor::Middle))
    })
}
