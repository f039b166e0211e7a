//! Pages of the ground: a region, a stretch of the border.

use egui::{Rect, RichText, Sense as Senses, Stroke, Ui, pos2, vec2};

use super::article::{article_block_ui, article_name};
use super::parts::{
    around_ui, disagreements_ui, events_ui, folding_ui, grounds_ui, heading_ui, names_ui, note_ui, title_ui,
};
use crate::app::look;
use crate::app::words::{faint, link_ui, running_text_ui};
use crate::model::{Article, Day, Holder, Holding, Kind, Sense};
use crate::session::{Command, Session, Strip, StripScale};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::world::World;

pub fn tract_ui(ui: &mut Ui, session: &Session, theme: &Theme, id: &str, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    let Some(tract) = world.atlas.tracts.get(id) else { return };
    let Some(position) = world.ground.position(id) else { return };
    title_ui(ui, &tract.name, texts.word(tract.kind));
    names_ui(ui, texts, &tract.names);
    ui.label(faint(texts.area(world.area_km2(position))));
    heading_ui(ui, texts.say("head.who-held-it"));
    holders_ui(ui, session, theme, position, commands);
    let articles = articles_about(world, id, position);
    side_by_side_offer_ui(ui, session, &articles, commands);
    heading_ui(ui, &texts.fill("day.on", &[("day", &texts.day(session.state().day))]));
    for sense in [Sense::DeJure, Sense::DeFacto] {
        if let Some(holding) = world.holding_on(position, sense, session.state().day) {
            holding_ui(ui, session, holding, commands);
        }
    }
    neighbours_in_time_ui(ui, session, position, commands);
    for claim in world.claims_of(position).filter(|claim| claim.covers(session.state().day)) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(texts.say("head.claimed")).font(look::semibold(14.0)));
            link_ui(ui, world, &claim.by, None, commands);
        });
        note_ui(ui, session, &claim.text, commands);
    }
    articles_ui(ui, session, &articles, commands);
    events_ui(ui, session, id, commands);
    disagreements_ui(ui, session, id, commands);
    around_ui(ui, session, id, Kind::Place, "head.places", commands);
    history_ui(ui, session, position, commands);
    heading_ui(ui, texts.say("head.outline"));
    if let Some(note) = &tract.note {
        running_text_ui(ui, world, note, commands);
    }
    edges_ui(ui, world, texts, position);
    grounds_ui(ui, session, Some(tract.certainty), &tract.cite, commands);
}

/// What came before and what comes after, in the senses that are shown.
fn neighbours_in_time_ui(ui: &mut Ui, session: &Session, tract: usize, commands: &mut Vec<Command>) {
    let world = &session.world;
    let sense = if session.state().senses.de_jure { Sense::DeJure } else { Sense::DeFacto };
    let Some(present) = world.holding_on(tract, sense, session.state().day) else { return };
    let other = |holding: &&Holding| holding.holders != present.holders;
    let before = world.holdings_of(tract, sense).filter(|holding| holding.from < present.from).rfind(other);
    let after = world.holdings_of(tract, sense).filter(|holding| holding.from > present.from).find(other);
    if let Some(holding) = before {
        let day = holding.to.as_ref().and_then(|to| to.latest()).unwrap_or(session.state().day);
        neighbour_in_time_ui(ui, session, ("holding.before", "date.until"), holding, day, commands);
    }
    if let Some(holding) = after {
        neighbour_in_time_ui(ui, session, ("holding.after", "date.from"), holding, holding.from.earliest(), commands);
    }
}

fn neighbour_in_time_ui(
    ui: &mut Ui,
    session: &Session,
    (word, date): (&str, &str),
    holding: &Holding,
    day: Day,
    commands: &mut Vec<Command>,
) {
    let texts = &session.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.label(faint(texts.say(word)));
        ui.label(RichText::new(session.world.holders_text(texts, &holding.holders)).size(13.5));
        let words = texts.fill(date, &[("date", &texts.day(day))]);
        let words = RichText::new(words).size(13.0).color(ui.visuals().hyperlink_color);
        if ui.link(words).on_hover_text(texts.say("day.show")).clicked() {
            commands.push(Command::SetDay(day));
        }
    });
}

