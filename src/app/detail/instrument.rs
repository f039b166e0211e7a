//! The page of an instrument.

use egui::{RichText, Ui};

use crate::app::look;
use crate::app::widgets::{
    Requests, article_block_ui, disagreements_ui, events_ui, faint, grounds_ui, heading_ui, in_visual_order, link_ui,
    list_ui, names_ui, note_ui, running_text_ui, state_on_the_day, title_ui,
};
use crate::model::{Article, Certainty, Day, Instrument};
use crate::session::{Command, Session};
use crate::text::Texts;

pub fn instrument_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let world = &session.world;
    let Some(instrument) = world.atlas.instruments.get(id) else { return asked };
    let texts = &session.texts;
    title_ui(ui, &instrument.name, texts.say("title.instrument"));
    names_ui(ui, texts, &instrument.names);
    let status = instrument.status_note.as_deref().unwrap_or_default();
    ui.label(RichText::new(state_on_the_day(session, instrument)).font(look::semibold(14.0)));
    ui.label(faint(texts.fill("instrument.status-today", &[("status", &texts.word(instrument.status))])));
    asked += running_text_ui(ui, world, status);
    asked += running_text_ui(ui, world, &instrument.summary);
    if let Some(note) = &instrument.note {
        asked += note_ui(ui, session, note);
    }
    asked += dates_ui(ui, session, instrument);
    asked += parties_ui(ui, session, instrument);
    let articles: Vec<&Article> = world.atlas.articles_of(id).collect();
    heading_ui(ui, &texts.counted("head.articles", articles.len()));
    for article in articles {
        asked += article_block_ui(ui, session, article);
    }
    texts_ui(ui, texts, instrument);
    for (heading, ids) in
        [("head.supersedes", &instrument.supersedes), ("head.superseded-by", &instrument.superseded_by)]
    {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        asked += list_ui(ui, session, heading, &ids);
    }
    asked += events_ui(ui, session, id);
    asked += disagreements_ui(ui, session, id);
    asked += grounds_ui(ui, session, Some(instrument.certainty), &instrument.cite);
    asked
}

fn dates_ui(ui: &mut Ui, session: &Session, instrument: &Instrument) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    heading_ui(ui, texts.say("head.dates"));
    // Its cells break their words only where a greatest width is given; the last column takes what is left.
    let widest = ui.available_width();
    let dates = egui::Grid::new(("dates", &instrument.id)).num_columns(2).max_col_width(widest).spacing([14.0, 3.0]);
    dates.show(ui, |ui| {
        let mut row = |name: &str, words: String, day: Option<Day>| {
            ui.label(faint(texts.say(name)));
            match day {
                Some(day) => {
                    if ui.link(words).on_hover_text(texts.say("day.show")).clicked() {
                        asked.push(Command::SetDay(day));
                    }
                }
                None => {
                    ui.label(words);
                }
            }
            ui.end_row();
        };
        row("instrument.signed", texts.when(&instrument.signed), Some(instrument.signed.earliest()));
        for (name, text) in [
            ("instrument.signed-as", &instrument.signed_as),
            ("instrument.julian", &instrument.signed_julian),
            ("instrument.rumi", &instrument.signed_rumi),
        ] {
            if let Some(text) = text {
                row(name, text.clone(), None);
            }
        }
        for ratification in &instrument.ratified {
            let by = world.atlas.name_of(&ratification.by).unwrap_or_else(|| ratification.by.clone());
            let date = ratification.date.as_ref();
            let said = date.map_or_else(|| texts.say("date.unknown").to_owned(), |date| texts.when(date));
            let key = match ratification.certainty {
                Some(Certainty::Unchecked) => "instrument.ratified-unchecked",
                _ => "instrument.ratified-by",
            };
            let said = texts.fill(key, &[("who", &by), ("date", &said)]);
            row("instrument.ratified", said, date.map(|date| date.earliest()));
        }
        for (name, when) in [
            ("instrument.exchanged", &instrument.exchanged),
            ("instrument.in-force", &instrument.in_force),
            ("instrument.ended", &instrument.ended),
        ] {
            if let Some(when) = when {
                row(name, texts.when(when), Some(when.earliest()));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (name, place) in
            [("instrument.signed-at", &instrument.place), ("instrument.exchanged-at", &instrument.exchanged_at)]
        {
            if let Some(place) = place {
                ui.label(faint(texts.say(name)));
                asked += link_ui(ui, world, place, None);
            }
        }
        let languages: Vec<&str> = instrument.languages.iter().map(|tag| texts.language_name(tag)).collect();
        if !languages.is_empty() {
            ui.label(faint(texts.fill("instrument.languages", &[("languages", &languages.join(", "))])));
        }
    });
    asked
}

fn parties_ui(ui: &mut Ui, session: &Session, instrument: &Instrument) -> Requests {
    let mut asked = Requests::default();
    let world = &session.world;
    heading_ui(ui, session.texts.say("head.parties"));
    ui.horizontal_wrapped(|ui| {
        for party in &instrument.parties {
            if world.atlas.kind_of(party).is_some() {
                asked += link_ui(ui, world, party, None);
            } else {
                ui.label(party);
            }
        }
    });
    if instrument.signatories.is_empty() {
        return asked;
    }
    heading_ui(ui, session.texts.say("head.signed-by"));
    for signatory in &instrument.signatories {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 1.0);
            asked += link_ui(ui, world, &signatory.person, None);
            let side = world.atlas.name_of(&signatory.on_behalf_of).unwrap_or_else(|| signatory.on_behalf_of.clone());
            let given: &[(&str, &dyn std::fmt::Display)] = &[("side", &side), ("office", &signatory.office)];
            ui.label(faint(session.texts.fill("instrument.signatory", given)));
        });
        if let Some(note) = &signatory.note {
            asked += note_ui(ui, session, note);
        }
    }
    asked
}

fn texts_ui(ui: &mut Ui, texts: &Texts, instrument: &Instrument) {
    if instrument.texts.is_empty() {
        return;
    }
    heading_ui(ui, texts.say("head.where-the-text"));
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
                ui.label(faint(texts.language_name(tag)));
            }
        });
    }
}
