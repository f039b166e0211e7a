//! What a handout tells of a day: what happened since the day before it, by which articles ground moved, on what sources
//! disagree, and what is asked about all that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Days;

use super::choice::HandoutChoice;
use crate::model::{
    Article, Citation, Day, Disagreement, Event, Holder, Question, QuestionKind, Sense, Source, TractKind,
};
use crate::world::World;

/// How far back the first day looks, in days.
const BACK: u64 = 365;
/// The most events, articles that were not asked for, disagreements and questions of a day.
const EVENTS: usize = 6;
const ARTICLES: usize = 4;
const DISAGREEMENTS: usize = 2;
const QUESTIONS: usize = 4;

/// What is told of a day.
pub struct Told<'a> {
    /// The day.
    pub day: Day,
    /// The weightiest events since the day before it, in order of time.
    pub events: Vec<&'a Event>,
    /// The articles, those that moved most ground first.
    pub articles: Vec<&'a Article>,
    /// Questions on which the sources contradict one another.
    pub disagreements: Vec<&'a Disagreement>,
    /// What is asked.
    pub questions: Vec<&'a Question>,
    /// Who held which regions, the largest ground first.
    pub held: Vec<Held<'a>>,
}

/// Regions that were held by the same.
pub struct Held<'a> {
    /// Who held them by right.
    pub right: &'a [Holder],
    /// Who held them in fact.
    pub fact: &'a [Holder],
    /// Their names.
    pub regions: Vec<&'a str>,
    area_km2: f64,
}

impl<'a> Told<'a> {
    /// What is told of each of the days of a handout.
    pub fn of_days(world: &'a World, choice: &HandoutChoice) -> Vec<Self> {
        let mut chosen: BTreeMap<Day, Vec<&Article>> = BTreeMap::new();
        for article in choice.articles.iter().filter_map(|id| world.atlas.articles.get(id)) {
            chosen.entry(day_of(world, article, &choice.days)).or_default().push(article);
        }
        let before = |day: Day| {
            let earlier = choice.days.iter().copied().filter(|other| *other < day).max();
            earlier.or_else(|| day.checked_sub_days(Days::new(BACK))).unwrap_or(day)
        };
        let articles = |day: Day| {
            if choice.articles.is_empty() {
                moving(world, before(day).max(world.first_day()), day)
            } else {
                chosen.get(&day).cloned().unwrap_or_default()
            }
        };
        choice.days.iter().map(|day| Self::of_day(world, *day, before(*day), articles(*day))).collect()
    }

    fn of_day(world: &'a World, day: Day, since: Day, articles: Vec<&'a Article>) -> Self {
        let events = events(world, since, day);
        let instruments = articles.iter().map(|article| article.instrument());
        let articles_ids = articles.iter().map(|article| article.id.as_str());
        let texts: BTreeSet<&str> = instruments.chain(articles_ids).collect();
        let event_ids = events.iter().map(|event| event.id.as_str());
        let all: BTreeSet<&str> = texts.iter().copied().chain(event_ids).collect();
        let concerns = |disagreement: &&Disagreement| disagreement.about.iter().any(|id| all.contains(id.as_str()));
        let disagreements: Vec<_> = world.atlas.disagreements.iter().filter(concerns).take(DISAGREEMENTS).collect();
        let shown = all.iter().copied().chain(disagreements.iter().map(|each| each.id.as_str())).collect();
        Self { day, questions: questions(world, &shown), held: held(world, day), events, articles, disagreements }
    }

    /// The sources of all that is told, each once, with the places in it.
    pub fn sources(&self, world: &'a World) -> Vec<(&'a Source, Vec<&'a str>)> {
        let events = self.events.iter().flat_map(|event| &event.cite);
        let articles = self.articles.iter().flat_map(|article| &article.cite);
        let positions = self.disagreements.iter().flat_map(|each| &each.positions).flat_map(|each| &each.cite);
        let mut found: Vec<(&Source, Vec<&str>)> = Vec::new();
        for Citation { source, locator } in articles.chain(events).chain(positions) {
            let Some(source) = world.atlas.sources.get(source) else { continue };
            let at = found.iter().position(|(known, _)| known.id == source.id).unwrap_or_else(|| {
                found.push((source, Vec::new()));
                found.len() - 1
            });
            if let (Some((_, places)), Some(place)) = (found.get_mut(at), locator.as_deref())
                && !places.contains(&place)
            {
                places.push(place);
            }
        }
        found
    }
}

