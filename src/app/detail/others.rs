//! The pages of places, points of the annexes, people, polities, sources, eras.

use egui::{RichText, Ui};

use super::ground::holders_ui;
use super::parts::{
    around_ui, disagreements_ui, events_ui, grounds_ui, heading_ui, language, list_ui, names_ui, note_ui, title_ui,
};
use crate::app::look;
use crate::app::words::{faint, in_visual_order, link_ui, running_text_ui};
use crate::model::{Grade, Kind, When};
use crate::session::{Command, Session};
use crate::symbology::Theme;
use crate::units::LonLat;

pub fn place_ui(ui: &mut Ui, session: &Session, theme: &Theme, id: &str, commands: &mut Vec<Command>) {
    let Some(place) = session.world.atlas.places.get(id) else { return };
    title_ui(ui, &place.name, &format!("{:?}", place.kind));
    let official = crate::map::official_name(place, session.state().day);
    if official != place.name {
        ui.label(RichText::new(format!("Then officially {official}")).font(look::italic(14.0)));
    }
    names_ui(ui, &place.names);
    position_ui(ui, session, id, place.at, place.grade, commands);
    if let Some(tract) = &place.tract {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint("In the region"));
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
    around_ui(ui, session, id, Kind::Instrument, "Signed or exchanged here", commands);
    around_ui(ui, session, id, Kind::Article, "Articles that name it", commands);
    events_ui(ui, session, id, "Events", commands);
    disagreements_ui(ui, session, id, commands);
}

pub fn waypoint_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let world = &session.world;
    let Some(point) = world.atlas.waypoints.get(id) else { return };
    title_ui(ui, &point.name, "Point named in an annex");
    names_ui(ui, &point.names);
    if let Some(feet) = point.height_ft {
        ui.label(format!("{feet:.0} English feet ({:.0} m)", feet * 0.3048));
    }
    if let Some(note) = &point.height_note {
        note_ui(ui, session, note, commands);
    }
    if let Some(today) = &point.today {
        ui.label(format!("Today: {today}"));
    }
    match point.at {
        Some(at) => position_ui(ui, session, id, at, Some(point.grade), commands),
        None => {
            ui.label(faint(grade_in_words(point.grade)));
        }
    }
    for annex in &point.annexes {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint(format!("Point {} of", annex.order)));
            link_ui(ui, world, &annex.article, None, commands);
        });
    }
    if let Some(segment) = &point.segment {
        ui.horizontal_wrapped(|ui| {
            ui.label(faint("On the stretch"));
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
        ui.label(faint(format!("{:.3}° E, {:.3}° N", at.lon, at.lat)));
        if let Some(grade) = grade {
            ui.label(faint(grade_in_words(grade)));
        }
        if session.world.extent_of(id).is_some() {
            if ui.small_button("Show on the map").clicked() {
                commands.push(Command::FlyTo(id.to_owned()));
            }
        } else {
            ui.label(faint("outside the map"));
        }
    });
}

fn grade_in_words(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "place identified",
        Grade::B => "within 3 to 5 km",
        Grade::C => "only the order along the line is sure",
    }
}

pub fn person_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let Some(person) = session.world.atlas.people.get(id) else { return };
    title_ui(ui, &person.name, "Person");
    names_ui(ui, &person.names);
    if let Some(lived) = &person.lived {
        ui.label(faint(lived.to_words()));
    }
    for office in &person.offices {
        ui.horizontal_wrapped(|ui| {
            ui.label(&office.office);
            if let Some(polity) = &office.polity {
                link_ui(ui, &session.world, polity, None, commands);
            }
            if let Some(span) = span(office.from.as_ref(), office.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &person.note {
        note_ui(ui, session, note, commands);
    }
    grounds_ui(ui, session, Some(person.certainty), &person.cite, commands);
    around_ui(ui, session, id, Kind::Instrument, "Signed", commands);
    events_ui(ui, session, id, "Events", commands);
    disagreements_ui(ui, session, id, commands);
}

fn span(from: Option<&When>, to: Option<&When>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) => Some(format!("{} to {}", from.to_words(), to.to_words())),
        (Some(from), None) => Some(format!("from {}", from.to_words())),
        (None, Some(to)) => Some(format!("to {}", to.to_words())),
        (None, None) => None,
    }
}

pub fn polity_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let world = &session.world;
    let Some(polity) = world.atlas.polities.get(id) else { return };
    title_ui(ui, &polity.name, "Holder of ground");
    names_ui(ui, &polity.names);
    if let Some(span) = span(polity.from.as_ref(), polity.to.as_ref()) {
        ui.label(faint(span));
    }
    for union in &polity.part_of {
        ui.horizontal_wrapped(|ui| {
            ui.label("Part of");
            link_ui(ui, world, &union.polity, None, commands);
            if let Some(span) = span(union.from.as_ref(), union.to.as_ref()) {
                ui.label(faint(span));
            }
        });
    }
    if let Some(note) = &polity.note {
        running_text_ui(ui, world, note, commands);
    }
    grounds_ui(ui, session, polity.certainty, &polity.cite, commands);
    let held: Vec<&str> = world
        .atlas
        .tracts
        .iter()
        .filter(|tract| {
            world
                .atlas
                .holdings
                .iter()
                .any(|holding| holding.tract == tract.id && holding.holders.iter().any(|holder| holder == id))
        })
        .map(|tract| tract.id.as_str())
        .collect();
    list_ui(ui, session, "Regions it held at some time", &held, commands);
    around_ui(ui, session, id, Kind::Instrument, "Instruments it was a party to", commands);
}

pub fn source_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let world = &session.world;
    let Some(source) = world.atlas.sources.get(id) else { return };
    title_ui(ui, &in_visual_order(&source.title), &format!("Source: {:?}", source.kind));
    let mut line: Vec<String> =
        [&source.author, &source.publisher, &source.year].into_iter().flatten().cloned().collect();
    if let Some(tag) = &source.language {
        line.push(language(tag).to_owned());
    }
    ui.label(in_visual_order(&line.join(" · ")));
    if let Some(url) = &source.url {
        for url in url.split([' ', ';']).filter(|url| url.starts_with("http")) {
            ui.hyperlink(url);
        }
    }
    if let Some(seen) = &source.seen {
        ui.label(faint(format!("Read for the atlas: {}", seen.replace('-', " "))));
    }
    if let Some(licence) = &source.licence {
        ui.label(faint(format!("Licence: {licence}")));
    }
    if let Some(note) = &source.note {
        heading_ui(ui, "What it is");
        running_text_ui(ui, world, note, commands);
    }
    disagreements_ui(ui, session, id, commands);
    for (kind, heading) in [
        (Kind::Instrument, "Instruments that rest on it"),
        (Kind::Article, "Articles that rest on it"),
        (Kind::Event, "Events that rest on it"),
        (Kind::Disagreement, "Disagreements in which it is heard"),
        (Kind::Tract, "Regions whose holdings rest on it"),
        (Kind::Person, "People"),
        (Kind::Place, "Places"),
    ] {
        around_ui(ui, session, id, kind, heading, commands);
    }
}

pub fn era_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let Some(era) = session.world.atlas.eras.get(id) else { return };
    title_ui(ui, &era.name, "Era");
    ui.label(format!("{} · {}", era.date.to_words(), era.status));
    if let Some(note) = &era.note {
        running_text_ui(ui, &session.world, note, commands);
    }
    let instruments: Vec<&str> = era.instruments.iter().map(String::as_str).collect();
    list_ui(ui, session, "Instruments", &instruments, commands);
}
