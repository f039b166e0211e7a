//! What the signs of the timeline mean, shown on request.

use egui::{Color32, RichText, Sense, Shape, Stroke, Ui, vec2};

use super::marks::{GROUPS, kind_colour};
use crate::app::look;
use crate::symbology::Theme;
use crate::text::Texts;

/// A button that explains the signs.
pub fn signs_ui(ui: &mut Ui, texts: &Texts, theme: &Theme) {
    let button = egui::Button::new(RichText::new(texts.say("signs.button")).size(12.0)).frame(false);
    let response = ui.add(button);
    egui::Popup::menu(&response).show(|ui| explanation_ui(ui, texts, theme));
    response.on_hover_text(texts.say("signs.tip"));
}

fn explanation_ui(ui: &mut Ui, texts: &Texts, theme: &Theme) {
    let line = look::colour(theme.ground.border);
    let never = look::colour(theme.ground.never);
    let title = |ui: &mut Ui, text: &str| ui.label(RichText::new(text).font(look::semibold(13.0)));
    title(ui, texts.say("head.instruments"));
    row_ui(ui, texts.say("signs.in-force"), |at| diamond(at, line, line));
    row_ui(ui, texts.say("signs.never-in-force"), |at| diamond(at, Color32::TRANSPARENT, never));
    row_ui(ui, texts.say("signs.time-in-force"), |at| {
        let left = at - vec2(9.0, 0.0);
        Shape::line_segment([left, at + vec2(9.0, 0.0)], Stroke::new(2.5, line.gamma_multiply(0.5)))
    });
    row_ui(ui, texts.say("signs.ended"), |at| {
        Shape::line_segment([at - vec2(0.0, 3.0), at + vec2(0.0, 3.0)], Stroke::new(1.4, line))
    });
    ui.add_space(4.0);
    title(ui, texts.say("head.events"));
    for (words, kind) in GROUPS {
        row_ui(ui, texts.say(words), |at| Shape::circle_filled(at, 3.3, kind_colour(theme, kind)));
    }
    row_ui(ui, texts.say("signs.day-not-sure"), |at| Shape::circle_stroke(at, 3.3, Stroke::new(1.2, line)));
    ui.add_space(4.0);
    ui.set_max_width(300.0);
    ui.label(RichText::new(texts.say("signs.rows")).small());
}

fn row_ui(ui: &mut Ui, words: &str, sign: impl FnOnce(egui::Pos2) -> Shape) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(22.0, 14.0), Sense::hover());
        ui.painter().add(sign(rect.center()));
        ui.label(RichText::new(words).size(12.5));
    });
}

/// The sign of an instrument.
pub fn diamond(at: egui::Pos2, fill: Color32, edge: Color32) -> Shape {
    let corners = [vec2(0.0, -4.0), vec2(4.0, 0.0), vec2(0.0, 4.0), vec2(-4.0, 0.0)].map(|by| at + by);
    Shape::convex_polygon(corners.to_vec(), fill, Stroke::new(1.3, edge))
}
