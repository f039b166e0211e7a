//! What an animation is made from, and its frames as pixels one after the other.

use crate::export::error::ExportError;
use crate::export::progress::Progress;
use crate::export::raster::{Raster, Rasterizer};
use crate::scene::{Provenance, Scene};

/// Scenes of one size that follow one another.
pub struct Animation<'a> {
    /// How many there are, one at least.
    pub frames: usize,
    /// Each by its place. It is asked for more than once and is to be the same each time.
    pub scene: &'a dyn Fn(usize) -> Scene,
    /// How long each is shown, in seconds.
    pub seconds: f64,
    /// How long the last is held before all begins anew, in seconds.
    pub hold: f64,
    /// What all of it shows, for readers who cannot see it.
    pub description: &'a str,
    /// Where it comes from.
    pub provenance: Option<&'a Provenance>,
}

impl Animation<'_> {
    /// How long a frame is shown, in hundredths of a second, ten minutes at the most.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped just before")]
    pub fn hundredths(&self, nth: usize) -> u16 {
        let seconds = if nth + 1 == self.frames { self.hold } else { self.seconds };
        (seconds * 100.0).round().clamp(1.0, 60_000.0) as u16
    }
}

/// Draws frame after frame, each with what the one before has left.
pub struct Frames<'a> {
    animation: &'a Animation<'a>,
    progress: &'a Progress,
    rasterizer: Rasterizer,
}

impl<'a> Frames<'a> {
    /// Nothing is drawn yet.
    pub fn new(animation: &'a Animation<'a>, progress: &'a Progress) -> Self {
        Self { animation, progress, rasterizer: Rasterizer::default() }
    }

    /// The pixels of a frame, `part` of its width and height.
    pub fn draw(&mut self, nth: usize, part: f64) -> Result<Raster, ExportError> {
        self.progress.go_on()?;
        let scene = (self.animation.scene)(nth);
        let raster = self.rasterizer.raster(&scene, scene.scale.pixels * part)?;
        self.progress.step();
        Ok(raster)
    }
}
