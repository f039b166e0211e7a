//! The names of towns, mountains, lakes and of the points of the annexes.

use super::blank::BlankKind;
use super::labels::{Labels, Mark, Named};
use crate::map::place::is_place_shown;
use crate::map::place::local_name;
use crate::map::place::official_name;
use crate::model::{Grade, Holder, Place, PlaceKind, Sense};
use crate::scene::{Anchor, TextLook};
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::DayMap;

impl<'a> Labels<'a> {
    pub(super) fn places(&mut self, wanted: impl Fn(&Place) -> bool) {
        let world = self.context.world;
        let mut places: Vec<&Place> = world.atlas.places.iter().filter(|place| wanted(place)).collect();
        places.sort_by(|a, b| a.importance.cmp(&b.importance).then_with(|| a.id.cmp(&b.id)));
        for place in places {
            if !is_place_shown(place, self.context.view, &self.context.theme.looks.near)
                || !self.context.world.projection.frame().contains(place.at)
            {
                continue;
            }
            let at = self.context.point(place.at);
            if self.context.shows(at) {
                self.one_place(place, at);
            }
        }
    }

    fn one_place(&mut self, place: &'a Place, at: PagePoint) -> bool {
        let names = self.context.theme.looks.names;
        let day = self.context.options.day;
        let text = official_name(place, day);
        let ground = &self.context.theme.ground;
        let look = match place.kind {
            PlaceKind::Mountain | PlaceKind::Pass => {
                TextLook { colour: ground.faint_ink, ..self.look(Face::SerifItalic, names.peak) }
            }
            PlaceKind::Lake | PlaceKind::River => {
                TextLook { colour: ground.water_ink, ..self.look(Face::SerifItalic, names.lake) }
            }
            _ if place.importance <= 1 => self.look(Face::SansSemiBold, names.town[0]),
            _ if place.importance == 2 => self.look(Face::Sans, names.town[1]),
            _ => self.look(Face::Sans, names.town[2]),
        };
        if place.kind == PlaceKind::Lake {
            return self.try_level(look, text, PagePoint::new(at.x, at.y + look.size * 0.3), Anchor::Middle);
        }
        let signs = self.context.theme.looks.signs;
        let mark = PageRect::new(at.x, at.y, 0.0, 0.0).grown(signs.town[0]);
        if self.is_taken(&mark) {
            return false;
        }
        let gap = signs.town_gap;
        let middle = look.size * 0.33;
        let spots = [
            (gap, middle, Anchor::Start),
            (-gap, middle, Anchor::End),
            (0.0, -gap * 1.2, Anchor::Middle),
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
                    self.take_off(1, text, BlankKind::Town, self.beside(at, anchor, look.size));
                }
                let seal = self.context.world.atlas.instruments.iter().any(|instrument| {
                    instrument.place.as_deref() == Some(&place.id) && instrument.signed.earliest() == day
                });
                self.marks.push(Mark { at, kind: place.kind, importance: place.importance, seal });
                return true;
            }
        }
        false
    }

    /// Below the names of towns, where there is room, those in the language of the state that has the ground by right.
    pub(super) fn local_names(&mut self, day: &DayMap<'_>) {
        let world = self.context.world;
        let faint = self.context.theme.ground.faint_ink;
        for Named { place, text, at, anchor, size } in std::mem::take(&mut self.named) {
            let tract = world.ground.tract_at(world.projection.map_from_lonlat(place.at));
            let holders = tract.map_or(&[][..], |tract| day.holders(tract, Sense::DeJure));
            let [Holder::Polity(holder)] = holders else { continue };
            let Some(polity) = world.atlas.polities.get(holder) else { continue };
            let Some(local) = local_name(place, self.context.options.day, &polity.langs, text) else { continue };
            let look = TextLook { colour: faint, ..self.look(Face::Sans, size * self.context.theme.looks.names.local) };
            self.try_level(look, local, PagePoint::new(at.x, at.y + size * 0.98), anchor);
        }
    }

    pub(super) fn chosen_place(&mut self) {
        let world = self.context.world;
        let Some(id) = self.context.options.focus.point.as_deref() else { return };
        if let Some(place) = world.atlas.places.get(id) {
            let at = self.context.point(place.at);
            if self.context.shows(at) {
                self.one_place(place, at);
            }
        } else if let Some(waypoint) = world.atlas.waypoints.get(id)
            && let Some(at) = waypoint.at
        {
            let at = self.context.point(at);
            let look = self.look(Face::SansSemiBold, self.context.theme.looks.names.chosen);
            self.try_level(look, &waypoint.name, PagePoint::new(at.x + 13.0, at.y + 4.0), Anchor::Start);
        }
    }

    pub(super) fn waypoints(&mut self) {
        let world = self.context.world;
        let look = TextLook {
            colour: self.context.theme.ground.accent,
            ..self.look(Face::SansItalic, self.context.theme.looks.names.waypoint)
        };
        for waypoint in &world.atlas.waypoints {
            let Some(at) = waypoint.at.map(|at| self.context.point(at)) else { continue };
            if !self.context.shows(at) {
                continue;
            }
            // A point of which only the order is sure is a name along the line, not a mark on the ground.
            let marked = waypoint.grade != Grade::C;
            let text = match waypoint.height_ft {
                Some(feet) => {
                    format!("{} {}", waypoint.name, self.context.options.texts.feet("units.feet-alone", feet))
                }
                None => waypoint.name.clone(),
            };
            let spots = [(5.0, 3.0, Anchor::Start), (-5.0, 3.0, Anchor::End), (0.0, -6.0, Anchor::Middle)];
            let placed = self.nearness() > self.context.theme.looks.near.waypoints
                && spots
                    .iter()
                    .any(|(dx, dy, anchor)| self.try_level(look, &text, PagePoint::new(at.x + dx, at.y + dy), *anchor));
            if marked || placed {
                self.marks.push(Mark { at, kind: PlaceKind::Pass, importance: 5, seal: false });
            }
        }
    }
}

/// Whether a place is one that people live or lived in.
pub fn is_settlement(place: &Place) -> bool {
    matches!(place.kind, PlaceKind::Town | PlaceKind::Village | PlaceKind::Station | PlaceKind::Fort | PlaceKind::Ruin)
}
