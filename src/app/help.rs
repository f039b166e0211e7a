//! The help page: keys, and what the map means.

use super::{keys, look};

pub fn help_ui(ctx: &egui::Context, open: &mut bool) {
    egui::Window::new("How to use the atlas")
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
            ui.label(
                "Click a region, a town or a stretch of the border to read what moved it. The map shows one day: type \
             another date above, choose an era at the left, or step through the changes.",
            );
            ui.label(
            "A tint says who held the ground by right, a hatching who held it in fact where that was somebody else. \
             Bare ground with thin grey lines was undetermined by right. No claim of any side is painted as the map.",
        );
            ui.add_space(6.0);
            ui.label(egui::RichText::new("Keys").font(look::semibold(15.0)));
            egui::Grid::new("keys").num_columns(2).spacing([24.0, 4.0]).striped(true).show(ui, |ui| {
                for (key, what) in keys::LIST {
                    ui.label(egui::RichText::new(*key).font(look::semibold(13.0)));
                    ui.label(*what);
                    ui.end_row();
                }
            });
        });
}
