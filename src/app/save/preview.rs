//! The page as it will be, small: drawn beside the window, anew when something changes.

use std::sync::Arc;

use egui::{ColorImage, Sense, TextureHandle, TextureOptions, Ui, vec2};

use super::wish::PageWish;
use crate::app::drawing::DrawingMode;
use crate::app::look;
use crate::export::{Raster, raster};
use crate::failure::with_causes;
use crate::platform::Job;
use crate::session::Session;

/// A small picture of a page.
pub struct Preview {
    mode: DrawingMode,
    /// What was begun last, at so many pixels.
    last: Option<(PageWish, [u32; 2])>,
    running: Option<Job<Result<Raster, String>>>,
    shown: Option<TextureHandle>,
    /// Why there is no picture.
    failed: Option<String>,
}

impl Preview {
    /// One that is drawn in a mode.
    pub fn new(mode: DrawingMode) -> Self {
        Self { mode, last: None, running: None, shown: None, failed: None }
    }

    /// Shows the page in a room of so many points, and begins to draw it anew where it is another.
    pub fn preview_ui(&mut self, ui: &mut Ui, session: &Session, wanted: PageWish, room: [f32; 2]) {
        self.take(ui);
        let choice = &wanted.choice;
        let sheet = choice.template.sheet(choice.audience(), choice.pixels);
        #[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
        let shape = (sheet.width / sheet.height) as f32;
        let size = vec2(room[0].min(room[1] * shape), room[1].min(room[0] / shape));
        let pixels = size * ui.ctx().pixels_per_point();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the pixels of a part of the window"
        )]
        let pixels = [pixels.x.max(1.0) as u32, pixels.y.max(1.0) as u32];
        if self.running.is_none() && self.last.as_ref().is_none_or(|last| last.0 != wanted || last.1 != pixels) {
            self.begin(ui, session, wanted, pixels);
        }
        ui.vertical(|ui| {
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, session.texts.say("save.preview"))
            });
            let edge = egui::Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
            if let Some(shown) = &self.shown {
                let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                ui.painter().image(shown.id(), rect, whole, egui::Color32::WHITE);
            }
            ui.painter().rect_stroke(rect, 0.0, edge, egui::StrokeKind::Outside);
            if let Some(failed) = &self.failed {
                ui.label(egui::RichText::new(failed).font(look::italic(13.0)));
            }
        });
    }

    fn begin(&mut self, ui: &Ui, session: &Session, wanted: PageWish, pixels: [u32; 2]) {
        let (world, layers) = (Arc::clone(&session.world), session.shown_layers());
        let mut small = wanted.clone();
        small.choice.pixels = Some(pixels);
        let work = move || {
            let page = small.scene(&world, &layers);
            raster(&page, page.scale.pixels).map_err(|error| with_causes(&error))
        };
        self.last = Some((wanted, pixels));
        self.running = Some(self.mode.start(ui.ctx(), work));
    }

    fn take(&mut self, ui: &Ui) {
        let Some(answer) = self.running.as_ref().and_then(Job::poll) else { return };
        self.running = None;
        match answer.unwrap_or_else(|died| Err(died.to_string())) {
            Ok(raster) => {
                self.failed = None;
                let size = [raster.width as usize, raster.height as usize];
                let image = ColorImage::from_rgba_premultiplied(size, &raster.rgba);
                match &mut self.shown {
                    Some(shown) => shown.set(image, TextureOptions::LINEAR),
                    None => self.shown = Some(ui.ctx().load_texture("page", image, TextureOptions::LINEAR)),
                }
            }
            Err(reason) => self.failed = Some(reason),
        }
    }
}
