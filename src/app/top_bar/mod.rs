//! The bar above the map: where one is in time, back and forward, pictures.

mod search;

use egui::{Align, Button, Layout, RichText, TextEdit, Ui};

use super::look;
use super::widgets::{Requests, WindowCommand};
use crate::model::Day;
use crate::session::{Command, Session};
use crate::symbology::ThemeChoice;
use crate::world::Occasion;
use search::SearchField;

/// A text that is being typed, and the day that was shown meanwhile.
struct Typed {
    text: String,
    over: Day,
}

/// The text of the date field while it is being typed.
#[derive(Default)]
pub struct TopBar {
    typed: Option<Typed>,
    wants_focus: bool,
    pub search: SearchField,
}

impl TopBar {
    /// Puts the cursor into the date field.
    pub fn focus_date(&mut self) {
        self.wants_focus = true;
    }

    /// The date field shows the day of the map again.
    pub fn forget_date(&mut self) {
        self.typed = None;
    }
}

/// What the bar has room for.
#[derive(Clone, Copy)]
struct Room {
    title: bool,
    /// Every button stands in the bar; else some of them behind “…”.
    buttons: bool,
    search: f32,
}

impl Room {
    fn for_width(width: f32) -> Self {
        Self { title: width >= 900.0, buttons: width >= 1_200.0, search: if width >= 900.0 { 170.0 } else { 130.0 } }
    }
}

pub fn top_bar_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    let room = Room::for_width(ui.available_width());
    ui.horizontal(|ui| {
        if room.title {
            ui.label(RichText::new(texts.say("app.name")).font(look::serif(20.0)));
            ui.add_space(8.0);
        }
        if ui.add_enabled(session.can_go_back(), Button::new("←")).on_hover_text(texts.say("bar.back")).clicked() {
            asked.push(Command::Back);
        }
        if ui.add_enabled(session.can_go_forward(), Button::new("→")).on_hover_text(texts.say("bar.forward")).clicked()
        {
            asked.push(Command::Forward);
        }
        ui.add_space(6.0);
        asked += bar.search.search_ui(ui, session, room.search);
        ui.add_space(6.0);
        if ui.button("◀").on_hover_text(texts.say("bar.previous")).clicked() {
            asked.push(Command::Step { forward: false });
        }
        asked += date_ui(ui, session, bar);
        if ui.button("▶").on_hover_text(texts.say("bar.next")).clicked() {
            asked.push(Command::Step { forward: true });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| asked += buttons_ui(ui, session, room));
    });
    asked
}

/// The buttons at the right, from the right, and in what is left what happened on the day.
fn buttons_ui(ui: &mut Ui, session: &Session, room: Room) -> Requests {
    const LEAST_FOR_WORDS: f32 = 60.0;
    let mut asked = Requests::default();
    let texts = &session.texts;
    if room.buttons {
        if ui.button("?").on_hover_text(texts.say("bar.help")).clicked() {
            asked.push(WindowCommand::Help);
        }
        let (other, sign) = other_theme(session);
        if ui.button(sign).on_hover_text(texts.say("bar.theme")).clicked() {
            asked.push(Command::SetTheme(other));
        }
    } else {
        ui.menu_button("…", |ui| asked += menu_ui(ui, session)).response.on_hover_text(texts.say("bar.more"));
    }
    if ui.button(texts.say("bar.details")).on_hover_text(texts.say("bar.details-tip")).clicked() {
        asked.push(WindowCommand::Details);
    }
    if ui.button(texts.say("bar.time")).on_hover_text(texts.say("bar.time-tip")).clicked() {
        asked.push(WindowCommand::Timeline);
    }
    if ui.button(texts.say("bar.layers")).on_hover_text(texts.say("bar.layers-tip")).clicked() {
        asked.push(WindowCommand::Layers);
    }
    if room.buttons {
        if ui.button(texts.say("compare.head")).on_hover_text(texts.say("bar.compare-tip")).clicked() {
            asked.push(WindowCommand::Compare);
        }
        if ui.button(texts.say("bar.link")).on_hover_text(texts.say("bar.link-tip")).clicked() {
            asked.push(WindowCommand::CopyLink);
        }
        if ui.button(texts.say("bar.copy")).on_hover_text(texts.say("bar.copy-tip")).clicked() {
            asked.push(WindowCommand::CopyPicture);
        }
        if ui.button(texts.say("bar.save")).on_hover_text(texts.say("bar.save-tip")).clicked() {
            asked.push(WindowCommand::SavePicture);
        }
    }
    if ui.available_width() >= LEAST_FOR_WORDS {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            ui.add(egui::Label::new(RichText::new(what_the_day_is(session)).weak()).truncate());
        });
    }
    asked
}

/// What a narrow bar has no room for.
fn menu_ui(ui: &mut Ui, session: &Session) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    if ui.button(texts.say("menu.compare")).clicked() {
        asked.push(WindowCommand::Compare);
    }
    if ui.button(texts.say("menu.save")).clicked() {
        asked.push(WindowCommand::SavePicture);
    }
    if ui.button(texts.say("menu.copy")).clicked() {
        asked.push(WindowCommand::CopyPicture);
    }
    if ui.button(texts.say("bar.link-tip")).clicked() {
        asked.push(WindowCommand::CopyLink);
    }
    let (other, sign) = other_theme(session);
    if ui.button(format!("{sign} {}", texts.say("bar.theme"))).clicked() {
        asked.push(Command::SetTheme(other));
    }
    if ui.button(texts.say("bar.help")).clicked() {
        asked.push(WindowCommand::Help);
    }
    asked
}

fn other_theme(session: &Session) -> (ThemeChoice, &'static str) {
    match session.theme {
        ThemeChoice::Light => (ThemeChoice::Dark, "☾"),
        ThemeChoice::Dark => (ThemeChoice::Light, "☀"),
    }
}

/// The date: that of the map, except while another is being typed.
fn date_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    bar.typed = bar.typed.take().filter(|typed| typed.over == session.state().day);
    let mut text = bar.typed.as_ref().map_or_else(|| texts.day(session.state().day), |typed| typed.text.clone());
    let field = TextEdit::singleline(&mut text)
        .desired_width(168.0)
        .align(egui::Align2::CENTER_CENTER)
        .font(look::semibold(15.0))
        .hint_text(texts.day(session.world.start_day()));
    let response = ui.add(field).on_hover_text(texts.say("bar.date-tip"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, texts.say("bar.date")));
    if std::mem::take(&mut bar.wants_focus) {
        response.request_focus();
        bar.typed = Some(Typed { text: String::new(), over: session.state().day });
        return asked;
    }
    if response.changed() {
        bar.typed = Some(Typed { text, over: session.state().day });
    }
    if response.has_focus() {
        return asked;
    }
    let Some(Typed { text, .. }) = bar.typed.take() else { return asked };
    match session.typed_day(&text) {
        Ok(day) => asked.push(Command::SetDay(day)),
        Err(_) if text.trim().is_empty() => {}
        Err(why) => asked.push(WindowCommand::NoDay(why)),
    }
    asked
}

/// What the day is known for; nothing for most days.
fn what_the_day_is(session: &Session) -> String {
    let words = match session.world.occasion(session.state().day) {
        Some(Occasion::Signed(instrument)) => session.texts.fill("figure.signed", &[("instrument", &instrument.name)]),
        Some(Occasion::Event(event)) => event.title.clone(),
        None => return String::new(),
    };
    format!("· {words}")
}
