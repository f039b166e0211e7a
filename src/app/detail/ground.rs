//! Pages of the ground: a region, a stretch of the border.

use egui::{RichText, Ui};

use crate::app::look;
use crate::app::widgets::{
    Requests, around_ui, article_block_ui, article_name, disagreements_ui, events_ui, faint, folding_ui, grounds_ui,
    heading_ui, holders_ui, link_ui, names_ui, note_ui, running_text_ui, title_ui,
};
use crate::model::{Article, Day, Holder, Holding, Kind, Sense};
use crate::session::{Command, Session};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::world::World;

pub fn tract_ui(ui: &mut Ui, session: &Session, theme: &Theme, id: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let Some(tract) = world.atlas.tracts.get(id) else { return asked };
    let Some(position) = world.ground.position(id) else { return asked };
    title_ui(ui, &tract.name, texts.word(tract.kind));
    names_ui(ui, texts, &tract.names);
    ui.label(faint(texts.area(world.area_km2(position))));
    heading_ui(ui, texts.say("head.who-held-it"));
    asked += holders_ui(ui, session, theme, position);
    let articles = articles_about(world, id, position);
    asked += side_by_side_offer_ui(ui, session, &articles);
    heading_ui(ui, &texts.fill("day.on", &[("day", &texts.day(session.state().day))]));
    for sense in [Sense::DeJure, Sense::DeFacto] {
        if let Some(holding) = world.holding_on(position, sense, session.state().day) {
            asked += holding_ui(ui, session, holding);
        }
    }
    asked += neighbours_in_time_ui(ui, session, position);
    for claim in world.claims_of(position).filter(|claim| claim.covers(session.state().day)) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(texts.say("head.claimed")).font(look::semibold(14.0)));
            asked += link_ui(ui, world, &claim.by, None);
        });
        asked += note_ui(ui, session, &claim.text);
    }
    asked += articles_ui(ui, session, &articles);
    asked += events_ui(ui, session, id);
    asked += disagreements_ui(ui, session, id);
    asked += around_ui(ui, session, id, Kind::Place, "head.places");
    asked += history_ui(ui, session, position);
    heading_ui(ui, texts.say("head.outline"));
    if let Some(note) = &tract.note {
        asked += running_text_ui(ui, world, note);
    }
    edges_ui(ui, world, texts, position);
    asked += grounds_ui(ui, session, Some(tract.certainty), &tract.cite);
    asked
}

/// What came before and what comes after, in the senses that are shown.
fn neighbours_in_time_ui(ui: &mut Ui, session: &Session, tract: usize) -> Requests {
    let mut asked = Requests::default();
    let world = &session.world;
    let sense = if session.state().senses.de_jure { Sense::DeJure } else { Sense::DeFacto };
    let Some(present) = world.holding_on(tract, sense, session.state().day) else { return asked };
    let other = |holding: &&Holding| holding.holders != present.holders;
    let before = world.holdings_of(tract, sense).filter(|holding| holding.from < present.from).rfind(other);
    let after = world.holdings_of(tract, sense).filter(|holding| holding.from > present.from).find(other);
    if let Some(holding) = before {
        let day = holding.to.as_ref().and_then(|to| to.latest()).unwrap_or(session.state().day);
        asked += neighbour_in_time_ui(ui, session, ("holding.before", "date.until"), holding, day);
    }
    if let Some(holding) = after {
        asked += neighbour_in_time_ui(ui, session, ("holding.after", "date.from"), holding, holding.from.earliest());
    }
    asked
}

fn neighbour_in_time_ui(
    ui: &mut Ui,
    session: &Session,
    (word, date): (&str, &str),
    holding: &Holding,
    day: Day,
) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.label(faint(texts.say(word)));
        ui.label(RichText::new(session.world.holders_text(texts, &holding.holders)).size(13.5));
        let words = texts.fill(date, &[("date", &texts.day(day))]);
        let words = RichText::new(words).size(13.0).color(ui.visuals().hyperlink_color);
        if ui.link(words).on_hover_text(texts.say("day.show")).clicked() {
            asked.push(Command::SetDay(day));
        }
    });
    asked
}

