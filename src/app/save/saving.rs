//! What the reader saves or copies, made beside the window: one thing at a time, with how far it has come and a way to
//! stop it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::wish::PageWish;
use crate::export::{ExportError, Format, Progress, Raster, export_with, raster_with};
use crate::failure::with_causes;
use crate::layer::Layer;
use crate::platform::{self, Existing, FileError, Job};
use crate::record::{linked_places, tables};
use crate::session::Session;
use crate::text::Texts;
use crate::world::World;

/// What the reader asks to be saved or copied.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveWish {
    /// A page as a picture.
    Picture { file: PathBuf, format: Format, page: Box<PageWish> },
    /// A page on the clipboard; where none is given, what the window shows as a figure.
    Copy { page: Option<Box<PageWish>> },
    /// Places and regions as Linked Places.
    Places { file: PathBuf },
    /// Every table of the record as CSV, in a folder of their own.
    Tables { folder: PathBuf },
}

/// What was saved, or is there to be copied.
#[derive(Debug)]
pub enum Saved {
    File(PathBuf),
    Folder(PathBuf),
    Picture(Raster),
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum SaveError {
    /// Something is being saved already.
    Busy,
    /// The work panicked, and says this.
    Fault(String),
    /// There is no picture.
    Export(ExportError),
    /// The file cannot be written.
    File(FileError),
}

/// The thing that is being saved, if one is.
#[derive(Default)]
pub struct Saving {
    running: Option<Running>,
}

struct Running {
    name: String,
    progress: Arc<Progress>,
    job: Job<Result<Saved, SaveError>>,
}

impl SaveError {
    /// Whether the reader wanted it so.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Export(ExportError::Cancelled))
    }

    /// What the reader is told.
    pub fn say(&self, texts: &Texts) -> String {
        match self {
            Self::Busy => texts.say("saving.busy").to_owned(),
            Self::Fault(reason) => texts.fill("saving.fault", &[("reason", reason)]),
            Self::Export(error) => with_causes(error),
            Self::File(error) => with_causes(error),
        }
    }
}

impl From<ExportError> for SaveError {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}

impl From<FileError> for SaveError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl Saving {
    /// Begins to save what the session shows now. Where no thread can be made it is saved when this returns.
    pub fn begin(&mut self, wish: SaveWish, session: &Session, ctx: &egui::Context) -> Result<(), SaveError> {
        if self.running.is_some() {
            return Err(SaveError::Busy);
        }
        let work = Work {
            world: Arc::clone(&session.world),
            layers: session.shown_layers(),
            figure: PageWish::figure_of_window(session),
        };
        let name = wish.name(&session.texts);
        self.run(name, ctx, move |progress| work.save(&wish, progress));
        Ok(())
    }

    fn run(
        &mut self,
        name: String,
        ctx: &egui::Context,
        work: impl FnOnce(&Progress) -> Result<Saved, SaveError> + Send + 'static,
    ) {
        let progress = Arc::new(Progress::default());
        let (theirs, ctx) = (Arc::clone(&progress), ctx.clone());
        let job = Job::start(move || work(&theirs), move || ctx.request_repaint());
        self.running = Some(Running { name, progress, job });
    }

    /// How the saving ended, once, when it did.
    pub fn take(&mut self) -> Option<Result<Saved, SaveError>> {
        let answer = self.running.as_ref()?.job.poll()?;
        self.running = None;
        Some(answer.unwrap_or_else(|died| Err(SaveError::Fault(died.to_string()))))
    }

    /// What is being saved, how far it has come, and the button to stop it.
    pub fn saving_ui(&self, ctx: &egui::Context, texts: &Texts) {
        const PACE: Duration = Duration::from_millis(100);
        let Some(Running { name, progress, .. }) = &self.running else { return };
        ctx.request_repaint_after(PACE);
        egui::Window::new("saving")
            .title_bar(false)
            .resizable(false)
            .anchor(egui::Align2::CENTER_BOTTOM, [0.0, -24.0])
            .show(ctx, |ui| {
                ui.horizontal(|ui| {
                    ui.label(name);
                    match progress.fraction() {
                        Some(fraction) => ui.add(egui::ProgressBar::new(fraction).desired_width(160.0)),
                        None => ui.spinner(),
                    };
                    let button =
                        ui.add_enabled(!progress.is_cancelled(), egui::Button::new(texts.say("saving.cancel")));
                    if button.clicked() {
                        progress.cancel();
                    }
                });
            });
    }
}

