//! The bar above the map: where one is in time, back and forward, pictures.

use egui::{Align, Button, Key, Layout, RichText, TextEdit, Ui};

use super::look;
use super::search::SearchField;
use crate::model::{day_from_words, day_in_words};
use crate::session::{Command, Session};
use crate::symbology::ThemeChoice;

/// What was asked for in the bar.
pub enum Asked {
    Command(Command),
    SavePicture,
    CopyPicture,
    Layers,
    Details,
    Timeline,
    Compare,
    Help,
}

/// The text of the date field while it is being typed.
#[derive(Default)]
pub struct TopBar {
    typed: Option<String>,
    refused: bool,
    wants_focus: bool,
    pub search: SearchField,
}

impl TopBar {
    /// Puts the cursor into the date field.
    pub fn focus_date(&mut self) {
        self.wants_focus = true;
    }
}

pub fn top_bar_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar) -> Vec<Asked> {
    let mut asked = Vec::new();
    ui.horizontal(|ui| {
        ui.label(RichText::new("Kars Atlas").font(look::serif(20.0)));
        ui.add_space(8.0);
        if ui.add_enabled(session.can_go_back(), Button::new("←")).on_hover_text("Back (Alt-Left)").clicked() {
            asked.push(Asked::Command(Command::Back));
        }
        if ui.add_enabled(session.can_go_forward(), Button::new("→")).on_hover_text("Forward (Alt-Right)").clicked() {
            asked.push(Asked::Command(Command::Forward));
        }
        ui.add_space(6.0);
        asked.extend(bar.search.search_ui(ui, session).into_iter().map(Asked::Command));
        ui.add_space(6.0);
        if ui.button("◀").on_hover_text("Previous day on which the map changes ([)").clicked() {
            asked.push(Asked::Command(Command::Step { forward: false }));
        }
        date_ui(ui, session, bar, &mut asked);
        if ui.button("▶").on_hover_text("Next day on which the map changes (])").clicked() {
            asked.push(Asked::Command(Command::Step { forward: true }));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("?").on_hover_text("How to use the atlas (F1)").clicked() {
                asked.push(Asked::Help);
            }
            let (other, sign) = match session.theme {
                ThemeChoice::Light => (ThemeChoice::Dark, "☾"),
                ThemeChoice::Dark => (ThemeChoice::Light, "☀"),
            };
            if ui.button(sign).on_hover_text("Light or dark").clicked() {
                asked.push(Asked::Command(Command::SetTheme(other)));
            }
            if ui.button("Details").on_hover_text("Show or hide the details (F7)").clicked() {
                asked.push(Asked::Details);
            }
            if ui.button("Time").on_hover_text("Show or hide the timeline (F5)").clicked() {
                asked.push(Asked::Timeline);
            }
            if ui.button("Layers").on_hover_text("Show or hide the layers (F6)").clicked() {
                asked.push(Asked::Layers);
            }
            if ui.button("Compare").on_hover_text("Compare this day with another").clicked() {
                asked.push(Asked::Compare);
            }
            if ui.button("Copy").on_hover_text("Copy the map as a picture (Ctrl-Shift-C)").clicked() {
                asked.push(Asked::CopyPicture);
            }
            if ui.button("Save…").on_hover_text("Save the map as a picture, or the record (Ctrl-S)").clicked() {
                asked.push(Asked::SavePicture);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(6.0);
                ui.add(egui::Label::new(RichText::new(what_the_day_is(session)).weak()).truncate());
            });
        });
    });
    asked
}

fn date_ui(ui: &mut Ui, session: &Session, bar: &mut TopBar, asked: &mut Vec<Asked>) {
    let mut text = bar.typed.clone().unwrap_or_else(|| day_in_words(session.day));
    let mut field = TextEdit::singleline(&mut text)
        .desired_width(168.0)
        .align(egui::Align2::CENTER_CENTER)
        .font(look::semibold(15.0))
        .hint_text("13 October 1921");
    if bar.refused {
        field = field.text_color(ui.visuals().hyperlink_color);
    }
    let response = ui.add(field).on_hover_text(if bar.refused {
        "Not a date. Write 13 October 1921, 1921-10-13 or 1921."
    } else {
        "The day that the map shows (Ctrl-G)"
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, "Date of the map"));
    if std::mem::take(&mut bar.wants_focus) {
        response.request_focus();
        bar.typed = Some(String::new());
        return;
    }
    if response.changed() {
        bar.typed = Some(text.clone());
        bar.refused = false;
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered || (response.lost_focus() && bar.typed.is_some()) {
        match bar.typed.take() {
            Some(typed) if typed.trim().is_empty() => bar.refused = false,
            Some(typed) => match day_from_words(&typed) {
                Some(day) => {
                    bar.refused = false;
                    asked.push(Asked::Command(Command::SetDay(day)));
                }
                None => {
                    bar.refused = true;
                    bar.typed = Some(typed);
                }
            },
            None => {}
        }
    }
}

/// What happened on the day, or what the last change before it was.
fn what_the_day_is(session: &Session) -> String {
    let world = &session.world;
    let event = world
        .atlas
        .events
        .iter()
        .filter(|event| event.date.is_exact() && event.date.earliest() == session.day)
        .min_by_key(|event| (event.importance, &event.id));
    match event {
        Some(event) => format!("· {}", event.title),
        None => String::new(),
    }
}
