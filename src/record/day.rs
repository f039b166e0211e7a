//! What the record says of a day, as paragraphs to be read aloud from: what changed last, what happened, the articles that
//! are of the day or moved the ground, in our own English, and the sources of each.

use std::collections::BTreeSet;

use super::cite::cite;
use crate::model::{Day, paragraphs};
use crate::text::Texts;
use crate::world::{Occasion, World};

/// What the record says of a day, paragraph by paragraph, with headings between them. Ground that stays as it was is told by
/// the last change before the day.
pub fn notes_of_day(world: &World, texts: &Texts, day: Day) -> Vec<String> {
    let atlas = &world.atlas;
    let steps = world.steps();
    let last = steps.iter().rev().find(|step| step.day <= day);
    let mut notes = Vec::new();
    let mut ids: Vec<&str> = match world.occasion(day) {
        Some(Occasion::Signed(instrument)) => {
            let of_ground = atlas.articles_of(&instrument.id).filter(|article| !article.tracts.is_empty());
            std::iter::once(instrument.id.as_str()).chain(of_ground.map(|article| article.id.as_str())).collect()
        }
        Some(Occasion::Event(event)) => vec![&event.id],
        None => Vec::new(),
    };
    if let Some(step) = last {
        notes.push(texts.fill("notes.changed", &[("day", &texts.day(step.day))]));
        notes.push(step.text(world, texts));
        ids.extend(step.changes.iter().flat_map(|change| &change.after.by).map(String::as_str));
    }
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    let happened: Vec<String> = ids.iter().filter_map(|id| happened(world, texts, id)).flatten().collect();
    let moved: Vec<String> = ids.iter().filter_map(|id| article(world, texts, id)).flatten().collect();
    let known = ids.iter().filter(|id| atlas.entry(id).is_some_and(|row| row.entry.cite().is_some()));
    let sources: Vec<String> = known.filter_map(|id| Some(cite(world, texts, id)?.chicago_note())).collect();
    for (heading, told) in [("notes.happened", happened), ("notes.articles", moved), ("notes.sources", sources)] {
        if !told.is_empty() {
            notes.push(texts.say(heading).to_owned());
            notes.extend(told);
        }
    }
    notes
}

/// What an event or an instrument was; nothing for an entry of another kind.
fn happened(world: &World, texts: &Texts, id: &str) -> Option<Vec<String>> {
    if let Some(event) = world.atlas.events.get(id) {
        let head = texts.fill("notes.event", &[("when", &texts.when(&event.date)), ("title", &event.title)]);
        return Some(std::iter::once(head).chain(paragraphs(&event.text)).collect());
    }
    let instrument = world.atlas.instruments.get(id)?;
    let when = texts.when(&instrument.signed);
    Some(vec![texts.fill("notes.event", &[("when", &when), ("title", &instrument.name)])])
}

/// The text of an article under its name; nothing for an entry of another kind.
fn article(world: &World, texts: &Texts, id: &str) -> Option<Vec<String>> {
    let article = world.atlas.articles.get(id)?;
    let name = world.article_text(texts, article);
    let head = texts.fill("notes.article", &[("name", &name), ("title", &article.title)]);
    Some(std::iter::once(head).chain(paragraphs(&article.text)).collect())
}