impl SaveWish {
    /// What is being done.
    fn name(&self, texts: &Texts) -> String {
        match self {
            Self::Picture { file, .. } | Self::Places { file } | Self::Tables { folder: file } => {
                texts.fill("saving.file", &[("file", &file.file_name().unwrap_or_default().to_string_lossy())])
            }
            Self::Copy { .. } => texts.say("saving.copy").to_owned(),
        }
    }
}

/// What a wish is carried out with, apart from the window.
struct Work {
    world: Arc<World>,
    layers: Vec<Arc<Layer>>,
    /// What is copied where no page is given.
    figure: PageWish,
}

impl Work {
    fn save(&self, wish: &SaveWish, progress: &Progress) -> Result<Saved, SaveError> {
        match wish {
            SaveWish::Picture { file, format, page } => {
                let bytes = export_with(&page.scene(&self.world, &self.layers), *format, progress)?;
                platform::write_whole(file, &bytes, Existing::Replace)?;
                Ok(Saved::File(file.clone()))
            }
            SaveWish::Copy { page } => {
                let page = page.as_deref().unwrap_or(&self.figure).scene(&self.world, &self.layers);
                Ok(Saved::Picture(raster_with(&page, page.scale.pixels, progress)?))
            }
            SaveWish::Places { file } => {
                platform::write_whole(
                    file,
                    linked_places(&self.world, &Texts::or_english(self.figure.state.lang.as_deref()))
                        .to_string()
                        .as_bytes(),
                    Existing::Replace,
                )?;
                Ok(Saved::File(file.clone()))
            }
            SaveWish::Tables { folder } => {
                platform::write_files(folder, &tables(&self.world), Existing::Replace)?;
                Ok(Saved::Folder(folder.clone()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;

    /// The work waits until the button was pressed, and asks then whether it is to go on.
    #[test]
    fn saving_shows_what_it_does_and_stops_when_it_is_told_to() {
        let mut saving = Saving::default();
        let (pressed, waits) = channel();
        saving.run("Saving map.png".to_owned(), &egui::Context::default(), move |progress| {
            waits.recv().unwrap();
            if progress.is_cancelled() { Err(ExportError::Cancelled.into()) } else { Ok(Saved::File("map.png".into())) }
        });
        // Fonts are there from the second frame on.
        let mut has_fonts = false;
        let show = move |ui: &mut egui::Ui, saving: &mut Saving| {
            if std::mem::replace(&mut has_fonts, true) {
                saving.saving_ui(ui.ctx(), &Texts::english());
            } else {
                crate::app::look::install_fonts(ui.ctx());
            }
        };
        let mut harness = Harness::new_ui_state(show, saving);
        harness.run_steps(2);
        harness.get_by_label("Saving map.png");
        harness.get_by_label("Cancel").click();
        harness.run_steps(2);
        assert!(harness.state_mut().take().is_none(), "it is not over yet");
        pressed.send(()).unwrap();
        let ended = loop {
            if let Some(ended) = harness.state_mut().take() {
                break ended;
            }
            std::thread::yield_now();
        };
        assert!(ended.unwrap_err().is_cancelled());
        harness.run_steps(2);
        assert!(harness.query_by_label("Cancel").is_none());
    }

    #[test]
    fn a_panic_while_saving_is_told_as_our_fault() {
        let mut saving = Saving::default();
        saving.run(String::new(), &egui::Context::default(), |_| panic!("no paper"));
        let ended = loop {
            if let Some(ended) = saving.take() {
                break ended;
            }
            std::thread::yield_now();
        };
        assert!(ended.unwrap_err().say(&Texts::english()).ends_with(": no paper"));
    }
}
