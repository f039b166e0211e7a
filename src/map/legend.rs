//! The legend: what is visible on the map, and nothing else.

use super::border::{self, BorderKind};
use super::layers;
use super::options::MapOptions;
use crate::layer::{Layer, ShapeKind};
use crate::model::{Day, Holder, Polity, Sense};
use crate::scene::Stroke;
use crate::symbology::{Colour, Theme};
use crate::view::{BaseLayer, Compare, CompareMode, MapView};
use crate::world::World;

/// A line of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    pub sign: LegendSign,
    pub text: String,
}

/// How a thing looks on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum LegendSign {
    Tint { fill: Colour, dots: Option<Colour> },
    Hatch { fill: Colour },
    Undetermined { line: Colour },
    Line { colour: Colour, width: f64, dash: Vec<f64> },
    Railway { colour: Colour },
    Ring { colour: Colour },
}

/// The legend of a map, holders first.
pub fn legend(world: &World, theme: &Theme, options: &MapOptions, view: MapView) -> Vec<LegendEntry> {
    let day = world.on(options.day);
    let (ground, texts) = (&theme.ground, &options.texts);
    let mut entries = Vec::new();
    let mut by_right: Vec<&Holder> = Vec::new();
    let mut in_fact: Vec<&Holder> = Vec::new();
    let mut claimants: Vec<&str> = Vec::new();
    for (tract, held) in day.iter().enumerate() {
        by_right.extend(day.holders(tract, Sense::DeJure));
        if held.differs() || !options.senses.de_jure {
            in_fact.extend(day.holders(tract, Sense::DeFacto));
        }
        claimants.extend(held.claims.iter().map(|claim| claim.by.as_str()));
    }
    let undetermined = options.senses.de_jure && by_right.contains(&&Holder::Nobody);
    if options.senses.de_jure {
        for holder in polities_in_order(world, &by_right) {
            let look = theme.polity(holder);
            let fill = look.fill.with_opacity(ground.tint);
            let sign = LegendSign::Tint { fill, dots: look.dots.then_some(look.hatch) };
            entries.push(LegendEntry { sign, text: name(world, holder, |polity| &polity.name).to_owned() });
        }
    }
    let in_fact_too = options.senses.de_facto && in_fact.contains(&&Holder::Nobody);
    if undetermined || in_fact_too {
        let sign = LegendSign::Undetermined { line: ground.undetermined };
        let text = texts.say(match (undetermined, in_fact_too) {
            (true, true) => "legend.open-and-in-fact",
            (true, false) => "legend.open",
            (false, _) => "legend.open-in-fact",
        });
        entries.push(LegendEntry { sign, text: text.to_owned() });
    }
    if options.senses.de_facto {
        for holder in polities_in_order(world, &in_fact) {
            let sign = LegendSign::Hatch { fill: theme.polity(holder).fill };
            // Whether that is an occupation the record does not say: an autonomous land holds its own ground.
            let text = texts.fill("legend.held-in-fact", &[("holder", &name(world, holder, Polity::name_in_sentence))]);
            entries.push(LegendEntry { sign, text });
        }
    }
    if options.senses.claims {
        for claimant in in_order(world, claimants) {
            let sign = of_stroke(Stroke::of(&theme.looks.lines.claim, theme.polity(claimant).hatch));
            let text = texts.fill("legend.claimed", &[("holder", &name(world, claimant, Polity::name_in_sentence))]);
            entries.push(LegendEntry { sign, text });
        }
    }
    let (kinds, unsure) = BorderKind::on_map(world, theme, options, view);
    for kind in [BorderKind::InForce, BorderKind::Disputed, BorderKind::Provisional, BorderKind::Front] {
        if kinds.contains(&kind) {
            let text = texts.say(border_key(kind)).to_owned();
            entries.push(LegendEntry { sign: of_stroke(kind.stroke(theme)), text });
        }
    }
    if unsure {
        let text = texts.say("legend.unsure").to_owned();
        entries.push(LegendEntry { sign: of_stroke(border::doubt(theme, theme.looks.lines.doubt.width)), text });
    }
    if let Some(before) = options.changed_since {
        let sign = LegendSign::Hatch { fill: ground.ink };
        let text = texts.fill("legend.changed-since", &[("day", &texts.day(before))]);
        entries.push(LegendEntry { sign, text });
    }
    for era in world.atlas.eras.iter().filter(|era| options.eras.contains(&era.id)) {
        let look = theme.era(&era.id);
        entries.push(LegendEntry {
            sign: LegendSign::Line { colour: look.colour, width: theme.looks.lines.era.width, dash: look.dash },
            text: texts.fill("legend.with-remark", &[("text", &era.name), ("remark", &era.status)]),
        });
    }
    let lines = &theme.looks.lines;
    for (layer, sign, text) in [
        (BaseLayer::Segments, line(ground.accent, lines.segments.width), world.settings.segments.legend.as_str()),
        (BaseLayer::Modern, line(ground.ghost, lines.modern.width), texts.say("legend.modern")),
        (BaseLayer::Railways, LegendSign::Railway { colour: ground.railway }, texts.say("legend.railway")),
        (BaseLayer::Towns, LegendSign::Ring { colour: ground.ink }, texts.say("legend.town")),
    ] {
        if options.shows(layer) {
            entries.push(LegendEntry { sign, text: text.to_owned() });
        }
    }
    // The layer on top first, as they lie.
    entries.extend(options.layers.iter().rev().filter_map(|layer| of_layer(layer, theme)));
    entries
}

