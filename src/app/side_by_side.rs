//! Two articles that answer one another, in two columns, with what differs between them.

use egui::{RichText, ScrollArea, Ui};

use super::look;
use super::widgets::{Requests, article_text_ui, differing_words, faint, holders_ui, running_text_ui};
use crate::session::{Command, Session};
use crate::symbology::Theme;

pub fn side_by_side_ui(ctx: &egui::Context, session: &Session, theme: &Theme) -> Requests {
    let mut asked = Requests::default();
    let Some([left, right]) = &session.state().beside else { return asked };
    let text = |id: &String| session.world.atlas.articles.get(id).map_or("", |article| article.text.as_str());
    let marks = differing_words(text(left), text(right));
    let mut open = true;
    let size = ctx.content_rect().size();
    egui::Window::new(session.texts.say("compare.side-by-side"))
        .open(&mut open)
        .collapsible(false)
        .default_size([(size.x * 0.72).min(980.0), size.y * 0.72])
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .show(ctx, |ui| {
            asked += difference_ui(ui, session, left, right);
            if let Some(tract) = common_tract(session, left, right) {
                ui.label(RichText::new(session.texts.say("head.who-held-it")).font(look::semibold(13.5)));
                asked += holders_ui(ui, session, theme, tract);
            }
            let words = if !(marks.0.is_empty() && marks.1.is_empty()) {
                "parallel.marked"
            } else if text(left) == text(right) {
                "parallel.the-same"
            } else {
                "parallel.own-words"
            };
            ui.label(faint(session.texts.say(words)));
            ui.separator();
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.columns(2, |columns| {
                    for (ui, (id, marked)) in columns.iter_mut().zip([(left, &marks.0), (right, &marks.1)]) {
                        ui.vertical(|ui| asked += article_text_ui(ui, session, id, marked));
                    }
                });
            });
        });
    if !open {
        asked.push(Command::SideBySide(None));
    }
    asked
}

fn difference_ui(ui: &mut Ui, session: &Session, left: &str, right: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let both = |ids: &[String]| ids.iter().any(|id| id == left) && ids.iter().any(|id| id == right);
    let mut any = false;
    for parallel in world.atlas.parallels.iter().filter(|parallel| both(&parallel.articles)) {
        any = true;
        ui.label(
            RichText::new(texts.fill("parallel.what-differs", &[("topic", &parallel.topic)]))
                .font(look::semibold(14.0)),
        );
        asked += running_text_ui(ui, world, &parallel.difference);
    }
    if !any {
        ui.label(faint(texts.say("parallel.none")));
    }
    asked
}

/// The tract that both articles name: the chosen one, if it is among them.
fn common_tract(session: &Session, left: &str, right: &str) -> Option<usize> {
    let (a, b) = (session.world.ground_of(left), session.world.ground_of(right));
    let chosen = session.selection().and_then(|id| session.world.ground.position(id));
    chosen.filter(|tract| a.tracts.contains(tract) || b.tracts.contains(tract)).or_else(|| {
        (a.tracts.len() <= 2 || b.tracts.len() <= 2)
            .then(|| a.tracts.iter().find(|tract| b.tracts.contains(tract)).copied())
            .flatten()
    })
}
