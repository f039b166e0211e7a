//! Files of the reader's own, read beside the window: named when the program starts, chosen in a dialog, or dropped on
//! the window. The window goes on meanwhile; it asks each frame what has arrived.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::drawing::DrawingMode;
use crate::layer::{self, Layer};
use crate::model::Problem;
use crate::opening;
use crate::platform::{self, Job};
use crate::world::World;

/// The files that are being read.
pub struct Opening {
    world: Arc<World>,
    mode: DrawingMode,
    ctx: egui::Context,
    /// The files that have not arrived, by the paths that were given.
    reading: Vec<(String, Job<Read>)>,
    /// The dialog, while it is open.
    choosing: Option<Job<Vec<PathBuf>>>,
}

/// A file that has arrived.
pub struct Opened {
    /// Its path as it was given.
    pub name: String,
    /// The layer with what was wrong with it, or why the file could not be read.
    pub read: Read,
}

/// The layer with what was wrong with it, or why the file could not be read.
type Read = Result<(Arc<Layer>, Vec<Problem>), String>;

impl Opening {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        Self { world, mode, ctx: ctx.clone(), reading: Vec::new(), choosing: None }
    }

    /// Reads files by their paths.
    pub fn open_files(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        for file in files {
            self.open(file.display().to_string(), move |world| {
                opening::layer(&file, &world.projection).map_err(|error| error.reason())
            });
        }
    }

    /// Reads files that were dropped on the window.
    pub fn open_dropped(&mut self, files: Vec<egui::DroppedFileHandle>) {
        for file in files {
            let path = file.path().to_owned();
            if path.exists() {
                // Within the bounds of what is read.
                self.open_files([path]);
                continue;
            }
            let name = path.display().to_string();
            self.open(name.clone(), move |world| Ok(layer::read(&name, &file.bytes()?, &world.projection)));
        }
    }

    /// Asks for files in a dialog, unless it is open. Where the system has none nothing comes of it, and files can still
    /// be dropped.
    pub fn choose(&mut self) {
        if self.choosing.is_none() {
            let ctx = self.ctx.clone();
            let wake = move || ctx.request_repaint();
            self.choosing = Some(platform::ask_what_to_open("GeoJSON", &["geojson", "json"], wake));
        }
    }

    /// The names of the files that have not arrived.
    pub fn reading(&self) -> impl Iterator<Item = &str> {
        let name = |name| Path::new(name).file_name().and_then(|name| name.to_str()).unwrap_or(name);
        self.reading.iter().map(move |(path, _)| name(path))
    }

    /// The files that have arrived since the last call, in the order in which they were named.
    pub fn take(&mut self) -> Vec<Opened> {
        if let Some(chosen) = self.choosing.as_ref().and_then(Job::poll) {
            self.choosing = None;
            self.open_files(chosen.unwrap_or_default());
        }
        let mut arrived = Vec::new();
        self.reading.retain(|(name, job)| {
            let Some(read) = job.poll() else { return true };
            let read = read.unwrap_or_else(|died| Err(died.to_string()));
            arrived.push(Opened { name: name.clone(), read });
            false
        });
        arrived
    }

    fn open(
        &mut self,
        name: String,
        read: impl FnOnce(&World) -> Result<(Layer, Vec<Problem>), String> + Send + 'static,
    ) {
        let world = Arc::clone(&self.world);
        let read = move || read(&world).map(|(layer, problems)| (Arc::new(layer), problems));
        let job = self.mode.start(&self.ctx, read);
        self.reading.push((name, job));
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn what_cannot_be_read_arrives_too_with_the_reason_and_without_its_name_in_it() {
        let world = Arc::new(World::new(crate::catalog::load_embedded()));
        let mut opening = Opening::new(world, DrawingMode::Thread, &egui::Context::default());
        opening.open_files([PathBuf::from("/no/such/border.geojson")]);
        opening.open("a-fault".to_owned(), |_| panic!("out of ink"));
        assert_eq!(opening.reading().collect::<Vec<_>>(), ["border.geojson", "a-fault"]);
        let (start, mut arrived) = (Instant::now(), Vec::new());
        while arrived.len() < 2 {
            assert!(start.elapsed() < Duration::from_mins(1), "no answer");
            arrived.extend(opening.take());
            std::thread::yield_now();
        }
        arrived.sort_by(|a, b| a.name.cmp(&b.name));
        let reasons: Vec<String> = arrived.into_iter().map(|opened| opened.read.map(|_| ()).unwrap_err()).collect();
        assert!(!reasons[0].contains("border") && !reasons[0].is_empty(), "{reasons:?}");
        assert_eq!(reasons[1], "out of ink");
        assert_eq!(opening.reading().count(), 0);
    }
}