/// One holding: who, by what, and how sure that is.
fn holding_ui(ui: &mut Ui, session: &Session, holding: &Holding) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 2.0);
        ui.label(RichText::new(texts.sense_heading(holding.sense)).font(look::semibold(14.0)));
        for (nth, holder) in holding.holders.iter().enumerate() {
            if nth > 0 {
                ui.label(texts.say("holding.and"));
            }
            match holder {
                Holder::Polity(id) => asked += link_ui(ui, world, id, None),
                Holder::Nobody => drop(ui.label(texts.say("holder.nobody"))),
            }
        }
        if !holding.by.is_empty() {
            ui.label(texts.say("holding.by"));
            for (nth, by) in holding.by.iter().enumerate() {
                if nth > 0 {
                    ui.label(texts.say("holding.and"));
                }
                asked += link_ui(ui, world, by, None);
            }
        }
        ui.label(faint(texts.span_to_today(&holding.from, holding.to.as_ref())));
    });
    if let Some(reason) = &holding.no_treaty {
        ui.label(RichText::new(texts.fill("holding.no-treaty", &[("reason", reason)])).font(look::italic(13.5)));
    }
    if let Some(note) = &holding.note {
        ui.label(RichText::new(note).size(13.5));
    }
    asked += grounds_ui(ui, session, Some(holding.certainty), &holding.cite);
    asked
}

/// The articles about a region, those of the latest instrument first, and of each those that moved it.
fn articles_about<'a>(world: &'a World, id: &str, position: usize) -> Vec<&'a Article> {
    let moved = moved_by(world, position);
    let mut articles: Vec<&Article> = world
        .links()
        .around(&world.atlas, id, Kind::Article)
        .into_iter()
        .filter_map(|article| world.atlas.articles.get(article))
        .collect();
    articles.sort_by_cached_key(|article| {
        let signed = world.atlas.instruments.get(article.instrument()).map(|instrument| instrument.signed.earliest());
        let place = world.atlas.articles.position(&article.id);
        (std::cmp::Reverse(signed), !moved.contains(&article.id.as_str()), place)
    });
    articles
}

fn articles_ui(ui: &mut Ui, session: &Session, articles: &[&Article]) -> Requests {
    let mut asked = Requests::default();
    heading_ui(ui, &session.texts.counted("head.articles", articles.len()));
    if articles.is_empty() {
        ui.label(session.texts.say("article.none-names-it"));
    }
    for article in articles {
        asked += article_block_ui(ui, session, article);
    }
    asked
}

/// Ids of the articles and instruments that holdings of a tract rest on.
fn moved_by(world: &World, tract: usize) -> Vec<&str> {
    [Sense::DeJure, Sense::DeFacto]
        .into_iter()
        .flat_map(|sense| world.holdings_of(tract, sense))
        .flat_map(|holding| &holding.by)
        .map(String::as_str)
        .collect()
}

