//! Who holds the ground: tints by right, hatches in fact, and what passed to another holder since a day. Tracts of one
//! look are one item, so that no seam shows between them.

use super::context::MapContext;
use crate::model::{Day, Holder, Sense, TractKind};
use crate::scene::{Pattern, SceneItem};
use crate::symbology::{Colour, Style};
use crate::units::PagePoint;
use crate::world::DayMap;

type Rings = Vec<Vec<PagePoint>>;

/// What is laid over what, whichever tract it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Tint,
    ByRight,
    Nobody,
    InFact,
    InFactDots,
}

/// Rings by how they are inked.
#[derive(Default)]
struct Inks {
    inks: Vec<(Ink, Rings)>,
}

/// `nth` of several holders: those of a tract lie over each other in the order of the record, wherever the map is.
#[derive(Clone, Copy, PartialEq)]
struct Ink {
    layer: Layer,
    nth: usize,
    pattern: Option<Pattern>,
    colour: Colour,
}

impl Inks {
    fn fill(&mut self, nth: usize, colour: Colour, rings: &Rings) {
        self.add(Ink { layer: Layer::Tint, nth, pattern: None, colour }, rings);
    }

    fn pattern(&mut self, layer: Layer, nth: usize, pattern: Pattern, colour: Colour, rings: &Rings) {
        self.add(Ink { layer, nth, pattern: Some(pattern), colour }, rings);
    }

    fn add(&mut self, ink: Ink, rings: &Rings) {
        match self.inks.iter_mut().find(|(known, _)| *known == ink) {
            Some((_, all)) => all.extend_from_slice(rings),
            None => self.inks.push((ink, rings.clone())),
        }
    }

    fn into_items(mut self) -> impl Iterator<Item = SceneItem> {
        self.inks.sort_by_key(|(ink, _)| (ink.layer, ink.nth));
        self.inks.into_iter().map(|(Ink { pattern, colour, .. }, rings)| match pattern {
            Some(pattern) => SceneItem::Patterned { rings, pattern, colour },
            None => SceneItem::Fill { rings, colour },
        })
    }
}

pub fn holdings(context: &MapContext<'_>, day: &DayMap<'_>) -> impl Iterator<Item = SceneItem> {
    let look = &context.theme.ground;
    let mut inks = Inks::default();
    for (at, tract) in context.world.ground.tracts().iter().enumerate() {
        let rings = context.tract(tract);
        if rings.is_empty() {
            continue;
        }
        if context.world.tract_kind(at) == Some(TractKind::Sea) {
            inks.fill(0, look.sea, &rings);
            if context.theme.style == Style::Photocopy {
                let lines = context.theme.looks.hatches.copied_sea;
                inks.pattern(
                    Layer::ByRight,
                    0,
                    Pattern::lines(&lines, 0),
                    look.ink.with_opacity(lines.opacity),
                    &rings,
                );
            }
            continue;
        }
        let chosen = context.options.focus.ground.tracts.binary_search(&at).is_ok();
        let strength = if context.options.focus.dims && !chosen { look.dim } else { 1.0 };
        let (right, fact) = (day.holders(at, Sense::DeJure), day.holders(at, Sense::DeFacto));
        let senses = context.options.senses;
        if senses.de_jure {
            by_right(context, &rings, right, strength, &mut inks);
        }
        if senses.de_facto && (!senses.de_jure || fact != right) {
            let land = fact.first().filter(|_| senses.de_jure && fact.len() == 1);
            match land.and_then(|land| context.world.autonomous(land, right, context.options.day)) {
                Some((land, _)) => autonomy(context, &rings, land, strength, &mut inks),
                None => in_fact(context, &rings, fact, strength, &mut inks),
            }
        }
    }
    inks.into_items()
}

fn by_right(context: &MapContext<'_>, rings: &Rings, holders: &[Holder], strength: f64, inks: &mut Inks) {
    let dots = context.theme.looks.hatches.dots;
    let look = &context.theme.ground;
    match holders {
        [Holder::Nobody] => undetermined(context, rings, Layer::ByRight, strength, inks),
        [one] if context.theme.style != Style::Colour => copied(context, rings, one.as_str(), inks),
        [one] => {
            let polity = context.theme.polity(one.as_str());
            inks.fill(0, polity.fill.with_opacity(look.tint * strength), rings);
            if polity.dots {
                inks.pattern(
                    Layer::ByRight,
                    0,
                    Pattern::dots(&dots),
                    polity.hatch.with_opacity(dots.opacity * strength),
                    rings,
                );
            }
        }
        several => {
            // Held together or undecided between them: broad stripes of each hue.
            for (nth, holder) in several.iter().enumerate() {
                let stripes = Pattern::lines(&context.theme.looks.hatches.together, nth);
                let colour = context.theme.polity(holder.as_str()).fill.with_opacity(look.tint * strength);
                inks.pattern(Layer::ByRight, nth, stripes, colour, rings);
            }
        }
    }
}

