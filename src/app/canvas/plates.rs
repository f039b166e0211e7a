//! The days that the map shows, written on it.

use egui::{FontId, Rect, Ui, pos2, vec2};

use crate::app::look;
use crate::session::Session;
use crate::symbology::Theme;
use crate::view::CompareMode;

/// The two dates of a comparison on the map, or the one day and what changed on it where nothing else tells it.
pub fn date_plates(ui: &Ui, session: &Session, theme: &Theme, rect: Rect, alone: bool) {
    let painter = ui.painter().with_clip_rect(rect);
    let ink = look::colour(theme.ground.ink);
    let texts = &session.texts;
    let text = |words: String, font: FontId, top: f32, right: bool| {
        let galley = painter.layout(words, font, ink, rect.width() - 36.0);
        let left = if right { rect.right() - galley.size().x - 18.0 } else { rect.left() + 18.0 };
        let at = pos2(left, rect.top() + top);
        let back = Rect::from_min_size(at, galley.size()).expand2(vec2(8.0, 3.0));
        painter.rect_filled(back, 4.0, look::colour(theme.ground.page.with_opacity(0.9)));
        painter.galley(at, galley, ink);
    };
    let plate = |words: String, right: bool| text(words, look::serif(15.0), 12.0, right);
    let Some(compare) = session.state().compare else {
        if alone {
            text(texts.day(session.state().day), look::serif(26.0), 14.0, false);
            if let (_, _, Some(change)) = session.present_step() {
                text(change, FontId::proportional(15.0), 56.0, false);
            }
        }
        return;
    };
    if compare.mode == CompareMode::Ghost {
        let (day, with) = (texts.day(session.state().day), texts.day(compare.with));
        plate(texts.fill("compare.with-borders", &[("day", &day), ("with", &with)]), false);
    } else {
        plate(texts.day(compare.with), false);
        plate(texts.day(session.state().day), true);
    }
}
