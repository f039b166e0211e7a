//! What a map shows, from the options of a command: a link or a state file first, then option by option. `link` prints
//! it as a link.

use super::args::{LinkArgs, StateArgs};
use super::load;
use super::output::print_text;
use crate::catalog::Source;
use crate::failure::{Failure, tell_warning};
use crate::map::fit_to_record;
use crate::model::Entry;
use crate::session::{StoredState, start_state};
use crate::text::Texts;
use crate::view::{Compare, CompareMode, Extent, GeoView, MapState, NamesShown, Senses};
use crate::world::World;

/// A state, and what of a link or of a state file was not used.
pub struct AskedState {
    pub state: MapState,
    /// One line for each part that was not used.
    pub unused: Vec<String>,
}

pub fn run(args: &LinkArgs, source: &Source) -> anyhow::Result<std::process::ExitCode> {
    let world = load::world(source)?;
    let asked = asked_state(&args.state, &world)?;
    print_text(&format!("{}\n", asked.state.to_link()))?;
    Ok(asked.tell())
}

impl AskedState {
    /// Tells what was not used; the exit status says whether that was anything.
    pub fn tell(&self) -> std::process::ExitCode {
        for unused in &self.unused {
            tell_warning(unused);
        }
        std::process::ExitCode::from(u8::from(!self.unused.is_empty()))
    }
}

/// The state that the options ask for. An id or a day on the command line that the atlas does not know is a failure.
pub fn asked_state(args: &StateArgs, world: &World) -> anyhow::Result<AskedState> {
    let (start, texts) = (start_state(world), Texts::english());
    let mut unused = Vec::new();
    let mut state = match (&args.link, &args.state) {
        (Some(link), _) => {
            let (state, faults) = MapState::from_link(link, &start);
            unused.extend(faults.iter().map(|fault| fault.text(&texts)));
            state
        }
        (None, Some(file)) => {
            let (stored, errors) = StoredState::read(file, &start).map_err(|error| Failure::new(error.text(&texts)))?;
            unused.extend(errors.iter().map(|error| error.text(&texts)));
            stored.map
        }
        (None, None) if args.date.is_none() && args.compare.is_none() => {
            return Err(Failure::usage(texts.say("usage.no-day")).hint(texts.say("usage.no-day-hint")).into());
        }
        (None, None) => start.clone(),
    };
    let (fitted, faults) = fit_to_record(world, state, &start);
    state = fitted;
    unused.extend(faults.iter().map(|fault| fault.text(&texts)));
    days(args, world, &mut state)?;
    if let Some(id) = &args.select {
        load::kind_of(&world.atlas, id)?;
        state.selection = Some(id.clone());
    }
    for era in args.eras.iter().flatten() {
        if !world.atlas.eras.contains(era) {
            let ids: Vec<&str> = world.atlas.eras.iter().filter_map(Entry::id).collect();
            let failure = Failure::new(texts.fill("failure.no-era", &[("id", era)]));
            return Err(failure.hint(texts.fill("failure.eras", &[("ids", &ids.join(", "))])).into());
        }
    }
    if let Some(eras) = &args.eras {
        state.eras = eras.iter().cloned().collect();
    }
    if let Some(senses) = &args.senses {
        state.senses = Senses { de_jure: false, de_facto: false, claims: false };
        for sense in senses {
            state.senses.set(sense);
        }
    }
    if let Some(layers) = &args.layers {
        state.layers = layers.iter().cloned().collect();
    }
    if let Some(names) = args.names.as_deref().and_then(NamesShown::from_id) {
        state.names = names;
    }
    if let (Some(at), Some(metres_per_point)) = (args.at, args.scale) {
        state.extent = Extent::At(GeoView { at, metres_per_point });
    }
    if let Some(id) = &args.extent {
        state.extent = around(world, id)?;
    }
    Ok(AskedState { state, unused })
}

/// The ground of an entry, or a failure where it has none.
pub fn around(world: &World, id: &str) -> anyhow::Result<Extent> {
    load::kind_of(&world.atlas, id)?;
    if world.extent_of(id).is_none() {
        let texts = Texts::english();
        let failure = Failure::new(texts.fill("failure.no-ground", &[("id", &id)]));
        return Err(failure.hint(texts.say("failure.whole-map")).into());
    }
    Ok(Extent::Around(id.to_owned()))
}

fn days(args: &StateArgs, world: &World, state: &mut MapState) -> anyhow::Result<()> {
    let mode = args.compare_as.as_deref().and_then(CompareMode::from_id);
    if let Some(days) = args.compare {
        state.day = load::recorded(world, days.b)?;
        let mode = mode.unwrap_or_default();
        state.compare = Some(Compare { with: load::recorded(world, days.a)?, mode, at: Compare::MIDDLE });
    }
    if let Some(day) = args.date {
        state.day = load::recorded(world, day)?;
    }
    match (&mut state.compare, mode) {
        (Some(compare), Some(mode)) => compare.mode = mode,
        (None, Some(_)) => {
            let texts = Texts::english();
            return Err(Failure::usage(texts.say("usage.as-alone")).hint(texts.say("usage.as-alone-hint")).into());
        }
        (_, None) => {}
    }
    Ok(())
}