/// The ground of a holder in greys and patterns; on an outline map nothing.
fn copied(context: &MapContext<'_>, rings: &Rings, holder: &str, inks: &mut Inks) {
    if context.theme.style == Style::Outline {
        return;
    }
    let (look, ink) = (context.theme.copy(holder), context.theme.ground.ink);
    inks.fill(0, look.grey, rings);
    let patterns = look.lines.map(|lines| Pattern::lines(&lines, 0)).into_iter();
    for pattern in patterns.chain(look.dots.map(|dots| Pattern::dots(&dots))) {
        inks.pattern(Layer::ByRight, 0, pattern, ink, rings);
    }
}

fn in_fact(context: &MapContext<'_>, rings: &Rings, holders: &[Holder], strength: f64, inks: &mut Inks) {
    let hatches = context.theme.looks.hatches;
    if holders.contains(&Holder::Nobody) {
        undetermined(context, rings, Layer::Nobody, strength, inks);
    }
    if context.theme.style == Style::Outline {
        return;
    }
    for (nth, holder) in holders.iter().filter_map(Holder::polity).enumerate() {
        if context.theme.style == Style::Photocopy {
            let hatch = Pattern::lines(&hatches.in_fact, nth);
            let ink = context.theme.ground.ink.with_opacity(hatches.in_fact.opacity);
            inks.pattern(Layer::InFact, nth, hatch, ink, rings);
            continue;
        }
        let polity = context.theme.polity(holder);
        if !context.options.senses.de_jure {
            inks.fill(
                nth,
                polity.fill.with_opacity(context.theme.ground.tint * hatches.in_fact_tint * strength),
                rings,
            );
        }
        let hatch = Pattern::lines(&hatches.in_fact, nth);
        inks.pattern(Layer::InFact, nth, hatch, polity.fill.with_opacity(hatches.in_fact.opacity * strength), rings);
        if polity.dots {
            let dots = Pattern::dots(&hatches.dots);
            inks.pattern(
                Layer::InFactDots,
                nth,
                dots,
                polity.hatch.with_opacity(hatches.dots_in_fact * strength),
                rings,
            );
        }
    }
}

/// Ground of a land that governs itself under the one who has the right to it.
fn autonomy(context: &MapContext<'_>, rings: &Rings, land: &str, strength: f64, inks: &mut Inks) {
    let look = context.theme.looks.hatches.autonomy;
    let hue = match context.theme.style {
        Style::Colour => context.theme.polity(land).hatch,
        Style::Photocopy => context.theme.ground.ink,
        Style::Outline => return,
    };
    let colour = hue.with_opacity(look.opacity * strength);
    inks.pattern(Layer::InFact, 0, Pattern::lines(&look, 0), colour, rings);
}

/// Ground that nobody holds: by right on bare paper, in fact over the tint of who has the right.
fn undetermined(context: &MapContext<'_>, rings: &Rings, layer: Layer, strength: f64, inks: &mut Inks) {
    let hatch = context.theme.looks.hatches.undetermined;
    let colour = context.theme.ground.undetermined.with_opacity(hatch.opacity * strength);
    inks.pattern(layer, 0, Pattern::lines(&hatch, 0), colour, rings);
}

/// What passed to another holder since a day, hatched broadly in the hue of who has it now.
pub fn changed(context: &MapContext<'_>, before: Day) -> impl Iterator<Item = SceneItem> {
    let senses = context.options.senses;
    let mut inks = Inks::default();
    let mut done: Vec<usize> = Vec::new();
    for change in context.world.changes(before, context.options.day) {
        let counts = match change.sense {
            Sense::DeJure => senses.de_jure,
            Sense::DeFacto => senses.de_facto,
        };
        let Some(tract) = context.world.ground.tracts().get(change.tract).filter(|_| counts) else { continue };
        let hidden = context.options.countries_only && !context.world.changes_country(&change);
        if hidden || done.contains(&change.tract) {
            continue;
        }
        done.push(change.tract);
        let rings = context.tract(tract);
        for (nth, holder) in change.to.holders.iter().enumerate().filter(|_| !rings.is_empty()) {
            let look = context.theme.looks.hatches.changed;
            let colour = context.theme.polity(holder.as_str()).hatch.with_opacity(look.opacity);
            inks.pattern(Layer::InFact, nth, Pattern::lines(&look, nth), colour, &rings);
        }
    }
    inks.into_items()
}
