//! Comparing two days: the bar above the map, and the table of what changed between them.

use egui::{Align, Color32, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::detail::thousands;
use super::look;
use super::words::{faint, link_ui};
use crate::model::{Day, Sense, day_from_words, day_in_words};
use crate::session::{Command, Session};
use crate::view::{Compare, CompareMode};
use crate::world::{Change, holders_in_words};

/// The text of the other day while it is typed, and whether the table is open.
#[derive(Default)]
pub struct ComparePanel {
    typed: Option<String>,
    refused: bool,
    pub table_open: bool,
}

impl ComparePanel {
    /// Forgets what is being typed.
    pub fn forget_date(&mut self) {
        self.typed = None;
        self.refused = false;
    }
}

/// The comparison that the button begins with: the first of the eras swiped over the day of the map.
pub fn first_comparison(session: &Session) -> Compare {
    let days = || session.world.atlas.eras.iter().map(|era| session.day_of_era(era));
    let earlier = days().filter(|day| *day < session.state().day).min();
    let other = days().find(|day| *day != session.state().day);
    let with = earlier.or(other).unwrap_or(session.state().day);
    Compare { with, mode: CompareMode::Swipe, at: 0.5 }
}

pub fn compare_bar_ui(ui: &mut Ui, session: &Session, panel: &mut ComparePanel) -> Vec<Command> {
    let mut commands = Vec::new();
    let Some(compare) = session.state().compare else { return commands };
    ui.horizontal(|ui| {
        ui.label(RichText::new("Compare").font(look::semibold(14.0)));
        if let Some(day) = day_field_ui(ui, panel, compare.with) {
            commands.push(Command::Compare(Some(Compare { with: day, ..compare })));
        }
        treaty_days_ui(ui, session, compare, &mut commands);
        if ui.button("swap").on_hover_text("Swap the two days").clicked() {
            commands.push(Command::SwapDays);
        }
        ui.label(format!("with {}", day_in_words(session.state().day)));
        ui.separator();
        for (mode, name) in [
            (CompareMode::Swipe, "Swipe"),
            (CompareMode::SideBySide, "Side by side"),
            (CompareMode::Ghost, "Ghost border"),
        ] {
            if ui.selectable_label(compare.mode == mode, name).clicked() {
                commands.push(Command::Compare(Some(Compare { mode, ..compare })));
            }
        }
        ui.separator();
        let mut hatch = session.state().hatch_changes;
        if ui.checkbox(&mut hatch, "Hatch what changed").changed() {
            commands.push(Command::HatchChanges(hatch));
        }
        // On a narrow window it stands in the table alone.
        if hatch && ui.available_width() > 330.0 {
            countries_ui(ui, session, &mut commands);
        }
        if ui.selectable_label(panel.table_open, "What changed…").clicked() {
            panel.table_open = !panel.table_open;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.small_button("✕").on_hover_text("End the comparison").clicked() {
                commands.push(Command::Compare(None));
            }
        });
    });
    commands
}

/// A menu of the days on which the treaties drew their lines.
fn treaty_days_ui(ui: &mut Ui, session: &Session, compare: Compare, commands: &mut Vec<Command>) {
    let menu = ui.menu_button("▾", |ui| {
        for era in &session.world.atlas.eras {
            let day = session.day_of_era(era);
            let words = format!("{} – {}", era.short_name(), day_in_words(day));
            if ui.selectable_label(day == compare.with, words).clicked() {
                commands.push(Command::Compare(Some(Compare { with: day, ..compare })));
                ui.close();
            }
        }
    });
    let name = "The day of a treaty";
    menu.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    menu.response.on_hover_text(name);
}

fn countries_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let mut only = session.state().countries_only;
    let tip =
        "Leave out what passed from one government of a country to the next, as from the Ottoman Empire to Turkey";
    if ui.checkbox(&mut only, "only between countries").on_hover_text(tip).changed() {
        commands.push(Command::CountriesOnly(only));
    }
}

/// The other day; a new one once it was typed. What is typed stays only while the field has the focus.
fn day_field_ui(ui: &mut Ui, panel: &mut ComparePanel, day: Day) -> Option<Day> {
    let mut text = panel.typed.clone().unwrap_or_else(|| day_in_words(day));
    let response = ui.add(TextEdit::singleline(&mut text).desired_width(150.0)).on_hover_text("The other day");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, "The other day"));
    if panel.refused {
        ui.label(faint("not a date"));
    }
    if response.changed() {
        panel.typed = Some(text);
        panel.refused = false;
    }
    if response.has_focus() {
        return None;
    }
    let typed = panel.typed.take().filter(|typed| !typed.trim().is_empty())?;
    let found = day_from_words(&typed);
    panel.refused = found.is_none();
    found
}

