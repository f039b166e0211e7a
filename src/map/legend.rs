//! The legend: what is visible on the map, and nothing else.

use std::collections::BTreeMap;

use super::border::{self, BorderKind};
use super::layers;
use super::options::MapOptions;
use crate::layer::{Layer, ShapeKind};
use crate::model::{Day, Holder, Polity, Sense};
use crate::scene::Stroke;
use crate::symbology::{Audience, Colour, CopyLook, Style, Theme};
use crate::units::MapRect;
use crate::view::{BaseLayer, Compare, CompareMode, MapView};
use crate::world::{DayMap, World};

/// A line of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendEntry {
    /// How it looks on the map.
    pub sign: LegendSign,
    /// What it means.
    pub text: String,
    /// How soon it gives way where a legend has few lines: 0 for what the map is about.
    pub rank: u8,
}

/// How a thing looks on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum LegendSign {
    /// A holder by right.
    Tint {
        /// The colour of the fill.
        fill: Colour,
        /// Fine dots over it: a local republic.
        dots: Option<Colour>,
    },
    /// Greys and patterns for a photocopy.
    Copied(CopyLook),
    /// Ground that another holds in fact, or that has changed hands.
    Hatch {
        /// The colour of the stripes.
        fill: Colour,
    },
    /// An autonomous land: stripes over the tint of its protector.
    Autonomy {
        /// The tint of its protector.
        fill: Colour,
        /// The colour of the stripes.
        line: Colour,
    },
    /// Ground of which nobody is known to be the holder.
    Undetermined {
        /// The colour of the thin lines.
        line: Colour,
    },
    /// A line.
    Line {
        /// Its colour.
        colour: Colour,
        /// Its width in points.
        width: f64,
        /// Lengths on and off in points; empty for a solid line.
        dash: Vec<f64>,
    },
    /// A railway.
    Railway {
        /// Its colour.
        colour: Colour,
    },
    /// A town.
    Ring {
        /// The colour of the ring.
        colour: Colour,
    },
}

/// The ranks of entries. Who has ground by right has his name on it, so that stripes need a line more than tints do.
const ABOUT: u8 = 0;
const HELD_IN_FACT: u8 = 1;
const BY_RIGHT: u8 = 2;
const OPEN: u8 = 3;
const SMALL: u8 = 4;
const DOUBTFUL: u8 = 5;
const FRONT: u8 = 6;
const GROUND: u8 = 7;

/// A holder of less than this part of the ground that is shown is a small one.
const SMALL_PART: f64 = 0.02;

/// Who holds the ground that is shown, each with how much of it, in square metres of the map.
#[derive(Default)]
struct HoldersShown<'a> {
    by_right: BTreeMap<&'a Holder, f64>,
    in_fact: BTreeMap<&'a Holder, f64>,
    /// Autonomous lands with the one by right.
    autonomous: BTreeMap<&'a str, &'a str>,
    claimants: Vec<&'a str>,
}

impl<'a> HoldersShown<'a> {
    fn on(world: &'a World, options: &MapOptions, day: &DayMap<'a>, shown: Option<&MapRect>) -> Self {
        let mut held = Self::default();
        for (tract, on_it) in day.iter().enumerate() {
            let Some(extent) = world.ground.tracts().get(tract).map(|tract| tract.extent) else { continue };
            if shown.is_some_and(|shown| !shown.intersects(&extent)) {
                continue;
            }
            let part = shown.map_or(extent, |shown| shown.meeting(&extent));
            let size = part.width_m() * part.height_m();
            let (right, fact) = (day.holders(tract, Sense::DeJure), day.holders(tract, Sense::DeFacto));
            for holder in right {
                *held.by_right.entry(holder).or_default() += size;
            }
            if on_it.differs() || !options.senses.de_jure {
                for holder in fact {
                    match world.autonomous(holder, right, options.day) {
                        Some((land, under)) if options.senses.de_jure => {
                            held.autonomous.insert(land, under);
                        }
                        _ => *held.in_fact.entry(holder).or_default() += size,
                    }
                }
            }
            held.claimants.extend(on_it.claims.iter().map(|claim| claim.by.as_str()));
        }
        held
    }
}

