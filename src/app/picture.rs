//! The dialog for saving the map as a picture, with title, legend, scale and credits, or the record. It asks for it and
//! saves nothing itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{ComboBox, RichText};

use super::look;
use super::saving::SaveWish;
use crate::page::{PageChoice, Template};
use crate::platform::{self, Job};
use crate::session::Session;

/// The dialog for saving a picture.
#[derive(Default)]
pub struct PictureDialog {
    open: bool,
    path: String,
    size: usize,
    whole: bool,
    browsing: Option<Job<Option<PathBuf>>>,
}

const ENDINGS: &[&str] = &["png", "svg", "pdf"];

fn template(dialog: &PictureDialog) -> &'static Arc<Template> {
    Template::all().get(dialog.size).unwrap_or(Template::usual())
}

impl PictureDialog {
    pub fn is_open(&self) -> bool {
        self.open
    }

    pub fn close(&mut self) {
        self.open = false;
    }

    /// Shows the dialog as it was, for what could not be saved.
    pub fn reopen(&mut self) {
        self.open = true;
    }

    /// The file that the dialog names.
    fn file(&self) -> PathBuf {
        PathBuf::from(self.path.trim())
    }

    pub fn open(&mut self, session: &Session) {
        let days = match session.state().compare {
            Some(compare) => format!("{}-and-{}", compare.with, session.state().day),
            None => session.state().day.to_string(),
        };
        self.path = platform::pictures_folder().join(format!("kars-atlas-{days}.png")).display().to_string();
        self.open = true;
    }
}

/// The dialog, which closes when something is asked for.
pub fn picture_ui(ctx: &egui::Context, dialog: &mut PictureDialog) -> Option<SaveWish> {
    if let Some(chosen) = dialog.browsing.as_ref().and_then(Job::poll) {
        // Where the system has no file dialog nothing comes back, and the path can still be typed.
        if let Ok(Some(path)) = chosen {
            dialog.path = path.display().to_string();
        }
        dialog.browsing = None;
    }
    if !dialog.open {
        return None;
    }
    let (mut open, mut wish) = (true, None);
    egui::Window::new("Save")
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .show(ctx, |ui| {
            ui.label(RichText::new("The map as a picture").font(look::semibold(14.0)));
            ui.label("The file’s ending says what kind it is: .png, .svg or .pdf");
            ui.horizontal(|ui| {
                let field = ui.add(egui::TextEdit::singleline(&mut dialog.path).desired_width(380.0));
                field.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, "File of the picture")
                });
                if ui.button("Browse…").clicked() && dialog.browsing.is_none() {
                    let ctx = ctx.clone();
                    let wake = move || ctx.request_repaint();
                    dialog.browsing = Some(platform::ask_where_to_save(&dialog.file(), "Picture", ENDINGS, wake));
                }
            });
            ComboBox::from_label("Size").selected_text(template(dialog).name.as_str()).show_ui(ui, |ui| {
                for (at, template) in Template::all().iter().enumerate() {
                    ui.selectable_value(&mut dialog.size, at, template.name.as_str());
                }
            });
            ui.checkbox(&mut dialog.whole, "The whole map, not the present view");
            ui.add_space(4.0);
            if ui.button(RichText::new("Save").font(look::semibold(14.0))).clicked() {
                let choice = Box::new(PageChoice::new(template(dialog)));
                wish = Some(SaveWish::Picture { file: dialog.file(), choice, whole: dialog.whole });
            }
            ui.separator();
            ui.label(RichText::new("The whole record, for use elsewhere").font(look::semibold(14.0)));
            ui.label("Written beside the picture: places and regions as Linked Places, or every table as CSV.");
            let file = dialog.file();
            let folder = file.parent().unwrap_or(Path::new(""));
            ui.horizontal(|ui| {
                if ui.button("Linked Places (GeoJSON)").clicked() {
                    wish = Some(SaveWish::Places { file: folder.join("kars-atlas-places.geojson") });
                }
                if ui.button("CSV tables").clicked() {
                    wish = Some(SaveWish::Tables { folder: folder.join("kars-atlas-tables") });
                }
            });
        });
    dialog.open = open && wish.is_none();
    wish
}
