//! The pieces that every page of the panel is made of.

use egui::collapsing_header::{CollapsingState, paint_default_icon};
use egui::{Rect, RichText, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2};

use crate::app::look;
use crate::app::words::{faint, in_visual_order, link_ui, running_text_ui};
use crate::model::{Atlas, Certainty, Citation, Day, Instrument, Kind, Name, Status, When};
use crate::record::cite;
use crate::session::{Command, Session};

pub fn title_ui(ui: &mut Ui, text: &str, kind: &str) {
    ui.label(faint(kind));
    ui.label(RichText::new(text).font(look::serif(23.0)));
}

pub fn heading_ui(ui: &mut Ui, text: &str) {
    ui.add_space(9.0);
    ui.label(RichText::new(text).font(look::semibold(15.0)));
}

/// A heading that unfolds what stands under it. Unlike egui’s own it breaks its words at the width of the panel.
pub fn folding_ui(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    head: RichText,
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
}

/// Names in their languages and scripts, each language once on a line.
pub fn names_ui(ui: &mut Ui, names: &[Name]) {
    if names.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 2.0);
        for (nth, name) in names.iter().enumerate() {
            if nth > 0 {
                ui.label(RichText::new("·").weak());
            }
            let mut tip = language(&name.lang).to_owned();
            match (&name.from, &name.to) {
                (Some(from), Some(to)) => tip = format!("{tip}, {} to {}", from.to_words(), to.to_words()),
                (Some(from), None) => tip = format!("{tip}, since {}", from.to_words()),
                (None, Some(to)) => tip = format!("{tip}, until {}", to.to_words()),
                (None, None) => {}
            }
            if let Some(note) = &name.note {
                tip = format!("{tip}. {note}");
            }
            let period = match (&name.from, &name.to) {
                (Some(from), Some(to)) => format!(" ({}–{})", year(from), year(to)),
                (None, Some(to)) => format!(" (to {})", year(to)),
                (Some(from), None) => format!(" (from {})", year(from)),
                (None, None) => String::new(),
            };
            ui.label(format!("{}{period}", in_visual_order(&name.text))).on_hover_text(tip);
        }
    });
}

fn year(when: &crate::model::When) -> i32 {
    chrono::Datelike::year(&when.earliest())
}

/// The English name of a language of the atlas.
pub fn language(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "en" => "English",
        "tr" => "Turkish",
        "ota" => "Ottoman Turkish",
        "az" => "Azerbaijani",
        "hy" => "Armenian",
        "ka" => "Georgian",
        "ru" => "Russian",
        "fa" => "Persian",
        "ar" => "Arabic",
        "ku" | "kmr" => "Kurdish",
        "el" => "Greek",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "zh" => "Chinese",
        "lzz" => "Laz",
        _ => tag,
    }
}

/// What an instrument was on a day, from its dates alone: not yet signed, in force, superseded…
pub fn state_on(atlas: &Atlas, instrument: &Instrument, day: Day) -> String {
    let status = instrument.status;
    if day < instrument.signed.earliest() {
        return "not yet signed".to_owned();
    }
    if !status.ever_in_force() {
        return format!("signed, {}", status.in_words());
    }
    let may_still_come = |when: &When| when.latest().is_some_and(|latest| day < latest);
    if let Some(from) = &instrument.in_force {
        if day < from.earliest() {
            return "signed, not yet in force".to_owned();
        }
        if may_still_come(from) {
            return format!("in force {}, the day is not known", from.to_words());
        }
    }
    match end_of(atlas, instrument) {
        Some(end) if end.earliest() <= day => {
            let word = if status == Status::Executed { "no longer in force" } else { status.in_words() };
            let doubt = if may_still_come(end) { ", the day is not known" } else { "" };
            format!("{word} ({}{doubt})", end.to_words())
        }
        Some(_) => "in force".to_owned(),
        None => status.in_words().to_owned(),
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
pub fn day_link_ui(ui: &mut Ui, words: impl Into<String>, when: &When, commands: &mut Vec<Command>) {
    let words = RichText::new(words).small().color(ui.visuals().hyperlink_color);
    if ui.link(words).on_hover_text("Show the map of this day").clicked() {
        commands.push(Command::SetDay(when.earliest()));
    }
}

/// How sure it is, and on whose word.
pub fn grounds_ui(
    ui: &mut Ui,
    session: &Session,
    certainty: Option<Certainty>,
    cite: &[Citation],
    commands: &mut Vec<Command>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 1.0);
        ui.style_mut().override_text_style = Some(egui::TextStyle::Small);
        if let Some(certainty) = certainty {
            let (sign, word) = match certainty {
                Certainty::Certain => ("●", "certain"),
                Certainty::Probable => ("◐", "probable"),
                Certainty::Disputed => ("◑", "disputed"),
                Certainty::Unchecked => ("○", "from general knowledge, not yet checked"),
            };
            ui.label(faint(format!("{sign} {word}"))).on_hover_text(certainty.in_words());
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
            link_ui(ui, &session.world, &source.id, Some(&words), commands);
        }
    });
}