/// The legend of a map, holders first; with `shown`, of that piece of ground alone.
pub fn legend(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    view: MapView,
    shown: Option<&MapRect>,
) -> Vec<LegendEntry> {
    let day = world.day_map(options.day);
    let held = HoldersShown::on(world, options, &day, shown);
    let mut entries = Vec::new();
    of_holders(world, theme, options, &held, &mut entries);
    of_lines(world, theme, options, view, shown, &mut entries);
    of_ground(world, theme, options, &mut entries);
    // The layer on top first, as they lie.
    entries.extend(options.layers.iter().rev().filter_map(|layer| of_layer(layer, theme)));
    entries
}

/// Leaves so many entries, those of the greatest rank first to go, and of one rank the last. What the map is about stays.
pub fn shorten(entries: &mut Vec<LegendEntry>, most: usize) {
    while entries.len() > most {
        let rank = entries.iter().map(|entry| entry.rank).max().unwrap_or(ABOUT);
        let Some(last) = entries.iter().rposition(|entry| entry.rank == rank).filter(|_| rank > ABOUT) else { return };
        entries.remove(last);
    }
}

fn of_holders(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    held: &HoldersShown<'_>,
    entries: &mut Vec<LegendEntry>,
) {
    let (ground, texts, senses) = (&theme.ground, &options.texts, options.senses);
    if senses.de_jure {
        for (holder, size) in grouped(world, &held.by_right) {
            let look = theme.polity(holder.id);
            let fill = look.fill.with_opacity(ground.tint);
            let sign = match theme.style {
                Style::Colour => LegendSign::Tint { fill, dots: look.dots.then_some(look.hatch) },
                Style::Photocopy => LegendSign::Copied(theme.copy(holder.id)),
                Style::Outline => continue,
            };
            let text = holder.name(world, |polity| name(theme, polity)).to_owned();
            entries.push(LegendEntry { sign, text, rank: if size < SMALL_PART { SMALL } else { BY_RIGHT } });
        }
        for (land, under) in &held.autonomous {
            let (own, protector) = (theme.polity(land), theme.polity(under));
            let sign = match theme.style {
                Style::Colour => {
                    LegendSign::Autonomy { fill: protector.fill.with_opacity(ground.tint), line: own.hatch }
                }
                Style::Photocopy => LegendSign::Autonomy { fill: ground.paper, line: ground.ink },
                Style::Outline => continue,
            };
            let polity = |id: &str| world.atlas.polities.get(id);
            let of = polity(land).map_or(*land, |polity| name(theme, polity));
            let protector = polity(under).map_or(*under, |polity| name_in_sentence(theme, polity));
            let text = texts.fill("legend.autonomous", &[("land", &of), ("protector", &protector)]);
            entries.push(LegendEntry { sign, text, rank: ABOUT });
        }
    }
    let undetermined = senses.de_jure && held.by_right.contains_key(&Holder::Nobody);
    let in_fact_too = senses.de_facto && held.in_fact.contains_key(&Holder::Nobody);
    if undetermined || in_fact_too {
        let text = texts.say(match (undetermined, in_fact_too) {
            (true, true) => "legend.open-and-in-fact",
            (true, false) => "legend.open",
            (false, _) => "legend.open-in-fact",
        });
        let sign = LegendSign::Undetermined { line: ground.undetermined };
        entries.push(LegendEntry { sign, text: text.to_owned(), rank: OPEN });
    }
    if senses.de_facto {
        // Without colours all stripes are one, and the names on the map tell whose they are.
        if theme.style == Style::Photocopy && !held.in_fact.is_empty() {
            let sign = LegendSign::Hatch { fill: theme.ground.ink };
            let text = texts.say("legend.held-in-fact-by-others").to_owned();
            entries.push(LegendEntry { sign, text, rank: HELD_IN_FACT });
        }
        for (holder, size) in grouped(world, &held.in_fact).into_iter().filter(|_| theme.style == Style::Colour) {
            let sign = LegendSign::Hatch { fill: theme.polity(holder.id).fill };
            // Whether that is an occupation the record does not say; a group says of itself what it is.
            let text = match holder.group {
                Some(group) => group.to_owned(),
                None => {
                    let holder = holder.name(world, |polity| name_in_sentence(theme, polity));
                    texts.fill("legend.held-in-fact", &[("holder", &holder)])
                }
            };
            entries.push(LegendEntry { sign, text, rank: if size < SMALL_PART { SMALL } else { HELD_IN_FACT } });
        }
    }
    if senses.claims {
        for claimant in in_order(world, held.claimants.clone()) {
            let sign = of_stroke(Stroke::from_look(&theme.looks.lines.claim, theme.polity(claimant).hatch));
            let name = world.atlas.polities.get(claimant).map_or(claimant, Polity::name_in_sentence);
            let text = texts.fill("legend.claimed", &[("holder", &name)]);
            entries.push(LegendEntry { sign, text, rank: HELD_IN_FACT });
        }
    }
}