/// The first of the days by which an instrument was signed, else the last.
fn day_of(world: &World, article: &Article, days: &[Day]) -> Day {
    let signed = world.atlas.instruments.get(article.instrument()).map(|instrument| instrument.signed.earliest());
    let after = days.iter().copied().filter(|day| signed.is_none_or(|signed| signed <= *day)).min();
    after.or(days.iter().copied().max()).unwrap_or_default()
}

/// The articles by which ground changed hands after one day and up to another, those that moved most of it first.
fn moving(world: &World, since: Day, day: Day) -> Vec<&Article> {
    let mut moved: BTreeMap<&str, f64> = BTreeMap::new();
    for change in world.changes(since, day) {
        for id in &change.by {
            *moved.entry(id).or_default() += world.area_km2(change.tract);
        }
    }
    let mut articles: Vec<(f64, &Article)> =
        moved.into_iter().filter_map(|(id, area)| Some((area, world.atlas.articles.get(id)?))).collect();
    // Ground also moves by what was signed long before; that is told where there is nothing newer.
    let is_new = |article: &Article| {
        world.atlas.instruments.get(article.instrument()).is_some_and(|by| by.signed.earliest() > since)
    };
    if articles.iter().any(|(_, article)| is_new(article)) {
        articles.retain(|(_, article)| is_new(article));
    }
    articles.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    articles.into_iter().map(|(_, article)| article).take(ARTICLES).collect()
}

fn events(world: &World, since: Day, day: Day) -> Vec<&Event> {
    let fell = |event: &&Event| event.date.earliest() > since && event.date.earliest() <= day;
    let mut events: Vec<&Event> = world.atlas.events.iter().filter(fell).collect();
    let order = |event: &&Event| (event.importance, std::cmp::Reverse(event.date.earliest()));
    events.sort_by_key(order);
    events.truncate(EVENTS);
    events.sort_by_key(|event| event.date.earliest());
    events
}

/// Questions about what is shown, of as many kinds as there are.
fn questions<'a>(world: &'a World, shown: &BTreeSet<&str>) -> Vec<&'a Question> {
    use QuestionKind::{CloseReading, Context, Corroboration, Sourcing};
    let about = |question: &&Question| shown.contains(question.about.as_str());
    let mut left: Vec<&Question> = world.atlas.questions.iter().filter(about).collect();
    let mut chosen = Vec::new();
    for kind in [Sourcing, Context, CloseReading, Corroboration].into_iter().cycle().take(4 * QUESTIONS) {
        if chosen.len() < QUESTIONS
            && let Some(at) = left.iter().position(|question| question.kind == kind)
        {
            chosen.push(left.remove(at));
        }
    }
    chosen
}

fn held(world: &World, day: Day) -> Vec<Held<'_>> {
    let map = world.day_map(day);
    let mut found: Vec<Held<'_>> = Vec::new();
    for at in 0..world.ground.tracts().len() {
        if world.tract_kind(at) != Some(TractKind::Land) {
            continue;
        }
        let (right, fact) = (map.holders(at, Sense::DeJure), map.holders(at, Sense::DeFacto));
        let name = world.tract_name(at);
        let area_km2 = world.area_km2(at);
        match found.iter_mut().find(|held| held.right == right && held.fact == fact) {
            Some(held) => {
                held.regions.push(name);
                held.area_km2 += area_km2;
            }
            None => found.push(Held { right, fact, regions: vec![name], area_km2 }),
        }
    }
    found.sort_by(|a, b| b.area_km2.total_cmp(&a.area_km2));
    found
}
