//! The legend: what is visible on the map, and nothing else.

use super::border::{self, BorderKind};
use super::layers;
use super::options::MapOptions;
use crate::layer::{Layer, ShapeKind};
use crate::model::{Day, Sense, day_in_words};
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
    let ground = &theme.ground;
    let mut entries = Vec::new();
    let mut by_right: Vec<&str> = Vec::new();
    let mut in_fact: Vec<&str> = Vec::new();
    let mut claimants: Vec<&str> = Vec::new();
    for (tract, held) in day.iter().enumerate() {
        by_right.extend(day.holders(tract, Sense::DeJure).iter().map(String::as_str));
        if held.differs() || !options.senses.de_jure {
            in_fact.extend(day.holders(tract, Sense::DeFacto).iter().map(String::as_str));
        }
        claimants.extend(held.claims.iter().map(|claim| claim.by.as_str()));
    }
    let mut undetermined = false;
    if options.senses.de_jure {
        for holder in in_order(world, by_right) {
            if holder == "none" {
                undetermined = true;
                continue;
            }
            let look = theme.polity(holder);
            let fill = look.fill.with_opacity(ground.tint);
            let sign = LegendSign::Tint { fill, dots: look.dots.then_some(look.hatch) };
            entries.push(LegendEntry { sign, text: name(world, holder) });
        }
    }
    let in_fact_too = options.senses.de_facto && in_fact.contains(&"none");
    if undetermined || in_fact_too {
        let sign = LegendSign::Undetermined { line: ground.undetermined };
        let text = match (undetermined, in_fact_too) {
            (true, true) => "Undetermined by right; over a tint, in fact",
            (true, false) => "Undetermined by right",
            (false, _) => "Undetermined in fact",
        };
        entries.push(LegendEntry { sign, text: text.to_owned() });
    }
    if options.senses.de_facto {
        for holder in in_order(world, in_fact).into_iter().filter(|holder| *holder != "none") {
            let sign = LegendSign::Hatch { fill: theme.polity(holder).fill };
            entries.push(LegendEntry { sign, text: format!("held in fact by {}", with_article(&name(world, holder))) });
        }
    }
    if options.senses.claims {
        for claimant in in_order(world, claimants) {
            let sign = line(theme.polity(claimant).hatch, 1.5, &[4.0, 2.2]);
            entries.push(LegendEntry { sign, text: format!("claimed by {}", with_article(&name(world, claimant))) });
        }
    }
    let (kinds, unsure) = BorderKind::on_map(world, options, view);
    for kind in [BorderKind::InForce, BorderKind::Disputed, BorderKind::Provisional, BorderKind::Front] {
        if kinds.contains(&kind) {
            entries.push(LegendEntry { sign: of_stroke(kind.stroke(ground.border)), text: kind_name(kind).to_owned() });
        }
    }
    if unsure {
        let text = "Course not sure: as broad as the doubt".to_owned();
        entries.push(LegendEntry { sign: of_stroke(border::doubt(theme, 9.0)), text });
    }
    if let Some(before) = options.changed_since {
        let sign = LegendSign::Hatch { fill: ground.ink };
        let text =
            format!("Broad hatch: passed to another since {}, in the hue of who has it now", day_in_words(before));
        entries.push(LegendEntry { sign, text });
    }
    for era in world.atlas.eras.iter().filter(|era| options.eras.contains(&era.id)) {
        let look = theme.era(&era.id);
        entries.push(LegendEntry {
            sign: LegendSign::Line { colour: look.colour, width: 2.0, dash: look.dash },
            text: format!("{} ({})", era.name, era.status),
        });
    }
    for (layer, sign, text) in [
        (BaseLayer::Segments, line(ground.accent, 2.4, &[]), world.settings.segments.legend.as_str()),
        (BaseLayer::Modern, line(ground.ghost, 2.2, &[]), "Today’s borders"),
        (BaseLayer::Railways, LegendSign::Railway { colour: ground.railway }, "Railway"),
        (BaseLayer::Towns, LegendSign::Ring { colour: ground.ink }, "Town"),
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
        entries.push(LegendEntry { sign: ghost, text: format!("Borders of {}", day_in_words(compare.with)) });
        return entries;
    }
    let before = MapOptions { day: compare.with, changed_since: None, ..options.clone() };
    let before = legend(world, theme, &before, view);
    let on = |entry: &LegendEntry, day: Day| LegendEntry {
        sign: entry.sign.clone(),
        text: format!("{} ({})", entry.text, day_in_words(day)),
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
        ShapeKind::Line => line(colour, layer.style.line_width, &[]),
        ShapeKind::Points => LegendSign::Ring { colour },
    };
    Some(LegendEntry { sign, text: layer.name.clone() })
}

fn kind_name(kind: BorderKind) -> &'static str {
    match kind {
        BorderKind::InForce => "Border by right",
        BorderKind::Disputed => "Border by right, in dispute",
        BorderKind::Provisional => "Border by right, provisional",
        BorderKind::Front => "Line in fact",
    }
}

fn of_stroke(stroke: Stroke) -> LegendSign {
    LegendSign::Line { colour: stroke.colour, width: stroke.width, dash: stroke.dash }
}

fn line(colour: Colour, width: f64, dash: &[f64]) -> LegendSign {
    LegendSign::Line { colour, width, dash: dash.to_vec() }
}

/// Each once, in the order of the record.
fn in_order<'a>(world: &World, mut ids: Vec<&'a str>) -> Vec<&'a str> {
    ids.sort_by_key(|id| (world.atlas.polities.position(id), *id));
    ids.dedup();
    ids
}

fn name(world: &World, polity: &str) -> String {
    world.atlas.polities.get(polity).map_or_else(|| polity.to_owned(), |polity| polity.name.clone())
}

fn with_article(name: &str) -> String {
    let wants =
        ["Ottoman", "Russian", "South", "United", "Republic", "Provisional", "Allied", "Transcaucasian", "Soviet"];
    if wants.iter().any(|start| name.starts_with(start)) { format!("the {name}") } else { name.to_owned() }
}
