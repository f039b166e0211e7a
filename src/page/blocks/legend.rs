//! The legend: signs with words, in columns where there is room beside one another.

use crate::map::{LegendEntry, LegendSign, shorten};
use crate::page::block::{Drawn, MapShown, PageContext};
use crate::scene::{Anchor, Pattern, SceneItem, Stroke, TextLook, circle, cross_ticks};
use crate::symbology::{Audience, Colour, Theme};
use crate::typeset::{Face, Fonts};
use crate::units::{PagePoint, PageRect};

/// How much smaller a legend may be set, so that it has room.
const SIZES: [f64; 6] = [1.0, 0.92, 0.84, 0.77, 0.7, 0.62];
/// A class reads nothing smaller than this part of the size.
const LEAST_FOR_CLASS: f64 = 0.8;
/// The size of type for which a unit of the legend is a point.
const TYPE: f64 = 12.0;
/// The width of a column, in units.
const COLUMN: f64 = 190.0;

/// The legend of the map, smaller where it has no room.
pub fn legend(page: &PageContext<'_>, map: &MapShown, room: PageRect) -> Drawn {
    if page.choice.extras.without_legend || map.legend.is_empty() {
        return Drawn::default();
    }
    let unit = page.looks().legend / TYPE;
    let least = if page.theme.audience == Audience::Class { LEAST_FOR_CLASS } else { 0.0 };
    let mut entries = map.legend.clone();
    let columns = loop {
        if let Some(columns) = Columns::fitting(&entries, unit, least, room) {
            break columns;
        }
        // Fewer lines that can be read are more than many that cannot.
        let count = entries.len();
        shorten(&mut entries, count.saturating_sub(1));
        if entries.len() == count {
            break Columns::smallest(&entries, unit, room);
        }
    };
    let mut items = Vec::new();
    columns.draw(&entries, page.theme, &mut items);
    Drawn { items, height: columns.tallest(&entries) }
}

/// The entries of a legend in columns.
struct Columns {
    at: PageRect,
    unit: f64,
    /// The width of one.
    width: f64,
    /// How many entries stand in each.
    counts: Vec<usize>,
}

impl Columns {
    /// In the largest size in which the entries have room.
    fn fitting(entries: &[LegendEntry], unit: f64, least: f64, at: PageRect) -> Option<Self> {
        let fits = |columns: &Self| columns.fits(entries);
        SIZES
            .into_iter()
            .filter(|size| *size >= least)
            .find_map(|size| Self::of_size(entries, unit * size, at).filter(fits))
    }

    fn smallest(entries: &[LegendEntry], unit: f64, at: PageRect) -> Self {
        let size = SIZES.into_iter().fold(1.0, f64::min);
        Self::of_size(entries, unit * size, at).unwrap_or(Self { at, unit, width: at.width, counts: Vec::new() })
    }