/// The pairs of parallel articles among some, which are in order of time with the latest first.
fn side_by_side_offer_ui(ui: &mut Ui, session: &Session, articles: &[&Article]) -> Requests {
    const IN_SIGHT: usize = 2;
    let mut asked = Requests::default();
    let atlas = &session.world.atlas;
    let place = |id: &String| articles.iter().position(|article| article.id == *id);
    let mut pairs: Vec<(usize, usize, &str)> = atlas
        .parallels
        .iter()
        .filter_map(|parallel| {
            let mut here: Vec<usize> = parallel.articles.iter().filter_map(place).collect();
            here.sort_unstable();
            let first = *here.first()?;
            let latest = articles.get(first)?.instrument();
            let second =
                here.into_iter().find(|at| articles.get(*at).is_some_and(|other| other.instrument() != latest))?;
            Some((first, second, parallel.topic.as_str()))
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| (pair.0, pair.1));
    let mut offer = |ui: &mut Ui, (first, second, topic): (usize, usize, &str)| {
        let (Some(first), Some(second)) = (articles.get(first), articles.get(second)) else { return };
        let (left, right) = (article_name(session, first), article_name(session, second));
        let words = format!("◫ {}", session.texts.fill("article.pair", &[("left", &left), ("right", &right)]));
        if ui.add(egui::Button::new(RichText::new(words).size(13.0)).wrap()).on_hover_text(topic).clicked() {
            asked.push(Command::SideBySide(Some([first.id.clone(), second.id.clone()])));
        }
    };
    for pair in pairs.iter().take(IN_SIGHT) {
        offer(ui, *pair);
    }
    if pairs.len() > IN_SIGHT {
        let more = pairs.len() - IN_SIGHT;
        let head = session.texts.count("detail.more-pairs", more, &[]);
        folding_ui(ui, "pairs", RichText::new(head), None, |ui| {
            for pair in pairs.iter().skip(IN_SIGHT) {
                offer(ui, *pair);
            }
        });
    }
    asked
}

/// Every holding as a list, for those who want the whole of it.
fn history_ui(ui: &mut Ui, session: &Session, tract: usize) -> Requests {
    let mut asked = Requests::default();
    folding_ui(ui, ("holdings", tract), RichText::new(session.texts.say("head.every-holding")), None, |ui| {
        for sense in [Sense::DeJure, Sense::DeFacto] {
            for holding in session.world.holdings_of(tract, sense) {
                asked += holding_ui(ui, session, holding);
                ui.add_space(3.0);
            }
        }
    });
    asked
}

/// How the lines around a tract were made.
fn edges_ui(ui: &mut Ui, world: &World, texts: &Texts, tract: usize) {
    let mut beside: Vec<usize> = world
        .ground
        .arcs()
        .iter()
        .filter_map(|arc| match (arc.left, arc.right) {
            (Some(a), Some(b)) if a == tract => Some(b),
            (Some(a), Some(b)) if b == tract => Some(a),
            _ => None,
        })
        .collect();
    beside.sort_unstable();
    beside.dedup();
    folding_ui(ui, ("edges", tract), RichText::new(texts.say("head.edges")), None, |ui| {
        for other in beside {
            let name = world
                .ground
                .id(other)
                .and_then(|id| world.atlas.tracts.get(id))
                .map_or("", |tract| tract.name.as_str());
            if let Some(edge) = world.edge(tract, other) {
                let (note, error) = (edge.note.trim_end_matches('.'), texts.about_metres(edge.error_m));
                let words = texts.fill("edge.towards", &[("name", &name), ("note", &note), ("error", &error)]);
                ui.label(RichText::new(words).size(13.0));
            }
        }
    });
}

pub fn segment_ui(ui: &mut Ui, session: &Session, id: &str) -> Requests {
    let mut asked = Requests::default();
    let (world, texts) = (&session.world, &session.texts);
    let Some(segment) = world.atlas.segments.get(id) else { return asked };
    title_ui(ui, &segment.name, &texts.stretch(&world.settings.segments, id));
    ui.label(faint(texts.kilometres(world.length_km(id))));
    if !segment.between.is_empty() {
        ui.label(texts.fill("segment.between", &[("places", &texts.list(&segment.between))]));
    }
    if let Some(note) = &segment.note {
        asked += note_ui(ui, session, note);
    }
    asked += grounds_ui(ui, session, Some(segment.certainty), &segment.cite);
    let articles: Vec<&Article> =
        segment.articles.iter().filter_map(|article| world.atlas.articles.get(article)).collect();
    heading_ui(ui, texts.say("head.articles"));
    asked += side_by_side_offer_ui(ui, session, &articles);
    for article in articles {
        asked += article_block_ui(ui, session, article);
    }
    let mut points: Vec<_> =
        world.atlas.waypoints.iter().filter(|point| point.segment.as_deref() == Some(id)).collect();
    points.sort_by_key(|point| point.annexes.first().map(|annex| annex.order));
    if !points.is_empty() {
        heading_ui(ui, &texts.counted("head.waypoints", points.len()));
    }
    for point in points {
        ui.horizontal_wrapped(|ui| {
            asked += link_ui(ui, world, &point.id, Some(&point.name));
            if let Some(feet) = point.height_ft {
                ui.label(faint(texts.feet("units.feet", feet)));
            }
            ui.label(faint(texts.word(point.grade)));
        });
    }
    asked += disagreements_ui(ui, session, id);
    asked
}
