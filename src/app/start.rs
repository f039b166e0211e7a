//! Opens the window, or says what is missing for it.

use std::sync::Arc;

use super::guard::{Ended, Turn, guarded};
use super::{DrawingMode, KarsAtlas};
use crate::embedded;
use crate::failure::{Failure, with_causes};
use crate::session::{StoredState, WindowOptions, start_state};
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
    let mut told = tell_problems(&world);
    let start = start_state(&world);
    let file = platform::state_file();
    let (mut stored, mut unused) = match &file {
        Some(file) => StoredState::load(file, &start),
        None => (StoredState::new(start.clone()), Vec::new()),
    };
    if let Some(named) = &state {
        let (read, errors) = StoredState::read(named, &start)?;
        stored = read;
        unused.extend(errors);
    }
    let mut unused: Vec<String> = unused.iter().map(|error| with_causes(error)).collect();
    if let Some(link) = &link {
        let (state, faults) = MapState::from_link(link, &start);
        stored.map = state;
        unused.extend(faults.iter().map(ToString::to_string));
    }
    for unused in unused {
        eprintln!("warning: {unused}");
        told.push(unused);
    }
    let size = stored.window.size;
    open(size, move |context| {
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
fn tell_problems(world: &World) -> Vec<String> {
    for problem in &world.problems {
        eprintln!("{problem}");
    }
    let many = match world.problems.len() {
        0 => return Vec::new(),
        1 => "1 problem was",
        number => &format!("{number} problems were"),
    };
    vec![format!("{many} found in the data; see the terminal")]
}

fn open(size: Option<[f32; 2]>, make: impl FnOnce(&egui::Context) -> KarsAtlas) -> anyhow::Result<()> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Kars Atlas")
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
            Box::new(Opened { app, turn: turn.clone() })
        };
        eframe::run_native("kars-atlas", native, Box::new(|context| Ok(make(context))))
    });
    match ended {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(no_window(&error.to_string()).into()),
        Err(Ended::NoWindow(reason)) => Err(no_window(&reason).into()),
        Err(Ended::Fault(reason)) => Err(fault(&reason).into()),
    }
}

/// The window from its first frame on.
struct Opened {
    app: KarsAtlas,
    turn: Turn,
}

impl eframe::App for Opened {
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
fn no_window(reason: &str) -> Failure {
    let displays = ["WAYLAND_DISPLAY", "DISPLAY"].map(std::env::var_os);
    if displays.iter().all(Option::is_none) {
        Failure::new("there is no display to open a window on").hint(
            "start it from a desktop session, or set DISPLAY; without a window \
             `kars-atlas export --date 1921-10-13 --output map.png` makes the picture",
        )
    } else {
        Failure::new(format!("the window could not be opened: {reason}")).hint(
            "on Debian: apt-get install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1; without a \
             window `kars-atlas export --date 1921-10-13 --output map.png` makes the picture",
        )
    }
}

/// A panic of ours, with what is to be reported.
fn fault(reason: &str) -> Failure {
    Failure::new(format!("the window ended by a fault of Kars Atlas: {reason}")).hint(format!(
        "please report it with the lines above, the version ({}) and what you did last",
        env!("CARGO_PKG_VERSION")
    ))
}

fn is_a_size(size: &[f32; 2]) -> bool {
    size.iter().all(|side| side.is_finite() && (300.0..=10_000.0).contains(side))
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(embedded::ICON).unwrap_or_default()
}
