//! Draws the map beside the window: a worker makes the scene and its pixels, the window moves the last
//! picture until the next is there. What is drawn is what an export draws.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};

use crate::export::{Raster, Rasterizer};
use crate::map::{MapOptions, map_scene};
use crate::scene::Scene;
use crate::symbology::ThemeChoice;
use crate::units::PageRect;
use crate::view::MapView;
use crate::world::World;

/// Whether the map is drawn beside the window or, for tests, at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawingMode {
    Thread,
    AtOnce,
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

/// What was drawn.
pub struct Drawn {
    pub wanted: Wanted,
    pub raster: Raster,
}

/// The worker.
pub struct Drawing {
    world: Arc<World>,
    last: Option<Wanted>,
    worker: Option<Worker>,
    ready: Option<Drawn>,
    /// Of the drawings that are made at once; the worker has its own.
    rasterizer: Rasterizer,
}

struct Worker {
    slot: Arc<(Mutex<Slot>, Condvar)>,
    drawn: Receiver<Drawn>,
}

#[derive(Default)]
struct Slot {
    wanted: Option<Wanted>,
    ended: bool,
}

impl Drawing {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        let worker = (mode == DrawingMode::Thread).then(|| Worker::start(Arc::clone(&world), ctx.clone()));
        Self { world, last: None, worker, ready: None, rasterizer: Rasterizer::default() }
    }

    /// Asks for a drawing, unless it was the last that was asked for. An older wish that was not begun is dropped.
    pub fn ask(&mut self, wanted: Wanted) {
        if self.last.as_ref() == Some(&wanted) {
            return;
        }
        self.last = Some(wanted.clone());
        match &self.worker {
            Some(worker) => worker.ask(wanted),
            None => self.ready = draw(&self.world, &mut self.rasterizer, wanted),
        }
    }

    /// The newest drawing since the last call.
    pub fn take(&mut self) -> Option<Drawn> {
        match &self.worker {
            Some(worker) => worker.drawn.try_iter().last(),
            None => self.ready.take(),
        }
    }
}

impl Worker {
    fn start(world: Arc<World>, ctx: egui::Context) -> Self {
        let slot: Arc<(Mutex<Slot>, Condvar)> = Arc::default();
        let (sender, drawn) = channel();
        let theirs = Arc::clone(&slot);
        std::thread::spawn(move || work(&world, &theirs, &sender, &ctx));
        Self { slot, drawn }
    }

    fn ask(&self, wanted: Wanted) {
        if let Ok(mut slot) = self.slot.0.lock() {
            slot.wanted = Some(wanted);
        }
        self.slot.1.notify_one();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if let Ok(mut slot) = self.slot.0.lock() {
            slot.ended = true;
        }
        self.slot.1.notify_one();
    }
}

fn work(world: &World, slot: &(Mutex<Slot>, Condvar), sender: &Sender<Drawn>, ctx: &egui::Context) {
    let mut rasterizer = Rasterizer::default();
    loop {
        let wanted = {
            let Ok(mut waiting) = slot.0.lock() else { return };
            loop {
                if waiting.ended {
                    return;
                }
                if let Some(wanted) = waiting.wanted.take() {
                    break wanted;
                }
                waiting = match slot.1.wait(waiting) {
                    Ok(waiting) => waiting,
                    Err(_) => return,
                };
            }
        };
        if let Some(drawn) = draw(world, &mut rasterizer, wanted)
            && sender.send(drawn).is_err()
        {
            return;
        }
        ctx.request_repaint();
    }
}

fn draw(world: &World, rasterizer: &mut Rasterizer, wanted: Wanted) -> Option<Drawn> {
    let theme = world.theme(wanted.theme);
    let page = PageRect::new(0.0, 0.0, wanted.width, wanted.height);
    let items = map_scene(world, &theme, &wanted.options, wanted.view, page, &[]);
    let scene = Scene {
        width: wanted.width,
        height: wanted.height,
        background: theme.ground.page,
        items,
        description: String::new(),
    };
    let raster = rasterizer.raster(&scene, wanted.scale).ok()?;
    Some(Drawn { wanted, raster })
}
