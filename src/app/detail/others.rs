//! The pages of places, points of the annexes, people, polities, sources, eras.

use egui::{RichText, Ui};

use super::ground::holders_ui;
use super::parts::{
    around_ui, disagreements_ui, events_ui, grounds_ui, heading_ui, list_ui, names_ui, note_ui, title_ui,
};
use crate::app::look;
use crate::app::words::{faint, in_visual_order, link_ui, running_text_ui};
use crate::model::{Grade, Kind};
use crate::session::{Command, Session};
use crate::symbology::Theme;
use crate::units::LonLat;

/// The page of what has little but a name: an extent, a group of holders, a word of the glossary.
pub fn named_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let Some(entry) = session.world.atlas.entry(id) else { return };
    let kind = entry.kind.map_or("", |kind| session.texts.word(kind));
    title_ui(ui, entry.entry.name().unwrap_or(id), kind);
    if let Some(term) = session.world.atlas.terms.get(id) {
        running_text_ui(ui, &session.world, &term.text, commands);
    }
    if let Some(group) = session.world.atlas.groups.get(id) {
        for member in &group.polities {
            link_ui(ui, &session.world, member, None, commands);
        }
    }
}

pub fn place_ui(ui: &mut Ui, session: &Session, theme: &Theme, id: &str, commands: &mut Vec<Command>) {
    let texts = &session.texts;
    let Some(place) = session.world.atlas.places.get(id) else { return };
    title_ui(ui, &place.name, texts.word(place.kind));
    let official = crate::map::official_name(place, session.state().day);
    if official != place.name {
        ui.label(RichText::new(texts.fill("place.then-officially", &[("name", &official)])).font(look::italic(14.0)));
    }
    names_ui(ui, texts, &place.names);
    position_ui(ui, session, id, place.at, place.grade, commands);
    if let Some(tract) = &place.tract {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.say("place.in-the-region")));
            link_ui(ui, &session.world, tract, None, commands);
        });
        if let Some(position) = session.world.ground.position(tract) {
            holders_ui(ui, session, theme, position, commands);
        }
    }
    if let Some(note) = &place.note {
        note_ui(ui, session, note, commands);
    }
    grounds_ui(ui, session, Some(place.certainty), &place.cite, commands);
    around_ui(ui, session, id, Kind::Instrument, "head.signed-here", commands);
    around_ui(ui, session, id, Kind::Article, "head.articles-naming-it", commands);
    events_ui(ui, session, id, commands);
    disagreements_ui(ui, session, id, commands);
}

pub fn waypoint_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    let Some(point) = world.atlas.waypoints.get(id) else { return };
    title_ui(ui, &point.name, texts.say("title.waypoint"));
    names_ui(ui, texts, &point.names);
    if let Some(feet) = point.height_ft {
        ui.label(texts.feet("units.english-feet", feet));
    }
    if let Some(note) = &point.height_note {
        note_ui(ui, session, note, commands);
    }
    if let Some(today) = &point.today {
        ui.label(texts.fill("place.today", &[("name", today)]));
    }
    match point.at {
        Some(at) => position_ui(ui, session, id, at, Some(point.grade), commands),
        None => {
            ui.label(faint(texts.word(point.grade)));
        }
    }
    for annex in &point.annexes {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.fill("waypoint.number-of", &[("number", &annex.order)])));
            link_ui(ui, world, &annex.article, None, commands);
        });
    }
    if let Some(segment) = &point.segment {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(texts.say("waypoint.on-the-segment")));
            link_ui(ui, world, segment, None, commands);
        });
    }
    if let Some(note) = &point.note {
        note_ui(ui, session, note, commands);
    }
    grounds_ui(ui, session, Some(point.certainty), &point.cite, commands);
}

fn position_ui(
    ui: &mut Ui,
    session: &Session,
    id: &str,
    at: LonLat,
    grade: Option<Grade>,
    commands: &mut Vec<Command>,
) {
    ui.horizontal_wrapped(|ui| {
        let texts = &session.texts;
        ui.label(faint(texts.position(at)));
        if let Some(grade) = grade {
            ui.label(faint(texts.word(grade)));
        }
        if session.world.extent_of(id).is_some() {
            if ui.small_button(texts.say("map.show")).clicked() {
                commands.push(Command::FlyTo(id.to_owned()));
            }
        } else {
            ui.label(faint(texts.say("map.outside")));
        }
    });
}

pub fn person_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let texts = &session.texts;
    let Some(person) = session.world.atlas.people.get(id) else { return };
    title_ui(ui, &person.name, texts.say("title.person"));
    names_ui(ui, texts, &person.names);
    if let Some(lived) = &person.lived {
        ui.label(faint(texts.when(lived)));
    }
    for office in &person.offices {
        ui.horizontal_wrapped(|ui| {
            ui.label(&office.office);
            if let Some(polity) = &office.polity {
                link_ui(ui, &session.world, polity, None, commands);
            }
            if let Some(span) = texts.span(office.from.as_ref(), office.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &person.note {
        note_ui(ui, session, note, commands);
    }
    grounds_ui(ui, session, Some(person.certainty), &person.cite, commands);
    around_ui(ui, session, id, Kind::Instrument, "head.signed", commands);
    events_ui(ui, session, id, commands);
    disagreements_ui(ui, session, id, commands);
}

pub fn polity_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    let Some(polity) = world.atlas.polities.get(id) else { return };
    title_ui(ui, &polity.name, texts.say("title.polity"));
    names_ui(ui, texts, &polity.names);
    if let Some(span) = texts.span(polity.from.as_ref(), polity.to.as_ref()) {
        ui.label(faint(span));
    }
    for union in &polity.part_of {
        ui.horizontal_wrapped(|ui| {
            ui.label(texts.say("polity.part-of"));
            link_ui(ui, world, &union.polity, None, commands);
            if let Some(span) = texts.span(union.from.as_ref(), union.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &polity.note {
        running_text_ui(ui, world, note, commands);
    }
    grounds_ui(ui, session, polity.certainty, &polity.cite, commands);
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
    list_ui(ui, session, "head.regions-held", &held, commands);
    around_ui(ui, session, id, Kind::Instrument, "head.party-to", commands);
}

pub fn source_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    let Some(source) = world.atlas.sources.get(id) else { return };
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
        running_text_ui(ui, world, note, commands);
    }
    disagreements_ui(ui, session, id, commands);
    for (kind, heading) in [
        (Kind::Instrument, "head.instruments-from-it"),
        (Kind::Article, "head.articles-from-it"),
        (Kind::Event, "head.events-from-it"),
        (Kind::Disagreement, "head.disagreements-with-it"),
        (Kind::Tract, "head.regions-from-it"),
        (Kind::Person, "head.people"),
        (Kind::Place, "head.places"),
    ] {
        around_ui(ui, session, id, kind, heading, commands);
    }
}

pub fn era_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let Some(era) = session.world.atlas.eras.get(id) else { return };
    title_ui(ui, &era.name, session.texts.say("title.era"));
    ui.label(format!("{} · {}", session.texts.when(&era.date), era.status));
    if let Some(note) = &era.note {
        running_text_ui(ui, &session.world, note, commands);
    }
    let instruments: Vec<&str> = era.instruments.iter().map(String::as_str).collect();
    list_ui(ui, session, "head.instruments", &instruments, commands);
}
