//! The pieces that every page of the panel is made of.

use egui::collapsing_header::{CollapsingState, paint_default_icon};
use egui::{Rect, RichText, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use super::requests::{Requests, WindowCommand};
use super::text::{faint, in_visual_order, link_ui, running_text_ui};
use crate::app::look;
use crate::model::{Atlas, Certainty, Citation, Instrument, Kind, Name, Status, When};
use crate::record::cite;
use crate::session::{Command, Session};
use crate::text::Texts;

pub fn title_ui(ui: &mut Ui, text: &str, kind: &str) {
    ui.label(faint(kind));
    ui.label(RichText::new(text).font(look::serif(23.0)));
}

pub fn heading_ui(ui: &mut Ui, text: &str) {
    ui.add_space(9.0);
    ui.label(RichText::new(text).font(look::semibold(15.0)));
}

/// A heading that unfolds what stands under it; `folded` is said while it does not. Unlike egui’s own it breaks its words
/// at the width of the panel.
pub fn folding_ui(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    head: RichText,
    folded: Option<&str>,
    contents: impl FnOnce(&mut Ui),
) {
    let id = ui.make_persistent_id(salt);
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, false);
    let (indent, padding) = (ui.spacing().indent, ui.spacing().button_padding.y);
    let width = ui.available_width();
    let galley = WidgetText::from(head).into_galley(ui, Some(TextWrapMode::Wrap), width - indent, TextStyle::Button);
    let line = galley.rows.first().map_or(0.0, |row| row.height());
    let (_, rect) = ui.allocate_space(vec2(width, galley.size().y + 2.0 * padding));
    let response = ui.interact(rect, id, Sense::click());
    if response.clicked() {
        state.toggle(ui);
    }
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::DisclosureTriangle, true, galley.text()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(state.is_open()));
    if ui.is_rect_visible(rect) {
        let middle = pos2(rect.left() + indent / 2.0, rect.top() + padding + line / 2.0);
        let icon = Rect::from_center_size(middle, vec2(ui.spacing().icon_width_inner, ui.spacing().icon_width_inner));
        paint_default_icon(ui, state.openness(ui.ctx()), &response.clone().with_new_rect(icon));
        let colour = ui.style().interact(&response).text_color();
        ui.painter().galley(pos2(rect.left() + indent, rect.top() + padding), galley, colour);
    }
    state.show_body_indented(&response, ui, contents);
    if let Some(folded) = folded.filter(|_| !state.is_open()) {
        ui.indent((id, "folded"), |ui| ui.label(faint(folded)));
    }
}

/// Names in their languages and scripts, each language once on a line.
pub fn names_ui(ui: &mut Ui, texts: &Texts, names: &[Name]) {
    if names.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 2.0);
        for (nth, name) in names.iter().enumerate() {
            if nth > 0 {
                ui.label(RichText::new("·").weak());
            }
            let mut tip = texts.language_name(&name.lang).to_owned();
            if let Some(span) = texts.span(name.from.as_ref(), name.to.as_ref()) {
                tip = format!("{tip}, {span}");
            }
            if let Some(note) = &name.note {
                tip = format!("{tip}. {note}");
            }
            let shown = in_visual_order(&name.text);
            let shown = match (&name.from, &name.to) {
                (None, None) => shown,
                (Some(from), Some(to)) => {
                    texts.fill("name.years", &[("name", &shown), ("from", &year(from)), ("to", &year(to))])
                }
                (None, Some(to)) => texts.fill("name.until", &[("name", &shown), ("year", &year(to))]),
                (Some(from), None) => texts.fill("name.from", &[("name", &shown), ("year", &year(from))]),
            };
            ui.label(shown).on_hover_text(tip);
        }
    });
}

fn year(when: &crate::model::When) -> i32 {
    chrono::Datelike::year(&when.earliest())
}

