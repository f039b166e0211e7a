//! The names of those who hold the ground, and of its regions.

use super::blank::BlankKind;
use super::grounds::{Grounds, NO_GROUND, OneGround};
use super::labels::{LINE_HEIGHT, Labels};
use crate::model::{Holder, Sense, TractKind};
use crate::scene::TextLook;
use crate::symbology::{Style, ThemeChoice};
use crate::typeset::Face;
use crate::units::PagePoint;
use crate::view::BaseLayer;
use crate::world::DayMap;

/// A cell of the ground that names are placed on has this part of the smallest size of a name.
const CELL: f64 = 0.4;

/// The ground of one holder on a page.
struct OnPage<'a> {
    holder: &'a str,
    rings: Vec<Vec<PagePoint>>,
    /// The size of the rectangles around its tracts, in square points.
    size: f64,
}

impl Labels<'_> {
    /// Names of holders, each once, wholly on the ground that they hold; one that has no room there is left to the legend.
    pub(super) fn polities(&mut self, day: &DayMap<'_>) {
        let near = &self.context.theme.looks.near;
        if !self.context.options.shows(BaseLayer::Regions) || self.nearness() > near.polities_until {
            return;
        }
        let names = self.context.theme.looks.names;
        let [.., least] = names.polity;
        let least_ground = near.polity_ground.powi(2);
        let held = self.held(day);
        let mut grounds = Grounds::new(self.context.shown.grown(-least * 0.5), least * CELL);
        for (ground, held) in held.iter().enumerate() {
            grounds.give(&held.rings, ground);
        }
        for lake in &self.context.world.lakes {
            grounds.give(&self.context.area(lake), NO_GROUND);
        }
        let mut order: Vec<usize> = (0..held.len()).collect();
        let size = |at: &usize| held.get(*at).map_or(0.0, |held| held.size);
        order.sort_by(|a, b| size(b).total_cmp(&size(a)));
        for at in order {
            if let Some(held) = held.get(at).filter(|held| held.size >= least_ground) {
                self.polity(held.holder, &grounds.ground(at));
            }
        }
    }

    /// The ground of each holder on the page, in the order of the record.
    fn held<'b>(&self, day: &DayMap<'b>) -> Vec<OnPage<'b>> {
        let mut found: Vec<OnPage<'b>> = Vec::new();
        for (at, tract) in self.context.world.ground.tracts().iter().enumerate() {
            let Some(holder) = self.named_holder(day, at) else { continue };
            let rings = self.context.tract(tract);
            if rings.is_empty() {
                continue;
            }
            let scale = self.context.view.metres_per_point();
            let size = tract.extent.width_m() * tract.extent.height_m() / scale.powi(2);
            match found.iter_mut().find(|known| known.holder == holder) {
                Some(known) => {
                    known.size += size;
                    known.rings.extend(rings);
                }
                None => found.push(OnPage { holder, rings, size }),
            }
        }
        found
    }

    /// After whom a tract is called: who has it by right, an autonomous land, or where nobody has it by right who holds it
    /// in fact.
    fn named_holder<'b>(&self, day: &DayMap<'b>, tract: usize) -> Option<&'b str> {
        let senses = self.context.options.senses;
        let (right, fact) = (day.holders(tract, Sense::DeJure), day.holders(tract, Sense::DeFacto));
        let undetermined = right.contains(&Holder::Nobody);
        let autonomous = |holder: &&Holder| {
            let day = self.context.options.day;
            self.context.world.autonomous(holder, right, day).is_some()
        };
        let holders = match fact.first().filter(autonomous) {
            Some(_) if senses.de_jure && senses.de_facto => fact,
            _ if senses.de_jure && !(undetermined && senses.de_facto) => right,
            _ if senses.de_facto => fact,
            _ => return None,
        };
        match holders {
            [Holder::Polity(holder)] => Some(holder),
            _ => None,
        }
    }

    fn polity(&mut self, holder: &str, ground: &OneGround<'_>) {
        let context = self.context;
        let Some(polity) = context.world.atlas.polities.get(holder) else { return };
        let colour = match context.theme.choice {
            ThemeChoice::Light if context.theme.style == Style::Colour => context.theme.polity(holder).hatch,
            ThemeChoice::Light => context.theme.ground.ink,
            ThemeChoice::Dark => context.theme.polity(holder).fill,
        };
        let text = polity.short_name().to_uppercase();
        let names = context.theme.looks.names;
        let mut broken = vec![vec![text.clone()], break_in_two(&text), words(&text)];
        broken.dedup();
        for size in names.polity {
            let look = TextLook { colour, ..self.look(Face::SerifSemiBold, size) }.spaced(0.16);
            for lines in &broken {
                let width = lines.iter().map(|line| look.width(line)).fold(0.0, f64::max);
                let height = size * (LINE_HEIGHT * (lines.len() as f64 - 1.0) + 1.0);
                let free = |middle: PagePoint| self.stack_has_room(look, lines, middle);
                if let Some(middle) = ground.middle_for(width, height, free)
                    && self.try_stack(look, lines, middle, names.clear)
                {
                    self.take_off(lines.len(), polity.short_name(), BlankKind::State, middle);
                    return;
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

/// Each word on a line of its own.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
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
