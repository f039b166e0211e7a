//! The layers of the reader's own in the panel of layers: each with a tick, what was read, what was wrong, and a button
//! that takes it away.

use egui::accesskit::Role;
use egui::{Button, Label, RichText, Ui, WidgetInfo};

use crate::app::widgets::{Requests, WindowCommand, faint, in_visual_order};
use crate::session::{Command, Session, ShownLayer};
use crate::text::{Given, Texts};

/// Of the problems of a file this many are listed.
const MOST_PROBLEMS: usize = 20;

/// The rows of the layers, the topmost first, and the button that adds one.
pub fn own_layers_ui<'a>(ui: &mut Ui, session: &Session, reading: impl Iterator<Item = &'a str>) -> Requests {
    let (mut asked, texts) = (Requests::default(), &session.texts);
    for own in session.layers().iter().rev() {
        asked += row_ui(ui, &session.texts, own);
    }
    for name in reading {
        ui.label(faint(texts.fill("layers.reading", &[("file", &in_visual_order(name))])));
    }
    let button = ui.button(texts.say("layers.open")).on_hover_text(texts.say("layers.open-tip"));
    if button.clicked() {
        asked.push(WindowCommand::OpenData);
    }
    asked
}

fn row_ui(ui: &mut Ui, texts: &Texts, own: &ShownLayer) -> Requests {
    let mut asked = Requests::default();
    let layer = &own.layer;
    ui.horizontal(|ui| {
        let mut shown = own.shown;
        let tick = ui.checkbox(&mut shown, "");
        tick.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, true, own.shown, texts.fill("layers.show", &[("layer", &layer.name)]))
        });
        if tick.changed() {
            asked.push(Command::ShowLayer { layer: layer.clone(), shown });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let remove = ui.add(Button::new("✕").frame(false)).on_hover_text(texts.say("layers.remove-tip"));
            remove.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, texts.fill("layers.remove", &[("layer", &layer.name)]))
            });
            if remove.clicked() {
                asked.push(Command::RemoveLayer(layer.clone()));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let shown = RichText::new(in_visual_order(&layer.name)).size(14.0);
                ui.add(Label::new(shown).truncate()).on_hover_text(&layer.source.0);
            });
        });
    });
    ui.indent(&layer.source.0, |ui| {
        ui.label(faint(texts.count("layers.features", layer.features.len(), &[])));
        if !own.problems.is_empty() {
            problems_ui(ui, texts, own);
        }
    });
    asked
}

fn problems_ui(ui: &mut Ui, texts: &Texts, own: &ShownLayer) {
    let head = RichText::new(texts.count("layers.problems", own.problems.len(), &[])).small();
    ui.collapsing(head, |ui| {
        for problem in own.problems.iter().take(MOST_PROBLEMS) {
            let given: &Given<'_> = &[("problem", &texts.problem(problem)), ("done", &problem.done)];
            ui.add(Label::new(faint(texts.fill("layers.problem", given))).wrap());
        }
        if let Some(more @ 1..) = own.problems.len().checked_sub(MOST_PROBLEMS) {
            ui.label(faint(texts.count("layers.more-problems", more, &[])));
        }
    });
}
