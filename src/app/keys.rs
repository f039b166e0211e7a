//! The keys of the window. None of them counts while a text is being typed.

use egui::{Key, Modifiers, Ui};

use super::widgets::{Requests, WindowCommand};
use crate::session::{Command, Session, ViewMove};

/// Points that an arrow key moves the map by.
const ARROW: f64 = 100.0;
const ZOOM: f64 = 1.5;

/// The keys of the texts for every key, in the order of the help page: `.press` what is pressed, `.does` what it does.
pub const LIST: &[&str] = &[
    "keys.arrows",
    "keys.zoom",
    "keys.whole",
    "keys.zoom-to-chosen",
    "keys.rectangle",
    "keys.double-click",
    "keys.steps",
    "keys.history",
    "keys.escape",
    "keys.regions",
    "keys.search",
    "keys.date",
    "keys.open",
    "keys.save",
    "keys.copy",
    "keys.copy-link",
    "keys.map-alone",
    "keys.play",
    "keys.ends",
    "keys.panels",
    "keys.help",
];

/// What the keys ask of the map. A widget that has the focus keeps its own keys, as the timeline keeps Home and End while
/// the pointer is on it.
pub fn requests(ui: &Ui, session: &Session, on_timeline: bool) -> Requests {
    let focused = ui.ctx().egui_wants_keyboard_input();
    let mut asked = Requests::default();
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::ALT, Key::ArrowLeft) {
            asked.push(Command::Back);
        }
        if input.consume_key(Modifiers::ALT, Key::ArrowRight) {
            asked.push(Command::Forward);
        }
        if focused {
            return;
        }
        for (key, dx, dy) in [
            (Key::ArrowLeft, ARROW, 0.0),
            (Key::ArrowRight, -ARROW, 0.0),
            (Key::ArrowUp, 0.0, ARROW),
            (Key::ArrowDown, 0.0, -ARROW),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                asked.push(Command::Move(ViewMove::Pan { dx, dy }));
            }
        }
        for (key, factor) in [(Key::Plus, ZOOM), (Key::Equals, ZOOM), (Key::Minus, 1.0 / ZOOM)] {
            if input.consume_key(Modifiers::NONE, key) || input.consume_key(Modifiers::SHIFT, key) {
                asked.push(Command::Move(ViewMove::Zoom { factor, about: None }));
            }
        }
        let mut on_time =
            |key| input.consume_key(Modifiers::COMMAND, key) || on_timeline && input.consume_key(Modifiers::NONE, key);
        if on_time(Key::Home) {
            asked.push(Command::SetDay(session.world.first_day()));
        }
        if on_time(Key::End) {
            asked.push(Command::SetDay(session.today()));
        }
        for (key, command) in [
            (Key::Home, Command::Move(ViewMove::FitAll)),
            (Key::Z, Command::Move(ViewMove::FitSelection)),
            (Key::OpenBracket, Command::Step { forward: false }),
            (Key::CloseBracket, Command::Step { forward: true }),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                asked.push(command);
            }
        }
    });
    asked
}

pub fn escape_is_pressed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
}

/// Keeps Escape from all that is drawn later.
pub fn take_escape(ui: &Ui) {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
}

/// The key that asks something of the window, if one does.
pub fn window_command(ui: &Ui) -> Option<WindowCommand> {
    let free = !ui.ctx().egui_wants_keyboard_input() && ui.memory(|memory| memory.focused().is_none());
    ui.input_mut(|input| {
        if free && input.consume_key(Modifiers::NONE, Key::Space) {
            return Some(WindowCommand::Play);
        }
        [
            (Modifiers::NONE, Key::F8, WindowCommand::OnlyMap),
            (Modifiers::NONE, Key::F1, WindowCommand::Help),
            (Modifiers::NONE, Key::F6, WindowCommand::Layers),
            (Modifiers::NONE, Key::F7, WindowCommand::Details),
            (Modifiers::NONE, Key::F5, WindowCommand::Timeline),
            (Modifiers::COMMAND, Key::O, WindowCommand::OpenData),
            (Modifiers::COMMAND, Key::S, WindowCommand::SavePicture),
            (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C, WindowCommand::CopyPicture),
            (Modifiers::COMMAND, Key::L, WindowCommand::CopyLink),
            (Modifiers::COMMAND, Key::G, WindowCommand::GoToDate),
            (Modifiers::COMMAND, Key::F, WindowCommand::Search),
        ]
        .into_iter()
        .find(|(modifiers, key, _)| input.consume_key(*modifiers, *key))
        .map(|(_, _, command)| command)
    })
}
