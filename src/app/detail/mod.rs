//! The panel beside the map: everything that the record knows of what is chosen.

mod event;
mod feature;
mod ground;
mod instrument;
mod others;
mod welcome;

use egui::{RichText, ScrollArea, Ui};

use super::look;
use super::widgets::{Requests, article_ui, cite_ui, in_visual_order, link_ui};
use crate::map::Picked;
use crate::model::Kind;
use crate::session::{Command, Session};
use crate::symbology::Theme;

/// Shows what is known of what is chosen.
pub fn detail_ui(ui: &mut Ui, session: &Session, theme: &Theme) -> Requests {
    let mut asked = Requests::default();
    let id = session.selection().unwrap_or_default().to_owned();
    // Each entry keeps its own place in the panel, so that going back shows what was read.
    ScrollArea::vertical().id_salt(("details", &id)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(620.0));
        asked += also_here_ui(ui, session);
        match session.world.atlas.kind_of(&id) {
            Some(Kind::Tract) => asked += ground::tract_ui(ui, session, theme, &id),
            Some(Kind::Segment) => asked += ground::segment_ui(ui, session, &id),
            Some(Kind::Waypoint) => asked += others::waypoint_ui(ui, session, &id),
            Some(Kind::Place) => asked += others::place_ui(ui, session, theme, &id),
            Some(Kind::Instrument) => asked += instrument::instrument_ui(ui, session, &id),
            Some(Kind::Article) => asked += article_ui(ui, session, &id),
            Some(Kind::Event) => asked += event::event_ui(ui, session, &id),
            Some(Kind::Person) => asked += others::person_ui(ui, session, &id),
            Some(Kind::Polity) => asked += others::polity_ui(ui, session, &id),
            Some(Kind::Source) => asked += others::source_ui(ui, session, &id),
            Some(Kind::Disagreement) => asked += event::disagreement_ui(ui, session, &id),
            Some(Kind::Era) => asked += others::era_ui(ui, session, &id),
            Some(Kind::MapExtent | Kind::PolityGroup | Kind::Term) => asked += others::named_ui(ui, session, &id),
            None => match session.feature() {
                Some(feature) => feature::feature_ui(ui, &session.texts, feature),
                None => asked += welcome::welcome_ui(ui, session),
            },
        }
        if !id.is_empty() {
            asked += cite_ui(ui, session, &id);
        }
        ui.add_space(16.0);
    });
    asked
}

/// What else lay under the pointer.
fn also_here_ui(ui: &mut Ui, session: &Session) -> Requests {
    let mut asked = Requests::default();
    let is_chosen = |picked: &Picked| match picked {
        Picked::Entry { id, .. } => Some(id.as_str()) == session.selection(),
        Picked::Feature(feature) => Some(feature) == session.feature(),
    };
    let others: Vec<&Picked> = session.offered.iter().filter(|picked| !is_chosen(picked)).collect();
    if others.is_empty() {
        return asked;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(session.texts.say("detail.also-here")).font(look::italic(13.0)).weak());
        for other in others {
            match other {
                Picked::Entry { id, .. } => asked += link_ui(ui, &session.world, id, None),
                Picked::Feature(feature) => {
                    if ui.link(in_visual_order(&feature.title())).clicked() {
                        asked.push(Command::SelectFeature(feature.clone()));
                    }
                }
            }
        }
    });
    ui.add_space(2.0);
    asked
}
