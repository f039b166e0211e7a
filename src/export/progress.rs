//! How far an export has come, between whoever makes it and whoever waits for it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::error::ExportError;

/// How far an export has come, and whether it is to go on. It is shared by reference; nothing in the picture depends on it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    parts: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// The part that is done, 0 to 1; `None` where it is not known (yet).
    pub fn fraction(&self) -> Option<f32> {
        let parts = self.parts.load(Ordering::Relaxed);
        (parts > 0).then(|| self.done.load(Ordering::Relaxed) as f32 / parts as f32)
    }

    /// Asks the export to end soon, without a picture.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// An error once it was cancelled.
    pub(super) fn go_on(&self) -> Result<(), ExportError> {
        if self.is_cancelled() { Err(ExportError::Cancelled) } else { Ok(()) }
    }

    /// The work has this many parts.
    pub(super) fn begin(&self, parts: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.parts.store(parts, Ordering::Relaxed);
    }

    /// One more part is done.
    pub(super) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, export_with, raster_with};
    use crate::scene::Scene;
    use crate::symbology::Colour;

    fn blank() -> Scene {
        let background = Colour { red: 1, green: 2, blue: 3, alpha: 255 };
        Scene { width: 800.0, height: 600.0, ..Scene::empty(background) }
    }

    #[test]
    fn a_picture_that_is_done_is_done_whole() {
        let progress = Progress::default();
        assert_eq!(progress.fraction(), None);
        raster_with(&blank(), 1.0, &progress).unwrap();
        assert_eq!(progress.fraction(), Some(1.0));
    }

    #[test]
    fn what_is_cancelled_gives_no_picture_in_any_format() {
        for format in [Format::Png, Format::Svg, Format::Pdf] {
            let progress = Progress::default();
            progress.cancel();
            assert!(matches!(export_with(&blank(), format, &progress), Err(ExportError::Cancelled)), "{format:?}");
        }
    }
}