    /// `None` where not even one column has room.
    fn of_size(entries: &[LegendEntry], unit: f64, at: PageRect) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of columns")]
        let most = (at.width / (COLUMN * unit)).max(1.0) as usize;
        let mut columns = Self { at, unit, width: at.width / most as f64, counts: Vec::new() };
        if at.width <= 60.0 * unit {
            return None;
        }
        // Columns of about one height.
        let heights = || entries.iter().map(|entry| columns.height(entry));
        let even = heights().sum::<f64>() / most as f64 + heights().fold(0.0, f64::max);
        let room = even.min(at.height);
        let (mut count, mut filled) = (0, 0.0);
        let mut counts = Vec::new();
        for entry in entries {
            let height = columns.height(entry);
            if count > 0 && filled + height > room {
                counts.push(count);
                (count, filled) = (0, 0.0);
            }
            count += 1;
            filled += height;
        }
        counts.push(count);
        columns.counts = counts;
        Some(columns)
    }

    fn fits(&self, entries: &[LegendEntry]) -> bool {
        self.counts.len() as f64 * self.width <= self.at.width + 0.5 && self.tallest(entries) <= self.at.height + 0.5
    }

    /// The height of the highest column.
    fn tallest(&self, entries: &[LegendEntry]) -> f64 {
        let mut rest = entries.iter();
        let height = |count: &usize| rest.by_ref().take(*count).map(|entry| self.height(entry)).sum::<f64>();
        self.counts.iter().map(height).fold(0.0, f64::max)
    }

    fn height(&self, entry: &LegendEntry) -> f64 {
        (5.0 + 15.0 * self.lines(entry).len() as f64) * self.unit
    }

    fn lines(&self, entry: &LegendEntry) -> Vec<String> {
        Fonts::shared().wrap(&entry.text, Face::Sans, TYPE * self.unit, self.width - 46.0 * self.unit)
    }

    fn draw(&self, entries: &[LegendEntry], theme: &Theme, items: &mut Vec<SceneItem>) {
        let unit = self.unit;
        let look = TextLook::plain(Face::Sans, TYPE * unit, theme.ground.ink);
        let mut rest = entries.iter();
        for (nth, count) in self.counts.iter().enumerate() {
            let left = self.at.x + nth as f64 * self.width;
            let mut top = self.at.y;
            for entry in rest.by_ref().take(*count) {
                let sign = PageRect::new(left, top + 3.0 * unit, 26.0 * unit, 13.0 * unit);
                draw_sign(&entry.sign, sign, theme, unit, items);
                for (row, line) in self.lines(entry).iter().enumerate() {
                    let y = top + 14.0 * unit + row as f64 * 15.0 * unit;
                    items.push(SceneItem::Text(look.level(line, PagePoint::new(left + 36.0 * unit, y), Anchor::Start)));
                }
                top += self.height(entry);
            }
        }
    }
}

fn draw_sign(sign: &LegendSign, rect: PageRect, theme: &Theme, unit: f64, items: &mut Vec<SceneItem>) {
    let ring = vec![rect.ring()];
    let middle = rect.centre();
    let level = vec![vec![PagePoint::new(rect.x, middle.y), PagePoint::new(rect.right(), middle.y)]];
    let hatches = &theme.looks.hatches;
    let mut area = |fills: &[Colour], pattern: Option<(Pattern, Colour)>| {
        for colour in std::iter::once(&theme.ground.paper).chain(fills) {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: *colour });
        }
        items.extend(pattern.map(|(pattern, colour)| pattern.drawn_in(&ring, colour)));
        let mut edge = rect.ring();
        edge.extend(edge.first().copied());
        items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.6 * unit) });
    };
    match sign {
        LegendSign::Tint { fill, dots } => {
            area(&[*fill], dots.map(|dots| (Pattern::dots(&hatches.dots), dots.with_opacity(hatches.dots.opacity))));
        }
        LegendSign::Copied(copy) => {
            let lines = copy.lines.map(|look| Pattern::lines(&look, 0));
            let pattern = lines.or(copy.dots.map(|look| Pattern::dots(&look)));
            area(&[copy.grey], pattern.map(|pattern| (pattern, theme.ground.ink)));
        }
        LegendSign::Hatch { fill } => {
            area(&[], Some((Pattern::lines(&hatches.in_fact, 0), fill.with_opacity(hatches.in_fact.opacity))));
        }
        LegendSign::Autonomy { fill, line } => {
            let look = &hatches.autonomy;
            area(&[*fill], Some((Pattern::lines(look, 0), line.with_opacity(look.opacity))));
        }
        LegendSign::Undetermined { line } => {
            let look = &hatches.undetermined;
            area(&[], Some((Pattern::lines(look, 0), line.with_opacity(look.opacity))));
        }
        LegendSign::Line { colour, width, dash } => {
            let stroke = Stroke { colour: *colour, width: *width, dash: dash.clone() };
            items.push(SceneItem::Lines { lines: level, stroke });
        }
        LegendSign::Railway { colour } => {
            let line = level.first().cloned().unwrap_or_default();
            let ties = cross_ticks(&line, 6.0 * unit, 2.4 * unit);
            items.push(SceneItem::Lines { lines: level, stroke: Stroke::solid(*colour, 0.9 * unit) });
            items.push(SceneItem::Lines { lines: ties, stroke: Stroke::solid(*colour, 0.8 * unit) });
        }
        LegendSign::Ring { colour } => {
            let ring = circle(middle, theme.looks.signs.town[1]);
            let stroke = Stroke::solid(*colour, theme.looks.signs.town_ring);
            items.push(SceneItem::Lines { lines: vec![ring], stroke });
        }
    }
}
