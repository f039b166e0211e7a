//! `query`: who held a point or a tract on a day, by what, and on whose word.

use std::fmt::Write;

use serde::Serialize;

use super::args::QueryArgs;
use super::load;
use super::output::print;
use crate::catalog::Source;
use crate::failure::Failure;
use crate::model::{Certainty, Citation, Claim, Day, Entry, Holder, Holding, Kind, Sense};
use crate::text::{Given, Texts};
use crate::units::LonLat;
use crate::world::{Relation, TractHolders, World};

#[derive(Serialize)]
struct Answer<'a> {
    date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<LonLat>,
    tract: &'a str,
    name: &'a str,
    de_jure: Option<Side<'a>>,
    de_facto: Option<Side<'a>>,
    claims: Vec<&'a Claim>,
    certainty: Option<Certainty>,
    /// Those by which the tract is held or claimed, then those about it that bind that day.
    articles: Vec<&'a str>,
    /// Those by which the tract is held or claimed, then those there since the present holdings began.
    events: Vec<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct Side<'a> {
    holders: &'a [Holder],
    by: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    no_treaty: Option<&'a str>,
    from: &'a crate::model::When,
    to: Option<&'a crate::model::When>,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

pub fn run(args: &QueryArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let frame = world.projection.frame();
    if let Some(at) = args.at.filter(|at| !frame.contains(*at)) {
        let covered: &Given<'_> =
            &[("west", &frame.west), ("east", &frame.east), ("south", &frame.south), ("north", &frame.north)];
        let failure = Failure::new(texts.fill("query.outside", &[("lon", &at.lon), ("lat", &at.lat)]));
        return Err(failure.hint(texts.fill("query.covered", covered)).into());
    }
    let day = load::recorded(&world, args.date)?;
    let tract = tract(&world, args, texts)?;
    let map = world.day_map(day);
    let held = map.get(tract).cloned().unwrap_or_default();
    let answer = answer(&world, day, args.at, tract, held);
    print(&answer, args.json, |answer| lines(&world, texts, day, answer))
}

fn tract(world: &World, args: &QueryArgs, texts: &Texts) -> anyhow::Result<usize> {
    if let Some(id) = &args.tract {
        return world.ground.position(id).ok_or_else(|| {
            let ids: Vec<&str> = world.atlas.tracts.iter().filter_map(Entry::id).collect();
            load::unknown("failure.no-tract", id, &ids).into()
        });
    }
    let at = args.at.ok_or_else(|| Failure::usage(texts.say("query.where")))?;
    let found = world.ground.tract_at(world.projection.map_from_lonlat(at));
    found.ok_or_else(|| Failure::new(texts.fill("query.no-tract", &[("lon", &at.lon), ("lat", &at.lat)])).into())
}

fn answer<'a>(world: &'a World, day: Day, at: Option<LonLat>, tract: usize, held: TractHolders<'a>) -> Answer<'a> {
    let id = world.ground.id(tract).unwrap_or_default();
    let sides: Vec<&Holding> = [held.de_jure, held.de_facto].into_iter().flatten().collect();
    let movers: Vec<&str> = sides
        .iter()
        .flat_map(|holding| &holding.by)
        .chain(held.claims.iter().flat_map(|claim| &claim.basis))
        .map(String::as_str)
        .collect();
    let of_kind = |kind: Kind| movers.iter().copied().filter(move |id| world.atlas.kind_of(id) == Some(kind));
    let cites = sides.iter().flat_map(|holding| &holding.cite).chain(held.claims.iter().flat_map(|claim| &claim.cite));
    Answer {
        date: day.to_string(),
        at,
        tract: id,
        name: world.atlas.tracts.get(id).map_or(id, |tract| tract.name.as_str()),
        articles: once_each(of_kind(Kind::Article).chain(articles_about(world, id, day))),
        events: once_each(of_kind(Kind::Event).chain(events_since(world, id, &sides, day))),
        sources: once_each(cites.map(|citation: &Citation| citation.source.as_str())),
        certainty: sides.iter().map(|holding| holding.certainty).max(),
        de_jure: held.de_jure.map(side),
        de_facto: held.de_facto.map(side),
        claims: held.claims,
    }
}

