//! The pages of a day in a handout.

use std::sync::Arc;

use super::composer::Composer;
use super::told::Told;
use crate::model::{Source, paragraphs};
use crate::page::choice::{Extras, PageChoice};
use crate::page::lay_out::lay_out;
use crate::page::prose::Prose;
use crate::page::template::{BlockKind, Template};
use crate::page::words::words_of;
use crate::scene::Role;
use crate::symbology::Audience;
use crate::typeset::Face;
use crate::view::MapState;

/// The name of the template of the maps.
const MAP: &str = "map";
/// The height of a map, in parts of its width.
const HEIGHT: f64 = 0.8;
/// The columns of the table of holders: by right, in fact, regions.
const HELD: [f64; 3] = [0.24, 0.28, 0.48];
const INCH_MM: f64 = 25.4;

/// All that is told of a day.
pub fn day(composer: &mut Composer<'_>, told: &Told<'_>) {
    head(composer, told, true);
    let choice = map_choice(composer, HEIGHT, true);
    let state = MapState::on(told.day);
    let map = lay_out(composer.world, &[], composer.theme, &state, &choice);
    composer.figure(map);
    held(composer, told);
    happened(composer, told);
    articles(composer, told);
    disagreements(composer, told);
    questions(composer, told);
    sources(composer, told);
}

/// Date and title, and the sentence that says what is to be seen.
pub fn head(composer: &mut Composer<'_>, told: &Told<'_>, with_reading: bool) {
    composer.section(1, true);
    let (title, reading) = words(composer, told);
    let date = Prose::new(composer.look(Face::Serif, composer.theme.looks.page.date), composer.width());
    composer.prose(&composer.texts.day(told.day), &date, &Role::Paragraph);
    composer.heading(1, &title);
    if with_reading {
        composer.paragraph(&reading, Face::Serif);
    }
}

fn words(composer: &Composer<'_>, told: &Told<'_>) -> (String, String) {
    let choice = PageChoice::new(Template::usual());
    words_of(composer.world, composer.texts, &MapState::on(told.day), &choice)
}

/// The page of a map of the width of the text and a height in parts of it.
pub fn map_choice(composer: &Composer<'_>, height: f64, with_legend: bool) -> PageChoice {
    let mut template = Template::by_id(MAP).unwrap_or(Template::usual()).as_ref().clone();
    let width_mm = composer.body.width / 72.0 * INCH_MM;
    template.millimetres = [width_mm, width_mm * height];
    template.slots.retain(|slot| with_legend || slot.blocks.iter().all(|placed| placed.block != BlockKind::Legend));
    PageChoice {
        audience: Some(Audience::Print),
        style: composer.choice.style,
        extras: Extras { without_legend: !with_legend, ..Extras::default() },
        ..PageChoice::new(&Arc::new(template))
    }
}

/// Who held which regions.
fn held(composer: &mut Composer<'_>, told: &Told<'_>) {
    let texts = composer.texts;
    composer.heading(2, texts.say("handout.held"));
    let [right, fact, regions] = HELD;
    composer.table_head(&[
        (texts.say("sense.de-jure-head"), right),
        (texts.say("sense.de-facto-head"), fact),
        (texts.say("handout.regions"), regions),
    ]);
    for held in &told.held {
        let [by_right, in_fact] = [held.right, held.fact].map(|holders| composer.world.holders_text(texts, holders));
        let in_fact = if held.right == held.fact { texts.say("handout.the-same").to_owned() } else { in_fact };
        composer.table_row(&[(by_right, right), (in_fact, fact), (texts.list(&held.regions), regions)]);
    }
}

fn happened(composer: &mut Composer<'_>, told: &Told<'_>) {
    if told.events.is_empty() {
        return;
    }
    composer.section(2, false);
    composer.heading(2, composer.texts.say("handout.happened"));
    for event in &told.events {
        let when = composer.texts.when(&event.date);
        let head = composer.texts.fill("handout.event", &[("date", &when), ("title", &event.title)]);
        composer.heading(3, &head);
        for text in paragraphs(&event.text) {
            composer.paragraph(&text, Face::Serif);
        }
    }
}

/// The articles in full.
pub fn articles(composer: &mut Composer<'_>, told: &Told<'_>) {
    if told.articles.is_empty() {
        return;
    }
    composer.section(2, false);
    composer.heading(2, composer.texts.say("head.articles"));
    for article in &told.articles {
        composer.heading(3, &composer.world.whole_article_text(composer.texts, article));
        let title = Prose::new(composer.look(Face::SerifItalic, composer.size()), composer.width());
        composer.prose_with_next(&article.title, &title, &Role::Paragraph);
        for text in paragraphs(&article.text) {
            composer.paragraph(&text, Face::Serif);
        }
    }
}

/// The sides of each question on which sources disagree, beside one another.
pub fn disagreements(composer: &mut Composer<'_>, told: &Told<'_>) {
    if told.disagreements.is_empty() {
        return;
    }
    composer.section(1, false);
    composer.heading(2, composer.texts.say("head.disagreements"));
    for disagreement in &told.disagreements {
        composer.heading(3, &disagreement.question);
        let part = 1.0 / disagreement.positions.len().max(1) as f64;
        let who: Vec<(&str, f64)> = disagreement.positions.iter().map(|each| (each.who.as_str(), part)).collect();
        composer.table_head(&who);
        let says = |text: &String| paragraphs(text).join(" ");
        let says: Vec<(String, f64)> = disagreement.positions.iter().map(|each| (says(&each.says), part)).collect();
        composer.table_row(&says);
    }
}

/// What is asked, with lines to write on.
pub fn questions(composer: &mut Composer<'_>, told: &Told<'_>) {
    if told.questions.is_empty() {
        return;
    }
    composer.section(1, false);
    composer.heading(2, composer.texts.say("handout.questions"));
    for (nth, question) in told.questions.iter().enumerate() {
        composer.question(nth + 1, &question.text);
    }
}

/// On what all that rests, and how the page is cited.
pub fn sources(composer: &mut Composer<'_>, told: &Told<'_>) {
    composer.section(2, false);
    composer.heading(2, composer.texts.say("handout.sources"));
    for (source, places) in told.sources(composer.world) {
        composer.small_item(&source_text(source, &places), source.url.clone());
    }
    let (title, _) = words(composer, told);
    let given: [(&str, &dyn std::fmt::Display); 4] = [
        ("atlas", &composer.world.settings.title),
        ("version", &env!("CARGO_PKG_VERSION")),
        ("title", &title),
        ("day", &composer.texts.day(told.day)),
    ];
    let cited = composer.texts.fill("handout.cited", &given);
    composer.small_item(&cited, None);
}

/// Author, title, year and the places in it.
fn source_text(source: &Source, places: &[&str]) -> String {
    let parts = [source.author.as_deref(), Some(source.title.as_str()), source.year.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().chain(places.iter().copied()).collect();
    format!("{}.", parts.join(", ").trim_end_matches('.'))
}