/// A note that stands apart from the text.
pub fn note_ui(ui: &mut Ui, session: &Session, note: &str, commands: &mut Vec<Command>) {
    ui.add_space(2.0);
    egui::Frame::NONE
        .fill(ui.visuals().faint_bg_color)
        .corner_radius(4)
        .inner_margin(egui::Margin::symmetric(8, 5))
        .show(ui, |ui| {
            ui.style_mut().override_text_style = Some(egui::TextStyle::Small);
            ui.style_mut().text_styles.insert(egui::TextStyle::Small, egui::FontId::proportional(13.0));
            running_text_ui(ui, &session.world, note, commands);
        });
    ui.add_space(2.0);
}

/// Links to entries of one kind that have to do with an entry.
pub fn around_ui(ui: &mut Ui, session: &Session, id: &str, kind: Kind, heading: &str, commands: &mut Vec<Command>) {
    let ids = session.world.links().around(&session.world.atlas, id, kind);
    list_ui(ui, session, heading, &ids, commands);
}

pub fn list_ui(ui: &mut Ui, session: &Session, heading: &str, ids: &[&str], commands: &mut Vec<Command>) {
    if ids.is_empty() {
        return;
    }
    heading_ui(ui, &format!("{heading} ({})", ids.len()));
    for id in ids {
        link_ui(ui, &session.world, id, None, commands);
    }
}

/// The disagreements about an entry, each with a mark that cannot be overlooked.
pub fn disagreements_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let about: Vec<_> = session
        .world
        .atlas
        .disagreements
        .iter()
        .filter(|disagreement| disagreement.about.iter().any(|about| about == id))
        .collect();
    if about.is_empty() {
        return;
    }
    heading_ui(ui, "Where the sources disagree");
    for disagreement in about {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("⚖").color(ui.visuals().hyperlink_color));
            link_ui(ui, &session.world, &disagreement.id, Some(&disagreement.question), commands);
        });
    }
}

/// Events in order of time, with their dates.
pub fn events_ui(ui: &mut Ui, session: &Session, id: &str, heading: &str, commands: &mut Vec<Command>) {
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
        return;
    }
    heading_ui(ui, &format!("{heading} ({})", events.len()));
    for event in events {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 1.0);
            let day = event.date.earliest();
            let past = day <= session.state().day;
            let date = RichText::new(event.date.to_words()).small();
            let date = if past { date } else { date.weak() };
            if ui.link(date).on_hover_text("Show the map of this day").clicked() {
                commands.push(Command::SetDay(day));
            }
            link_ui(ui, &session.world, &event.id, Some(&event.title), commands);
        });
    }
}

/// Buttons that put a citation of an entry on the clipboard; whether one of them did.
pub fn cite_ui(ui: &mut Ui, session: &Session, id: &str) -> bool {
    let Some(cited) = cite(&session.world, id) else { return false };
    heading_ui(ui, "Copy citation");
    let text = ui.horizontal_wrapped(|ui| {
        let note = ui.small_button("Note").on_hover_text("A note in the Chicago style").clicked();
        let bibtex = ui.small_button("BibTeX").clicked();
        let csl = ui.small_button("CSL-JSON").on_hover_text("For Zotero and other managers").clicked();
        (note.then(|| cited.chicago_note()))
            .or_else(|| bibtex.then(|| cited.bibtex()))
            .or_else(|| csl.then(|| format!("{:#}", cited.csl_json())))
    });
    let Some(text) = text.inner else { return false };
    ui.ctx().copy_text(text);
    true
}
