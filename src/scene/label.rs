//! Names on the map: the most important first, no two touching, less important ones giving way.

use super::border::EraLine;
use super::item::{SceneItem, TextItem};
use super::map::Sheet;
use super::options::BaseLayer;
use super::place::{is_place_shown, local_name, official_name};
use super::text::{Anchor, TextLook, at_distance, glyph_bounds, length};
use crate::model::{Place, PlaceKind, Sense, TractKind};
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::{DayMap, MapLine};

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

    /// Whether a rectangle lies on the page and inside the frame of the atlas, and touches no other name.
    fn has_room(&self, bounds: &PageRect) -> bool {
        self.sheet.shown.contains_rect(bounds) && self.sheet.is_inside_frame(bounds) && !self.is_taken(bounds)
    }

    fn is_taken(&self, bounds: &PageRect) -> bool {
        self.taken.iter().any(|taken| taken.intersects(bounds))
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

    /// Names of holders across the ground they hold, once for each piece that is large on the page.
    fn polities(&mut self, day: &DayMap<'_>) {
        if !self.sheet.options.shows(BaseLayer::Regions) || self.nearness() > 5.0 {
            return;
        }
        let senses = self.sheet.options.senses;
        let mut largest: Vec<(String, f64, PagePoint, f64)> = Vec::new();
        for (at, tract) in self.sheet.world.ground.tracts().iter().enumerate() {
            // Ground without an owner by right is called after the one who holds it in fact.
            let right = day.holders(at, Sense::DeJure);
            let undetermined = right.iter().any(|holder| holder == "none");
            let holders = if senses.de_jure && !(undetermined && senses.de_facto) {
                right
            } else if senses.de_facto {
                day.holders(at, Sense::DeFacto)
            } else {
                &[]
            };
            let [holder] = holders else { continue };
            let Some(middle) = self.sheet.world.label_point(at) else { continue };
            let middle = self.sheet.view.page_from_map(middle, self.sheet.page);
            let width = tract.extent.width_m() / self.sheet.view.metres_per_point();
            let size = width * tract.extent.height_m() / self.sheet.view.metres_per_point();
            if holder == "none" || !self.sheet.shows(middle) {
                continue;
            }
            match largest.iter_mut().find(|(known, ..)| known == holder) {
                Some(known) if known.1 < size => *known = (holder.clone(), size, middle, width),
                Some(_) => {}
                None => largest.push((holder.clone(), size, middle, width)),
            }
        }
        largest.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        for (holder, size, middle, width) in largest {
            if size < 5_000.0 {
                continue;
            }
            let Some(polity) = self.sheet.world.atlas.polities.get(&holder) else { continue };
            let colour = self.sheet.theme.polity(&holder).hatch;
            let colour = match self.sheet.theme.choice {
                crate::symbology::ThemeChoice::Light => colour,
                crate::symbology::ThemeChoice::Dark => self.sheet.theme.polity(&holder).fill,
            };
            let text = polity.short_name().to_uppercase();
            for size in [15.0, 13.0, 11.0] {
                let look = TextLook { colour, ..self.look(Face::SerifSemiBold, size) }.spaced(0.16);
                let lines = if look.width(&text) > width * 1.15 { break_in_two(&text) } else { vec![text.clone()] };
                if lines.iter().any(|line| look.width(line) > width * 1.4) && size > 11.0 {
                    continue;
                }
                if [-1.6, 1.6, -3.2, 3.2, 0.0]
                    .iter()
                    .any(|up| self.try_stack(look, &lines, PagePoint::new(middle.x, middle.y + size * up)))
                {
                    break;
                }
            }
        }
    }

    /// Several centred lines around a point.
    fn try_stack(&mut self, look: TextLook, lines: &[String], middle: PagePoint) -> bool {
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
            self.taken.push(bounds.grown(1.0));
            self.items.push(look.level(line, at, Anchor::Middle));
        }
        true
    }

    fn regions(&mut self) {
        let world = self.sheet.world;
        let mut tracts: Vec<(u8, usize)> = world
            .ground
            .tracts()
            .iter()
            .enumerate()
            .map(|(at, tract)| (world.atlas.tracts.get(&tract.id).map_or(5, |tract| tract.importance), at))
            .collect();
        tracts.sort_unstable();
        for (importance, at) in tracts {
            let (Some(ground), Some(middle)) = (world.ground.tracts().get(at), world.label_point(at)) else { continue };
            let Some(tract) = world.atlas.tracts.get(&ground.id) else { continue };
            let middle = self.sheet.view.page_from_map(middle, self.sheet.page);
            if !self.sheet.shows(middle) {
                continue;
            }
            let width = ground.extent.width_m() / self.sheet.view.metres_per_point();
            let (text, look) = if tract.kind == TractKind::Sea {
                let colour = self.sheet.theme.ground.water_ink;
                (tract.name.clone(), TextLook { colour, ..self.look(Face::SerifItalic, 15.0) }.spaced(0.08))
            } else {
                let colour = self.sheet.theme.ground.faint_ink;
                let size = match importance {
                    0 | 1 => 10.5,
                    2 => 9.5,
                    _ => 8.5,
                };
                let chosen = self.sheet.options.focus.ground.tracts.binary_search(&at).is_ok();
                let (face, colour) =
                    if chosen { (Face::SansSemiBold, self.sheet.theme.ground.ink) } else { (Face::Sans, colour) };
                (tract.name.to_uppercase(), TextLook { colour, ..self.look(face, size) }.spaced(0.14))
            };
            if width < look.width(&text) * 0.55 {
                continue;
            }
            let lines = if look.width(&text) > width * 0.95 { break_in_two(&text) } else { vec![text] };
            for dy in [0.0, 14.0, -14.0, 26.0] {
                if self.try_stack(look, &lines, PagePoint::new(middle.x, middle.y + dy)) {
                    break;
                }
            }
        }
    }

    fn places(&mut self, wanted: impl Fn(&Place) -> bool) {
        let world = self.sheet.world;
        let mut places: Vec<&Place> = world.atlas.places.iter().filter(|place| wanted(place)).collect();
        places.sort_by(|a, b| a.importance.cmp(&b.importance).then_with(|| a.id.cmp(&b.id)));
        for place in places {
            if !is_place_shown(place, self.sheet.view) || !crate::geometry::FRAME.contains(place.at) {
                continue;
            }
            let at = self.sheet.point(place.at);
            if self.sheet.shows(at) {
                self.one_place(place, at);
            }
        }
    }

    fn one_place(&mut self, place: &'a Place, at: PagePoint) -> bool {
        let day = self.sheet.options.day;
        let text = official_name(place, day);
        let ground = &self.sheet.theme.ground;
        let look = match place.kind {
            PlaceKind::Mountain | PlaceKind::Pass => {
                TextLook { colour: ground.faint_ink, ..self.look(Face::SerifItalic, 9.5) }
            }
            PlaceKind::Lake | PlaceKind::River => {
                TextLook { colour: ground.water_ink, ..self.look(Face::SerifItalic, 10.0) }
            }
            _ if place.importance <= 1 => self.look(Face::SansSemiBold, 12.0),
            _ if place.importance == 2 => self.look(Face::Sans, 11.0),
            _ => self.look(Face::Sans, 9.5),
        };
        if place.kind == PlaceKind::Lake {
            return self.try_level(look, text, PagePoint::new(at.x, at.y + look.size * 0.3), Anchor::Middle);
        }
        let mark = PageRect::new(at.x - 3.0, at.y - 3.0, 6.0, 6.0);
        if self.is_taken(&mark) {
            return false;
        }
        let gap = 5.0;
        let middle = look.size * 0.33;
        let spots = [
            (gap, middle, Anchor::Start),
            (-gap, middle, Anchor::End),
            (0.0, -gap - 1.0, Anchor::Middle),
            (0.0, gap + look.size * 0.75, Anchor::Middle),
            (gap * 0.8, -gap * 0.8, Anchor::Start),
            (gap * 0.8, gap + look.size * 0.5, Anchor::Start),
            (-gap * 0.8, -gap * 0.8, Anchor::End),
            (-gap * 0.8, gap + look.size * 0.5, Anchor::End),
        ];
        for (dx, dy, anchor) in spots {
            if self.try_level(look, text, PagePoint::new(at.x + dx, at.y + dy), anchor) {
                self.taken.push(mark);
                if is_settlement(place) {
                    let at = PagePoint::new(at.x + dx, at.y + dy);
                    self.named.push(Named { place, text, at, anchor, size: look.size });
                }
                let seal = self.sheet.world.atlas.instruments.iter().any(|instrument| {
                    instrument.place.as_deref() == Some(&place.id) && instrument.signed.earliest() == day
                });
                self.marks.push(Mark { at, kind: place.kind, importance: place.importance, seal });
                return true;
            }
        }
        false
    }

    /// Below the names of towns, where there is room, those in the language of the state that has the ground by right.
    fn local_names(&mut self, day: &DayMap<'_>) {
        let world = self.sheet.world;
        let faint = self.sheet.theme.ground.faint_ink;
        for Named { place, text, at, anchor, size } in std::mem::take(&mut self.named) {
            let tract = world.ground.tract_at(world.projection.map_from_lonlat(place.at));
            let holders = tract.map_or(&[][..], |tract| day.holders(tract, Sense::DeJure));
            let [holder] = holders else { continue };
            let Some(polity) = world.atlas.polities.get(holder) else { continue };
            let Some(local) = local_name(place, self.sheet.options.day, &polity.langs, text) else { continue };
            let look = TextLook { colour: faint, ..self.look(Face::Sans, size * 0.82) };
            self.try_level(look, local, PagePoint::new(at.x, at.y + size * 0.98), anchor);
        }
    }

    fn chosen_place(&mut self) {
        let world = self.sheet.world;
        let Some(id) = self.sheet.options.focus.point.as_deref() else { return };
        if let Some(place) = world.atlas.places.get(id) {
            let at = self.sheet.point(place.at);
            if self.sheet.shows(at) {
                self.one_place(place, at);
            }
        } else if let Some(waypoint) = world.atlas.waypoints.get(id)
            && let Some(at) = waypoint.at
        {
            let at = self.sheet.point(at);
            let look = self.look(Face::SansSemiBold, 11.0);
            self.try_level(look, &waypoint.name, PagePoint::new(at.x + 13.0, at.y + 4.0), Anchor::Start);
        }
    }

    fn waypoints(&mut self) {
        let world = self.sheet.world;
        let look = TextLook { colour: self.sheet.theme.ground.accent, ..self.look(Face::SansItalic, 8.5) };
        for waypoint in &world.atlas.waypoints {
            let Some(at) = waypoint.at.map(|at| self.sheet.point(at)) else { continue };
            if !self.sheet.shows(at) {
                continue;
            }
            // A point of which only the order is sure is a name along the line, not a mark on the ground.
            let marked = waypoint.grade != crate::model::Grade::C;
            let text = match waypoint.height_ft {
                Some(feet) => format!("{} {feet:.0} ft", waypoint.name),
                None => waypoint.name.clone(),
            };
            let spots = [(5.0, 3.0, Anchor::Start), (-5.0, 3.0, Anchor::End), (0.0, -6.0, Anchor::Middle)];
            let placed = self.nearness() > 3.0
                && spots
                    .iter()
                    .any(|(dx, dy, anchor)| self.try_level(look, &text, PagePoint::new(at.x + dx, at.y + dy), *anchor));
            if marked || placed {
                self.marks.push(Mark { at, kind: PlaceKind::Pass, importance: 5, seal: false });
            }
        }
    }

    fn rivers(&mut self) {
        let world = self.sheet.world;
        let mut rivers: Vec<&MapLine> = world.rivers.iter().filter(|river| river.name.is_some()).collect();
        rivers.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
        let mut named: Vec<&str> = Vec::new();
        for river in rivers {
            let Some(name) = river.name.as_deref() else { continue };
            if river.rank > 2 && self.nearness() < 1.6 || named.contains(&name) && self.nearness() < 3.0 {
                continue;
            }
            let size = if river.rank == 1 { 10.5 } else { 9.0 };
            let look = TextLook { colour: self.sheet.theme.ground.water_ink, ..self.look(Face::SerifItalic, size) }
                .spaced(0.05);
            let lines: Vec<_> = river.courses.iter().flat_map(|course| self.smooth(course)).collect();
            if self.try_along(look, name, &lines, 3.0) {
                named.push(name);
            }
        }
    }

    /// A line that is smooth enough to set a name along.
    fn smooth(&self, course: &crate::geometry::Course) -> Vec<Vec<PagePoint>> {
        let tolerance = 2.5 * self.sheet.view.metres_per_point();
        let points: Vec<PagePoint> =
            course.simplified(tolerance).map(|point| self.sheet.view.page_from_map(point, self.sheet.page)).collect();
        super::clip::line(&points, self.sheet.shown)
    }

    fn era(&mut self, era: &EraLine<'_>) {
        let colour = self.sheet.theme.era(&era.era.id).colour;
        let look = TextLook { colour, ..self.look(Face::SansSemiBold, 9.0) };
        let joined = join(&era.lines);
        self.try_along(look, era.era.short_name(), &joined, 4.5);
    }

    fn segment_numbers(&mut self) {
        let world = self.sheet.world;
        let look = TextLook { colour: self.sheet.theme.ground.accent, ..self.look(Face::SansSemiBold, 9.5) };
        for segment in &world.segments {
            let Some(id) = &segment.id else { continue };
            let lines: Vec<_> = segment.courses.iter().flat_map(|course| self.sheet.lines(course)).collect();
            let Some(line) = lines.iter().max_by(|a, b| length(a).total_cmp(&length(b))) else { continue };
            if let Some((point, angle)) = at_distance(line, length(line) / 2.0) {
                let (sin, cos) = angle.sin_cos();
                let text = id.to_uppercase();
                let _ = [9.0, -9.0].iter().any(|aside| {
                    let at = PagePoint::new(point.x + sin * aside, point.y - cos * aside + 3.0);
                    self.try_level(look, &text, at, Anchor::Middle)
                });
            }
        }
    }

    fn chosen_segments(&mut self) {
        let world = self.sheet.world;
        let look = TextLook { colour: self.sheet.theme.ground.accent, ..self.look(Face::SansSemiBold, 10.5) };
        for id in &self.sheet.options.focus.ground.segments {
            let Some(line) = world.segment(id) else { continue };
            let Some(name) = &line.name else { continue };
            let lines: Vec<_> = line.courses.iter().flat_map(|course| self.smooth(course)).collect();
            self.try_along(look, name, &lines, 6.0);
        }
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

/// Two lines of about one length, broken at a space; the text itself where it has none.
fn break_in_two(text: &str) -> Vec<String> {
    let half = text.len() / 2;
    match text.match_indices(' ').min_by_key(|(at, _)| at.abs_diff(half)) {
        Some((at, _)) => {
            vec![text.get(..at).unwrap_or_default().to_owned(), text.get(at + 1..).unwrap_or_default().to_owned()]
        }
        None => vec![text.to_owned()],
    }
}

/// Joins lines end to end where they meet, so that a name finds a long one to stand on.
fn join(lines: &[Vec<PagePoint>]) -> Vec<Vec<PagePoint>> {
    const NEAR: f64 = 3.0;
    let mut joined: Vec<Vec<PagePoint>> = Vec::new();
    for line in lines {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        let mut merged = line.clone();
        if let Some(at) = joined.iter().position(|known| {
            [known.first(), known.last()]
                .into_iter()
                .flatten()
                .any(|end| end.distance(*first) < NEAR || end.distance(*last) < NEAR)
        }) {
            let mut known = joined.swap_remove(at);
            if known.first().is_some_and(|end| end.distance(*first) < NEAR || end.distance(*last) < NEAR) {
                known.reverse();
            }
            if known.last().is_some_and(|end| end.distance(*last) < NEAR) {
                merged.reverse();
            }
            known.extend(merged);
            merged = known;
        }
        joined.push(merged);
    }
    joined
}
