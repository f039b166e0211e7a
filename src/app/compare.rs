//! Comparing two days: the bar above the map, and the table of what changed between them.

use egui::{Align, Color32, Label, Layout, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::look;
use super::widgets::{Requests, faint, link_ui};
use crate::model::Sense;
use crate::session::{Command, Session};
use crate::view::{Compare, CompareMode};
use crate::world::{Change, World};

/// The text of the other day while it is typed, and whether the table is open.
#[derive(Default)]
pub struct ComparePanel {
    typed: Option<String>,
    /// Why what was typed is no day of the atlas.
    refused: Option<String>,
    pub table_open: bool,
}

impl ComparePanel {
    /// Forgets what is being typed.
    pub fn forget_date(&mut self) {
        self.typed = None;
        self.refused = None;
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

pub fn compare_bar_ui(ui: &mut Ui, session: &Session, panel: &mut ComparePanel) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    let Some(compare) = session.state().compare else { return asked };
    ui.horizontal(|ui| {
        ui.label(RichText::new(texts.say("compare.head")).font(look::semibold(14.0)));
        asked += day_field_ui(ui, session, panel, compare);
        asked += treaty_days_ui(ui, session, compare);
        if ui.button(texts.say("compare.swap")).on_hover_text(texts.say("compare.swap-tip")).clicked() {
            asked.push(Command::SwapDays);
        }
        ui.label(texts.fill("compare.with-day", &[("day", &texts.day(session.state().day))]));
        ui.separator();
        for (mode, name) in [
            (CompareMode::Swipe, texts.say("compare.swipe")),
            (CompareMode::SideBySide, texts.say("compare.side-by-side")),
            (CompareMode::Ghost, texts.say("compare.ghost")),
        ] {
            if ui.selectable_label(compare.mode == mode, name).clicked() {
                asked.push(Command::Compare(Some(Compare { mode, ..compare })));
            }
        }
        ui.separator();
        let mut hatch = session.state().hatch_changes;
        if ui.checkbox(&mut hatch, texts.say("compare.hatch")).changed() {
            asked.push(Command::HatchChanges(hatch));
        }
        // On a narrow window it stands in the table alone.
        if hatch && ui.available_width() > 330.0 {
            asked += countries_ui(ui, session);
        }
        if ui.selectable_label(panel.table_open, texts.say("compare.open-table")).clicked() {
            panel.table_open = !panel.table_open;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.small_button("✕").on_hover_text(texts.say("compare.end")).clicked() {
                asked.push(Command::Compare(None));
            }
        });
    });
    asked
}

/// A menu of the days on which the treaties drew their lines.
fn treaty_days_ui(ui: &mut Ui, session: &Session, compare: Compare) -> Requests {
    let mut asked = Requests::default();
    let menu = ui.menu_button("▾", |ui| {
        for era in &session.world.atlas.eras {
            let day = session.day_of_era(era);
            let words = format!("{} – {}", era.short_name(), session.texts.day(day));
            if ui.selectable_label(day == compare.with, words).clicked() {
                asked.push(Command::Compare(Some(Compare { with: day, ..compare })));
                ui.close();
            }
        }
    });
    let name = session.texts.say("compare.treaty-day");
    menu.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    menu.response.on_hover_text(name);
    asked
}

fn countries_ui(ui: &mut Ui, session: &Session) -> Requests {
    let mut asked = Requests::default();
    let mut only = session.state().countries_only;
    let texts = &session.texts;
    let tip = texts.say("compare.countries-only-tip");
    if ui.checkbox(&mut only, texts.say("compare.countries-only")).on_hover_text(tip).changed() {
        asked.push(Command::CountriesOnly(only));
    }
    asked
}

/// The other day; a new one once it was typed. What is typed stays only while the field has the focus.
fn day_field_ui(ui: &mut Ui, session: &Session, panel: &mut ComparePanel, compare: Compare) -> Requests {
    let texts = &session.texts;
    let mut asked = Requests::default();
    let mut text = panel.typed.clone().unwrap_or_else(|| texts.day(compare.with));
    let name = texts.say("compare.other-day");
    let response = ui.add(TextEdit::singleline(&mut text).desired_width(150.0)).on_hover_text(name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, name));
    if let Some(why) = &panel.refused {
        ui.add(egui::Label::new(faint(why)).truncate());
    }
    if response.changed() {
        panel.typed = Some(text);
        panel.refused = None;
    }
    if response.has_focus() {
        return asked;
    }
    if let Some(typed) = panel.typed.take().filter(|typed| !typed.trim().is_empty()) {
        match session.typed_day(&typed) {
            Ok(with) => asked.push(Command::Compare(Some(Compare { with, ..compare }))),
            Err(why) => panel.refused = Some(why),
        }
    }
    asked
}