/// What an instrument is on the day of the map: `On 13 October 1921: signed, not yet in force`.
pub fn state_on_the_day(session: &Session, instrument: &Instrument) -> String {
    let texts = &session.texts;
    let state = state_on(session, instrument);
    texts.fill("instrument.on-day", &[("day", &texts.day(session.state().day)), ("state", &state)])
}

/// What it is on that day, from its dates alone: not yet signed, in force, superseded…
fn state_on(session: &Session, instrument: &Instrument) -> String {
    let (texts, day, status) = (&session.texts, session.state().day, instrument.status);
    if day < instrument.signed.earliest() {
        return texts.say("instrument.not-yet-signed").to_owned();
    }
    if !status.ever_in_force() {
        return texts.fill("instrument.signed-and", &[("status", &texts.word(status))]);
    }
    let may_still_come = |when: &When| when.latest().is_some_and(|latest| day < latest);
    if let Some(from) = &instrument.in_force {
        if day < from.earliest() {
            return texts.say("instrument.not-yet-in-force").to_owned();
        }
        if may_still_come(from) {
            return texts.fill("instrument.in-force-in", &[("date", &texts.when(from))]);
        }
    }
    match end_of(&session.world.atlas, instrument) {
        Some(end) if end.earliest() <= day => {
            let status = match status {
                Status::Executed => texts.say("instrument.no-longer-in-force"),
                status => texts.word(status),
            };
            let key = if may_still_come(end) { "instrument.ended-in" } else { "instrument.ended-on" };
            texts.fill(key, &[("status", &status), ("date", &texts.when(end))])
        }
        Some(_) => texts.word(Status::InForce).to_owned(),
        None => texts.word(status).to_owned(),
    }
}

/// When it ended: by its own date, or else by that of the first instrument in its place that was ever in force.
fn end_of<'a>(atlas: &'a Atlas, instrument: &'a Instrument) -> Option<&'a When> {
    instrument.ended.as_ref().or_else(|| {
        let others = instrument.superseded_by.iter().filter_map(|id| atlas.instruments.get(id));
        others.filter_map(|other| other.in_force.as_ref()).min_by_key(|when| when.earliest())
    })
}

/// A date that goes to its day.
pub fn day_link_ui(ui: &mut Ui, texts: &Texts, words: String, when: &When) -> Requests {
    let mut asked = Requests::default();
    let words = RichText::new(words).small().color(ui.visuals().hyperlink_color);
    if ui.link(words).on_hover_text(texts.say("day.show")).clicked() {
        asked.push(Command::SetDay(when.earliest()));
    }
    asked
}

/// How sure it is, and on whose word.
pub fn grounds_ui(ui: &mut Ui, session: &Session, certainty: Option<Certainty>, cite: &[Citation]) -> Requests {
    let mut asked = Requests::default();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 1.0);
        ui.style_mut().override_text_style = Some(egui::TextStyle::Small);
        if let Some(certainty) = certainty {
            let (sign, word) = match certainty {
                Certainty::Certain => ("●", "certainty.short-certain"),
                Certainty::Probable => ("◐", "certainty.short-probable"),
                Certainty::Disputed => ("◑", "certainty.short-disputed"),
                Certainty::Unchecked => ("○", "certainty.unchecked"),
            };
            let texts = &session.texts;
            ui.label(faint(format!("{sign} {}", texts.say(word)))).on_hover_text(texts.word(certainty));
        }
        for citation in cite {
            let Some(source) = session.world.atlas.sources.get(&citation.source) else { continue };
            let short: String = if source.title.chars().count() > 46 {
                source.title.chars().take(44).chain("…".chars()).collect()
            } else {
                source.title.clone()
            };
            let words = match &citation.locator {
                Some(locator) => format!("{short}, {locator}"),
                None => short,
            };
            ui.label(faint("·"));
            asked += link_ui(ui, &session.world, &source.id, Some(&words));
        }
    });
    asked
}