fn of_lines(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    view: MapView,
    shown: Option<&MapRect>,
    entries: &mut Vec<LegendEntry>,
) {
    let texts = &options.texts;
    for era in world.atlas.eras.iter().filter(|era| options.eras.contains(&era.id)) {
        let look = theme.era(&era.id);
        entries.push(LegendEntry {
            sign: LegendSign::Line { colour: look.colour, width: theme.looks.lines.era.width, dash: look.dash },
            text: texts.fill("legend.with-remark", &[("text", &era.name), ("remark", &era.status)]),
            rank: ABOUT,
        });
    }
    let (kinds, unsure) = BorderKind::on_map(world, theme, options, view, shown);
    for (kind, rank) in [
        (BorderKind::InForce, OPEN),
        (BorderKind::Disputed, SMALL),
        (BorderKind::Provisional, DOUBTFUL),
        (BorderKind::Front, FRONT),
    ] {
        if kinds.contains(&kind) {
            let text = texts.say(border_key(kind)).to_owned();
            entries.push(LegendEntry { sign: of_stroke(kind.stroke(theme)), text, rank });
        }
    }
    if unsure {
        let text = texts.say("legend.unsure").to_owned();
        let sign = of_stroke(border::doubt(theme, theme.looks.lines.doubt.width));
        entries.push(LegendEntry { sign, text, rank: GROUND });
    }
    if let Some(before) = options.changed_since {
        let sign = LegendSign::Hatch { fill: theme.ground.ink };
        let text = texts.fill("legend.changed-since", &[("day", &texts.day(before))]);
        entries.push(LegendEntry { sign, text, rank: ABOUT });
    }
}

fn of_ground(world: &World, theme: &Theme, options: &MapOptions, entries: &mut Vec<LegendEntry>) {
    let (ground, texts, lines) = (&theme.ground, &options.texts, &theme.looks.lines);
    let segments = (!world.segments.is_empty()).then(|| texts.border_by_stretches(&world.settings.segments));
    let some = |there: bool, key: &'static str| there.then(|| texts.say(key));
    for (layer, sign, text, rank) in [
        (BaseLayer::Segments, line(ground.accent, lines.segments.width), segments, ABOUT),
        (
            BaseLayer::Modern,
            line(ground.ghost, lines.modern.width),
            some(!world.modern.is_empty(), "legend.modern"),
            ABOUT,
        ),
        (
            BaseLayer::Railways,
            LegendSign::Railway { colour: ground.railway },
            some(world.railways.iter().any(|railway| railway.is_there_on(options.day)), "legend.railway"),
            GROUND,
        ),
        (
            BaseLayer::Towns,
            LegendSign::Ring { colour: ground.ink },
            some(world.atlas.places.iter().next().is_some(), "legend.town"),
            GROUND,
        ),
    ] {
        if let Some(text) = text.filter(|_| options.shows(layer)) {
            entries.push(LegendEntry { sign, text: text.to_owned(), rank });
        }
    }
}

