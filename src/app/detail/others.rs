//! The pages of places, points of the annexes, people, polities, sources, eras.

use egui::{RichText, Ui};

use crate::app::look;
use crate::app::widgets::{
    Requests, around_ui, disagreements_ui, events_ui, faint, grounds_ui, heading_ui, holders_ui, in_visual_order,
    link_ui, list_ui, names_ui, note_ui, running_text_ui, title_ui,
};
use crate::model::{Grade, Kind};
use crate::session::{Command, Session};
use crate::symbology::Theme;
use crate::units::LonLat;

/// The page of what has little but a name: an extent, a group of holders, a word of the glossary.
pub fn named_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let Some(entry) = session.world.atlas.entry(id) else { return asked };
    let kind = entry.kind.map_or("", |kind| session.texts.word(kind));
    title_ui(ui, entry.entry.name().unwrap_or(id), kind);
    if let Some(term) = session.world.atlas.terms.get(id) {
        asked += running_text_ui(ui, &session.world, &term.text);
    }
    if let Some(group) = session.world.atlas.groups.get(id) {
        for member in &group.polities {
            asked += link_ui(ui, &session.world, member, None);
        }
    }
    asked
}

pub fn place_ui(ui: &mut Ui, session: &Session, theme: &Theme, id: &str) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    let Some(place) = session.world.atlas.places.get(id) else { return asked };
    title_ui(ui, &place.name, texts.word(place.kind));
    let official = crate::map::official_name(place, session.state().day);
    if official != place.name {
        ui.label(RichText::new(texts.fill("place.then-officially", &[("name", &official)])).font(look::italic(14.0)));
    }
    names_ui(ui, texts, &place.names);
    asked += position_ui(ui, session, id, place.at, place.grade);
    if let Some(tract) = &place.tract {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.say("place.in-the-region")));
            asked += link_ui(ui, &session.world, tract, None);
        });
        if let Some(position) = session.world.ground.position(tract) {
            asked += holders_ui(ui, session, theme, position);
        }
    }
    if let Some(note) = &place.note {
        asked += note_ui(ui, session, note);
    }
    asked += grounds_ui(ui, session, Some(place.certainty), &place.cite);
    asked += around_ui(ui, session, id, Kind::Instrument, "head.signed-here");
    asked += around_ui(ui, session, id, Kind::Article, "head.articles-naming-it");
    asked += events_ui(ui, session, id);
    asked += disagreements_ui(ui, session, id);
    asked
}

pub fn waypoint_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let Some(point) = world.atlas.waypoints.get(id) else { return asked };
    title_ui(ui, &point.name, texts.say("title.waypoint"));
    names_ui(ui, texts, &point.names);
    if let Some(feet) = point.height_ft {
        ui.label(texts.feet("units.english-feet", feet));
    }
    if let Some(note) = &point.height_note {
        asked += note_ui(ui, session, note);
    }
    if let Some(today) = &point.today {
        ui.label(texts.fill("place.today", &[("name", today)]));
    }
    match point.at {
        Some(at) => asked += position_ui(ui, session, id, at, Some(point.grade)),
        None => {
            ui.label(faint(texts.word(point.grade)));
        }
    }
    for annex in &point.annexes {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.fill("waypoint.number-of", &[("number", &annex.order)])));
            asked += link_ui(ui, world, &annex.article, None);
        });
    }
    if let Some(segment) = &point.segment {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.say("waypoint.on-the-segment")));
            asked += link_ui(ui, world, segment, None);
        });
    }
    if let Some(note) = &point.note {
        asked += note_ui(ui, session, note);
    }
    asked += grounds_ui(ui, session, Some(point.certainty), &point.cite);
    asked
}

fn position_ui(ui: &mut Ui, session: &Session, id: &str, at: LonLat, grade: Option<Grade>) -> Requests {
    let mut asked = Requests::default();
    ui.horizontal_wrapped(|ui| {
        let texts = &session.texts;
        ui.label(faint(texts.position(at)));
        if let Some(grade) = grade {
            ui.label(faint(texts.word(grade)));
        }
        if session.world.extent_of(id).is_some() {
            if ui.small_button(texts.say("map.show")).clicked() {
                asked.push(Command::FlyTo(id.to_owned()));
            }
        } else {
            ui.label(faint(texts.say("map.outside")));
        }
    });
    asked
}

