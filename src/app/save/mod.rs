//! Saving the map: a preview of the page as it will be, with the choice of what stands on it, and the file to write. The
//! dialog asks and saves nothing itself.

mod file;
mod page;
mod preview;
mod saving;
mod wish;

pub use saving::{SaveError, SaveWish, Saved, Saving};

use egui::{RichText, ScrollArea};

use super::drawing::DrawingMode;
use super::look;
use crate::page::caption;
use crate::session::Session;
use file::FileChoice;
use page::PageForm;
use preview::Preview;

/// The dialog for saving a picture.
pub struct SaveDialog {
    open: bool,
    page: PageForm,
    file: FileChoice,
    preview: Preview,
}

/// The width of the column of choices, in points.
const COLUMN: f32 = 340.0;
/// The height of the dialog where the window has it, and how much of it the file and the record take.
const HEIGHT: f32 = 530.0;
const FILE: f32 = 205.0;
/// The least and the greatest width of the preview.
const PREVIEW: [f32; 2] = [260.0, 720.0];

impl SaveDialog {
    /// A dialog that is closed, whose preview is drawn in a mode.
    pub fn new(mode: DrawingMode) -> Self {
        Self { open: false, page: PageForm::default(), file: FileChoice::default(), preview: Preview::new(mode) }
    }

    /// Whether the dialog is shown.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Closes the dialog; what was chosen stays.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Shows the dialog as it was, for what could not be saved.
    pub fn reopen(&mut self) {
        self.open = true;
    }

    /// Shows the dialog for what the map shows now.
    pub fn open(&mut self, session: &Session) {
        self.page.forget_words();
        self.file.offer(session.state());
        self.open = true;
    }

    /// Takes in that a file was written.
    pub fn was_saved(&mut self, file: std::path::PathBuf) {
        self.file.was_saved(file);
    }

    /// The dialog. It stays open when something is asked for.
    pub fn save_ui(&mut self, ctx: &egui::Context, session: &Session) -> Option<SaveWish> {
        self.file.take_answer();
        if !self.open {
            return None;
        }
        let texts = &session.texts;
        let (mut open, mut wish) = (true, None);
        let screen = ctx.content_rect();
        let width = (screen.width() - COLUMN - 80.0).clamp(PREVIEW[0], PREVIEW[1]);
        egui::Window::new(texts.say("save.title"))
            .id(egui::Id::unique("save"))
            .pivot(egui::Align2::CENTER_CENTER)
            .default_pos(screen.center())
            .open(&mut open)
            .collapsible(false)
            .resizable(false)
            .max_height(screen.height() - 40.0)
            .show(ctx, |ui| {
                let height = (screen.height() - 90.0).min(HEIGHT);
                ui.horizontal_top(|ui| {
                    ui.set_min_height(height);
                    let wanted = self.page.wanted(session);
                    self.preview.preview_ui(ui, session, wanted, [width, height]);
                    ui.separator();
                    ui.vertical(|ui| {
                        ui.set_width(COLUMN);
                        ScrollArea::vertical().max_height(height - FILE).show(ui, |ui| self.page.page_ui(ui, session));
                        ui.add_space(6.0);
                        wish = self.file_ui(ui, session);
                        ui.separator();
                        ui.label(RichText::new(texts.say("save.record")).font(look::semibold(14.0)));
                        wish = wish.take().or(self.file.record_ui(ui, texts));
                    });
                });
            });
        self.open = open;
        wish
    }

    fn file_ui(&mut self, ui: &mut egui::Ui, session: &Session) -> Option<SaveWish> {
        let asked = self.file.file_ui(ui, &session.texts)?;
        let page = self.page.wanted(session);
        match asked {
            file::Asked::Save { file, format } => Some(SaveWish::Picture { file, format, page: Box::new(page) }),
            file::Asked::Copy => Some(SaveWish::Copy { page: Some(Box::new(page)) }),
            file::Asked::CopyCaption => {
                ui.ctx().copy_text(caption(&session.world, &session.texts, &page.state, &page.choice));
                None
            }
        }
    }
}