/// The name of a holder: for a class the one that the map has.
fn name<'a>(theme: &Theme, polity: &'a Polity) -> &'a str {
    if theme.audience == Audience::Class { polity.short_name() } else { &polity.name }
}

/// The same within a sentence.
fn name_in_sentence<'a>(theme: &Theme, polity: &'a Polity) -> &'a str {
    match (&polity.in_sentence, theme.audience) {
        (None, Audience::Class) => polity.short_name(),
        _ => polity.name_in_sentence(),
    }
}

/// A holder, or a group of which several members hold ground.
struct Grouped<'a> {
    /// The one whose look the map has.
    id: &'a str,
    group: Option<&'a str>,
}

impl<'a> Grouped<'a> {
    /// The name of the group, or the one that `of` tells of the polity.
    fn name(&self, world: &'a World, of: impl Fn(&'a Polity) -> &'a str) -> &'a str {
        self.group.unwrap_or_else(|| world.atlas.polities.get(self.id).map_or(self.id, of))
    }
}

/// Holders in the order of the record, groups where their first member stands, each with its part of the ground.
fn grouped<'a>(world: &'a World, held: &BTreeMap<&'a Holder, f64>) -> Vec<(Grouped<'a>, f64)> {
    let all: f64 = held.values().sum();
    let sizes: BTreeMap<&str, f64> = held.iter().filter_map(|(holder, size)| Some((holder.polity()?, *size))).collect();
    let mut found: Vec<(Grouped<'a>, f64)> = Vec::new();
    for id in in_order(world, sizes.keys().copied().collect()) {
        let size = sizes.get(id).copied().unwrap_or_default() / all.max(1.0);
        let group = world
            .group_of(id)
            .filter(|group| group.polities.iter().filter(|member| sizes.contains_key(member.as_str())).count() > 1);
        let group = group.map(|group| group.name.as_str());
        match found.iter_mut().find(|(known, _)| group.is_some() && known.group == group) {
            Some((_, known)) => *known += size,
            None => found.push((Grouped { id, group }, size)),
        }
    }
    found
}

/// The legend of two days that are compared, each entry once: what is on one of the pictures alone says on which.
pub fn compared_legend(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    compare: Option<Compare>,
    view: MapView,
    shown: Option<&MapRect>,
) -> Vec<LegendEntry> {
    let mut entries = legend(world, theme, options, view, shown);
    let Some(compare) = compare else { return entries };
    if compare.mode == CompareMode::Ghost {
        let ghost = of_stroke(border::ghost_stroke(theme));
        let text = options.texts.fill("legend.ghost", &[("day", &options.texts.day(compare.with))]);
        entries.push(LegendEntry { sign: ghost, text, rank: ABOUT });
        return entries;
    }
    let before = MapOptions { day: compare.with, changed_since: None, ..options.clone() };
    let before = legend(world, theme, &before, view, shown);
    joined(options, &before, compare.with, &entries)
}

/// Two legends in one.
fn joined(options: &MapOptions, before: &[LegendEntry], with: Day, entries: &[LegendEntry]) -> Vec<LegendEntry> {
    let on = |entry: &LegendEntry, day: Day| LegendEntry {
        text: options.texts.fill("legend.with-remark", &[("text", &entry.text), ("remark", &options.texts.day(day))]),
        ..entry.clone()
    };
    let held = |entry: &LegendEntry| matches!(entry.sign, LegendSign::Tint { .. } | LegendSign::Hatch { .. });
    let is_in = |entries: &[LegendEntry], entry: &LegendEntry| {
        entries.iter().any(|known| known.sign == entry.sign && known.text == entry.text)
    };
    let earlier = before.iter().filter(|entry| !is_in(entries, entry)).map(|entry| (entry, Some(with)));
    let later = entries.iter().map(|entry| (entry, (!is_in(before, entry)).then_some(options.day)));
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
    Some(LegendEntry { sign, text: layer.name.clone(), rank: ABOUT })
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