/// One holding: who, by what, and how sure that is.
fn holding_ui(ui: &mut Ui, session: &Session, holding: &Holding, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 2.0);
        ui.label(RichText::new(texts.sense_heading(holding.sense)).font(look::semibold(14.0)));
        for (nth, holder) in holding.holders.iter().enumerate() {
            if nth > 0 {
                ui.label(texts.say("holding.and"));
            }
            match holder {
                Holder::Polity(id) => link_ui(ui, world, id, None, commands),
                Holder::Nobody => drop(ui.label(texts.say("holder.nobody"))),
            }
        }
        if !holding.by.is_empty() {
            ui.label(texts.say("holding.by"));
            for (nth, by) in holding.by.iter().enumerate() {
                if nth > 0 {
                    ui.label(texts.say("holding.and"));
                }
                link_ui(ui, world, by, None, commands);
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
    grounds_ui(ui, session, Some(holding.certainty), &holding.cite, commands);
}

/// Two strips, by right and in fact, from 1800 to today, with the day on them.
pub fn holders_ui(ui: &mut Ui, session: &Session, theme: &Theme, tract: usize, commands: &mut Vec<Command>) {
    const HIGH: f32 = 15.0;
    let (world, texts) = (&session.world, &session.texts);
    let scale = StripScale::new(world);
    for (sense, word, name) in
        [(Sense::DeJure, "strip.right", "strip.right-name"), (Sense::DeFacto, "strip.fact", "strip.fact-name")]
    {
        ui.horizontal(|ui| {
            ui.add_sized([34.0, HIGH], egui::Label::new(faint(texts.say(word))));
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HIGH), Senses::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Slider, true, texts.say(name)));
            let strip = Strip::of(world, tract, sense, &scale);
            for piece in &strip.pieces {
                let at = |part: f64| rect.left() + rect.width() * to_f32(part);
                let part = Rect::from_min_max(pos2(at(piece.from), rect.top()), pos2(at(piece.to), rect.bottom()));
                paint_holding(ui, theme, part, piece.holding);
            }
            ui.painter().rect_stroke(
                rect,
                0.0,
                Stroke::new(0.8, look::colour(theme.ground.edge)),
                egui::StrokeKind::Inside,
            );
            let now = rect.left() + rect.width() * to_f32(scale.position(session.state().day));
            ui.painter().vline(now, rect.expand(2.0).y_range(), Stroke::new(2.0, look::colour(theme.ground.accent)));
            let Some(pointer) = response.hover_pos() else { return };
            let day = scale.day(f64::from((pointer.x - rect.left()) / rect.width()));
            if response.clicked() {
                commands.push(Command::SetDay(day));
            }
            if let Some(holding) = world.holding_on(tract, sense, day) {
                let span = texts.span_to_today(&holding.from, holding.to.as_ref());
                let holders = world.holders_text(texts, &holding.holders);
                response.on_hover_text_at_pointer(format!("{holders}\n{span}"));
            }
        });
    }
    ui.horizontal(|ui| {
        ui.add_space(42.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 12.0), Senses::hover());
        let mut free_from = f32::NEG_INFINITY;
        for year in world.strip_years() {
            let Some(day) = crate::model::Day::from_ymd_opt(year, 1, 1) else { continue };
            let x = rect.left() + rect.width() * to_f32(scale.position(day));
            // Years that would touch the one before them give way.
            if x < free_from {
                continue;
            }
            free_from = x + 30.0;
            let font = egui::FontId::proportional(10.0);
            let colour = look::colour(theme.ground.faint_ink);
            ui.painter().text(pos2(x, rect.top()), egui::Align2::CENTER_TOP, year.to_string(), font, colour);
        }
    });
}

