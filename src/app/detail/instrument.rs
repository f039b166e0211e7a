//! The page of an instrument.

use egui::{RichText, Ui};

use super::article::article_block_ui;
use super::parts::{
    disagreements_ui, events_ui, grounds_ui, heading_ui, language, names_ui, note_ui, state_on, title_ui,
};
use crate::app::look;
use crate::app::words::{faint, in_visual_order, link_ui, running_text_ui};
use crate::model::{Article, Instrument, day_in_words};
use crate::session::{Command, Session};

pub fn instrument_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let world = &session.world;
    let Some(instrument) = world.atlas.instruments.get(id) else { return };
    title_ui(ui, &instrument.name, "Instrument");
    names_ui(ui, &instrument.names);
    let status = instrument.status_note.as_deref().unwrap_or_default();
    let state = state_on(&world.atlas, instrument, session.state().day);
    ui.label(RichText::new(format!("On {}: {state}", day_in_words(session.state().day))).font(look::semibold(14.0)));
    ui.label(faint(format!("Status today: {}", instrument.status.in_words())));
    running_text_ui(ui, world, status, commands);
    running_text_ui(ui, world, &instrument.summary, commands);
    if let Some(note) = &instrument.note {
        note_ui(ui, session, note, commands);
    }
    dates_ui(ui, session, instrument, commands);
    parties_ui(ui, session, instrument, commands);
    let articles: Vec<&Article> = world.atlas.articles_of(id).collect();
    heading_ui(ui, &format!("Articles ({})", articles.len()));
    for article in articles {
        article_block_ui(ui, session, article, commands);
    }
    texts_ui(ui, instrument);
    for (heading, ids) in [("Takes the place of", &instrument.supersedes), ("Replaced by", &instrument.superseded_by)] {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        super::parts::list_ui(ui, session, heading, &ids, commands);
    }
    events_ui(ui, session, id, "Events", commands);
    disagreements_ui(ui, session, id, commands);
    grounds_ui(ui, session, Some(instrument.certainty), &instrument.cite, commands);
}

fn dates_ui(ui: &mut Ui, session: &Session, instrument: &Instrument, commands: &mut Vec<Command>) {
    let world = &session.world;
    heading_ui(ui, "Dates");
    // Its cells break their words only where a greatest width is given; the last column takes what is left.
    let widest = ui.available_width();
    let dates = egui::Grid::new(("dates", &instrument.id)).num_columns(2).max_col_width(widest).spacing([14.0, 3.0]);
    dates.show(ui, |ui| {
        let mut row = |name: &str, words: String, day: Option<crate::model::Day>| {
            ui.label(faint(name));
            match day {
                Some(day) => {
                    if ui.link(words).on_hover_text("Show the map of this day").clicked() {
                        commands.push(Command::SetDay(day));
                    }
                }
                None => {
                    ui.label(words);
                }
            }
            ui.end_row();
        };
        row("Signed", instrument.signed.to_words(), Some(instrument.signed.earliest()));
        for (name, text) in [
            ("As the act has it", &instrument.signed_as),
            ("Julian calendar", &instrument.signed_julian),
            ("Rumi calendar", &instrument.signed_rumi),
        ] {
            if let Some(text) = text {
                row(name, text.clone(), None);
            }
        }
        for ratification in &instrument.ratified {
            let by = world.atlas.name_of(&ratification.by).unwrap_or_else(|| ratification.by.clone());
            let date =
                ratification.date.as_ref().map_or_else(|| "day not known".to_owned(), crate::model::When::to_words);
            let unchecked = ratification.certainty == Some(crate::model::Certainty::Unchecked);
            let doubt = if unchecked { " (not yet checked)" } else { "" };
            row(
                "Ratified",
                format!("{by}, {date}{doubt}"),
                ratification.date.as_ref().map(crate::model::When::earliest),
            );
        }
        for (name, when) in
            [("Exchanged", &instrument.exchanged), ("In force", &instrument.in_force), ("Ended", &instrument.ended)]
        {
            if let Some(when) = when {
                row(name, when.to_words(), Some(when.earliest()));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (name, place) in [("Signed at", &instrument.place), ("Exchanged at", &instrument.exchanged_at)] {
            if let Some(place) = place {
                ui.label(faint(name));
                link_ui(ui, world, place, None, commands);
            }
        }
        let languages: Vec<&str> = instrument.languages.iter().map(|tag| language(tag)).collect();
        if !languages.is_empty() {
            ui.label(faint(format!("Languages: {}", languages.join(", "))));
        }
    });
}

fn parties_ui(ui: &mut Ui, session: &Session, instrument: &Instrument, commands: &mut Vec<Command>) {
    let world = &session.world;
    heading_ui(ui, "Parties");
    ui.horizontal_wrapped(|ui| {
        for party in &instrument.parties {
            if world.atlas.kind_of(party).is_some() {
                link_ui(ui, world, party, None, commands);
            } else {
                ui.label(party);
            }
        }
    });
    if instrument.signatories.is_empty() {
        return;
    }
    heading_ui(ui, "Signed by");
    for signatory in &instrument.signatories {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 1.0);
            link_ui(ui, world, &signatory.person, None, commands);
            let side = world.atlas.name_of(&signatory.on_behalf_of).unwrap_or_else(|| signatory.on_behalf_of.clone());
            ui.label(faint(format!("for {side}: {}", signatory.office)));
        });
        if let Some(note) = &signatory.note {
            note_ui(ui, session, note, commands);
        }
    }
}

fn texts_ui(ui: &mut Ui, instrument: &Instrument) {
    if instrument.texts.is_empty() {
        return;
    }
    heading_ui(ui, "Where its text stands");
    for text in &instrument.texts {
        ui.horizontal_wrapped(|ui| {
            let mut words = in_visual_order(&text.title);
            if let Some(locator) = &text.locator {
                words = format!("{words}, {locator}");
            }
            match &text.url {
                Some(url) => {
                    ui.hyperlink_to(words, url);
                }
                None => {
                    ui.label(words);
                }
            }
            if let Some(tag) = &text.language {
                ui.label(faint(language(tag)));
            }
        });
    }
}
