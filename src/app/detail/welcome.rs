//! What stands in the panel while nothing is chosen: where to begin.

use egui::{RichText, Ui};

use crate::app::look;
use crate::app::widgets::{Requests, faint, folding_ui, heading_ui, in_visual_order, link_ui};
use crate::session::{Command, Session};

pub fn welcome_ui(ui: &mut Ui, session: &Session) -> Requests {
    let mut asked = Requests::default();
    let (atlas, texts) = (&session.world.atlas, &session.texts);
    ui.label(RichText::new(texts.say("welcome.title")).font(look::serif(21.0)));
    ui.label(texts.say("welcome.how"));
    heading_ui(ui, texts.say("head.all-instruments"));
    let mut instruments: Vec<_> = atlas.instruments.iter().collect();
    instruments.sort_by(|a, b| a.signed.cmp(&b.signed).then_with(|| a.id.cmp(&b.id)));
    for instrument in instruments {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 1.0);
            ui.label(faint(texts.when(&instrument.signed)));
            asked += link_ui(ui, &session.world, &instrument.id, None);
            if !instrument.status.ever_in_force() {
                ui.label(faint(texts.word(instrument.status)));
            }
        });
    }
    let head = |words: String| RichText::new(words).font(look::semibold(15.0));
    let disagreements = head(texts.counted("head.disagreements", atlas.disagreements.len()));
    folding_ui(ui, "disagreements", disagreements, None, |ui| {
        for disagreement in &atlas.disagreements {
            asked += link_ui(ui, &session.world, &disagreement.id, Some(&disagreement.question));
        }
    });
    asked += concordance_ui(ui, session);
    folding_ui(ui, "first-documents", head(texts.say("head.first-documents").to_owned()), None, |ui| {
        for source in atlas.sources.iter().filter(|source| source.kind == crate::model::SourceKind::Seed) {
            asked += link_ui(ui, &session.world, &source.id, Some(&in_visual_order(&source.title)));
        }
    });
    asked
}

/// Which articles answer one another, each pair one click from being read side by side.
fn concordance_ui(ui: &mut Ui, session: &Session) -> Requests {
    let mut asked = Requests::default();
    let atlas = &session.world.atlas;
    let head =
        RichText::new(session.texts.counted("head.concordance", atlas.parallels.len())).font(look::semibold(15.0));
    folding_ui(ui, "concordance", head, None, |ui| {
        for parallel in &atlas.parallels {
            ui.label(RichText::new(&parallel.topic).font(look::semibold(14.0)));
            for id in &parallel.articles {
                asked += link_ui(ui, &session.world, id, None);
            }
            for pair in parallel.articles.windows(2) {
                let [left, right] = pair else { continue };
                let name = |id: &str| {
                    let article = atlas.articles.get(id)?;
                    atlas.instruments.get(article.instrument()).map(crate::model::Instrument::short_name)
                };
                if name(left) == name(right) {
                    continue;
                }
                let (first, second) = (name(left).unwrap_or(left), name(right).unwrap_or(right));
                let words = session.texts.fill("article.pair", &[("left", &first), ("right", &second)]);
                let words = format!("◫ {words}");
                if ui.add(egui::Button::new(words).small().wrap()).clicked() {
                    asked.push(Command::Select(left.clone()));
                    asked.push(Command::SideBySide(Some([left.clone(), right.clone()])));
                }
            }
            ui.add_space(5.0);
        }
    });
    asked
}
