//! One map in the window: the drawing that was made last, moved to where its ground now lies.

use std::sync::Arc;

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Ui, pos2};

use super::screen::{page_rect, screen_point};
use crate::app::drawing::{Drawing, DrawingMode, Drawn, Outcome, Wanted};
use crate::app::look;
use crate::map::MapOptions;
use crate::session::Session;
use crate::units::PageRect;
use crate::world::World;

/// The map is drawn this many times wider and higher than the window shows, so that a drag uncovers no blank.
const WIDER: f64 = 1.3;

/// A drawing and the ground it shows.
pub struct Pane {
    drawing: Drawing,
    shown: Option<Shown>,
    /// Why the last drawing failed.
    failed: Option<String>,
    /// Why a drawing was begun again, until it is told.
    begun_again: Option<String>,
}

struct Shown {
    texture: TextureHandle,
    wanted: Wanted,
}

impl Pane {
    /// A pane with nothing drawn yet.
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        Self { drawing: Drawing::new(world, mode, ctx), shown: None, failed: None, begun_again: None }
    }

    /// Why a drawing had to be begun again, once.
    pub fn take_begun_again(&mut self) -> Option<String> {
        self.begun_again.take()
    }

    /// Shows the newest drawing where its ground now lies: the view fills `page`, and `cut` of it is seen.
    pub fn pane_ui(&mut self, ui: &mut Ui, session: &Session, options: MapOptions, page: Rect, cut: Rect) {
        self.drawing.ask(Wanted {
            view: session.view(),
            width: (f64::from(page.width()) * WIDER).round().max(1.0),
            height: (f64::from(page.height()) * WIDER).round().max(1.0),
            scale: f64::from(ui.ctx().pixels_per_point()),
            theme: session.theme,
            options,
        });
        while let Some(outcome) = self.drawing.take() {
            self.failed = None;
            match outcome {
                Outcome::Drawn(drawn) => self.take(ui, *drawn),
                Outcome::Failed(why) => self.failed = Some(why),
                Outcome::BegunAgain(why) => self.begun_again = Some(why),
            }
        }
        let Some(why) = &self.failed else { return self.show(ui, session, page, cut) };
        // In place of the last picture, which would be taken for what is asked for.
        let words =
            egui::RichText::new(session.texts.fill("drawing.failed", &[("reason", why)])).font(look::semibold(15.0));
        ui.put(cut.shrink(24.0).with_max_y(cut.top() + 96.0), egui::Label::new(words).wrap());
    }

    fn take(&mut self, ui: &Ui, Drawn { wanted, raster }: Drawn) {
        let size = [raster.width as usize, raster.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &raster.rgba);
        let texture = match self.shown.take() {
            Some(mut shown) => {
                shown.texture.set(image, TextureOptions::LINEAR);
                shown.texture
            }
            None => ui.ctx().load_texture("map", image, TextureOptions::LINEAR),
        };
        self.shown = Some(Shown { texture, wanted });
    }

    /// Paints the picture where its ground now lies.
    fn show(&self, ui: &Ui, session: &Session, page: Rect, cut: Rect) {
        let Some(Shown { texture, wanted }) = &self.shown else { return };
        let extent = wanted.view.extent(PageRect::new(0.0, 0.0, wanted.width, wanted.height));
        let to_screen = |point| screen_point(session.view().page_from_map(point, page_rect(page)));
        let at = Rect::from_two_pos(to_screen(extent.min), to_screen(extent.max));
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().with_clip_rect(cut).image(texture.id(), at, uv, Color32::WHITE);
    }
}
