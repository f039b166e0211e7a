//! The layers of the reader's own in the panel of layers: each with a tick, what was read, what was wrong, and a button
//! that takes it away.

use egui::accesskit::Role;
use egui::{Button, Label, RichText, Ui, WidgetInfo};

use super::words::{faint, in_visual_order};
use crate::session::{Command, Session, ShownLayer};

/// Of the problems of a file this many are listed.
const MOST_PROBLEMS: usize = 20;

/// What the reader asked for.
#[derive(Default)]
pub struct Asked {
    /// For the session.
    pub commands: Vec<Command>,
    /// Whether a file is to be chosen.
    pub open: bool,
}

/// The rows of the layers, the topmost first, and the button that adds one.
pub fn own_layers_ui<'a>(ui: &mut Ui, session: &Session, reading: impl Iterator<Item = &'a str>) -> Asked {
    let mut asked = Asked::default();
    for own in session.layers().iter().rev() {
        row_ui(ui, own, &mut asked.commands);
    }
    for name in reading {
        ui.label(faint(format!("Reading {}…", in_visual_order(name))));
    }
    let button = ui.button("Open your own data…").on_hover_text("GeoJSON files (Ctrl-O), or drop them on the window");
    asked.open = button.clicked();
    asked
}

fn row_ui(ui: &mut Ui, own: &ShownLayer, commands: &mut Vec<Command>) {
    let layer = &own.layer;
    ui.horizontal(|ui| {
        let mut shown = own.shown;
        let tick = ui.checkbox(&mut shown, "");
        tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, own.shown, format!("Show {}", layer.name)));
        if tick.changed() {
            commands.push(Command::ShowLayer { layer: layer.clone(), shown });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let remove = ui.add(Button::new("✕").frame(false)).on_hover_text("Remove this layer");
            remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Remove {}", layer.name)));
            if remove.clicked() {
                commands.push(Command::RemoveLayer(layer.clone()));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let name = RichText::new(in_visual_order(&layer.name)).size(14.0);
                ui.add(Label::new(name).truncate()).on_hover_text(&layer.source.0);
            });
        });
    });
    ui.indent(&layer.source.0, |ui| {
        ui.label(faint(counted(layer.features.len(), "feature")));
        if !own.problems.is_empty() {
            problems_ui(ui, own);
        }
    });
}

fn problems_ui(ui: &mut Ui, own: &ShownLayer) {
    let head = RichText::new(counted(own.problems.len(), "problem")).small();
    ui.collapsing(head, |ui| {
        for problem in own.problems.iter().take(MOST_PROBLEMS) {
            let place = if problem.line > 0 { format!("Line {}: ", problem.line) } else { String::new() };
            ui.add(Label::new(faint(format!("{place}{}; {}", problem.message, problem.done))).wrap());
        }
        if let Some(more @ 1..) = own.problems.len().checked_sub(MOST_PROBLEMS) {
            ui.label(faint(format!("and {more} more; `kars-atlas check FILE` lists them all")));
        }
    });
}

/// `1 feature`, `2 features`.
pub fn counted(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}
