//! The scale bar, in kilometres and in units that people used before.

use crate::model::OldUnit;
use crate::scene::{Anchor, SceneItem, Stroke, TextLook};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::typeset::Face;
use crate::units::PagePoint;

/// A scale bar in kilometres, with bars of older units below it. It is right where the projection is true to scale,
/// which one that fits the frame nearly is throughout. Returns its right end.
pub fn scale_bar<'a>(
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
