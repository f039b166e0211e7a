//! The scale bar, in kilometres and in units that people used before.

use crate::model::OldUnit;
use crate::page::block::{Drawn, MapShown, PageContext};
use crate::scene::{Anchor, SceneItem, Stroke, TextLook};
use crate::symbology::{Audience, Theme};
use crate::text::Texts;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};

/// How high the scale may come out, before there is a map.
pub fn height(page: &PageContext<'_>) -> f64 {
    let bars = match page.theme.audience {
        Audience::Class => 1,
        Audience::Screen => 1 + page.world.settings.units_on(page.options.day).count(),
        Audience::Print => 2 + page.world.settings.units_on(page.options.day).count(),
    };
    (6.0 + 12.0 * bars as f64) * page.looks().credits / 9.5
}

/// The scale of the map: a bar, and for paper the fraction.
pub fn block(page: &PageContext<'_>, map: &MapShown, room: PageRect) -> Drawn {
    let size = page.looks().credits;
    let unit = size / 9.5;
    let metres_per_point = map.fitted.view.metres_per_point();
    let older: Vec<&OldUnit> = match page.theme.audience {
        Audience::Class => Vec::new(),
        Audience::Screen | Audience::Print => page.world.settings.units_on(page.options.day).collect(),
    };
    let mut items = Vec::new();
    let at = PagePoint::new(room.x, room.y + 8.0 * unit);
    let bars = 1 + older.len();
    let right = scale_bar(at, metres_per_point, unit, older.into_iter(), page.theme, page.texts(), &mut items);
    if page.theme.audience == Audience::Print {
        let text = page.texts().fill("figure.scale", &[("number", &page.texts().number(denominator(page, map), 0))]);
        let look = TextLook::plain(Face::Sans, size, page.ink());
        let beside = right + 12.0 * unit;
        let fits = beside + look.width(&text) <= room.right();
        let at = if fits { (beside, 0.0) } else { (room.x, bars as f64 * 12.0 * unit) };
        let at = PagePoint::new(at.0, room.y + 11.5 * unit + at.1);
        items.push(SceneItem::Text(look.level(&text, at, Anchor::Start)));
        if !fits {
            return Drawn { items, height: (6.0 + 12.0 * (bars as f64 + 1.0)) * unit };
        }
    }
    Drawn { items, height: (6.0 + 12.0 * bars as f64) * unit }
}

/// How many times smaller than the ground the map is on paper, to two digits.
fn denominator(page: &PageContext<'_>, map: &MapShown) -> f64 {
    const INCH_M: f64 = 0.0254;
    let paper_m = page.scale.paper * INCH_M / 72.0;
    let exact = map.fitted.view.metres_per_point() / paper_m;
    let digits = 10_f64.powf(exact.log10().floor() - 1.0);
    (exact / digits).round() * digits
}

/// A scale bar in kilometres, with bars of older units below it. It is right where the projection is true to scale,
/// which one that fits the frame nearly is throughout. Returns its right end.
fn scale_bar<'a>(
    at: PagePoint,
    metres_per_point: f64,
    unit: f64,
    older: impl Iterator<Item = &'a OldUnit>,
    theme: &Theme,
    texts: &Texts,
    items: &mut Vec<SceneItem>,
) -> f64 {
    let look = TextLook::plain(Face::Sans, 9.5 * unit, theme.ground.ink);
    let mut right = at.x;
    let units = std::iter::once((1_000.0, texts.say("units.km-name")))
        .chain(older.map(|unit| (unit.metres, unit.name.as_str())));
    for (nth, (unit_m, name)) in units.enumerate() {
        let (length, width) = bar_length(metres_per_point, unit_m, 150.0 * unit);
        let y = at.y + nth as f64 * 12.0 * unit;
        let tick = 4.0 * unit * if nth == 0 { -1.0 } else { 1.0 };
        let lines = vec![
            vec![
                PagePoint::new(at.x, y + tick),
                PagePoint::new(at.x, y),
                PagePoint::new(at.x + width, y),
                PagePoint::new(at.x + width, y + tick),
            ],
            vec![PagePoint::new(at.x + width / 2.0, y), PagePoint::new(at.x + width / 2.0, y + tick / 2.0)],
        ];
        items.push(SceneItem::Lines { lines, stroke: Stroke::solid(theme.ground.ink, 1.0 * unit) });
        let text = texts.quantity(length, name);
        items.push(SceneItem::Text(look.level(
            &text,
            PagePoint::new(at.x + width + 6.0 * unit, y + 3.5 * unit),
            Anchor::Start,
        )));
        right = right.max(at.x + width + 6.0 * unit + look.width(&text));
    }
    right
}

/// The longest bar of a round length – 1, 2 or 5 times a power of ten of a unit – that is no wider than `widest`
/// points: its length in the unit, and its width in points.
pub fn bar_length(metres_per_point: f64, unit_m: f64, widest: f64) -> (f64, f64) {
    let most = widest * metres_per_point / unit_m;
    let power = 10_f64.powf(most.max(1e-9).log10().floor());
    let length = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|step| *step <= most).unwrap_or(power);
    (length, length * unit_m / metres_per_point)
}
