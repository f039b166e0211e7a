//! `animate`: the map of one day after the other as a picture that moves, or as numbered pictures. The file is there whole or
//! not at all, whenever the work is broken off.

use std::process::ExitCode;

use chrono::{Datelike as _, Months};

use super::args::{AnimateArgs, Every, FilmFormat, StateArgs};
use super::export::writable;
use super::load;
use super::output::{existing, write};
use super::state::asked_state;
use super::template::template;
use crate::catalog::Source;
use crate::export::{Animation, AnimationFormat, Format, Progress, animate, export};
use crate::failure::Failure;
use crate::model::Day;
use crate::page::{PageChoice, Template, lay_out};
use crate::platform::{LineOver, write_files};
use crate::scene::{Provenance, Scene};
use crate::symbology::ThemeChoice;
use crate::text::Texts;
use crate::view::MapState;
use crate::world::World;

/// The last frame is held for so many seconds at least, and so many times as long as the others.
const HOLD: f64 = 4.0;

/// Writes the animation that is asked for.
pub fn run(args: &AnimateArgs, source: &Source, texts: &Texts) -> anyhow::Result<ExitCode> {
    let format = format(args, texts)?;
    let existing = existing(args.no_clobber);
    if format != FilmFormat::Frames {
        writable(&args.output, existing)?;
    }
    if args.from > args.to {
        return Err(Failure::usage(texts.say("usage.days-turned")).into());
    }
    let world = load::world(source)?;
    let (from, to) = (load::recorded(&world, args.from)?, load::recorded(&world, args.to)?);
    let asked = asked_state(&state_args(args, from), &world)?;
    let days = days(&world, from, to, args.every);
    let page = template(args.page.as_deref())?;
    let choice = PageChoice {
        pixels: Some([args.size.width, args.size.height]),
        ..PageChoice::new(page.as_ref().unwrap_or_else(|| Template::by_id("slide").unwrap_or(Template::usual())))
    };
    let theme = world.theme(ThemeChoice::Light);
    let progress = Progress::default();
    let line = LineOver::default();
    let scene = |nth: usize| -> Scene {
        line.tell(&texts.fill("animation.progress", &[("percent", &percent(progress.fraction().unwrap_or(0.0)))]));
        let day = days.get(nth).copied().unwrap_or(to);
        lay_out(&world, &[], &theme, &MapState { day, ..asked.state.clone() }, &choice)
    };
    match format {
        FilmFormat::Frames => {
            let draw = |nth: usize| Ok((format!("{:04}.png", nth + 1), export(&scene(nth), Format::Png)?));
            let files = (0..days.len()).map(draw).collect::<anyhow::Result<Vec<_>>>()?;
            line.end();
            write_files(&args.output, &files, existing)?;
        }
        FilmFormat::Gif | FilmFormat::Png => {
            let last = scene(days.len() - 1);
            let description =
                texts.fill("animation.description", &[("from", &texts.day(from)), ("to", &texts.day(to))]);
            let provenance = last.provenance.map(|last| Provenance {
                citation: texts.fill(
                    "animation.citation",
                    &[("from", &texts.day(from)), ("to", &texts.day(to)), ("version", &last.version)],
                ),
                ..last
            });
            let hold = (args.seconds_per_step * 2.0).max(HOLD);
            let animation = Animation {
                frames: days.len(),
                scene: &scene,
                seconds: args.seconds_per_step,
                hold,
                description: &description,
                provenance: provenance.as_ref(),
            };
            let kind = if format == FilmFormat::Gif { AnimationFormat::Gif } else { AnimationFormat::Apng };
            let bytes = animate(&animation, kind, &progress)?;
            line.end();
            write(&args.output, &bytes, existing)?;
        }
    }
    Ok(asked.tell())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a percentage")]
fn percent(fraction: f32) -> u8 {
    (fraction.clamp(0.0, 1.0) * 100.0) as u8
}

/// What the frames show but for the day.
fn state_args(args: &AnimateArgs, from: Day) -> StateArgs {
    StateArgs {
        date: Some(from),
        select: args.select.clone(),
        extent: args.extent.clone(),
        eras: args.eras.clone(),
        ..StateArgs::default()
    }
}

/// The days of the frames: the first, the last, and between them those of change or the first of each month or year.
fn days(world: &World, from: Day, to: Day, every: Every) -> Vec<Day> {
    let mut days = vec![from];
    match every {
        Every::Step => days.extend(world.steps().iter().map(|step| step.day).filter(|day| (from..=to).contains(day))),
        Every::Month | Every::Year => {
            let months = if every == Every::Month { Months::new(1) } else { Months::new(12) };
            let month = if every == Every::Month { from.month() } else { 1 };
            let start = Day::from_ymd_opt(from.year(), month, 1);
            let firsts = std::iter::successors(start, |day| day.checked_add_months(months));
            days.extend(firsts.take_while(|day| *day <= to).filter(|day| *day > from));
        }
    }
    // Of steps the last is the map to the end of the span; a month or a year may end with another.
    if every != Every::Step {
        days.push(to);
    }
    days.dedup();
    days
}

fn format(args: &AnimateArgs, texts: &Texts) -> anyhow::Result<FilmFormat> {
    let ending = args.output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let named = args.format.or(match ending.as_deref() {
        Some("gif") => Some(FilmFormat::Gif),
        Some("png" | "apng") => Some(FilmFormat::Png),
        _ => None,
    });
    named.ok_or_else(|| {
        Failure::usage(texts.fill("usage.no-animation", &[("file", &args.output.display())]))
            .hint(texts.say("usage.no-animation-hint"))
            .into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn frames_begin_and_end_with_the_span_and_grow() {
        let world = World::new(catalog::load_embedded());
        let (from, to) = (day("1919-11-15"), day("1921-02-10"));
        let months = days(&world, from, to, Every::Month);
        assert_eq!((months.len(), months[1]), (17, day("1919-12-01")));
        let years = days(&world, from, to, Every::Year);
        assert_eq!(years, [from, day("1920-01-01"), day("1921-01-01"), to]);
        let steps = days(&world, from, to, Every::Step);
        assert!(steps.len() > 5 && steps[0] == from && steps.is_sorted() && steps.iter().all(|day| *day <= to));
    }
}