/// The legend of two days that are compared, each entry once: what is on one of the pictures alone says on which.
pub fn compared_legend(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    compare: Option<Compare>,
    view: MapView,
) -> Vec<LegendEntry> {
    let mut entries = legend(world, theme, options, view);
    let Some(compare) = compare else { return entries };
    if compare.mode == CompareMode::Ghost {
        let ghost = of_stroke(border::ghost_stroke(theme));
        let text = options.texts.fill("legend.ghost", &[("day", &options.texts.day(compare.with))]);
        entries.push(LegendEntry { sign: ghost, text });
        return entries;
    }
    let before = MapOptions { day: compare.with, changed_since: None, ..options.clone() };
    let before = legend(world, theme, &before, view);
    let on = |entry: &LegendEntry, day: Day| LegendEntry {
        sign: entry.sign.clone(),
        text: options.texts.fill("legend.with-remark", &[("text", &entry.text), ("remark", &options.texts.day(day))]),
    };
    let held = |entry: &LegendEntry| matches!(entry.sign, LegendSign::Tint { .. } | LegendSign::Hatch { .. });
    let earlier = before.iter().filter(|entry| !entries.contains(entry)).map(|entry| (entry, Some(compare.with)));
    let later = entries.iter().map(|entry| (entry, (!before.contains(entry)).then_some(options.day)));
    earlier
        .chain(later)
        .map(|(entry, only)| match only.filter(|_| held(entry)) {
            Some(day) => on(entry, day),
            None => entry.clone(),
        })
        .collect()
}

/// The sign of a layer of the reader's own, as its largest shapes look, with its name; none where it has no shapes.
fn of_layer(layer: &Layer, theme: &Theme) -> Option<LegendEntry> {
    let colour = layers::colour(&layer.style, theme);
    let sign = match layer.features.largest_kind()? {
        ShapeKind::Area => LegendSign::Tint { fill: colour.with_opacity(layer.style.fill_opacity), dots: None },
        ShapeKind::Line => line(colour, layer.style.line_width),
        ShapeKind::Points => LegendSign::Ring { colour },
    };
    Some(LegendEntry { sign, text: layer.name.clone() })
}

fn border_key(kind: BorderKind) -> &'static str {
    match kind {
        BorderKind::InForce => "legend.border",
        BorderKind::Disputed => "legend.disputed",
        BorderKind::Provisional => "legend.provisional",
        BorderKind::Front => "legend.front",
    }
}

fn of_stroke(stroke: Stroke) -> LegendSign {
    LegendSign::Line { colour: stroke.colour, width: stroke.width, dash: stroke.dash }
}

fn line(colour: Colour, width: f64) -> LegendSign {
    LegendSign::Line { colour, width, dash: Vec::new() }
}

/// Each once, in the order of the record.
fn in_order<'a>(world: &World, mut ids: Vec<&'a str>) -> Vec<&'a str> {
    ids.sort_by_key(|id| (world.atlas.polities.position(id), *id));
    ids.dedup();
    ids
}

fn polities_in_order<'a>(world: &World, holders: &[&'a Holder]) -> Vec<&'a str> {
    in_order(world, holders.iter().filter_map(|holder| holder.polity()).collect())
}

fn name<'a>(world: &'a World, id: &'a str, of: impl Fn(&'a Polity) -> &'a str) -> &'a str {
    world.atlas.polities.get(id).map_or(id, of)
}
