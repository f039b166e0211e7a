//! The help page: keys, and what the map means.

use super::{keys, look};
use crate::text::Texts;

pub fn help_ui(ctx: &egui::Context, texts: &Texts, open: &mut bool) {
    egui::Window::new(texts.say("help.title"))
        .id(egui::Id::unique("help"))
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .open(open)
        .default_width(520.0)
        .collapsible(false)
        .resizable(false)
        .constrain(true)
        .max_height(ctx.content_rect().height() - 80.0)
        .vscroll(true)
        .show(ctx, |ui| {
            ui.label(texts.say("help.how"));
            ui.label(texts.say("help.map"));
            ui.add_space(6.0);
            ui.label(egui::RichText::new(texts.say("help.keys")).font(look::semibold(15.0)));
            egui::Grid::new("keys").num_columns(2).spacing([24.0, 4.0]).striped(true).show(ui, |ui| {
                for key in keys::LIST {
                    ui.label(egui::RichText::new(texts.say(&format!("{key}.press"))).font(look::semibold(13.0)));
                    ui.label(texts.say(&format!("{key}.does")));
                    ui.end_row();
                }
            });
        });
}
