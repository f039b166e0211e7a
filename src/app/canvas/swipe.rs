//! The handle between the maps of two days.

use egui::{Align2, Color32, FontId, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::widgets::Requests;
use crate::session::{Command, Session};
use crate::view::{Compare, CompareMode};

/// Draws the handle on the line between two swiped days, which follows the pointer and the arrow keys.
pub fn swipe_ui(ui: &mut Ui, session: &Session, rect: Rect) -> Requests {
    let mut asked = Requests::default();
    let Some(compare) = session.state().compare.filter(|compare| compare.mode == CompareMode::Swipe) else {
        return asked;
    };
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let x = rect.left() + rect.width() * compare.at as f32;
    let handle = Rect::from_center_size(pos2(x, rect.center().y), vec2(22.0, 44.0));
    let response = ui.interact(handle, ui.scope_id().with("swipe"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, compare.at, session.texts.say("compare.line")));
    let accent = ui.visuals().hyperlink_color;
    let painter = ui.painter().with_clip_rect(rect);
    painter.vline(x, rect.y_range(), egui::Stroke::new(3.0, accent));
    painter.rect_filled(handle.shrink2(vec2(5.0, 0.0)), 6.0, accent);
    painter.text(handle.center(), Align2::CENTER_CENTER, "◂▸", FontId::proportional(10.0), Color32::WHITE);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    let mut move_to = |x: f32| {
        let at = f64::from((x - rect.left()) / rect.width()).clamp(0.0, 1.0);
        asked.push(Command::Compare(Some(Compare { at, ..compare })));
    };
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        move_to(at.x);
    }
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    if response.has_focus() {
        let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        painter.rect_stroke(handle, 6.0, egui::Stroke::new(2.0, accent), egui::StrokeKind::Outside);
        let by = ui.input_mut(|input| {
            f32::from(i8::from(input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowRight)))
                - f32::from(i8::from(input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowLeft)))
        });
        if by != 0.0 {
            move_to(x + by * rect.width() * 0.02);
        }
    }
    asked
}
