//! Borders of a day and of other eras: all from the arcs between tracts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::context::MapContext;
use super::options::MapOptions;
use crate::geometry::Arc;
use crate::model::{Certainty, Era, Holder, Sense, TractKind};
use crate::scene::{SceneItem, Stroke};
use crate::symbology::{Colour, Style, Theme};
use crate::units::{MapRect, PagePoint};
use crate::view::{MapView, Senses};
use crate::world::{DayMap, World};

/// The band beside a border follows it to within this many points, which its softness hides.
const BAND_TOLERANCE: f64 = 1.0;

/// What a line between two tracts is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BorderKind {
    /// By right, on one side of ground whose holder is not determined.
    Provisional,
    /// By right, where the right of one side is in dispute.
    Disputed,
    /// By right.
    InForce,
    /// Between those who hold the ground in fact, where it is not the border by right.
    Front,
}

impl BorderKind {
    /// What lies between two tracts; `None` where nothing that is shown does.
    fn between(day: &DayMap<'_>, senses: Senses, left: usize, right: usize) -> Option<Self> {
        let differ = |sense| day.holders(left, sense) != day.holders(right, sense);
        if senses.de_jure && differ(Sense::DeJure) {
            let both = [left, right];
            let held = || both.into_iter().filter_map(|tract| day.get(tract)?.de_jure);
            let undetermined = |tract: usize| day.holders(tract, Sense::DeJure).contains(&Holder::Nobody);
            Some(if both.into_iter().any(undetermined) {
                Self::Provisional
            } else if held().any(|held| held.certainty == Certainty::Disputed || held.holders.len() > 1) {
                Self::Disputed
            } else {
                Self::InForce
            })
        } else {
            (senses.de_facto && differ(Sense::DeFacto)).then_some(Self::Front)
        }
    }

    /// How a line of the kind is drawn.
    pub fn stroke(self, theme: &Theme) -> Stroke {
        let lines = &theme.looks.lines;
        let look = match self {
            Self::Provisional => &lines.provisional,
            Self::Disputed => &lines.disputed,
            Self::InForce => &lines.in_force,
            Self::Front => &lines.front,
        };
        Stroke::from_look(look, theme.ground.border)
    }

    /// The kinds that stand on a map, and whether the course of a border by right is so unsure that it shows.
    pub fn on_map(
        world: &World,
        theme: &Theme,
        options: &MapOptions,
        view: MapView,
        shown: Option<&MapRect>,
    ) -> (BTreeSet<Self>, bool) {
        let day = world.day_map(options.day);
        let mut kinds = BTreeSet::new();
        let mut unsure = false;
        let is_shown = |arc: &&Arc| shown.is_none_or(|shown| shown.intersects(&arc.course.extent()));
        let arcs = world.ground.arcs().iter().filter(is_shown);
        for (left, right) in arcs.filter_map(|arc| land_on_both_sides(world, arc)) {
            let kind = Self::between(&day, options.senses, left, right);
            unsure |=
                kind.is_some_and(|kind| kind != Self::Front) && uncertainty(world, theme, view, left, right).is_some();
            kinds.extend(kind);
        }
        (kinds, unsure)
    }
}

/// The width, in points, of the doubt about the line between two tracts, where it can be seen.
fn uncertainty(world: &World, theme: &Theme, view: MapView, left: usize, right: usize) -> Option<f64> {
    let error_m = world.edge(left, right)?.error_m;
    let width = 2.0 * error_m / view.metres_per_point();
    let [least, most] = theme.looks.near.doubt;
    (width > least).then_some(width.min(most))
}

/// How the doubt about a line is drawn: as broad as it is.
pub fn doubt(theme: &Theme, width: f64) -> Stroke {
    Stroke { width, ..Stroke::from_look(&theme.looks.lines.doubt, theme.ground.border) }
}