/// A note that stands apart from the text.
pub fn note_ui(ui: &mut Ui, session: &Session, note: &str) -> Requests {
    let mut asked = Requests::default();
    ui.add_space(2.0);
    egui::Frame::NONE
        .fill(ui.visuals().faint_bg_color)
        .corner_radius(4)
        .inner_margin(egui::Margin::symmetric(8, 5))
        .show(ui, |ui| {
            ui.style_mut().override_text_style = Some(egui::TextStyle::Small);
            ui.style_mut().text_styles.insert(egui::TextStyle::Small, egui::FontId::proportional(13.0));
            asked += running_text_ui(ui, &session.world, note);
        });
    ui.add_space(2.0);
    asked
}

/// Links to entries of one kind that have to do with an entry, under the heading of a key.
pub fn around_ui(ui: &mut Ui, session: &Session, id: &str, kind: Kind, heading: &str) -> Requests {
    let mut asked = Requests::default();
    let ids = session.world.links().around(&session.world.atlas, id, kind);
    asked += list_ui(ui, session, heading, &ids);
    asked
}

pub fn list_ui(ui: &mut Ui, session: &Session, heading: &str, ids: &[&str]) -> Requests {
    let mut asked = Requests::default();
    if ids.is_empty() {
        return asked;
    }
    heading_ui(ui, &session.texts.counted(heading, ids.len()));
    for id in ids {
        asked += link_ui(ui, &session.world, id, None);
    }
    asked
}

/// The disagreements about an entry, each with a mark that cannot be overlooked.
pub fn disagreements_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let about: Vec<_> = session
        .world
        .atlas
        .disagreements
        .iter()
        .filter(|disagreement| disagreement.about.iter().any(|about| about == id))
        .collect();
    if about.is_empty() {
        return asked;
    }
    heading_ui(ui, session.texts.say("head.disagreements"));
    for disagreement in about {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("⚖").color(ui.visuals().hyperlink_color));
            asked += link_ui(ui, &session.world, &disagreement.id, Some(&disagreement.question));
        });
    }
    asked
}

/// Events in order of time, with their dates.
pub fn events_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let atlas = &session.world.atlas;
    let mut events: Vec<_> = session
        .world
        .links()
        .around(atlas, id, Kind::Event)
        .into_iter()
        .filter_map(|event| atlas.events.get(event))
        .collect();
    events.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id.cmp(&b.id)));
    if events.is_empty() {
        return asked;
    }
    heading_ui(ui, &session.texts.counted("head.events", events.len()));
    for event in events {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 1.0);
            let day = event.date.earliest();
            let past = day <= session.state().day;
            let date = RichText::new(session.texts.when(&event.date)).small();
            let date = if past { date } else { date.weak() };
            if ui.link(date).on_hover_text(session.texts.say("day.show")).clicked() {
                asked.push(Command::SetDay(day));
            }
            asked += link_ui(ui, &session.world, &event.id, Some(&event.title));
        });
    }
    asked
}

/// Buttons that put a citation of an entry on the clipboard; none where the entry is not one to be cited.
pub fn cite_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let Some(cited) = cite(&session.world, &session.texts, id) else { return asked };
    let texts = &session.texts;
    heading_ui(ui, texts.say("cite.head"));
    ui.horizontal_wrapped(|ui| {
        if ui.small_button(texts.say("cite.note")).on_hover_text(texts.say("cite.note-tip")).clicked() {
            asked.push(WindowCommand::CopyCitation(cited.chicago_note()));
        }
        if ui.small_button("BibTeX").clicked() {
            asked.push(WindowCommand::CopyCitation(cited.bibtex()));
        }
        if ui.small_button("CSL-JSON").on_hover_text(texts.say("cite.csl-tip")).clicked() {
            asked.push(WindowCommand::CopyCitation(format!("{:#}", cited.csl_json())));
        }
    });
    asked
}
