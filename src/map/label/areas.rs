//! The names of those who hold the ground, and of its regions.

use super::labels::Labels;
use crate::model::{Holder, Sense, TractKind};
use crate::scene::TextLook;
use crate::typeset::Face;
use crate::units::PagePoint;
use crate::view::BaseLayer;
use crate::world::DayMap;

impl Labels<'_> {
    /// Names of holders across the ground they hold, once for each piece that is large on the page.
    pub(super) fn polities(&mut self, day: &DayMap<'_>) {
        if !self.context.options.shows(BaseLayer::Regions)
            || self.nearness() > self.context.theme.looks.near.polities_until
        {
            return;
        }
        let senses = self.context.options.senses;
        let names = self.context.theme.looks.names;
        let [.., least] = names.polity;
        let mut largest: Vec<(&str, f64, PagePoint, f64)> = Vec::new();
        for (at, tract) in self.context.world.ground.tracts().iter().enumerate() {
            // Ground without an owner by right is called after the one who holds it in fact.
            let right = day.holders(at, Sense::DeJure);
            let undetermined = right.contains(&Holder::Nobody);
            let holders = if senses.de_jure && !(undetermined && senses.de_facto) {
                right
            } else if senses.de_facto {
                day.holders(at, Sense::DeFacto)
            } else {
                &[]
            };
            let [Holder::Polity(holder)] = holders else { continue };
            let Some(middle) = self.context.world.label_point(at) else { continue };
            let middle = self.context.view.page_from_map(middle, self.context.page);
            let width = tract.extent.width_m() / self.context.view.metres_per_point();
            let size = width * tract.extent.height_m() / self.context.view.metres_per_point();
            if !self.context.shows(middle) {
                continue;
            }
            match largest.iter_mut().find(|(known, ..)| known == holder) {
                Some(known) if known.1 < size => *known = (holder, size, middle, width),
                Some(_) => {}
                None => largest.push((holder, size, middle, width)),
            }
        }
        largest.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        for (holder, size, middle, width) in largest {
            if size < self.context.theme.looks.near.polity_ground.powi(2) {
                continue;
            }
            let Some(polity) = self.context.world.atlas.polities.get(holder) else { continue };
            let colour = self.context.theme.polity(holder).hatch;
            let colour = match self.context.theme.choice {
                crate::symbology::ThemeChoice::Light => colour,
                crate::symbology::ThemeChoice::Dark => self.context.theme.polity(holder).fill,
            };
            let text = polity.short_name().to_uppercase();
            for size in names.polity {
                let look = TextLook { colour, ..self.look(Face::SerifSemiBold, size) }.spaced(0.16);
                let lines = if look.width(&text) > width * 1.15 { break_in_two(&text) } else { vec![text.clone()] };
                if lines.iter().any(|line| look.width(line) > width * 1.4) && size > least {
                    continue;
                }
                if [-1.6, 1.6, -3.2, 3.2, 0.0]
                    .iter()
                    .any(|up| self.try_stack(look, &lines, PagePoint::new(middle.x, middle.y + size * up), names.clear))
                {
                    break;
                }
            }
        }
    }

    pub(super) fn regions(&mut self) {
        let names = self.context.theme.looks.names;
        let world = self.context.world;
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
            let middle = self.context.view.page_from_map(middle, self.context.page);
            if !self.context.shows(middle) {
                continue;
            }
            let width = ground.extent.width_m() / self.context.view.metres_per_point();
            let (text, look) = if tract.kind == TractKind::Sea {
                let colour = self.context.theme.ground.water_ink;
                (tract.name.clone(), TextLook { colour, ..self.look(Face::SerifItalic, names.sea) }.spaced(0.08))
            } else {
                let colour = self.context.theme.ground.faint_ink;
                let [first, second, least] = names.region;
                let size = match importance {
                    0 | 1 => first,
                    2 => second,
                    _ => least,
                };
                let chosen = self.context.options.focus.ground.tracts.binary_search(&at).is_ok();
                let (face, colour) =
                    if chosen { (Face::SansSemiBold, self.context.theme.ground.ink) } else { (Face::Sans, colour) };
                (tract.name.to_uppercase(), TextLook { colour, ..self.look(face, size) }.spaced(0.14))
            };
            if width < look.width(&text) * 0.55 {
                continue;
            }
            let lines = if look.width(&text) > width * 0.95 { break_in_two(&text) } else { vec![text] };
            for dy in [0.0, 14.0, -14.0, 26.0] {
                if self.try_stack(look, &lines, PagePoint::new(middle.x, middle.y + dy), 1.0) {
                    break;
                }
            }
        }
    }
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