pub fn person_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    let Some(person) = session.world.atlas.people.get(id) else { return asked };
    title_ui(ui, &person.name, texts.say("title.person"));
    names_ui(ui, texts, &person.names);
    if let Some(lived) = &person.lived {
        ui.label(faint(texts.when(lived)));
    }
    for office in &person.offices {
        ui.horizontal_wrapped(|ui| {
            ui.label(&office.office);
            if let Some(polity) = &office.polity {
                asked += link_ui(ui, &session.world, polity, None);
            }
            if let Some(span) = texts.span(office.from.as_ref(), office.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &person.note {
        asked += note_ui(ui, session, note);
    }
    asked += grounds_ui(ui, session, Some(person.certainty), &person.cite);
    asked += around_ui(ui, session, id, Kind::Instrument, "head.signed");
    asked += events_ui(ui, session, id);
    asked += disagreements_ui(ui, session, id);
    asked
}

pub fn polity_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let Some(polity) = world.atlas.polities.get(id) else { return asked };
    title_ui(ui, &polity.name, texts.say("title.polity"));
    names_ui(ui, texts, &polity.names);
    if let Some(span) = texts.span(polity.from.as_ref(), polity.to.as_ref()) {
        ui.label(faint(span));
    }
    for union in &polity.part_of {
        ui.horizontal_wrapped(|ui| {
            ui.label(texts.say("polity.part-of"));
            asked += link_ui(ui, world, &union.polity, None);
            if let Some(span) = texts.span(union.from.as_ref(), union.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &polity.note {
        asked += running_text_ui(ui, world, note);
    }
    asked += grounds_ui(ui, session, polity.certainty, &polity.cite);
    let held: Vec<&str> =
        world
            .atlas
            .tracts
            .iter()
            .filter(|tract| {
                world.atlas.holdings.iter().any(|holding| {
                    holding.tract == tract.id && holding.holders.iter().any(|holder| holder.as_str() == id)
                })
            })
            .map(|tract| tract.id.as_str())
            .collect();
    asked += list_ui(ui, session, "head.regions-held", &held);
    asked += around_ui(ui, session, id, Kind::Instrument, "head.party-to");
    asked
}

pub fn source_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let Some(source) = world.atlas.sources.get(id) else { return asked };
    let kind = texts.fill("source.of-kind", &[("kind", &texts.word(source.kind))]);
    title_ui(ui, &in_visual_order(&source.title), &kind);
    let mut line: Vec<String> =
        [&source.author, &source.publisher, &source.year].into_iter().flatten().cloned().collect();
    if let Some(tag) = &source.language {
        line.push(texts.language_name(tag).to_owned());
    }
    ui.label(in_visual_order(&line.join(" · ")));
    if let Some(url) = &source.url {
        for url in url.split([' ', ';']).filter(|url| url.starts_with("http")) {
            ui.hyperlink(url);
        }
    }
    if let Some(seen) = &source.seen {
        ui.label(faint(texts.fill("source.read", &[("part", &seen.replace('-', " "))])));
    }
    if let Some(licence) = &source.licence {
        ui.label(faint(texts.fill("source.licence", &[("licence", licence)])));
    }
    if let Some(note) = &source.note {
        heading_ui(ui, texts.say("head.what-it-is"));
        asked += running_text_ui(ui, world, note);
    }
    asked += disagreements_ui(ui, session, id);
    for (kind, heading) in [
        (Kind::Instrument, "head.instruments-from-it"),
        (Kind::Article, "head.articles-from-it"),
        (Kind::Event, "head.events-from-it"),
        (Kind::Disagreement, "head.disagreements-with-it"),
        (Kind::Tract, "head.regions-from-it"),
        (Kind::Person, "head.people"),
        (Kind::Place, "head.places"),
    ] {
        asked += around_ui(ui, session, id, kind, heading);
    }
    asked
}

pub fn era_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let Some(era) = session.world.atlas.eras.get(id) else { return asked };
    title_ui(ui, &era.name, session.texts.say("title.era"));
    ui.label(format!("{} · {}", session.texts.when(&era.date), era.status));
    if let Some(note) = &era.note {
        asked += running_text_ui(ui, &session.world, note);
    }
    let instruments: Vec<&str> = era.instruments.iter().map(String::as_str).collect();
    asked += list_ui(ui, session, "head.instruments", &instruments);
    asked
}
