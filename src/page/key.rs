//! The legend of a figure, beside the map or on it.

use std::f64::consts::FRAC_PI_4;

use super::layout::Layout;
use super::locator::{height, locator};
use crate::map::{LegendEntry, LegendSign, MapOptions, compared_legend};
use crate::scene::{Anchor, Pattern, SceneItem, Stroke, TextLook, circle, cross_ticks};
use crate::symbology::Theme;
use crate::typeset::{Face, Fonts};
use crate::units::{PagePoint, PageRect};
use crate::view::{Compare, MapView};
use crate::world::World;

/// How much smaller a legend may be set, so that it has room.
const SIZES: [f64; 6] = [1.0, 0.92, 0.84, 0.77, 0.7, 0.62];
/// The widths of the locator and of a column of the legend, in units of the page.
const LOCATOR: f64 = 230.0;
const COLUMN: f64 = 250.0;

/// The legend, with the locator below it or at its right.
pub fn key(
    world: &World,
    theme: &Theme,
    options: &MapOptions,
    compare: Option<Compare>,
    view: MapView,
    layout: &Layout,
    items: &mut Vec<SceneItem>,
) {
    let unit = layout.unit;
    let gap = 18.0 * unit;
    let entries = compared_legend(world, theme, options, compare, view);
    let head = TextLook::plain(Face::SerifSemiBold, 14.0 * unit, theme.ground.ink);
    let at = PagePoint::new(layout.key.x, layout.key.y + 14.0 * unit);
    items.push(SceneItem::Text(head.level(options.texts.say("legend.title"), at, Anchor::Start)));
    let top = layout.key.y + 26.0 * unit;
    let whole = PageRect { y: top, height: (layout.key.bottom() - top).max(0.0), ..layout.key };
    let Some(settings) = &world.settings.locator else {
        Columns::fitting(&entries, unit, whole)
            .unwrap_or_else(|| Columns::smallest(&entries, unit, whole))
            .draw(&entries, theme, items);
        return;
    };
    let width = whole.width.min(LOCATOR * unit);
    let height = height(settings, width);
    let corner = PageRect::new(whole.right() - width, whole.bottom() - height, width, height);
    let corner = if layout.is_tall() { PageRect { y: whole.y, ..corner } } else { PageRect { x: whole.x, ..corner } };
    let beside = if layout.is_tall() {
        PageRect { width: corner.x - gap - whole.x, ..whole }
    } else {
        PageRect { height: corner.y - gap - whole.y, ..whole }
    };
    // A legend that is cut off is worse than a figure without its locator.
    let legend = match Columns::fitting(&entries, unit, beside) {
        Some(legend) => {
            locator(world, settings, unit, corner, theme, items);
            legend
        }
        None => Columns::fitting(&entries, unit, whole).unwrap_or_else(|| Columns::smallest(&entries, unit, whole)),
    };
    legend.draw(&entries, theme, items);
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
    fn fitting(entries: &[LegendEntry], unit: f64, at: PageRect) -> Option<Self> {
        SIZES.into_iter().find_map(|size| Self::of_size(entries, unit * size, at).filter(Self::fits))
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

    fn fits(&self) -> bool {
        self.counts.len() as f64 * self.width <= self.at.width + 0.5
    }

    fn height(&self, entry: &LegendEntry) -> f64 {
        (5.0 + 15.0 * self.lines(entry).len() as f64) * self.unit
    }

    fn lines(&self, entry: &LegendEntry) -> Vec<String> {
        Fonts::shared().wrap(&entry.text, Face::Sans, 12.0 * self.unit, self.width - 46.0 * self.unit)
    }

    fn draw(&self, entries: &[LegendEntry], theme: &Theme, items: &mut Vec<SceneItem>) {
        let unit = self.unit;
        let look = TextLook::plain(Face::Sans, 12.0 * unit, theme.ground.ink);
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
    let boxed = |items: &mut Vec<SceneItem>| {
        let mut edge = rect.ring();
        edge.extend(edge.first().copied());
        items.push(SceneItem::Lines { lines: vec![edge], stroke: Stroke::solid(theme.ground.edge, 0.6 * unit) });
    };
    match sign {
        LegendSign::Tint { fill, dots } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            items.push(SceneItem::Fill { rings: ring.clone(), colour: *fill });
            if let Some(dots) = dots {
                items.push(Pattern::Dots { spacing: 6.0 * unit, radius: 0.8 * unit }.drawn_in(&ring, *dots));
            }
            boxed(items);
        }
        LegendSign::Hatch { fill } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            let hatch = Pattern::Lines { spacing: 5.0 * unit, angle: -FRAC_PI_4, width: 1.7 * unit };
            items.push(hatch.drawn_in(&ring, fill.with_opacity(0.9)));
            boxed(items);
        }
        LegendSign::Undetermined { line } => {
            items.push(SceneItem::Fill { rings: ring.clone(), colour: theme.ground.paper });
            let hatch = Pattern::Lines { spacing: 6.0 * unit, angle: FRAC_PI_4, width: 0.6 * unit };
            items.push(hatch.drawn_in(&ring, line.with_opacity(0.6)));
            boxed(items);
        }
        LegendSign::Line { colour, width, dash } => {
            let stroke =
                Stroke { colour: *colour, width: width * unit, dash: dash.iter().map(|part| part * unit).collect() };
            items.push(SceneItem::Lines { lines: level, stroke });
        }
        LegendSign::Railway { colour } => {
            let line = level.first().cloned().unwrap_or_default();
            let ties = cross_ticks(&line, 6.0 * unit, 2.4 * unit);
            items.push(SceneItem::Lines { lines: level, stroke: Stroke::solid(*colour, 0.9 * unit) });
            items.push(SceneItem::Lines { lines: ties, stroke: Stroke::solid(*colour, 0.8 * unit) });
        }
        LegendSign::Ring { colour } => {
            items.push(SceneItem::Lines {
                lines: vec![circle(middle, 2.6 * unit)],
                stroke: Stroke::solid(*colour, 1.1 * unit),
            });
        }
    }
}
