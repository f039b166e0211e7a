//! Names on the map: the most important first, no two touching, less important ones giving way.

mod areas;
mod lines;
mod places;

use super::border::EraLine;
use super::item::{SceneItem, TextItem};
use super::map::Sheet;
use super::options::BaseLayer;
use super::text::{Anchor, TextLook, glyph_bounds, length};
use crate::model::{Place, PlaceKind};
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::DayMap;

/// Names on a sheet, with the room that they take.
pub struct Labels<'a> {
    sheet: &'a Sheet<'a>,
    taken: Vec<PageRect>,
    items: Vec<TextItem>,
    marks: Vec<Mark>,
    /// The towns that have their names, for those in the local language.
    named: Vec<Named<'a>>,
}

/// A town with its name.
struct Named<'a> {
    place: &'a Place,
    text: &'a str,
    at: PagePoint,
    anchor: Anchor,
    size: f64,
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
    pub fn new(sheet: &'a Sheet<'a>, taken: &[PageRect]) -> Self {
        Self { sheet, taken: taken.to_vec(), items: Vec::new(), marks: Vec::new(), named: Vec::new() }
    }

    pub fn place(&mut self, day: &DayMap<'_>, eras: &[EraLine<'_>]) {
        let options = self.sheet.options;
        self.chosen_place();
        if options.shows(BaseLayer::Segments) {
            self.segment_numbers();
        }
        self.chosen_segments();
        if options.shows(BaseLayer::Towns) {
            self.places(|place| is_settlement(place) && place.importance <= 1);
        }
        self.polities(day);
        for era in eras {
            self.era(era);
        }
        if options.shows(BaseLayer::Regions) {
            self.regions();
        }
        if options.shows(BaseLayer::Waypoints) {
            self.waypoints();
        }
        if options.shows(BaseLayer::Towns) {
            self.places(|place| is_settlement(place) && place.importance > 1);
        }
        if options.shows(BaseLayer::Mountains) {
            self.places(|place| matches!(place.kind, PlaceKind::Mountain | PlaceKind::Pass));
        }
        if options.shows(BaseLayer::Lakes) {
            self.places(|place| place.kind == PlaceKind::Lake);
        }
        if options.shows(BaseLayer::Rivers) {
            self.rivers();
        }
        self.overlays();
        if options.shows(BaseLayer::LocalNames) {
            self.local_names(day);
        }
    }

    pub fn take_marks(&mut self) -> Vec<Mark> {
        std::mem::take(&mut self.marks)
    }

    pub fn into_items(self) -> impl Iterator<Item = SceneItem> {
        self.items.into_iter().map(SceneItem::Text)
    }

    /// Points of the page per kilometre: how near the view is.
    fn nearness(&self) -> f64 {
        1_000.0 / self.sheet.view.metres_per_point()
    }

    fn look(&self, face: Face, size: f64) -> TextLook {
        let ground = &self.sheet.theme.ground;
        TextLook::plain(face, size, ground.ink).with_halo(ground.halo.with_opacity(0.85), (size * 0.26).clamp(2.2, 3.4))
    }

    fn try_level(&mut self, look: TextLook, text: &str, at: PagePoint, anchor: Anchor) -> bool {
        let bounds = look.bounds(text, at, anchor);
        if !self.has_room(&bounds) {
            return false;
        }
        self.taken.push(bounds.grown(1.0));
        self.items.push(look.level(text, at, anchor));
        true
    }

    /// Several centred lines around a point, which others keep `clear` points away from.
    fn try_stack(&mut self, look: TextLook, lines: &[String], middle: PagePoint, clear: f64) -> bool {
        let leading = look.size * 1.25;
        let top = middle.y - leading * (lines.len() as f64 - 1.0) / 2.0 + look.size * 0.35;
        let placed: Vec<(PagePoint, PageRect)> = lines
            .iter()
            .enumerate()
            .map(|(nth, line)| {
                let at = PagePoint::new(middle.x, top + leading * nth as f64);
                (at, look.bounds(line, at, Anchor::Middle))
            })
            .collect();
        if placed.iter().any(|(_, bounds)| !self.has_room(bounds)) {
            return false;
        }
        for (line, (at, bounds)) in lines.iter().zip(placed) {
            self.taken.push(bounds.grown(clear));
            self.items.push(look.level(line, at, Anchor::Middle));
        }
        true
    }

    /// Tries a name along the longest of some lines, at its middle first and then to both sides of it.
    fn try_along(&mut self, look: TextLook, text: &str, lines: &[Vec<PagePoint>], offset: f64) -> bool {
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

    fn push_along(&mut self, item: TextItem) -> bool {
        let bounds = glyph_bounds(&item);
        if bounds.iter().any(|bounds| !self.has_room(bounds)) {
            return false;
        }
        self.taken.extend(bounds);
        self.items.push(item);
        true
    }

    /// Whether a rectangle lies on the page and inside the frame of the atlas, and touches no other name.
    fn has_room(&self, bounds: &PageRect) -> bool {
        self.sheet.shown.contains_rect(bounds) && self.sheet.is_inside_frame(bounds) && !self.is_taken(bounds)
    }

    fn is_taken(&self, bounds: &PageRect) -> bool {
        self.taken.iter().any(|taken| taken.intersects(bounds))
    }

    fn overlays(&mut self) {
        let look = TextLook { colour: self.sheet.theme.ground.seal, ..self.look(Face::SansSemiBold, 9.5) };
        for feature in self.sheet.world.overlays.iter().flat_map(|overlay| &overlay.features) {
            if let (Some(name), Some(at)) = (feature.name(), feature.points.first()) {
                let at = self.sheet.point(*at);
                self.try_level(look, name, PagePoint::new(at.x + 6.0, at.y + 3.0), Anchor::Start);
            }
        }
    }
}

fn is_settlement(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Town | PlaceKind::Village | PlaceKind::Station | PlaceKind::Fort | PlaceKind::Ruin)
}