/// The table of what changed, with its sums.
pub fn changes_ui(ctx: &egui::Context, session: &Session, panel: &mut ComparePanel) -> Vec<Command> {
    let mut commands = Vec::new();
    let Some(compare) = session.state().compare.filter(|_| panel.table_open) else { return commands };
    let (from, to) = (compare.with, session.state().day);
    let all = session.world.changes(from, to);
    let count = all.len();
    let changes: Vec<Change<'_>> = all
        .into_iter()
        .filter(|change| !session.state().countries_only || session.world.changes_country(change))
        .collect();
    let left_out = count - changes.len();
    let mut open = true;
    egui::Window::new("What changed")
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .open(&mut open)
        .default_size([870.0, 460.0])
        .collapsible(false)
        .show(ctx, |ui| {
            ui.label(RichText::new(format!("{} to {}", day_in_words(from), day_in_words(to))).font(look::serif(16.0)));
            ui.horizontal(|ui| {
                if ui.button("Copy as a table").clicked() {
                    ui.ctx().copy_text(as_table(session, &changes));
                }
                countries_ui(ui, session, &mut commands);
                if left_out > 0 {
                    ui.label(faint(format!("{left_out} changes of government are left out")));
                }
            });
            ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
                for (sense, heading) in [(Sense::DeJure, "By right"), (Sense::DeFacto, "In fact")] {
                    let these: Vec<&Change<'_>> = changes.iter().filter(|change| change.sense == sense).collect();
                    ui.label(RichText::new(format!("{heading} ({})", these.len())).font(look::semibold(15.0)));
                    if these.is_empty() {
                        ui.label(faint("nothing"));
                        continue;
                    }
                    sums_ui(ui, session, &these);
                    rows_ui(ui, session, &these, &mut commands);
                    ui.add_space(8.0);
                }
            });
        });
    panel.table_open = open;
    commands
}

/// The widths of the columns in points; what is longer wraps.
const COLUMNS: [f32; 5] = [150.0, 62.0, 180.0, 180.0, 220.0];

/// A row of the table: region, area, from, to, by.
fn row_ui(ui: &mut Ui, fill: Color32, cells: [&mut dyn FnMut(&mut Ui); 5]) {
    egui::Frame::NONE.fill(fill).inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for ((nth, cell), width) in cells.into_iter().enumerate().zip(COLUMNS) {
                // Numbers end below one another.
                let align = if nth == 1 { Align::Max } else { Align::Min };
                ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::top_down(align), |ui| {
                    ui.set_width(width);
                    cell(ui);
                });
            }
        });
    });
}

fn rows_ui(ui: &mut Ui, session: &Session, changes: &[&Change<'_>], commands: &mut Vec<Command>) {
    let world = &session.world;
    let strong = |words: &str| RichText::new(words.to_owned()).font(look::semibold(13.5));
    let words = |text: RichText| move |ui: &mut Ui| drop(ui.add(Label::new(text.clone()).wrap()));
    let plain = Color32::TRANSPARENT;
    row_ui(
        ui,
        plain,
        [
            &mut words(faint("Region")),
            &mut words(faint("km²")),
            &mut words(faint("From")),
            &mut words(faint("To")),
            &mut words(faint("By")),
        ],
    );
    for (nth, change) in changes.iter().enumerate() {
        let Some(id) = world.ground.id(change.tract) else { continue };
        let mut chosen = Vec::new();
        let mut by_whom = Vec::new();
        row_ui(
            ui,
            if nth % 2 == 0 { ui.visuals().faint_bg_color } else { plain },
            [
                &mut |ui| link_ui(ui, world, id, None, &mut chosen),
                &mut words(thousands(world.area_km2(change.tract)).into()),
                &mut words(holders_in_words(world, &change.from.holders).into()),
                &mut words(holders_in_words(world, &change.to.holders).into()),
                &mut |ui| {
                    for by in change.by.iter().rev().take(2) {
                        link_ui(ui, world, by, None, &mut by_whom);
                    }
                },
            ],
        );
        commands.append(&mut chosen);
        commands.append(&mut by_whom);
    }
    let sum = changes.iter().map(|change| world.area_km2(change.tract)).sum();
    let nothing = || words(RichText::new(""));
    row_ui(
        ui,
        plain,
        [
            &mut words(strong("All")),
            &mut words(strong(&thousands(sum))),
            &mut nothing(),
            &mut nothing(),
            &mut nothing(),
        ],
    );
}

/// From whom to whom, how much.
fn sums_ui(ui: &mut Ui, session: &Session, changes: &[&Change<'_>]) {
    for (from, to, area) in sums(session, changes) {
        ui.label(RichText::new(format!("{from} to {to}: {} km²", thousands(area))).size(13.5));
    }
}

/// The areas by giver and taker, the largest first.
fn sums(session: &Session, changes: &[&Change<'_>]) -> Vec<(String, String, f64)> {
    let world = &session.world;
    let mut sums: Vec<(String, String, f64)> = Vec::new();
    for change in changes {
        let pair = (holders_in_words(world, &change.from.holders), holders_in_words(world, &change.to.holders));
        let area = world.area_km2(change.tract);
        match sums.iter_mut().find(|(from, to, _)| *from == pair.0 && *to == pair.1) {
            Some((_, _, sum)) => *sum += area,
            None => sums.push((pair.0, pair.1, area)),
        }
    }
    sums.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1))));
    sums
}

/// Rows with tabs between their cells, as spreadsheets take them.
fn as_table(session: &Session, changes: &[Change<'_>]) -> String {
    let world = &session.world;
    let mut text = "region\tkm2\tsense\tfrom\tto\tby\n".to_owned();
    for change in changes {
        let id = world.ground.id(change.tract).unwrap_or_default();
        let sense = match change.sense {
            Sense::DeJure => "de jure",
            Sense::DeFacto => "de facto",
        };
        let by: Vec<String> = change.by.iter().filter_map(|id| world.atlas.name_of(id)).collect();
        let cells = [
            world.atlas.name_of(id).unwrap_or_default(),
            format!("{:.1}", world.area_km2(change.tract)),
            sense.to_owned(),
            holders_in_words(world, &change.from.holders),
            holders_in_words(world, &change.to.holders),
            by.join("; "),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}