/// The lines between tracts on a day: borders between holders, edges within one holder, both below names.
pub fn borders(context: &MapContext<'_>, day: &DayMap<'_>) -> Vec<SceneItem> {
    let ground = &context.theme.ground;
    let band = &context.theme.looks.lines.band;
    let mut bands: HashMap<Colour, Vec<Vec<PagePoint>>> = HashMap::new();
    let mut edges = Vec::new();
    let mut by_kind: BTreeMap<BorderKind, Vec<Vec<PagePoint>>> = BTreeMap::new();
    let mut fuzzy: Vec<(f64, Vec<Vec<PagePoint>>)> = Vec::new();
    for arc in context.world.ground.arcs() {
        let Some((left, right)) = land_on_both_sides(context.world, arc) else { continue };
        let lines = context.lines(&arc.course);
        if lines.is_empty() {
            continue;
        }
        let kind = BorderKind::between(day, context.options.senses, left, right);
        if kind.is_some_and(|kind| kind != BorderKind::Front) {
            let mut coarse = None;
            for (tract, side) in [(left, 1.0), (right, -1.0)] {
                if let [Holder::Polity(holder)] = day.holders(tract, Sense::DeJure)
                    && context.theme.style == Style::Colour
                {
                    let look = context.theme.polity(holder);
                    let hue = look.hem.unwrap_or(look.hatch).with_opacity(band.opacity);
                    let coarse = coarse.get_or_insert_with(|| context.lines_within(&arc.course, BAND_TOLERANCE));
                    let aside = coarse.iter().map(|line| offset(line, side * band.width / 2.0));
                    bands.entry(hue).or_default().extend(aside);
                }
            }
            if let Some(width) = uncertainty(context.world, context.theme, context.view, left, right) {
                fuzzy.push((width, lines.clone()));
            }
        } else {
            edges.extend(lines.iter().cloned());
        }
        if let Some(kind) = kind {
            by_kind.entry(kind).or_default().extend(lines);
        }
    }
    let mut items = Vec::new();
    if !edges.is_empty() {
        items.push(SceneItem::Lines {
            lines: edges,
            stroke: Stroke::from_look(&context.theme.looks.lines.edge, ground.edge),
        });
    }
    let mut bands: Vec<_> = bands.into_iter().collect();
    bands.sort_by_key(|(colour, _)| colour.to_hex());
    items.extend(
        bands.into_iter().map(|(colour, lines)| SceneItem::Lines { lines, stroke: Stroke::solid(colour, band.width) }),
    );
    fuzzy.sort_by(|a, b| a.0.total_cmp(&b.0));
    items.extend(
        fuzzy.into_iter().map(|(width, lines)| SceneItem::Lines { lines, stroke: doubt(context.theme, width) }),
    );
    items.extend(
        by_kind.into_iter().map(|(kind, lines)| SceneItem::Lines { lines, stroke: kind.stroke(context.theme) }),
    );
    items
}

/// The borders of another day, as a broad pale line over the map: what was there before.
pub fn ghost(context: &MapContext<'_>, before: &DayMap<'_>) -> Vec<SceneItem> {
    let sense = if context.options.senses.de_jure { Sense::DeJure } else { Sense::DeFacto };
    let mut lines = Vec::new();
    for arc in context.world.ground.arcs() {
        if let Some((left, right)) = land_on_both_sides(context.world, arc)
            && before.holders(left, sense) != before.holders(right, sense)
        {
            lines.extend(context.lines(&arc.course));
        }
    }
    let look = &context.theme.ground;
    vec![
        SceneItem::Lines {
            lines: lines.clone(),
            stroke: Stroke::from_look(&context.theme.looks.lines.ghost_rim, look.halo),
        },
        SceneItem::Lines { lines, stroke: ghost_stroke(context.theme) },
    ]
}

/// How the borders of another day are drawn.
pub fn ghost_stroke(theme: &Theme) -> Stroke {
    Stroke::from_look(&theme.looks.lines.ghost, theme.ground.accent)
}

