//! A session without a window: what each command changes, and what it leaves alone.

#![cfg(test)]

use std::sync::Arc;

use kars_atlas::catalog;
use kars_atlas::model::Day;
use kars_atlas::session::{Command, Session, ViewMove, start_state};
use kars_atlas::symbology::ThemeChoice;
use kars_atlas::units::PageRect;
use kars_atlas::view::{BaseLayer, Compare, CompareMode, Extent, MapState, Senses};
use kars_atlas::world::World;

fn session() -> Session {
    let world = Arc::new(World::new(catalog::load_embedded()));
    let state = start_state(&world);
    let (session, faults) = Session::new(world, state, ThemeChoice::Light);
    assert_eq!(faults, []);
    session
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The parts of the state that a command changed, by name.
fn changed(session: &mut Session, command: Command) -> Vec<&'static str> {
    let before = session.state().clone();
    session.apply(command);
    let after = session.state();
    [
        ("day", before.day != after.day),
        ("compare", before.compare != after.compare),
        ("hatch", before.hatch_changes != after.hatch_changes),
        ("governments", before.countries_only != after.countries_only),
        ("senses", before.senses != after.senses),
        ("eras", before.eras != after.eras),
        ("layers", before.layers != after.layers),
        ("selection", before.selection != after.selection),
        ("beside", before.beside != after.beside),
        ("extent", before.extent != after.extent),
        ("names", before.names != after.names),
        ("lang", before.lang != after.lang),
        ("unknown", before.unknown != after.unknown),
    ]
    .into_iter()
    .filter_map(|(part, differs)| differs.then_some(part))
    .collect()
}

#[test]
fn a_command_changes_its_own_part_of_the_state_and_nothing_else() {
    let session = &mut session();
    let era = session.world.atlas.eras.iter().next().unwrap().id.clone();
    let [a, b] = {
        let mut tracts = session.world.atlas.tracts.iter().map(|tract| tract.id.clone());
        [tracts.next().unwrap(), tracts.next().unwrap()]
    };
    let senses = Senses { claims: true, ..session.state().senses };
    let compare = Compare { with: day("1878-07-14"), mode: CompareMode::Swipe, at: 0.25 };
    for (command, part) in [
        (Command::SetDay(day("1919-03-01")), "day"),
        (Command::Step { forward: true }, "day"),
        (Command::ToggleEra(era.clone()), "eras"),
        (Command::SetSenses(senses), "senses"),
        (Command::ToggleBase(BaseLayer::Graticule), "layers"),
        (Command::Select(a.clone()), "selection"),
        (Command::Clear, "selection"),
        (Command::FlyTo(b), "extent"),
        (Command::Move(ViewMove::Zoom { factor: 2.0, about: None }), "extent"),
        (Command::Move(ViewMove::Pan { dx: 10.0, dy: 0.0 }), "extent"),
        (Command::Move(ViewMove::FitAll), "extent"),
        (Command::Compare(Some(compare)), "compare"),
        (Command::HatchChanges(true), "hatch"),
        (Command::CountriesOnly(false), "governments"),
    ] {
        let words = format!("{command:?}");
        assert_eq!(changed(session, command), [part], "{words}");
    }
    assert_eq!(changed(session, Command::SwapDays), ["day", "compare"]);
    assert_eq!(changed(session, Command::SetTheme(ThemeChoice::Dark)), [""; 0]);
    assert_eq!(session.theme, ThemeChoice::Dark);
}

#[test]
fn back_and_forward_walk_through_what_was_chosen() {
    let session = &mut session();
    let ids: Vec<String> = session.world.atlas.tracts.iter().take(3).map(|tract| tract.id.clone()).collect();
    for id in &ids {
        session.apply(Command::Select(id.clone()));
    }
    let seen: Vec<Option<String>> = [Command::Back, Command::Back, Command::Back, Command::Back, Command::Forward]
        .into_iter()
        .map(|command| {
            session.apply(command);
            session.selection().map(str::to_owned)
        })
        .collect();
    let [first, second] = [&ids[0], &ids[1]].map(|id| Some(id.clone()));
    assert_eq!(seen, [second, first.clone(), None, None, first]);
    assert!(session.can_go_forward() && session.can_go_back());
    session.apply(Command::Select(ids[2].clone()));
    assert!(!session.can_go_forward(), "a new choice ends the way forward");
}

#[test]
fn what_the_record_does_not_know_is_not_chosen() {
    let session = &mut session();
    for command in [Command::Select("no-such-entry".to_owned()), Command::ToggleEra("no-such-era".to_owned())] {
        let words = format!("{command:?}");
        assert_eq!(changed(session, command), [""; 0], "{words}");
    }
}

#[test]
fn a_day_outside_the_record_becomes_its_nearest() {
    let session = &mut session();
    session.apply(Command::SetDay(day("0001-01-01")));
    assert_eq!(session.state().day, session.world.first_day());
    assert_eq!(changed(session, Command::Step { forward: false }), [""; 0], "there is no step before it");
    session.apply(Command::SetDay(day("9999-12-31")));
    assert_eq!(session.state().day, session.world.last_day());
}

/// A window that is made larger shows the same ground larger, or more of it; never another place.
#[test]
fn another_size_of_the_page_keeps_the_middle_of_the_map() {
    let session = &mut session();
    session.apply(Command::Move(ViewMove::Zoom { factor: 4.0, about: None }));
    let Extent::At(before) = session.state().extent.clone() else { panic!("a view of its own") };
    session.apply(Command::SetPage(PageRect::new(200.0, 50.0, 1_000.0, 700.0)));
    let Extent::At(after) = session.state().extent.clone() else { panic!("a view of its own") };
    assert!((before.at.lon - after.at.lon).abs() < 1e-9 && (before.at.lat - after.at.lat).abs() < 1e-9);
}

#[test]
fn a_link_of_the_session_opens_the_same_state_in_another() {
    let one = &mut session();
    one.apply(Command::SetDay(day("1919-03-01")));
    one.apply(Command::Select(one.world.atlas.tracts.iter().next().unwrap().id.clone()));
    let (state, faults) = MapState::from_link(&one.link(), &start_state(&one.world));
    assert_eq!(faults, []);
    let other = &mut session();
    other.apply(Command::OpenState(Box::new(state)));
    assert_eq!(other.take_faults(), []);
    assert_eq!((other.state(), other.link()), (one.state(), one.link()));
}
