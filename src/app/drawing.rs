//! Draws the map beside the window: a job makes the scene and its pixels, the window moves the last picture until the next
//! is there. What is drawn is what an export draws.

use std::sync::Arc;

use crate::export::{ExportError, Raster, Rasterizer};
use crate::failure::with_causes;
use crate::map::{MapOptions, map_scene};
use crate::platform::{self, Job};
use crate::scene::Scene;
use crate::symbology::ThemeChoice;
use crate::units::PageRect;
use crate::view::MapView;
use crate::world::World;

/// Whether the map is drawn beside the window or before the frame is shown, as in tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawingMode {
    /// On a thread of its own; the window shows the last picture meanwhile.
    Thread,
    /// On the thread of the window, which waits for it.
    AtOnce,
}

impl DrawingMode {
    /// Beside the window, where a thread can be made.
    pub fn for_this_machine() -> Self {
        if platform::has_threads() { Self::Thread } else { Self::AtOnce }
    }

    /// Begins some work, after which the window looks for the answer.
    pub fn start<T: Send + 'static>(self, ctx: &egui::Context, work: impl FnOnce() -> T + Send + 'static) -> Job<T> {
        let ctx = ctx.clone();
        match self {
            Self::Thread => Job::start(work, move || ctx.request_repaint()),
            Self::AtOnce => {
                ctx.request_repaint();
                Job::at_once(work)
            }
        }
    }
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub view: MapView,
    pub width: f64,
    pub height: f64,
    /// Pixels for a point.
    pub scale: f64,
    pub theme: ThemeChoice,
    pub options: MapOptions,
}

/// A drawing that is done.
pub struct Drawn {
    pub wanted: Wanted,
    pub raster: Raster,
}

/// What became of a drawing.
pub enum Outcome {
    Drawn(Box<Drawn>),
    /// There is no picture, and this is why.
    Failed(String),
    /// The drawing ended in a panic, which says this, and was begun again.
    BegunAgain(String),
}

/// Draws one map after the other, each with what the last ones left.
pub struct Drawing {
    draw: Arc<Draw>,
    mode: DrawingMode,
    ctx: egui::Context,
    /// What was asked for last.
    last: Option<Wanted>,
    /// What is to be drawn as soon as nothing is being drawn.
    next: Option<Wanted>,
    running: Option<(Wanted, Job<Finished>)>,
    /// Here while nothing is being drawn.
    rasterizer: Rasterizer,
    /// The last drawing ended in a panic.
    died: bool,
}

type Draw = dyn Fn(&mut Rasterizer, &Wanted) -> Result<Raster, ExportError> + Send + Sync;
type Finished = (Rasterizer, Result<Raster, ExportError>);

impl Drawing {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        Self::drawn_by(Arc::new(move |rasterizer, wanted| draw(&world, rasterizer, wanted)), mode, ctx)
    }

    fn drawn_by(draw: Arc<Draw>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        let (ctx, rasterizer) = (ctx.clone(), Rasterizer::default());
        Self { draw, mode, ctx, last: None, next: None, running: None, rasterizer, died: false }
    }

    /// Asks for a drawing, unless it was the last that was asked for. An older wish that was not begun is dropped.
    pub fn ask(&mut self, wanted: Wanted) {
        if self.last.as_ref() != Some(&wanted) {
            self.last = Some(wanted.clone());
            self.next = Some(wanted);
            self.begin();
        }
    }

    /// What became of the drawing that ended since the last call, if one did. One that panics is tried once more, with
    /// nothing left of the drawings before it.
    pub fn take(&mut self) -> Option<Outcome> {
        let answer = self.running.as_ref()?.1.poll()?;
        let (wanted, _) = self.running.take()?;
        let has_died = std::mem::replace(&mut self.died, answer.is_err());
        let outcome = match answer {
            Ok((rasterizer, drawn)) => {
                self.rasterizer = rasterizer;
                match drawn {
                    Ok(raster) => Outcome::Drawn(Box::new(Drawn { wanted, raster })),
                    Err(error) => Outcome::Failed(with_causes(&error)),
                }
            }
            Err(died) if has_died => Outcome::Failed(died.to_string()),
            Err(died) => {
                self.next.get_or_insert(wanted);
                Outcome::BegunAgain(died.to_string())
            }
        };
        self.begin();
        Some(outcome)
    }

    fn begin(&mut self) {
        if self.running.is_some() {
            return;
        }
        let Some(wanted) = self.next.take() else { return };
        let (draw, asked) = (Arc::clone(&self.draw), wanted.clone());
        let mut rasterizer = std::mem::take(&mut self.rasterizer);
        let work = move || {
            let drawn = draw(&mut rasterizer, &asked);
            (rasterizer, drawn)
        };
        self.running = Some((wanted, self.mode.start(&self.ctx, work)));
    }
}