/// The line that an era drew.
pub struct EraLine<'a> {
    pub era: &'a Era,
    pub lines: Vec<Vec<PagePoint>>,
}

/// The lines of the chosen eras. Where several run together each has a lane of its own beside the others.
pub fn eras<'a>(context: &MapContext<'a>) -> Vec<EraLine<'a>> {
    let chosen: Vec<(&Era, Vec<&[Holder]>)> = context
        .world
        .atlas
        .eras
        .iter()
        .filter(|era| context.options.eras.contains(&era.id))
        .map(|era| (era, holders_of_era(context.world, era)))
        .collect();
    let mut found: Vec<EraLine<'_>> = chosen.iter().map(|(era, _)| EraLine { era, lines: Vec::new() }).collect();
    for arc in context.world.ground.arcs() {
        let Some((left, right)) = land_on_both_sides(context.world, arc) else { continue };
        let here: Vec<usize> = chosen
            .iter()
            .enumerate()
            .filter(|(_, (era, holders))| draws(era, holders, left, right))
            .map(|(nth, _)| nth)
            .collect();
        if here.is_empty() {
            continue;
        }
        let lines = context.lines(&arc.course);
        for (lane, nth) in here.iter().enumerate() {
            let aside = (lane as f64 - (here.len() - 1) as f64 / 2.0) * context.theme.looks.offsets.era;
            if let Some(era) = found.get_mut(*nth) {
                era.lines
                    .extend(lines.iter().map(|line| if aside == 0.0 { line.clone() } else { offset(line, aside) }));
            }
        }
    }
    found
}

/// Who held each tract after an era's instruments: by right on its day, with what was signed laid over.
fn holders_of_era<'a>(world: &'a World, era: &'a Era) -> Vec<&'a [Holder]> {
    let day = world.day_map(era.date.earliest());
    let mut holders: Vec<&[Holder]> =
        (0..world.ground.tracts().len()).map(|tract| day.holders(tract, Sense::DeJure)).collect();
    for signed in &era.signed {
        for tract in &signed.tracts {
            if let Some(holders) = world.ground.position(tract).and_then(|tract| holders.get_mut(tract)) {
                *holders = std::slice::from_ref(&signed.holder);
            }
        }
    }
    holders
}

fn draws(era: &Era, holders: &[&[Holder]], left: usize, right: usize) -> bool {
    let (Some(a), Some(b)) = (holders.get(left), holders.get(right)) else { return false };
    let concerned = |holders: &[Holder]| holders.iter().any(|holder| era.line_of.contains(holder));
    let left_out = |holders: &[Holder]| holders.iter().any(|holder| era.not_towards.contains(holder));
    a != b && (concerned(a) || concerned(b)) && !left_out(a) && !left_out(b)
}

/// The tracts beside an arc where both are land. The seam at which one tract is cut at the antimeridian is no line.
fn land_on_both_sides(world: &World, arc: &Arc) -> Option<(usize, usize)> {
    let (left, right) = (arc.left?, arc.right?);
    let land = |tract: usize| world.tract_kind(tract).is_none_or(|kind| kind == TractKind::Land);
    (left != right && land(left) && land(right)).then_some((left, right))
}

/// A line moved sideways by this many points, to its left as seen along it on a page with y downwards.
pub fn offset(line: &[PagePoint], by: f64) -> Vec<PagePoint> {
    line.iter()
        .enumerate()
        .map(|(at, point)| {
            let before = at.checked_sub(1).and_then(|before| line.get(before)).unwrap_or(point);
            let after = line.get(at + 1).unwrap_or(point);
            let (dx, dy) = (after.x - before.x, after.y - before.y);
            let length = dx.hypot(dy);
            if length == 0.0 { *point } else { PagePoint::new(point.x + dy / length * by, point.y - dx / length * by) }
        })
        .collect()
}
