//! An article: as a block that unfolds, as a page, and as a column beside another.

use std::collections::HashSet;

use egui::{RichText, Ui};

use super::parts::{
    day_link_ui, disagreements_ui, folding_ui, grounds_ui, heading_ui, list_ui, note_ui, state_on_the_day, title_ui,
};
use super::requests::Requests;
use super::text::{faint, link_ui, marked_text_ui};
use crate::app::look;
use crate::model::{Article, Rendering};
use crate::session::{Command, Session};

/// An article that unfolds to its full text.
pub fn article_block_ui(ui: &mut Ui, session: &Session, article: &Article) -> Requests {
    let mut asked = Requests::default();
    let head = article_name(session, article);
    folding_ui(
        ui,
        ("article", &article.id),
        RichText::new(head).font(look::semibold(14.0)),
        Some(&article.title),
        |ui| {
            ui.label(RichText::new(&article.title).font(look::italic(14.0)));
            asked += status_ui(ui, session, article);
            asked += body_ui(ui, session, article, &HashSet::new());
            if ui.small_button(session.texts.say("map.show")).clicked() {
                asked.push(Command::GoTo(article.id.clone()));
            }
            asked += beside_ui(ui, session, article);
        },
    );
    asked
}

/// The article with its instrument: `Kars 1921, Article 5`.
pub fn article_name(session: &Session, article: &Article) -> String {
    session.world.article_text(&session.texts, article)
}

/// When it was signed and came into force, and what that makes of it on the day of the map.
fn status_ui(ui: &mut Ui, session: &Session, article: &Article) -> Requests {
    let mut asked = Requests::default();
    let (atlas, texts) = (&session.world.atlas, &session.texts);
    let Some(instrument) = atlas.instruments.get(article.instrument()) else { return asked };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 1.0);
        let signed = texts.fill("instrument.signed-on", &[("date", &texts.when(&instrument.signed))]);
        asked += day_link_ui(ui, texts, signed, &instrument.signed);
        if let Some(from) = &instrument.in_force {
            let in_force = texts.fill("instrument.in-force-from", &[("date", &texts.when(from))]);
            asked += day_link_ui(ui, texts, in_force, from);
        }
    });
    ui.label(faint(state_on_the_day(session, instrument)));
    asked
}

fn body_ui(ui: &mut Ui, session: &Session, article: &Article, marked: &HashSet<usize>) -> Requests {
    let mut asked = Requests::default();
    asked += marked_text_ui(ui, &session.world, &article.text, marked);
    let texts = &session.texts;
    let mut rendering = texts
        .say(match article.rendering {
            Rendering::Complete => "article.complete",
            Rendering::Substance => "article.substance",
        })
        .to_owned();
    if let Some(stands) = article.stands.as_deref().map(|stands| stands.trim_end_matches('.')) {
        rendering = texts.fill("article.and-original", &[("rendering", &rendering), ("place", &stands)]);
    }
    ui.label(faint(rendering));
    unread_ui(ui, session, article);
    if let Some(note) = &article.note {
        asked += note_ui(ui, session, note);
    }
    asked += grounds_ui(ui, session, Some(article.certainty), &article.cite);
    asked
}

/// Which paragraphs were not read in full, where there are any.
fn unread_ui(ui: &mut Ui, session: &Session, article: &Article) {
    if !article.unread.is_empty() {
        let paragraphs: Vec<String> = article.unread.iter().map(ToString::to_string).collect();
        let (texts, list) = (&session.texts, session.texts.list(&paragraphs));
        ui.label(faint(texts.count("article.unread", paragraphs.len(), &[("paragraphs", &list)])));
    }
}

/// A button for each article that answers this one.
fn beside_ui(ui: &mut Ui, session: &Session, article: &Article) -> Requests {
    let mut asked = Requests::default();
    for other in parallels_of(session, &article.id) {
        let Some(other) = session.world.atlas.articles.get(other) else { continue };
        let words = session.texts.fill("article.beside", &[("article", &article_name(session, other))]);
        let words = format!("◫ {words}");
        if ui.add(egui::Button::new(words).small().wrap()).clicked() {
            asked.push(Command::SideBySide(Some([article.id.clone(), other.id.clone()])));
        }
    }
    asked
}

fn parallels_of<'a>(session: &'a Session, id: &str) -> Vec<&'a str> {
    let mut others: Vec<&str> = session
        .world
        .atlas
        .parallels
        .iter()
        .filter(|parallel| parallel.articles.iter().any(|article| article == id))
        .flat_map(|parallel| &parallel.articles)
        .map(String::as_str)
        .filter(|other| *other != id)
        .collect();
    others.sort_unstable();
    others.dedup();
    others
}

/// The page of an article.
pub fn article_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let Some(article) = session.world.atlas.articles.get(id) else { return asked };
    asked += article_text_ui(ui, session, id, &HashSet::new());
    asked += beside_ui(ui, session, article);
    asked += neighbours_ui(ui, session, article);
    let ids = |list: &'_ [String]| -> Vec<String> { list.to_vec() };
    for (heading, list) in [
        ("head.regions-named", ids(&article.tracts)),
        ("head.segments", ids(&article.segments)),
        ("head.places", ids(&article.places)),
    ] {
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        asked += list_ui(ui, session, heading, &list);
    }
    asked += disagreements_ui(ui, session, id);
    asked
}

/// The article before and the one after.
fn neighbours_ui(ui: &mut Ui, session: &Session, article: &Article) -> Requests {
    let mut asked = Requests::default();
    let all: Vec<&Article> = session.world.atlas.articles_of(article.instrument()).collect();
    let Some(at) = all.iter().position(|each| each.id == article.id) else { return asked };
    ui.horizontal_wrapped(|ui| {
        if let Some(before) = at.checked_sub(1).and_then(|before| all.get(before)) {
            asked += link_ui(ui, &session.world, &before.id, Some(&format!("← {}", before.label)));
        }
        if let Some(after) = all.get(at + 1) {
            asked += link_ui(ui, &session.world, &after.id, Some(&format!("{} →", after.label)));
        }
    });
    asked
}

/// The heading and the text of an article, in which some words may stand out.
pub fn article_text_ui(ui: &mut Ui, session: &Session, id: &str, marked: &HashSet<usize>) -> Requests {
    let mut asked = Requests::default();
    let Some(article) = session.world.atlas.articles.get(id) else { return asked };
    let name =
        session.world.atlas.instruments.get(article.instrument()).map_or("", |instrument| instrument.name.as_str());
    title_ui(ui, &article.title, &article.label);
    asked += link_ui(ui, &session.world, article.instrument(), Some(name));
    asked += status_ui(ui, session, article);
    heading_ui(ui, session.texts.say("head.text"));
    asked += body_ui(ui, session, article, marked);
    asked
}
