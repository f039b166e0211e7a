//! What lies on the map in the window: its scale and who made the ground.

use egui::{Align2, FontId, Rect, Ui, pos2};

use crate::app::look;
use crate::page::bar_length;
use crate::session::Session;
use crate::symbology::Theme;

/// Scale bar at the lower left, credits at the lower right.
pub fn furniture_ui(ui: &Ui, session: &Session, theme: &Theme, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect);
    let ink = look::colour(theme.ground.ink);
    let back = look::colour(theme.ground.page.with_opacity(0.82));
    let (km, width) = scale(session.view().metres_per_point(), 1_000.0);
    let settings = &session.world.settings;
    let older: Vec<_> = settings
        .units_on(session.state().day)
        .map(|unit| (unit, scale(session.view().metres_per_point(), unit.metres)))
        .collect();
    let left = rect.left() + 16.0;
    let base = rect.bottom() - 20.0 - 14.0 * older.len() as f32;
    let box_width = older.iter().fold(width, |widest, (_, (_, width))| widest.max(*width)) + 84.0;
    painter.rect_filled(
        Rect::from_min_max(pos2(left - 8.0, base - 14.0), pos2(left + box_width, rect.bottom() - 8.0)),
        4.0,
        back,
    );
    let bar = |y: f32, width: f32, text: String, up: f32| {
        let stroke = egui::Stroke::new(1.3, ink);
        painter
            .line(vec![pos2(left, y + up), pos2(left, y), pos2(left + width, y), pos2(left + width, y + up)], stroke);
        painter.text(pos2(left + width + 7.0, y), Align2::LEFT_CENTER, text, FontId::proportional(11.0), ink);
    };
    let texts = &session.texts;
    bar(base, width, texts.quantity(km, texts.say("units.km-name")), -5.0);
    for (nth, (unit, (length, width))) in older.iter().enumerate() {
        bar(base + 14.0 * (nth + 1) as f32, *width, texts.quantity(*length, &unit.name), 5.0);
    }
    let font = FontId::proportional(10.0);
    let faint = look::colour(theme.ground.faint_ink);
    let room = (rect.width() - box_width - 60.0).max(120.0);
    let set = |words: &str| painter.layout(words.to_owned(), font.clone(), faint, room);
    // On a small map the credits are not to cover what they are for.
    let whole = set(&settings.credits);
    let credits = if whole.rows.len() > 2 { set(&settings.short_credits) } else { whole };
    let size = credits.size();
    let at = pos2(rect.right() - size.x - 10.0, rect.bottom() - size.y - 8.0);
    painter.rect_filled(Rect::from_min_size(at, size).expand(4.0), 4.0, back);
    painter.galley(at, credits, faint);
}

/// A bar of a round length and its width on the screen.
#[expect(clippy::cast_possible_truncation, reason = "a width on the screen")]
fn scale(metres_per_point: f64, unit_m: f64) -> (f64, f32) {
    let (length, width) = bar_length(metres_per_point, unit_m, 130.0);
    (length, width as f32)
}
