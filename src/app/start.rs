//! Opens the window, or says what is missing for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::guard::{Ended, Turn, guarded};
use super::{DrawingMode, KarsAtlas};
use crate::embedded;
use crate::failure::{Failure, tell_warning};
use crate::session::{StoredState, WindowOptions, start_state};
use crate::text::Texts;
use crate::view::MapState;
use crate::world::World;
use crate::{opening, platform};

/// Opens the window and stays until it is closed. The error of a machine without a display says what to do.
pub fn run(options: WindowOptions) -> anyhow::Result<()> {
    let WindowOptions { date, select, state, link, files, source } = options;
    let world = opening::world(&source)?;
    for file in &files {
        // They are read beside the window; that one is not there is said before it opens.
        platform::is_there(file)?;
    }
    let texts = Texts::english();
    let mut told = tell_problems(&world, &texts);
    let start = start_state(&world);
    let file = platform::state_file();
    let (mut stored, mut unused) = match &file {
        Some(file) => StoredState::load(file, &start),
        None => (StoredState::new(start.clone()), Vec::new()),
    };
    if let Some(named) = &state {
        let (read, errors) = StoredState::read(named, &start).map_err(|error| Failure::new(error.text(&texts)))?;
        stored = read;
        unused.extend(errors);
    }
    let mut unused: Vec<String> = unused.iter().map(|error| error.text(&texts)).collect();
    if let Some(link) = &link {
        let (state, faults) = MapState::from_link(link, &start);
        stored.map = state;
        unused.extend(faults.iter().map(|fault| fault.text(&texts)));
    }
    for unused in unused {
        tell_warning(&unused);
        told.push(unused);
    }
    let size = stored.window.size;
    let ending = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&ending);
    open(&texts, size, asked, move |context| {
        let repainted = context.clone();
        platform::end_in_order(move || {
            ending.store(true, Ordering::Relaxed);
            repainted.request_repaint();
        });
        let mut app =
            KarsAtlas::new(context, Arc::new(world), stored, DrawingMode::for_this_machine()).keeping_state_in(file);
        app.session_mut().today = platform::today();
        for message in &told {
            app.tell(message);
        }
        app.open_at(date, select);
        app.open_files(files);
        app
    })
}

/// Prints what is wrong with the data, and gives what the window is to say of it.
fn tell_problems(world: &World, texts: &Texts) -> Vec<String> {
    for problem in &world.problems {
        platform::tell(problem);
    }
    match world.problems.len() {
        0 => Vec::new(),
        number => vec![texts.count("start.problems", number, &[])],
    }
}

fn open(
    texts: &Texts,
    size: Option<[f32; 2]>,
    ending: Arc<AtomicBool>,
    make: impl FnOnce(&egui::Context) -> KarsAtlas,
) -> anyhow::Result<()> {
    let viewport = egui::ViewportBuilder::default()
        .with_title(texts.say("app.name"))
        .with_app_id("kars-atlas")
        .with_icon(icon())
        .with_min_inner_size([720.0, 480.0])
        .with_inner_size(size.filter(is_a_size).unwrap_or([1_280.0, 800.0]));
    let native = eframe::NativeOptions { viewport, persist_window: false, ..eframe::NativeOptions::default() };
    let turn = Turn::default();
    let ended = guarded(&turn, || {
        let make = |context: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
            turn.is_ours();
            let app = make(&context.egui_ctx);
            // The window is still without a picture, and the library may miss a file yet.
            turn.is_theirs();
            Box::new(Opened { app, turn: turn.clone(), ending })
        };
        eframe::run_native("kars-atlas", native, Box::new(|context| Ok(make(context))))
    });
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(no_window(texts, &error.to_string()).into()),
        Err(Ended::NoWindow(reason)) => Err(no_window(texts, &reason).into()),
        Err(Ended::Fault(reason)) => Err(fault(texts, &reason).into()),
    }
}

/// The window from its first frame on.
struct Opened {
    app: KarsAtlas,
    turn: Turn,
    /// The program was told to end.
    ending: Arc<AtomicBool>,
}

impl eframe::App for Opened {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if self.ending.load(Ordering::Relaxed) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.turn.is_ours();
        self.app.ui(ui, frame);
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.app.on_exit(gl);
    }
}

/// What keeps the window from opening, and what helps. A panic inside the window library has named the missing
/// file by then; the reader is told which packages bring it.
fn no_window(texts: &Texts, reason: &str) -> Failure {
    let displays = ["WAYLAND_DISPLAY", "DISPLAY"].map(std::env::var_os);
    if displays.iter().all(Option::is_none) {
        Failure::new(texts.say("start.no-display")).hint(texts.say("start.no-display-hint"))
    } else {
        Failure::new(texts.fill("start.no-window", &[("reason", &reason)])).hint(texts.say("start.no-window-hint"))
    }
}

/// A panic of ours, with what is to be reported.
fn fault(texts: &Texts, reason: &str) -> Failure {
    Failure::new(texts.fill("start.fault", &[("reason", &reason)]))
        .hint(texts.fill("start.fault-hint", &[("version", &env!("CARGO_PKG_VERSION"))]))
}

fn is_a_size(size: &[f32; 2]) -> bool {
    size.iter().all(|side| side.is_finite() && (300.0..=10_000.0).contains(side))
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(embedded::ICON).unwrap_or_default()
}