fn side(holding: &Holding) -> Side<'_> {
    Side {
        holders: &holding.holders,
        by: &holding.by,
        no_treaty: holding.no_treaty.as_deref(),
        from: &holding.from,
        to: holding.to.as_ref(),
        certainty: holding.certainty,
        note: holding.note.as_deref(),
    }
}

/// The articles that name a tract and whose instrument is signed and not ended, latest first.
fn articles_about<'a>(world: &'a World, tract: &str, day: Day) -> impl Iterator<Item = &'a str> {
    let atlas = &world.atlas;
    let mut found: Vec<(&crate::model::When, &str)> = world
        .links()
        .back(tract)
        .iter()
        .filter(|link| link.relation == Relation::Names)
        .filter_map(|link| {
            let article = atlas.articles.get(&link.id)?;
            let instrument = atlas.instruments.get(article.instrument())?;
            let ended = instrument.ended.as_ref().and_then(|ended| ended.latest()).is_some_and(|ended| ended < day);
            let binds = instrument.signed.earliest() <= day && !ended && instrument.status.ever_in_force();
            binds.then_some((&instrument.signed, article.id.as_str()))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(b.1)));
    found.into_iter().map(|(_, id)| id)
}

/// The events that name a tract, from the day on which the later of its holdings began, in order.
fn events_since<'a>(world: &'a World, tract: &str, sides: &[&Holding], day: Day) -> impl Iterator<Item = &'a str> {
    let since = sides.iter().map(|holding| holding.from.earliest()).max().unwrap_or(day);
    let mut found: Vec<(&crate::model::When, &str)> = world
        .links()
        .back(tract)
        .iter()
        .filter_map(|link| world.atlas.events.get(&link.id))
        .filter(|event| (since..=day).contains(&event.date.earliest()))
        .map(|event| (&event.date, event.id.as_str()))
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id)
}

fn once_each<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

fn lines(world: &World, texts: &Texts, day: Day, answer: &Answer<'_>) -> String {
    let mut text = format!("{}\n", texts.fill("query.head", &[("name", &answer.name), ("day", &texts.day(day))]));
    for (sense, side) in [(Sense::DeJure, &answer.de_jure), (Sense::DeFacto, &answer.de_facto)] {
        let sense = texts.word(sense);
        let Some(side) = side else {
            let _ = writeln!(text, "  {}", texts.fill("query.nothing", &[("sense", &sense)]));
            continue;
        };
        let holders = texts.list(&names(world, side.holders.iter().map(Holder::as_str)));
        let span = texts.span_to_today(side.from, side.to);
        let _ = writeln!(text, "  {sense}: {holders} ({span})");
        let why = if side.by.is_empty() {
            side.no_treaty.unwrap_or_default().to_owned()
        } else {
            names(world, side.by.iter().map(String::as_str)).join(", ")
        };
        let _ = writeln!(text, "    {}", texts.fill("query.by", &[("why", &why)]));
    }
    for claim in &answer.claims {
        let who = texts.list(&names(world, std::iter::once(claim.by.as_str())));
        let _ = writeln!(text, "  {}", texts.fill("query.claimed", &[("holder", &who), ("text", &claim.text)]));
    }
    if let Some(certainty) = answer.certainty {
        let _ = writeln!(text, "  {}", texts.fill("query.certainty", &[("grade", &texts.word(certainty))]));
    }
    let lists =
        [("query.articles", &answer.articles), ("query.events", &answer.events), ("query.sources", &answer.sources)];
    for (key, ids) in lists {
        if !ids.is_empty() {
            let _ = writeln!(text, "  {}", texts.fill(key, &[("ids", &ids.join(", "))]));
        }
    }
    text
}

/// The names of entries; the ids of those without one.
fn names<'a>(world: &World, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    ids.map(|id| world.atlas.name_of(id).unwrap_or_else(|| id.to_owned())).collect()
}