fn paint_holding(ui: &Ui, theme: &Theme, rect: Rect, holding: &Holding) {
    let painter = ui.painter().with_clip_rect(rect);
    let share = rect.height() / holding.holders.len().max(1) as f32;
    for (nth, holder) in holding.holders.iter().enumerate() {
        let top = rect.top() + share * nth as f32;
        let part = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + share));
        let Some(polity) = holder.polity() else {
            let stroke = Stroke::new(0.7, look::colour(theme.ground.undetermined));
            let mut x = (part.left() / 6.0).floor() * 6.0 - part.height();
            while x < part.right() {
                painter.line_segment([pos2(x, part.top()), pos2(x + part.height(), part.bottom())], stroke);
                x += 6.0;
            }
            continue;
        };
        painter.rect_filled(part, 0.0, look::colour(theme.polity(polity).fill.with_opacity(0.8)));
    }
    painter.vline(rect.left(), rect.y_range(), Stroke::new(0.6, look::colour(theme.ground.page)));
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

fn articles_ui(ui: &mut Ui, session: &Session, articles: &[&Article], commands: &mut Vec<Command>) {
    heading_ui(ui, &session.texts.counted("head.articles", articles.len()));
    if articles.is_empty() {
        ui.label(session.texts.say("article.none-names-it"));
    }
    for article in articles {
        article_block_ui(ui, session, article, commands);
    }
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
fn side_by_side_offer_ui(ui: &mut Ui, session: &Session, articles: &[&Article], commands: &mut Vec<Command>) {
    const IN_SIGHT: usize = 2;
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
            commands.push(Command::SideBySide(Some([first.id.clone(), second.id.clone()])));
        }
    };
    for pair in pairs.iter().take(IN_SIGHT) {
        offer(ui, *pair);
    }
    if pairs.len() > IN_SIGHT {
        let more = pairs.len() - IN_SIGHT;
        let head = session.texts.count("detail.more-pairs", more, &[]);
        folding_ui(ui, "pairs", RichText::new(head), |ui| {
            for pair in pairs.iter().skip(IN_SIGHT) {
                offer(ui, *pair);
            }
        });
    }
}

/// Every holding as a list, for those who want the whole of it.
fn history_ui(ui: &mut Ui, session: &Session, tract: usize, commands: &mut Vec<Command>) {
    folding_ui(ui, ("holdings", tract), RichText::new(session.texts.say("head.every-holding")), |ui| {
        for sense in [Sense::DeJure, Sense::DeFacto] {
            for holding in session.world.holdings_of(tract, sense) {
                holding_ui(ui, session, holding, commands);
                ui.add_space(3.0);
            }
        }
    });
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
    folding_ui(ui, ("edges", tract), RichText::new(texts.say("head.edges")), |ui| {
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

pub fn segment_ui(ui: &mut Ui, session: &Session, id: &str, commands: &mut Vec<Command>) {
    let (world, texts) = (&session.world, &session.texts);
    let Some(segment) = world.atlas.segments.get(id) else { return };
    title_ui(ui, &segment.name, &world.settings.segments.one.replace("{stretch}", &id.to_uppercase()));
    ui.label(faint(texts.kilometres(world.length_km(id))));
    if !segment.between.is_empty() {
        ui.label(texts.fill("segment.between", &[("places", &texts.list(&segment.between))]));
    }
    if let Some(note) = &segment.note {
        note_ui(ui, session, note, commands);
    }
    grounds_ui(ui, session, Some(segment.certainty), &segment.cite, commands);
    let articles: Vec<&Article> =
        segment.articles.iter().filter_map(|article| world.atlas.articles.get(article)).collect();
    heading_ui(ui, texts.say("head.articles"));
    side_by_side_offer_ui(ui, session, &articles, commands);
    for article in articles {
        article_block_ui(ui, session, article, commands);
    }
    let mut points: Vec<_> =
        world.atlas.waypoints.iter().filter(|point| point.segment.as_deref() == Some(id)).collect();
    points.sort_by_key(|point| point.annexes.first().map(|annex| annex.order));
    if !points.is_empty() {
        heading_ui(ui, &texts.counted("head.waypoints", points.len()));
    }
    for point in points {
        ui.horizontal_wrapped(|ui| {
            link_ui(ui, world, &point.id, Some(&point.name), commands);
            if let Some(feet) = point.height_ft {
                ui.label(faint(texts.feet("units.feet", feet)));
            }
            ui.label(faint(texts.word(point.grade)));
        });
    }
    disagreements_ui(ui, session, id, commands);
}

#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
fn to_f32(value: f64) -> f32 {
    value as f32
}
