//! Files of the reader's own, read beside the window: named when the program starts, chosen in a dialog, or dropped on
//! the window. The window goes on meanwhile; it asks each frame what has arrived.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::drawing::DrawingMode;
use crate::layer::{self, Layer};
use crate::model::Problem;
use crate::platform;
use crate::world::World;

/// The files that are being read.
pub struct Opening {
    world: Arc<World>,
    mode: DrawingMode,
    ctx: egui::Context,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    /// The names of the files that have not arrived.
    reading: Vec<String>,
    /// Whether the dialog is open.
    choosing: bool,
}

/// A file that has arrived.
pub struct Opened {
    /// Its path as it was given.
    pub name: String,
    /// The layer with what was wrong with it, or why the file could not be read.
    pub read: Result<(Arc<Layer>, Vec<Problem>), String>,
}

enum Message {
    Opened(Opened),
    /// What was chosen in the dialog; nothing where it was closed, or the system has none.
    Chosen(Vec<PathBuf>),
}

impl Opening {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { world, mode, ctx: ctx.clone(), sender, receiver, reading: Vec::new(), choosing: false }
    }

    /// Reads files by their paths.
    pub fn open_files(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        for file in files {
            self.open(file.display().to_string(), move || {
                platform::read(&file).map_err(|error| crate::failure::with_causes(&error))
            });
        }
    }

    /// Reads files that were dropped on the window.
    pub fn open_dropped(&mut self, files: Vec<egui::DroppedFileHandle>) {
        for file in files {
            self.open(file.path().display().to_string(), move || file.bytes());
        }
    }

    /// Asks for files in a dialog, unless it is open. Where the system has none nothing comes of it, and files can still
    /// be dropped.
    pub fn choose(&mut self) {
        if std::mem::replace(&mut self.choosing, true) {
            return;
        }
        let sender = self.sender.clone();
        beside(DrawingMode::Thread, &self.ctx, move || {
            // The window may be gone by now.
            let _ = sender.send(Message::Chosen(platform::choose_files("GeoJSON", &["geojson", "json"])));
        });
    }

    /// The names of the files that have not arrived.
    pub fn reading(&self) -> impl Iterator<Item = &str> {
        self.reading.iter().map(|name| Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or(name))
    }

    /// The files that have arrived since the last call.
    pub fn take(&mut self) -> Vec<Opened> {
        let mut arrived = Vec::new();
        while let Ok(message) = self.receiver.try_recv() {
            match message {
                Message::Opened(opened) => {
                    if let Some(at) = self.reading.iter().position(|name| *name == opened.name) {
                        self.reading.remove(at);
                    }
                    arrived.push(opened);
                }
                Message::Chosen(files) => {
                    self.choosing = false;
                    self.open_files(files);
                }
            }
        }
        arrived
    }

    fn open(&mut self, name: String, bytes: impl FnOnce() -> Result<Vec<u8>, String> + Send + 'static) {
        self.reading.push(name.clone());
        let (world, sender) = (Arc::clone(&self.world), self.sender.clone());
        beside(self.mode, &self.ctx, move || {
            let read = bytes().map(|bytes| {
                let (layer, problems) = layer::read(&name, &bytes, &world.projection);
                (Arc::new(layer), problems)
            });
            // The window may be gone by now.
            let _ = sender.send(Message::Opened(Opened { name, read }));
        });
    }
}

/// Does some work beside the window, or at once for tests; the window looks for the outcome afterwards.
fn beside(mode: DrawingMode, ctx: &egui::Context, work: impl FnOnce() + Send + 'static) {
    let ctx = ctx.clone();
    match mode {
        // What comes of it arrives by the channel of the work.
        DrawingMode::Thread => drop(platform::Job::start(work, move || ctx.request_repaint())),
        DrawingMode::AtOnce => work(),
    }
}
