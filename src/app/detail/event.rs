//! The pages of an event and of a disagreement.

use egui::{RichText, Ui};

use crate::app::look;
use crate::app::widgets::{
    Requests, disagreements_ui, faint, grounds_ui, heading_ui, in_visual_order, list_ui, note_ui, running_text_ui,
    title_ui,
};
use crate::session::{Command, Session};

pub fn event_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let world = &session.world;
    let Some(event) = world.atlas.events.get(id) else { return asked };
    let texts = &session.texts;
    title_ui(ui, &event.title, &texts.fill("event.of-kind", &[("kind", &texts.word(event.kind))]));
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(texts.when(&event.date)).font(look::semibold(15.0)));
        if let Some(julian) = &event.date_julian {
            ui.label(faint(texts.fill("event.julian", &[("date", julian)])));
        }
        if event.date.earliest() != session.state().day && ui.small_button(texts.say("day.show")).clicked() {
            asked.push(Command::SetDay(event.date.earliest()));
        }
    });
    for other in &event.other_dates {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("⚖").color(ui.visuals().hyperlink_color))
                .on_hover_text(texts.say("event.date-disputed"));
            let note = other.note.as_deref().unwrap_or(texts.say("event.others-say"));
            let date = texts.when(&other.date);
            ui.label(RichText::new(texts.fill("event.other-date", &[("date", &date), ("note", &note)])).size(13.5));
        });
        asked += grounds_ui(ui, session, None, &other.cite);
    }
    ui.add_space(4.0);
    asked += running_text_ui(ui, world, &event.text);
    if let Some(note) = &event.note {
        asked += note_ui(ui, session, note);
    }
    if let Some(beyond) = &event.beyond {
        ui.label(faint(texts.fill("event.beyond", &[("where", beyond)])));
    }
    asked += grounds_ui(ui, session, Some(event.certainty), &event.cite);
    for (heading, ids) in [
        ("head.regions", &event.tracts),
        ("head.places", &event.places),
        ("head.people", &event.people),
        ("head.instruments", &event.instruments),
    ] {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        asked += list_ui(ui, session, heading, &ids);
    }
    asked += disagreements_ui(ui, session, id);
    asked
}

pub fn disagreement_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let world = &session.world;
    let Some(disagreement) = world.atlas.disagreements.get(id) else { return asked };
    title_ui(ui, &disagreement.question, session.texts.say("head.disagreements"));
    for position in &disagreement.positions {
        egui::Frame::NONE
            .fill(ui.visuals().faint_bg_color)
            .corner_radius(4)
            .inner_margin(egui::Margin::symmetric(10, 6))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.label(RichText::new(in_visual_order(&position.who)).font(look::semibold(13.5)));
                asked += running_text_ui(ui, world, &position.says);
                if let Some(basis) = &position.basis {
                    ui.label(faint(session.texts.fill("disagreement.basis", &[("basis", basis)])));
                }
                asked += grounds_ui(ui, session, None, &position.cite);
            });
        ui.add_space(4.0);
    }
    heading_ui(ui, session.texts.say("disagreement.reading"));
    asked += running_text_ui(ui, world, &disagreement.reading);
    asked += grounds_ui(ui, session, Some(disagreement.certainty), &disagreement.cite);
    let about: Vec<&str> = disagreement.about.iter().map(String::as_str).collect();
    asked += list_ui(ui, session, "head.concerns", &about);
    asked
}
