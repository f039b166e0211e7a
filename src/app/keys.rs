//! The keys of the window. None of them counts while a text is being typed.

use egui::{Key, Modifiers, Ui};

use crate::session::{Command, Session, ViewMove};

/// What a key asks of the window rather than of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowWish {
    OnlyMap,
    Help,
    Layers,
    Details,
    Timeline,
    Play,
    OpenData,
    SavePicture,
    CopyPicture,
    CopyLink,
    GoToDate,
    Search,
}

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

/// What the keys ask of the map. Those of a widget that has the focus are its own. Home and End are those of the timeline
/// while the pointer is on it.
pub fn commands(ui: &Ui, session: &Session, on_timeline: bool) -> Vec<Command> {
    let typing = ui.ctx().egui_wants_keyboard_input();
    let mut commands = Vec::new();
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::ALT, Key::ArrowLeft) {
            commands.push(Command::Back);
        }
        if input.consume_key(Modifiers::ALT, Key::ArrowRight) {
            commands.push(Command::Forward);
        }
        if typing {
            return;
        }
        for (key, dx, dy) in [
            (Key::ArrowLeft, ARROW, 0.0),
            (Key::ArrowRight, -ARROW, 0.0),
            (Key::ArrowUp, 0.0, ARROW),
            (Key::ArrowDown, 0.0, -ARROW),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                commands.push(Command::Move(ViewMove::Pan { dx, dy }));
            }
        }
        for (key, factor) in [(Key::Plus, ZOOM), (Key::Equals, ZOOM), (Key::Minus, 1.0 / ZOOM)] {
            if input.consume_key(Modifiers::NONE, key) || input.consume_key(Modifiers::SHIFT, key) {
                commands.push(Command::Move(ViewMove::Zoom { factor, about: None }));
            }
        }
        let mut on_time =
            |key| input.consume_key(Modifiers::COMMAND, key) || on_timeline && input.consume_key(Modifiers::NONE, key);
        if on_time(Key::Home) {
            commands.push(Command::SetDay(session.world.first_day()));
        }
        if on_time(Key::End) {
            commands.push(Command::SetDay(session.today()));
        }
        for (key, command) in [
            (Key::Home, Command::Move(ViewMove::FitAll)),
            (Key::Z, Command::Move(ViewMove::FitSelection)),
            (Key::OpenBracket, Command::Step { forward: false }),
            (Key::CloseBracket, Command::Step { forward: true }),
        ] {
            if input.consume_key(Modifiers::NONE, key) {
                commands.push(command);
            }
        }
    });
    commands
}

pub fn escape_is_pressed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
}

/// Keeps Escape from all that is drawn later.
pub fn take_escape(ui: &Ui) {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
}

/// What the keys ask of the window.
pub fn window_wish(ui: &Ui) -> Option<WindowWish> {
    let free = !ui.ctx().egui_wants_keyboard_input() && ui.memory(|memory| memory.focused().is_none());
    ui.input_mut(|input| {
        if free && input.consume_key(Modifiers::NONE, Key::Space) {
            return Some(WindowWish::Play);
        }
        [
            (Modifiers::NONE, Key::F8, WindowWish::OnlyMap),
            (Modifiers::NONE, Key::F1, WindowWish::Help),
            (Modifiers::NONE, Key::F6, WindowWish::Layers),
            (Modifiers::NONE, Key::F7, WindowWish::Details),
            (Modifiers::NONE, Key::F5, WindowWish::Timeline),
            (Modifiers::COMMAND, Key::O, WindowWish::OpenData),
            (Modifiers::COMMAND, Key::S, WindowWish::SavePicture),
            (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C, WindowWish::CopyPicture),
            (Modifiers::COMMAND, Key::L, WindowWish::CopyLink),
            (Modifiers::COMMAND, Key::G, WindowWish::GoToDate),
            (Modifiers::COMMAND, Key::F, WindowWish::Search),
        ]
        .into_iter()
        .find(|(modifiers, key, _)| input.consume_key(*modifiers, *key))
        .map(|(_, _, wish)| wish)
    })
}
