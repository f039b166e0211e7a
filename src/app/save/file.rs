//! The file that a page is written to: its kind, its name, and what is done where there is one of that name.

use std::path::{Path, PathBuf};

use egui::{RichText, Ui};

use super::saving::SaveWish;
use crate::app::look;
use crate::export::Format;
use crate::platform::{self, Job};
use crate::text::Texts;
use crate::view::MapState;

/// Where a page is written to.
#[derive(Default)]
pub struct FileChoice {
    path: String,
    format: Format,
    browsing: Option<Job<Option<PathBuf>>>,
    /// The path that was looked at last, and whether there is a file.
    looked: Option<(String, bool)>,
    saved: Option<PathBuf>,
}

/// What is asked for.
pub enum Asked {
    /// That the page be written.
    Save { file: PathBuf, format: Format },
    /// That it be put on the clipboard.
    Copy,
    /// That its caption be put there.
    CopyCaption,
}

const ENDINGS: &[&str] = &["png", "svg", "pdf"];

impl FileChoice {
    /// Offers a name that is free, for what a state shows; the folder stays the one of the last time.
    pub fn offer(&mut self, state: &MapState) {
        let days = match state.compare {
            Some(compare) => format!("{}-and-{}", compare.with, state.day),
            None => state.day.to_string(),
        };
        let folder = Path::new(self.path.trim()).parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.map_or_else(platform::pictures_folder, Path::to_owned);
        self.path = free_name(&folder, &format!("kars-atlas-{days}"), self.format.ending()).display().to_string();
        self.saved = None;
        self.looked = None;
    }

    /// Takes in that a file was written.
    pub fn was_saved(&mut self, file: PathBuf) {
        self.saved = Some(file);
        self.looked = None;
    }

    /// Takes what the dialog of the system answered.
    pub fn take_answer(&mut self) {
        let Some(answer) = self.browsing.as_ref().and_then(Job::poll) else { return };
        self.browsing = None;
        // Where the system has no file dialog nothing comes back, and the path can still be typed.
        if let Ok(Some(path)) = answer {
            self.format = Format::of_file(&path).unwrap_or(self.format);
            self.path = path.display().to_string();
        }
    }

    fn file(&self) -> PathBuf {
        PathBuf::from(self.path.trim())
    }

    fn is_there(&mut self) -> bool {
        if self.looked.as_ref().is_none_or(|(path, _)| *path != self.path) {
            let there = platform::is_there(&self.file()).is_ok();
            self.looked = Some((self.path.clone(), there));
        }
        self.looked.as_ref().is_some_and(|(_, there)| *there)
    }

    /// The kind of file, its name, and the buttons.
    pub fn file_ui(&mut self, ui: &mut Ui, texts: &Texts) -> Option<Asked> {
        ui.horizontal(|ui| {
            ui.label(texts.say("save.format"));
            for format in Format::ALL {
                if ui.selectable_label(self.format == format, format.name()).clicked() {
                    self.format = format;
                    self.path = self.file().with_extension(format.ending()).display().to_string();
                }
            }
        });
        ui.horizontal(|ui| {
            let field = egui::TextEdit::singleline(&mut self.path).desired_width(ui.available_width() - 76.0);
            let field = ui.add(field);
            field.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, texts.say("save.file"))
            });
            if field.changed() {
                self.format = Format::of_file(&self.file()).unwrap_or(self.format);
            }
            if ui.button(texts.say("save.browse")).clicked() && self.browsing.is_none() {
                let ctx = ui.ctx().clone();
                let wake = move || ctx.request_repaint();
                self.browsing = Some(platform::ask_where_to_save(&self.file(), "Picture", ENDINGS, wake));
            }
        });
        let is_kind = Format::of_file(&self.file()).is_some();
        if !is_kind {
            ui.label(RichText::new(texts.say("save.ending")).font(look::italic(13.0)));
        }
        let there = is_kind && self.is_there() && self.saved.as_deref() != Some(&self.file());
        if there {
            ui.horizontal(|ui| {
                ui.label(RichText::new(texts.say("save.there")).font(look::italic(13.0)));
                if ui.button(texts.say("save.free-name")).clicked() {
                    let file = self.file();
                    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                    let folder = file.parent().unwrap_or(Path::new(""));
                    self.path = free_name(folder, &stem, self.format.ending()).display().to_string();
                }
            });
        }
        let mut asked = None;
        ui.horizontal(|ui| {
            let save = texts.say(if there { "save.replace" } else { "save.save" });
            let save = egui::Button::new(RichText::new(save).font(look::semibold(15.0)));
            if ui.add_enabled(is_kind, save).clicked() {
                asked = Some(Asked::Save { file: self.file(), format: self.format });
            }
            if ui.button(texts.say("save.copy")).clicked() {
                asked = Some(Asked::Copy);
            }
            if ui.button(texts.say("save.copy-caption")).clicked() {
                asked = Some(Asked::CopyCaption);
            }
        });
        self.saved_ui(ui, texts);
        asked
    }

    /// What was written last, with what is usually done next.
    fn saved_ui(&self, ui: &mut Ui, texts: &Texts) {
        let Some(saved) = &self.saved else { return };
        let name = saved.file_name().unwrap_or_default().to_string_lossy();
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(texts.fill("save.saved", &[("file", &name)])).font(look::semibold(13.0)));
            if ui.button(texts.say("save.open-folder")).clicked() {
                let folder = saved.parent().unwrap_or(Path::new(""));
                let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
                ui.ctx().open_url(egui::OpenUrl::new_tab(format!("file://{}", folder.display())));
            }
            if ui.button(texts.say("save.copy-path")).clicked() {
                ui.ctx().copy_text(saved.display().to_string());
            }
        });
    }

    /// The record, beside the picture.
    pub fn record_ui(&self, ui: &mut Ui, texts: &Texts) -> Option<SaveWish> {
        let file = self.file();
        let folder = file.parent().unwrap_or(Path::new(""));
        let mut wish = None;
        ui.horizontal(|ui| {
            if ui.button(texts.say("save.places")).clicked() {
                wish = Some(SaveWish::Places { file: folder.join("kars-atlas-places.geojson") });
            }
            if ui.button(texts.say("save.tables")).clicked() {
                wish = Some(SaveWish::Tables { folder: folder.join("kars-atlas-tables") });
            }
        });
        wish
    }
}

/// The first name of a row that no file has: the stem alone, then with a number.
fn free_name(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let name = |nth: usize| match nth {
        1 => folder.join(format!("{stem}.{ending}")),
        _ => folder.join(format!("{stem}-{nth}.{ending}")),
    };
    (1..10_000).map(name).find(|file| platform::is_there(file).is_err()).unwrap_or_else(|| name(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_is_offered_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let offered = || free_name(folder.path(), "map", "png");
        assert_eq!(offered(), folder.path().join("map.png"));
        platform::write_whole(&folder.path().join("map.png"), b"x", platform::Existing::Replace).unwrap();
        platform::write_whole(&folder.path().join("map-2.png"), b"x", platform::Existing::Replace).unwrap();
        assert_eq!(offered(), folder.path().join("map-3.png"));
    }
}
