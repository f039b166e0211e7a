//! The bar above the map: where one is in time, back and forward, pictures.

use egui::{Align, Button, Layout, RichText, TextEdit, Ui};

use super::look;
use super::search::SearchField;
use crate::model::Day;
use crate::session::{Command, Session};
use crate::symbology::ThemeChoice;
use crate::world::Occasion;

/// What was asked for in the bar.
pub enum Asked {
    Command(Command),
    SavePicture,
    CopyPicture,
    CopyLink,
    Layers,
    Details,
    Timeline,
    Compare,
    Help,
    /// To say that a text is no date.
    NoDate(String),
}

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
    fn of(width: f32) -> Self {
        Self { title: width >= 900.0, buttons: width >= 1_200.0, search: if width >= 900.0 { 170.0 } else { 130.0 } }
    }
}

pub fn top_bar_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar) -> Vec<Asked> {
    let mut asked = Vec::new();
    let texts = &session.texts;
    let room = Room::of(ui.available_width());
    ui.horizontal(|ui| {
        if room.title {
            ui.label(RichText::new(texts.say("app.name")).font(look::serif(20.0)));
            ui.add_space(8.0);
        }
        if ui.add_enabled(session.can_go_back(), Button::new("←")).on_hover_text(texts.say("bar.back")).clicked() {
            asked.push(Asked::Command(Command::Back));
        }
        if ui.add_enabled(session.can_go_forward(), Button::new("→")).on_hover_text(texts.say("bar.forward")).clicked()
        {
            asked.push(Asked::Command(Command::Forward));
        }
        ui.add_space(6.0);
        asked.extend(bar.search.search_ui(ui, session, room.search).into_iter().map(Asked::Command));
        ui.add_space(6.0);
        if ui.button("◀").on_hover_text(texts.say("bar.previous")).clicked() {
            asked.push(Asked::Command(Command::Step { forward: false }));
        }
        date_ui(ui, session, bar, &mut asked);
        if ui.button("▶").on_hover_text(texts.say("bar.next")).clicked() {
            asked.push(Asked::Command(Command::Step { forward: true }));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| buttons_ui(ui, session, room, &mut asked));
    });
    asked
}

/// The buttons at the right, from the right, and in what is left what happened on the day.
fn buttons_ui(ui: &mut Ui, session: &Session, room: Room, asked: &mut Vec<Asked>) {
    const LEAST_FOR_WORDS: f32 = 60.0;
    let texts = &session.texts;
    if room.buttons {
        if ui.button("?").on_hover_text(texts.say("bar.help")).clicked() {
            asked.push(Asked::Help);
        }
        let (other, sign) = other_theme(session);
        if ui.button(sign).on_hover_text(texts.say("bar.theme")).clicked() {
            asked.push(Asked::Command(Command::SetTheme(other)));
        }
    } else {
        ui.menu_button("…", |ui| menu_ui(ui, session, asked)).response.on_hover_text(texts.say("bar.more"));
    }
    if ui.button(texts.say("bar.details")).on_hover_text(texts.say("bar.details-tip")).clicked() {
        asked.push(Asked::Details);
    }
    if ui.button(texts.say("bar.time")).on_hover_text(texts.say("bar.time-tip")).clicked() {
        asked.push(Asked::Timeline);
    }
    if ui.button(texts.say("bar.layers")).on_hover_text(texts.say("bar.layers-tip")).clicked() {
        asked.push(Asked::Layers);
    }
    if room.buttons {
        if ui.button(texts.say("compare.head")).on_hover_text(texts.say("bar.compare-tip")).clicked() {
            asked.push(Asked::Compare);
        }
        if ui.button(texts.say("bar.link")).on_hover_text(texts.say("bar.link-tip")).clicked() {
            asked.push(Asked::CopyLink);
        }
        if ui.button(texts.say("bar.copy")).on_hover_text(texts.say("bar.copy-tip")).clicked() {
            asked.push(Asked::CopyPicture);
        }
        if ui.button(texts.say("bar.save")).on_hover_text(texts.say("bar.save-tip")).clicked() {
            asked.push(Asked::SavePicture);
        }
    }
    if ui.available_width() >= LEAST_FOR_WORDS {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            ui.add(egui::Label::new(RichText::new(what_the_day_is(session)).weak()).truncate());
        });
    }
}

/// What a narrow bar has no room for.
fn menu_ui(ui: &mut Ui, session: &Session, asked: &mut Vec<Asked>) {
    let texts = &session.texts;
    if ui.button(texts.say("menu.compare")).clicked() {
        asked.push(Asked::Compare);
    }
    if ui.button(texts.say("menu.save")).clicked() {
        asked.push(Asked::SavePicture);
    }
    if ui.button(texts.say("menu.copy")).clicked() {
        asked.push(Asked::CopyPicture);
    }
    if ui.button(texts.say("bar.link-tip")).clicked() {
        asked.push(Asked::CopyLink);
    }
    let (other, sign) = other_theme(session);
    if ui.button(format!("{sign} {}", texts.say("bar.theme"))).clicked() {
        asked.push(Asked::Command(Command::SetTheme(other)));
    }
    if ui.button(texts.say("bar.help")).clicked() {
        asked.push(Asked::Help);
    }
}

fn other_theme(session: &Session) -> (ThemeChoice, &'static str) {
    match session.theme {
        ThemeChoice::Light => (ThemeChoice::Dark, "☾"),
        ThemeChoice::Dark => (ThemeChoice::Light, "☀"),
    }
}

/// The date: that of the map, except while another is being typed.
fn date_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar, asked: &mut Vec<Asked>) {
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
        return;
    }
    if response.changed() {
        bar.typed = Some(Typed { text, over: session.state().day });
    }
    if response.has_focus() {
        return;
    }
    let Some(Typed { text, .. }) = bar.typed.take() else { return };
    match texts.parse_day(&text) {
        Some(day) => asked.push(Asked::Command(Command::SetDay(day))),
        None if text.trim().is_empty() => {}
        None => asked.push(Asked::NoDate(text)),
    }
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
