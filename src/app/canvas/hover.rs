//! What is said of the ground under the pointer.

use egui::Response;

use super::screen::page_point;
use crate::app::look;
use crate::app::widgets::in_visual_order;
use crate::map::{MapOptions, Picked};
use crate::model::{Holder, Sense, TractKind};
use crate::session::Session;

/// What lies under the pointer, and who holds and claims it on the day of the picture that the pointer is on.
pub fn hover_words(response: &Response, session: &Session, options: &MapOptions, under: &[Picked]) {
    if under.is_empty() || response.dragged() {
        return;
    }
    let world = &session.world;
    let mut lines: Vec<String> = under.iter().map(|picked| in_visual_order(&picked.name())).collect();
    if session.state().compare.is_some() {
        lines.insert(1, session.texts.day(options.day));
    }
    let tract = under.last().and_then(Picked::id).and_then(|id| world.ground.position(id));
    if let Some(tract) = tract.filter(|tract| world.tract_kind(*tract) == Some(TractKind::Land)) {
        let day = world.day_map(options.day);
        let (right, fact) = (day.holders(tract, Sense::DeJure), day.holders(tract, Sense::DeFacto));
        lines.push(world.held_text(&session.texts, right, fact));
        if options.senses.claims
            && let Some(held) = day.get(tract)
        {
            let by: Vec<Holder> = held.claims.iter().map(|claim| Holder::Polity(claim.by.clone())).collect();
            if !by.is_empty() {
                let by = world.holders_text(&session.texts, &by);
                lines.push(session.texts.fill("map.claimed-by", &[("holders", &by)]));
            }
        }
    }
    if let Some(doubt) = doubt_under(session, response) {
        lines.push(doubt);
    }
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(280.0);
        for (nth, line) in lines.iter().enumerate() {
            if nth == 0 {
                ui.label(egui::RichText::new(line).font(look::semibold(14.0)));
            } else {
                ui.label(egui::RichText::new(line).small());
            }
        }
    });
}

/// Where the pointer is near a line that is not sure: how it was made, and how far it may be off.
fn doubt_under(session: &Session, response: &Response) -> Option<String> {
    const NEAR: f64 = 5.0;
    const SURE_M: f64 = 500.0;
    let world = &session.world;
    let here = session.view().map_from_page(page_point(response.hover_pos()?), session.page());
    let within_m = NEAR * session.view().metres_per_point();
    let nearest = world
        .ground
        .arcs()
        .iter()
        .filter_map(|arc| Some((arc.course.distance_m(here, within_m)?, arc)))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    let edge = world.edge(nearest.1.left?, nearest.1.right?).filter(|edge| edge.error_m > SURE_M)?;
    let off = session.texts.about_metres(edge.error_m);
    Some(session.texts.fill("map.line-not-sure", &[("length", &off), ("note", &edge.note)]))
}