fn draw(world: &World, rasterizer: &mut Rasterizer, wanted: &Wanted) -> Result<Raster, ExportError> {
    let theme = world.theme(wanted.theme);
    let page = PageRect::new(0.0, 0.0, wanted.width, wanted.height);
    let items = map_scene(world, &theme, &wanted.options, wanted.view, page, &[]);
    let scene = Scene { width: wanted.width, height: wanted.height, items, ..Scene::empty(theme.ground.page) };
    rasterizer.raster(&scene, wanted.scale)
}

#[cfg(test)]
mod tests {
    use std::sync::{LazyLock, Mutex};
    use std::time::{Duration, Instant};

    use super::*;
    use crate::units::MapPoint;
    use crate::view::MapState;

    fn wanted(width: f64) -> Wanted {
        static OPTIONS: LazyLock<MapOptions> = LazyLock::new(|| {
            let world = World::new(crate::catalog::load_embedded());
            MapOptions::resolve(&world, &MapState::on(world.start_day()))
        });
        let options = OPTIONS.clone();
        let view = MapView::new(MapPoint::new(0.0, 0.0), 1_000.0);
        Wanted { view, width, height: 10.0, scale: 1.0, theme: ThemeChoice::Light, options }
    }

    fn outcome(drawing: &mut Drawing) -> Outcome {
        let start = Instant::now();
        loop {
            if let Some(outcome) = drawing.take() {
                return outcome;
            }
            assert!(start.elapsed() < Duration::from_mins(1), "no answer");
            std::thread::yield_now();
        }
    }

    fn blank(width: f64) -> Raster {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
        let width = width as u32;
        Raster { width, height: 1, rgba: vec![0; width as usize * 4] }
    }

    /// A drawing that panics so often, whatever it is asked for.
    fn dying(times: usize, mode: DrawingMode) -> Drawing {
        let left = Mutex::new(times);
        let draw = move |_: &mut Rasterizer, wanted: &Wanted| {
            let mut left = left.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            if *left > 0 {
                *left -= 1;
                panic!("out of ink");
            }
            Ok(blank(wanted.width))
        };
        Drawing::drawn_by(Arc::new(draw), mode, &egui::Context::default())
    }

    #[test]
    fn a_drawing_that_panics_is_begun_again_once_and_both_are_told() {
        for mode in [DrawingMode::Thread, DrawingMode::AtOnce] {
            let mut drawing = dying(1, mode);
            drawing.ask(wanted(3.0));
            assert!(matches!(outcome(&mut drawing), Outcome::BegunAgain(why) if why == "out of ink"));
            assert!(matches!(outcome(&mut drawing), Outcome::Drawn(drawn) if drawn.raster.width == 3));

            let mut drawing = dying(2, mode);
            drawing.ask(wanted(3.0));
            assert!(matches!(outcome(&mut drawing), Outcome::BegunAgain(_)));
            assert!(matches!(outcome(&mut drawing), Outcome::Failed(why) if why == "out of ink"));
            assert!(drawing.take().is_none(), "it is not tried a third time");
            drawing.ask(wanted(4.0));
            assert!(matches!(outcome(&mut drawing), Outcome::Drawn(drawn) if drawn.raster.width == 4), "it goes on");
        }
    }

    #[test]
    fn a_wish_that_was_not_begun_gives_way_to_a_newer_one() {
        let mut drawing = dying(0, DrawingMode::AtOnce);
        for width in [1.0, 2.0, 3.0] {
            drawing.ask(wanted(width));
        }
        let widths = std::iter::from_fn(|| drawing.take()).map(|outcome| match outcome {
            Outcome::Drawn(drawn) => drawn.raster.width,
            _ => 0,
        });
        assert_eq!(widths.collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_picture_of_no_possible_size_says_so() {
        let world = Arc::new(World::new(crate::catalog::load_embedded()));
        let mut drawing = Drawing::new(world, DrawingMode::AtOnce, &egui::Context::default());
        drawing.ask(wanted(20_000.0));
        assert!(matches!(outcome(&mut drawing), Outcome::Failed(why) if why.contains("20000 x 10")));
    }
}
