//! Comparing two days: the bar above the map, and the table of what changed between them.

use egui::{Align, Color32, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::look;
use super::words::{faint, link_ui};
use crate::model::{Day, Sense};
use crate::session::{Command, Session};
use crate::text::Texts;
use crate::view::{Compare, CompareMode};
use crate::world::Change;

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
    let texts = &session.texts;
    let Some(compare) = session.state().compare else { return commands };
    ui.horizontal(|ui| {
        ui.label(RichText::new(texts.say("compare.head")).font(look::semibold(14.0)));
        if let Some(day) = day_field_ui(ui, texts, panel, compare.with) {
            commands.push(Command::Compare(Some(Compare { with: day, ..compare })));
        }
        treaty_days_ui(ui, session, compare, &mut commands);
        if ui.button(texts.say("compare.swap")).on_hover_text(texts.say("compare.swap-tip")).clicked() {
            commands.push(Command::SwapDays);
        }
        ui.label(texts.fill("compare.with-day", &[("day", &texts.day(session.state().day))]));
        ui.separator();
        for (mode, name) in [
            (CompareMode::Swipe, texts.say("compare.swipe")),
            (CompareMode::SideBySide, texts.say("compare.side-by-side")),
            (CompareMode::Ghost, texts.say("compare.ghost")),
        ] {
            if ui.selectable_label(compare.mode == mode, name).clicked() {
                commands.push(Command::Compare(Some(Compare { mode, ..compare })));
            }
        }
        ui.separator();
        let mut hatch = session.state().hatch_changes;
        if ui.checkbox(&mut hatch, texts.say("compare.hatch")).changed() {
            commands.push(Command::HatchChanges(hatch));
        }
        // On a narrow window it stands in the table alone.
        if hatch && ui.available_width() > 330.0 {
            countries_ui(ui, session, &mut commands);
        }
        if ui.selectable_label(panel.table_open, texts.say("compare.open-table")).clicked() {
            panel.table_open = !panel.table_open;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.small_button("✕").on_hover_text(texts.say("compare.end")).clicked() {
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
            let words = format!("{} – {}", era.short_name(), session.texts.day(day));
            if ui.selectable_label(day == compare.with, words).clicked() {
                commands.push(Command::Compare(Some(Compare { with: day, ..compare })));
                ui.close();
            }
        }
    });
    let name = session.texts.say("compare.treaty-day");
    menu.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    menu.response.on_hover_text(name);
}

fn countries_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let mut only = session.state().countries_only;
    let texts = &session.texts;
    let tip = texts.say("compare.countries-only-tip");
    if ui.checkbox(&mut only, texts.say("compare.countries-only")).on_hover_text(tip).changed() {
        commands.push(Command::CountriesOnly(only));
    }
}

/// The other day; a new one once it was typed. What is typed stays only while the field has the focus.
fn day_field_ui(ui: &mut Ui, texts: &Texts, panel: &mut ComparePanel, day: Day) -> Option<Day> {
    let mut text = panel.typed.clone().unwrap_or_else(|| texts.day(day));
    let name = texts.say("compare.other-day");
    let response = ui.add(TextEdit::singleline(&mut text).desired_width(150.0)).on_hover_text(name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, name));
    if panel.refused {
        ui.label(faint(texts.say("compare.no-date")));
    }
    if response.changed() {
        panel.typed = Some(text);
        panel.refused = false;
    }
    if response.has_focus() {
        return None;
    }
    let typed = panel.typed.take().filter(|typed| !typed.trim().is_empty())?;
    let found = texts.parse_day(&typed);
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
    let texts = &session.texts;
    let mut open = true;
    egui::Window::new(texts.say("compare.table"))
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .open(&mut open)
        .default_size([870.0, 460.0])
        .collapsible(false)
        .show(ctx, |ui| {
            ui.label(RichText::new(texts.from_to(&texts.day(from), &texts.day(to))).font(look::serif(16.0)));
            ui.horizontal(|ui| {
                if ui.button(texts.say("compare.copy-table")).clicked() {
                    ui.ctx().copy_text(as_table(session, &changes));
                }
                countries_ui(ui, session, &mut commands);
                if left_out > 0 {
                    ui.label(faint(texts.count("compare.left-out", left_out, &[])));
                }
            });
            ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
                for (sense, heading) in [(Sense::DeJure, "sense.de-jure-head"), (Sense::DeFacto, "sense.de-facto-head")]
                {
                    let these: Vec<&Change<'_>> = changes.iter().filter(|change| change.sense == sense).collect();
                    ui.label(RichText::new(texts.counted(heading, these.len())).font(look::semibold(15.0)));
                    if these.is_empty() {
                        ui.label(faint(texts.say("compare.nothing")));
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
    let (world, texts) = (&session.world, &session.texts);
    let strong = |words: &str| RichText::new(words.to_owned()).font(look::semibold(13.5));
    let words = |text: RichText| move |ui: &mut Ui| drop(ui.add(Label::new(text.clone()).wrap()));
    let plain = Color32::TRANSPARENT;
    row_ui(
        ui,
        plain,
        [
            &mut words(faint(texts.say("table.region"))),
            &mut words(faint(texts.say("table.km2"))),
            &mut words(faint(texts.say("table.from"))),
            &mut words(faint(texts.say("table.to"))),
            &mut words(faint(texts.say("table.by"))),
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
                &mut words(texts.number(world.area_km2(change.tract), 0).into()),
                &mut words(world.holders_text(texts, &change.from.holders).into()),
                &mut words(world.holders_text(texts, &change.to.holders).into()),
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
            &mut words(strong(texts.say("table.all"))),
            &mut words(strong(&texts.number(sum, 0))),
            &mut nothing(),
            &mut nothing(),
            &mut nothing(),
        ],
    );
}

/// From whom to whom, how much.
fn sums_ui(ui: &mut Ui, session: &Session, changes: &[&Change<'_>]) {
    for (from, to, area) in sums(session, changes) {
        let area = session.texts.area(area);
        let words = session.texts.fill("compare.sum", &[("from", &from), ("to", &to), ("area", &area)]);
        ui.label(RichText::new(words).size(13.5));
    }
}

/// The areas by giver and taker, the largest first.
fn sums(session: &Session, changes: &[&Change<'_>]) -> Vec<(String, String, f64)> {
    let (world, texts) = (&session.world, &session.texts);
    let mut sums: Vec<(String, String, f64)> = Vec::new();
    for change in changes {
        let pair = (world.holders_text(texts, &change.from.holders), world.holders_text(texts, &change.to.holders));
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
    let (world, texts) = (&session.world, &session.texts);
    let heads = ["table.region", "table.km2", "table.sense", "table.from", "table.to", "table.by"];
    let mut text = heads.map(|key| texts.say(key)).join("\t");
    text.push('\n');
    for change in changes {
        let id = world.ground.id(change.tract).unwrap_or_default();
        let by: Vec<String> = change.by.iter().filter_map(|id| world.atlas.name_of(id)).collect();
        let cells = [
            world.atlas.name_of(id).unwrap_or_default(),
            format!("{:.1}", world.area_km2(change.tract)),
            texts.word(change.sense).to_owned(),
            world.holders_text(texts, &change.from.holders),
            world.holders_text(texts, &change.to.holders),
            by.join("; "),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}
