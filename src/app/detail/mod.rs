//! The panel beside the map: everything that the record knows of what is chosen.

mod article;
mod event;
mod feature;
mod ground;
mod instrument;
mod others;
mod parts;
mod welcome;

use egui::{RichText, ScrollArea, Ui};

use super::look;
use super::words::{in_visual_order, link_ui};
use crate::map::Picked;
use crate::model::Kind;
use crate::session::{Command, Session};
use crate::symbology::Theme;

pub use article::article_text_ui;
pub use ground::holders_ui;

/// What is known of what is chosen. Returns what was asked for, and whether a citation was copied.
pub fn detail_ui(ui: &mut Ui, session: &Session, theme: &Theme) -> (Vec<Command>, bool) {
    let (mut commands, mut copied) = (Vec::new(), false);
    let id = session.selection().unwrap_or_default().to_owned();
    // Each entry keeps its own place in the panel, so that going back shows what was read.
    ScrollArea::vertical().id_salt(("details", &id)).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width().min(620.0));
        also_here_ui(ui, session, &mut commands);
        match session.world.atlas.kind_of(&id) {
            Some(Kind::Tract) => ground::tract_ui(ui, session, theme, &id, &mut commands),
            Some(Kind::Segment) => ground::segment_ui(ui, session, &id, &mut commands),
            Some(Kind::Waypoint) => others::waypoint_ui(ui, session, &id, &mut commands),
            Some(Kind::Place) => others::place_ui(ui, session, theme, &id, &mut commands),
            Some(Kind::Instrument) => instrument::instrument_ui(ui, session, &id, &mut commands),
            Some(Kind::Article) => article::article_ui(ui, session, &id, &mut commands),
            Some(Kind::Event) => event::event_ui(ui, session, &id, &mut commands),
            Some(Kind::Person) => others::person_ui(ui, session, &id, &mut commands),
            Some(Kind::Polity) => others::polity_ui(ui, session, &id, &mut commands),
            Some(Kind::Source) => others::source_ui(ui, session, &id, &mut commands),
            Some(Kind::Disagreement) => event::disagreement_ui(ui, session, &id, &mut commands),
            Some(Kind::Era) => others::era_ui(ui, session, &id, &mut commands),
            Some(Kind::MapExtent | Kind::PolityGroup | Kind::Term) => others::named_ui(ui, session, &id, &mut commands),
            None => match session.feature() {
                Some(feature) => feature::feature_ui(ui, &session.texts, feature),
                None => welcome::welcome_ui(ui, session, &mut commands),
            },
        }
        if !id.is_empty() {
            copied = parts::cite_ui(ui, session, &id);
        }
        ui.add_space(16.0);
    });
    (commands, copied)
}

/// What else lay under the pointer.
fn also_here_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let is_chosen = |picked: &Picked| match picked {
        Picked::Entry { id, .. } => Some(id.as_str()) == session.selection(),
        Picked::Feature(feature) => Some(feature) == session.feature(),
    };
    let others: Vec<&Picked> = session.offered.iter().filter(|picked| !is_chosen(picked)).collect();
    if others.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(session.texts.say("detail.also-here")).font(look::italic(13.0)).weak());
        for other in others {
            match other {
                Picked::Entry { id, .. } => link_ui(ui, &session.world, id, None, commands),
                Picked::Feature(feature) => {
                    if ui.link(in_visual_order(&feature.title())).clicked() {
                        commands.push(Command::SelectFeature(feature.clone()));
                    }
                }
            }
        }
    });
    ui.add_space(2.0);
}
