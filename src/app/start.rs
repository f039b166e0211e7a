//! Opens the window, or says what is missing for it.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex};

use anyhow::Context as _;

use super::{DrawingMode, KarsAtlas};
use crate::catalog;
use crate::cli::Failure;
use crate::embedded;
use crate::model::Day;
use crate::session::{StoredState, WindowOptions, start_state};
use crate::view::MapState;
use crate::world::World;

/// Opens the window and stays until it is closed. The error of a machine without a display says what to do.
pub fn run(options: WindowOptions, today: Option<Day>) -> anyhow::Result<()> {
    let WindowOptions { date, select, state, link, files, source } = options;
    let catalog = catalog::load_from(&source).context("cannot read the data")?;
    let world = World::new(catalog);
    let mut told = Vec::new();
    for file in &files {
        // They are read beside the window; that one is not there is said before it opens.
        std::fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?;
    }
    for problem in &world.problems {
        eprintln!("{problem}");
    }
    if !world.problems.is_empty() {
        let many = if world.problems.len() == 1 {
            "1 problem was"
        } else {
            &format!("{} problems were", world.problems.len())
        };
        told.push(format!("{many} found in the data; see the terminal"));
    }
    let start = start_state(&world);
    let file = StoredState::default_path();
    let (mut stored, mut unused) = match &file {
        Some(file) => StoredState::load(file, &start),
        None => (StoredState::new(start.clone()), Vec::new()),
    };
    if let Some(named) = &state {
        let (read, errors) = StoredState::read(named, &start)?;
        stored = read;
        unused.extend(errors);
    }
    let mut unused: Vec<String> = unused.iter().map(ToString::to_string).collect();
    if let Some(link) = &link {
        let (state, faults) = MapState::from_link(link, &start);
        stored.map = state;
        unused.extend(faults.iter().map(ToString::to_string));
    }
    for unused in unused {
        eprintln!("warning: {unused}");
        told.push(unused);
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title("Kars Atlas")
        .with_app_id("kars-atlas")
        .with_icon(icon())
        .with_min_inner_size([720.0, 480.0])
        .with_inner_size(stored.window.size.filter(is_a_size).unwrap_or([1_280.0, 800.0]));
    let native = eframe::NativeOptions { viewport, persist_window: false, ..eframe::NativeOptions::default() };
    let world = Arc::new(world);
    let open = AssertUnwindSafe(move || {
        eframe::run_native(
            "kars-atlas",
            native,
            Box::new(move |context| {
                let mut app =
                    KarsAtlas::new(&context.egui_ctx, world, stored, DrawingMode::Thread).keeping_state_in(file);
                app.session_mut().today = today;
                for message in &told {
                    app.tell(message);
                }
                app.open_at(date, select);
                app.open_files(files);
                Ok(Box::new(app))
            }),
        )
    });
    // The window library panics about a missing file of the system; what it says becomes the reason of an error.
    let said: Arc<Mutex<Option<String>>> = Arc::default();
    let heard = Arc::clone(&said);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut heard) = heard.lock() {
            *heard = Some(info.to_string().split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }));
    let opened = panic::catch_unwind(open);
    panic::set_hook(usual);
    match opened {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(no_window(&error.to_string())),
        Err(_) => {
            let reason = said.lock().ok().and_then(|mut said| said.take());
            Err(no_window(&reason.unwrap_or_else(|| "a library of the window system failed".to_owned())))
        }
    }
}

/// What keeps the window from opening, and what helps. A panic inside the window library has named the missing
/// file by then; the reader is told which packages bring it.
fn no_window(reason: &str) -> anyhow::Error {
    let displays = ["WAYLAND_DISPLAY", "DISPLAY"].map(std::env::var_os);
    let failure = if displays.iter().all(Option::is_none) {
        Failure::new("there is no display to open a window on").hint(
            "start it from a desktop session, or set DISPLAY; without a window \
             `kars-atlas export --date 1921-10-13 --output map.png` makes the picture",
        )
    } else {
        Failure::new(format!("the window could not be opened: {reason}")).hint(
            "on Debian: apt-get install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0 libgl1; without a \
             window `kars-atlas export --date 1921-10-13 --output map.png` makes the picture",
        )
    };
    failure.into()
}

fn is_a_size(size: &[f32; 2]) -> bool {
    size.iter().all(|side| side.is_finite() && (300.0..=10_000.0).contains(side))
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(embedded::ICON).unwrap_or_default()
}
