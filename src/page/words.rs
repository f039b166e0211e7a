//! What a page says of what it shows: day, title, sentence. They are those of its maker, else those of the record.

use super::choice::PageChoice;
use crate::model::Day;
use crate::text::Texts;
use crate::view::{Compare, CompareMode, MapState};
use crate::world::{Occasion, World};

/// The title and the sentence of a page: those that its maker gave, else those of the record.
pub fn words_of(world: &World, texts: &Texts, state: &MapState, choice: &PageChoice) -> (String, String) {
    let PageWords { title, reading, .. } = words(world, texts, state, choice);
    (title, reading)
}

/// Day, title and sentence of a page.
pub struct PageWords {
    pub days: String,
    pub title: String,
    pub reading: String,
}

/// What a page says of what it shows.
pub fn words(world: &World, texts: &Texts, state: &MapState, choice: &PageChoice) -> PageWords {
    let days = match (state.compare, choice.days.as_slice()) {
        (_, days @ [_, _, ..]) => texts.list(&days.iter().map(|day| texts.day(*day)).collect::<Vec<_>>()),
        (Some(compare), _) => texts.list(&[texts.day(compare.with), texts.day(state.day)]),
        (None, _) => texts.day(state.day),
    };
    let (title, reading) = match &state.compare {
        Some(compare) => (compared_title(texts, compare), String::new()),
        None => read(world, state.day),
    };
    let given = |given: &Option<String>, own: String| given.clone().unwrap_or(own);
    let (title, reading) = (given(&choice.extras.title, title), given(&choice.extras.subtitle, reading));
    PageWords { days, title, reading }
}

/// What the record says of a day: what is to be seen, else what the day is known for, else what the atlas is about.
fn read(world: &World, day: Day) -> (String, String) {
    if let Some(reading) = world.reading(day) {
        return (reading.title.clone(), reading.text.clone());
    }
    let title = match world.occasion(day) {
        Some(Occasion::Signed(instrument)) => instrument.name.clone(),
        Some(Occasion::Event(event)) => event.title.clone(),
        None => world.settings.title.clone(),
    };
    (title, String::new())
}

/// What a comparison is, in a few words.
fn compared_title(texts: &Texts, compare: &Compare) -> String {
    match compare.mode {
        CompareMode::Swipe => texts.say("figure.swipe").to_owned(),
        CompareMode::SideBySide => texts.say("figure.side-by-side").to_owned(),
        CompareMode::Ghost => texts.fill("figure.ghost", &[("day", &texts.day(compare.with))]),
    }
}