/// The table of what changed, with its sums.
pub fn changes_ui(ctx: &egui::Context, session: &Session, panel: &mut ComparePanel) -> Requests {
    let mut asked = Requests::default();
    let Some(compare) = session.state().compare.filter(|_| panel.table_open) else { return asked };
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
                asked += countries_ui(ui, session);
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
                    asked += rows_ui(ui, session, &these);
                    ui.add_space(8.0);
                }
            });
        });
    panel.table_open = open;
    asked
}

/// The widths of the columns in points; what is longer wraps.
const COLUMNS: [f32; 5] = [150.0, 62.0, 180.0, 180.0, 220.0];

/// What a cell of the table holds.
enum Cell<'a> {
    Text(RichText),
    /// Links to entries, one below the other.
    Links(Vec<&'a str>),
}

impl Cell<'_> {
    fn text(text: impl Into<RichText>) -> Self {
        Self::Text(text.into())
    }

    fn ui(self, ui: &mut Ui, world: &World) -> Requests {
        let mut asked = Requests::default();
        match self {
            Self::Text(text) => {
                ui.add(Label::new(text).wrap());
            }
            Self::Links(ids) => ids.into_iter().for_each(|id| asked += link_ui(ui, world, id, None)),
        }
        asked
    }
}

/// Draws a row of the table: region, area, from, to, by.
fn row_ui(ui: &mut Ui, world: &World, fill: Color32, cells: [Cell<'_>; 5]) -> Requests {
    let mut asked = Requests::default();
    egui::Frame::NONE.fill(fill).inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            for ((nth, cell), width) in cells.into_iter().enumerate().zip(COLUMNS) {
                // Numbers end below one another.
                let align = if nth == 1 { Align::Max } else { Align::Min };
                ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::top_down(align), |ui| {
                    ui.set_width(width);
                    asked += cell.ui(ui, world);
                });
            }
        });
    });
    asked
}

fn rows_ui(ui: &mut Ui, session: &Session, changes: &[&Change<'_>]) -> Requests {
    let (world, texts) = (&session.world, &session.texts);
    let plain = Color32::TRANSPARENT;
    let heads = ["table.region", "table.km2", "table.from", "table.to", "table.by"];
    let mut asked = row_ui(ui, world, plain, heads.map(|key| Cell::Text(faint(texts.say(key)))));
    for (nth, change) in changes.iter().enumerate() {
        let Some(id) = world.ground.id(change.tract) else { continue };
        let fill = if nth % 2 == 0 { ui.visuals().faint_bg_color } else { plain };
        let cells = [
            Cell::Links(vec![id]),
            Cell::text(texts.number(world.area_km2(change.tract), 0)),
            Cell::text(world.holders_text(texts, &change.from.holders)),
            Cell::text(world.holders_text(texts, &change.to.holders)),
            Cell::Links(change.by.iter().rev().take(2).map(AsRef::as_ref).collect()),
        ];
        asked += row_ui(ui, world, fill, cells);
    }
    let sum = changes.iter().map(|change| world.area_km2(change.tract)).sum();
    let strong = |words: &str| Cell::Text(RichText::new(words).font(look::semibold(13.5)));
    let empty = || Cell::text("");
    let cells = [strong(texts.say("table.all")), strong(&texts.number(sum, 0)), empty(), empty(), empty()];
    asked += row_ui(ui, world, plain, cells);
    asked
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
