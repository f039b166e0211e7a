//! The window, driven as a person would drive it: by mouse, by keys, by the names that assistive tools read.
//! No display and no graphics card are needed.
#![cfg(test)]
#![cfg(feature = "gui")]

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kars_atlas::app::{DrawingMode, KarsAtlas};
use kars_atlas::catalog::load_embedded;
use kars_atlas::model::{Day, Kind};
use kars_atlas::session::{Command, StoredState, StripScale, start_state};
use kars_atlas::text::Texts;
use kars_atlas::units::LonLat;
use kars_atlas::view::{Compare, CompareMode};
use kars_atlas::world::World;

fn window() -> Harness<'static, KarsAtlas> {
    window_with(StoredState::new(start_state(&World::new(load_embedded()))))
}

fn window_with(saved: StoredState) -> Harness<'static, KarsAtlas> {
    let world = Arc::new(World::new(load_embedded()));
    let mut harness = Harness::builder()
        .with_size(Vec2::new(1_280.0, 800.0))
        .build_eframe(move |context| KarsAtlas::new(&context.egui_ctx, world, saved, DrawingMode::AtOnce));
    harness.run_steps(6);
    harness
}

/// Where a position lies in the window.
#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
fn on_screen(harness: &Harness<'_, KarsAtlas>, lon: f64, lat: f64) -> Pos2 {
    let session = harness.state().session();
    let point = session.world.projection.map_from_lonlat(LonLat::new(lon, lat));
    let point = session.view().page_from_map(point, session.page());
    Pos2::new(point.x as f32, point.y as f32)
}

fn click_at(harness: &mut Harness<'_, KarsAtlas>, at: Pos2) {
    harness.hover_at(at);
    harness.run_steps(2);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    harness.run_steps(4);
}

fn selection(harness: &Harness<'_, KarsAtlas>) -> Option<String> {
    harness.state().session().selection().map(str::to_owned)
}

#[test]
fn a_teacher_clicks_nakhchivan_and_reads_kars_5_beside_moscow_3() {
    let mut harness = window();
    let at = on_screen(&harness, 45.25, 39.40);
    click_at(&mut harness, at);
    assert_eq!(selection(&harness).as_deref(), Some("nakhchivan"));
    assert!(harness.query_all_by_label("Nakhchivan").next().is_some(), "the panel names the region");
    harness.get_by_label("◫ Kars 1921, Article 5 beside Moscow 1921, Article III").click();
    harness.run_steps(4);
    let pair = harness.state().session().state().beside.clone();
    assert_eq!(pair, Some(["kars-1921/5".to_owned(), "moscow-1921/3".to_owned()]));
    assert!(harness.query_all_by_label("Side by side").next().is_some());
    for words in ["Article 5", "Article III"] {
        assert!(harness.query_all_by_label(words).next().is_some(), "{words} stands in its column");
    }
    assert!(harness.query_all_by_label("Who held it").count() >= 2, "the strip stands with the articles");
}

#[test]
fn an_article_unfolds_and_its_places_are_links() {
    let mut harness = window();
    harness.state_mut().session_mut().apply(Command::Select("kars-1921/4".to_owned()));
    harness.run_steps(4);
    let links: Vec<String> =
        harness.query_all_by_role(Role::Link).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(links.iter().any(|link| link.contains("Sarp")), "{links:?}");
}

#[test]
fn back_and_forward_go_where_the_reader_was() {
    let mut harness = window();
    for (lon, lat) in [(43.2, 40.75), (42.4, 41.75)] {
        let at = on_screen(&harness, lon, lat);
        click_at(&mut harness, at);
    }
    let second = selection(&harness);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(3);
    let first = selection(&harness);
    assert!(first.is_some() && first != second);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    harness.run_steps(3);
    assert_eq!(selection(&harness), second);
}

#[test]
fn every_region_in_sight_is_a_named_button_with_its_holder() {
    let harness = window();
    let session = harness.state().session();
    let world = Arc::clone(&session.world);
    let buttons: Vec<String> =
        harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
    for tract in world.atlas.tracts.iter().filter(|tract| tract.kind == kars_atlas::model::TractKind::Land) {
        let start = format!("{}, ", tract.name);
        assert!(buttons.iter().any(|button| button.starts_with(&start)), "{} has no button", tract.id);
    }
    assert!(buttons.iter().any(|button| button.starts_with("Kars, ") && button.contains("Turkey")));
}

#[test]
fn a_region_is_chosen_without_a_mouse() {
    let mut harness = window();
    let label = harness
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Surmalu"))
        .unwrap();
    harness.get_by_label(&label).focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(selection(&harness).as_deref(), Some("surmalu"));
}

#[test]
fn keys_move_and_zoom_the_map() {
    let mut harness = window();
    let view = |harness: &Harness<'_, KarsAtlas>| harness.state().session().view();
    let start = view(&harness);
    harness.key_press(Key::Plus);
    harness.run_steps(2);
    assert!(view(&harness).metres_per_point() < start.metres_per_point());
    let before = view(&harness);
    harness.key_press(Key::ArrowRight);
    harness.run_steps(2);
    let moved = (view(&harness).centre().x - before.centre().x) / before.metres_per_point();
    assert!((moved - 100.0).abs() < 1e-6, "an arrow moves by 100 points, not {moved}");
    harness.key_press(Key::Home);
    harness.run_steps(2);
    assert!((view(&harness).metres_per_point() - start.metres_per_point()).abs() < 1e-9);
}

#[test]
fn the_wheel_zooms_about_the_pointer() {
    let mut harness = window();
    let at = on_screen(&harness, 43.1, 40.6);
    harness.hover_at(at);
    harness.run_steps(2);
    let ground = |harness: &Harness<'_, KarsAtlas>| {
        let session = harness.state().session();
        let point = kars_atlas::units::PagePoint::new(f64::from(at.x), f64::from(at.y));
        session.view().map_from_page(point, session.page())
    };
    let (before, scale) = (ground(&harness), harness.state().session().view().metres_per_point());
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, 120.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(12);
    assert!(harness.state().session().view().metres_per_point() < scale, "the wheel zooms in");
    assert!(before.distance_m(ground(&harness)) < 1.0, "the ground under the pointer stays");
}

#[test]
fn a_drag_moves_the_ground_with_the_hand() {
    let mut harness = window();
    harness.key_press(Key::Plus);
    harness.run_steps(2);
    let from = on_screen(&harness, 43.1, 40.6);
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    harness.hover_at(from + Vec2::new(60.0, -40.0));
    harness.run_steps(2);
    harness.drop_at(from + Vec2::new(60.0, -40.0));
    harness.run_steps(2);
    let now = on_screen(&harness, 43.1, 40.6);
    assert!((now - from - Vec2::new(60.0, -40.0)).length() < 1.5, "{from:?} went to {now:?}");
}

#[test]
fn a_typed_date_shows_the_map_of_that_day() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
    harness.run_steps(3);
    harness.event(egui::Event::Text("15 February 1919".to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(Some(harness.state().session().state().day), Day::from_ymd_opt(1919, 2, 15));
}

#[test]
fn steps_go_to_days_on_which_the_map_changes_and_back() {
    let mut harness = window();
    let start = harness.state().session().state().day;
    let steps = harness.state().session().steps();
    harness.key_press(Key::CloseBracket);
    harness.run_steps(3);
    let next = harness.state().session().state().day;
    assert!(next > start && steps.contains(&next));
    harness.key_press(Key::OpenBracket);
    harness.run_steps(3);
    let back = harness.state().session().state().day;
    assert!(back <= start && steps.contains(&back));
}

#[test]
fn choosing_an_era_shows_its_line_and_sets_the_date() {
    let mut harness = window();
    let era = harness.state().session().world.atlas.eras.as_slice()[1].clone();
    harness.get_by_label(&format!("Only {}", era.name)).click();
    harness.run_steps(3);
    let session = harness.state().session();
    assert_eq!(session.state().day, era.date.earliest());
    assert_eq!(session.state().eras.iter().collect::<Vec<_>>(), [&era.id]);
}

#[test]
fn every_entry_of_the_record_has_a_page_that_can_be_shown() {
    let mut harness = window();
    let world = Arc::clone(&harness.state().session().world);
    let atlas = &world.atlas;
    let ids = atlas
        .tracts
        .iter()
        .map(|entry| entry.id.clone())
        .chain(atlas.segments.iter().map(|entry| entry.id.clone()))
        .chain(atlas.instruments.iter().map(|entry| entry.id.clone()))
        .chain(atlas.articles.iter().map(|entry| entry.id.clone()))
        .chain(atlas.disagreements.iter().map(|entry| entry.id.clone()))
        .chain(atlas.waypoints.iter().map(|entry| entry.id.clone()))
        .chain(atlas.polities.iter().map(|entry| entry.id.clone()))
        .chain(atlas.eras.iter().map(|entry| entry.id.clone()))
        .chain(atlas.events.iter().map(|entry| entry.id.clone()))
        .chain(atlas.people.iter().map(|entry| entry.id.clone()))
        .chain(atlas.places.iter().map(|entry| entry.id.clone()))
        .chain(atlas.sources.iter().map(|entry| entry.id.clone()));
    for id in ids {
        harness.state_mut().session_mut().apply(Command::Select(id.clone()));
        harness.run_steps(1);
        let name = match atlas.kind_of(&id) {
            Some(Kind::Article) => atlas.articles.get(&id).map(|article| article.title.clone()),
            _ => atlas.name_of(&id),
        };
        let name = name.unwrap();
        let found = harness.query_all_by_label_contains(&name).next().is_some();
        assert!(found || name.chars().any(|c| ('\u{590}'..'\u{800}').contains(&c)), "the page of {id} lacks its name");
    }
}

#[test]
fn what_is_kept_comes_back() {
    let mut harness = window();
    let at = on_screen(&harness, 45.25, 39.40);
    click_at(&mut harness, at);
    harness.key_press(Key::Plus);
    harness.run_steps(2);
    let saved = harness.state().to_stored();
    let again = window_with(saved.clone());
    assert_eq!(again.state().session().selection(), Some("nakhchivan"));
    assert_eq!(again.state().session().view(), harness.state().session().view());
}

#[test]
fn a_message_can_be_drawn_with_the_bundled_fonts() {
    let mut harness = window();
    // The library that shows messages names fonts of its own, and egui panics where one is missing.
    harness.state_mut().tell("The state of the last run was damaged");
    harness.run_steps(10);
    assert!(is_painted(&harness, "The state of the last run was damaged"), "the message is not in the picture");
}

/// Whether a text is among the shapes of the last frame.
fn is_painted(harness: &Harness<'_, KarsAtlas>, text: &str) -> bool {
    fn has(shape: &egui::Shape, text: &str) -> bool {
        match shape {
            egui::Shape::Text(shape) => shape.galley.text().contains(text),
            egui::Shape::Vec(shapes) => shapes.iter().any(|shape| has(shape, text)),
            _ => false,
        }
    }
    harness.output().shapes.iter().any(|clipped| has(&clipped.shape, text))
}

// ---- Time ----

fn shown_day(harness: &Harness<'_, KarsAtlas>) -> Day {
    harness.state().session().state().day
}

fn apply(harness: &mut Harness<'_, KarsAtlas>, command: Command) {
    harness.state_mut().session_mut().apply(command);
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'_, KarsAtlas>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

/// A day as the window says it.
fn said(day: Day) -> String {
    Texts::english().day(day)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn has_button(harness: &Harness<'_, KarsAtlas>, name: &str) -> bool {
    harness.query_all_by_role_and_label(Role::Button, name).next().is_some()
}

#[test]
fn a_click_on_the_timeline_sets_the_day() {
    let mut harness = window();
    let line = harness.get_by_role_and_label(Role::Slider, "Timeline").rect();
    assert!(line.width() > 600.0 && line.height() > 60.0, "{line:?}");
    // Near the upper edge no sign stands; the line begins with the places 0.24 to 0.84 of its scale.
    let part = 0.37;
    click_at(&mut harness, Pos2::new(line.left() + part * line.width(), line.top() + 4.0));
    let scale = StripScale::new(&harness.state().session().world);
    let expected = scale.day(0.24 + 0.60 * f64::from(part));
    let off = (shown_day(&harness) - expected).num_days().abs();
    assert!(off <= 12, "{} is shown, {expected} was meant", shown_day(&harness));
    assert_eq!(selection(&harness), None, "a click beside every sign chooses nothing");
}

#[test]
fn the_handle_of_the_timeline_is_held_however_fast_the_pointer_goes() {
    let mut harness = window();
    let line = harness.get_by_role_and_label(Role::Slider, "Timeline").rect();
    let scale = StripScale::new(&harness.state().session().world);
    #[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
    let place = |day: Day| line.left() + ((scale.position(day) - 0.24) / 0.60) as f32 * line.width();
    let from = Pos2::new(place(shown_day(&harness)), line.center().y);
    let to = Pos2::new(place(day("1918-06-04")), line.center().y);
    harness.hover_at(from);
    harness.run_steps(2);
    harness.drag_at(from);
    harness.run_steps(1);
    // Half the way at once.
    harness.hover_at(from + (to - from) / 2.0);
    harness.run_steps(1);
    harness.hover_at(to);
    harness.run_steps(2);
    harness.drop_at(to);
    harness.run_steps(3);
    let off = (shown_day(&harness) - day("1918-06-04")).num_days().abs();
    assert!(off <= 12, "{} is shown", shown_day(&harness));
}

#[test]
fn the_timeline_follows_a_day_out_of_its_sight() {
    let mut harness = window();
    apply(&mut harness, Command::SetDay(day("1855-11-28")));
    let line = harness.get_by_role_and_label(Role::Slider, "Timeline").rect();
    // The day is at 0.137 of the scale, so that the 0.6 that are shown begin with its start.
    click_at(&mut harness, Pos2::new(line.left() + 0.6 * line.width(), line.top() + 4.0));
    let scale = StripScale::new(&harness.state().session().world);
    let off = (shown_day(&harness) - scale.day(0.36)).num_days().abs();
    assert!(off <= 12, "{} is shown", shown_day(&harness));
}

#[test]
fn home_and_end_are_those_of_the_timeline_while_the_pointer_is_on_it() {
    let mut harness = window();
    let line = harness.get_by_role_and_label(Role::Slider, "Timeline").rect();
    harness.hover_at(line.center());
    harness.run_steps(2);
    press(&mut harness, Key::Home);
    assert_eq!(shown_day(&harness), harness.state().session().world.first_day());
    press(&mut harness, Key::End);
    let last = harness.state().session().world.last_day();
    assert_eq!(shown_day(&harness), last);
    let map = on_screen(&harness, 43.5, 40.5);
    harness.hover_at(map);
    harness.run_steps(2);
    press(&mut harness, Key::Home);
    assert_eq!(shown_day(&harness), last, "over the map Home shows everything and leaves the day");
}

#[test]
fn today_is_the_day_on_which_the_program_runs() {
    let mut harness = window();
    harness.state_mut().session_mut().today = Some(day("2025-03-21"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    harness.run_steps(3);
    assert_eq!(shown_day(&harness), day("2025-03-21"));
    harness.state_mut().session_mut().today = Some(day("2999-01-01"));
    harness.get_by_role_and_label(Role::Button, "Today (Ctrl-End)").click();
    harness.run_steps(3);
    assert_eq!(shown_day(&harness), harness.state().session().world.last_day());
}

/// The era that goes on is shown on the day that it is, others on their own.
#[test]
fn the_line_of_today_is_shown_today() {
    let mut harness = window();
    harness.state_mut().session_mut().today = Some(day("2026-05-20"));
    apply(&mut harness, Command::ChooseEra("era-today".to_owned()));
    assert_eq!(shown_day(&harness), day("2026-05-20"));
    apply(&mut harness, Command::ChooseEra("era-kars-1921".to_owned()));
    assert_eq!(shown_day(&harness), day("1921-10-13"));
}

#[test]
fn a_comparison_begins_where_the_last_one_ended() {
    let mut harness = window();
    let compare = Compare { with: day("1919-02-15"), mode: CompareMode::Swipe, at: 0.3 };
    apply(&mut harness, Command::Compare(Some(compare)));
    harness.get_by_role_and_label(Role::Button, "Compare").click();
    harness.run_steps(3);
    assert_eq!(harness.state().session().state().compare, None);
    harness.get_by_role_and_label(Role::Button, "Compare").click();
    harness.run_steps(3);
    assert_eq!(harness.state().session().state().compare, Some(compare));
}

#[test]
fn a_button_explains_the_signs_of_the_timeline() {
    let mut harness = window();
    assert!(harness.query_by_label_contains("the day is not certain").is_none());
    harness.get_by_role_and_label(Role::Button, "signs").click();
    harness.run_steps(4);
    assert!(harness.query_by_label_contains("the day is not certain").is_some());
}

#[test]
fn brackets_and_the_buttons_of_the_timeline_go_by_steps() {
    let mut harness = window();
    apply(&mut harness, Command::SetDay(day("1920-12-02")));
    let steps = harness.state().session().steps();
    let at = steps.iter().position(|step| *step == day("1920-12-02")).expect("a step of the record");
    press(&mut harness, Key::CloseBracket);
    assert_eq!(shown_day(&harness), steps[at + 1]);
    press(&mut harness, Key::OpenBracket);
    assert_eq!(shown_day(&harness), steps[at]);
    for (name, expected) in [("Next change (])", at + 1), ("Previous change ([)", at)] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_steps(3);
        assert_eq!(shown_day(&harness), steps[expected], "{name}");
    }
}

#[test]
fn space_plays_the_changes_and_stops_at_the_last() {
    let mut harness = window();
    let steps = harness.state().session().steps();
    let [.., third, second, last] = steps.as_slice() else { panic!("too few steps") };
    apply(&mut harness, Command::SetDay(*third));
    press(&mut harness, Key::Space);
    assert!(has_button(&harness, "Stop (Space)"));
    let mut seen = vec![shown_day(&harness)];
    for _ in 0..60 {
        harness.run_steps(1);
        if seen.last() != Some(&shown_day(&harness)) {
            seen.push(shown_day(&harness));
        }
    }
    assert!([*second, *last].iter().all(|step| seen.contains(step)), "{seen:?}");
    assert_eq!(seen.last(), Some(last), "it stays at the last change");
    assert!(has_button(&harness, "Play the changes (Space)"), "it has stopped");
}

#[test]
fn space_stops_what_plays() {
    let mut harness = window();
    apply(&mut harness, Command::SetDay(day("1918-01-01")));
    press(&mut harness, Key::Space);
    press(&mut harness, Key::Space);
    let stopped = shown_day(&harness);
    harness.run_steps(20);
    assert_eq!(shown_day(&harness), stopped);
}

#[test]
fn control_home_and_end_go_to_the_ends_of_the_record() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    harness.run_steps(3);
    assert_eq!(shown_day(&harness), harness.state().session().world.first_day());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    harness.run_steps(3);
    assert_eq!(shown_day(&harness), harness.state().session().world.last_day());
}

// ---- Two days together ----

fn compare(harness: &Harness<'_, KarsAtlas>) -> Option<Compare> {
    harness.state().session().state().compare
}

/// The window with the comparison opened by its button.
fn comparing() -> Harness<'static, KarsAtlas> {
    let mut harness = window();
    harness.get_by_role_and_label(Role::Button, "Compare").click();
    harness.run_steps(4);
    harness
}

#[test]
fn the_button_opens_a_comparison_and_its_kinds_are_chosen_by_name() {
    let mut harness = comparing();
    let first = compare(&harness).expect("two days are compared");
    assert!(first.with < shown_day(&harness) && first.mode == CompareMode::Swipe);
    let kinds = [
        ("Side by side", CompareMode::SideBySide),
        ("Ghost border", CompareMode::Ghost),
        ("Swipe", CompareMode::Swipe),
    ];
    for (name, mode) in kinds {
        harness.get_by_label(name).click();
        harness.run_steps(4);
        assert_eq!(compare(&harness), Some(Compare { mode, ..first }), "{name}");
    }
    harness.get_by_role_and_label(Role::Button, "Compare").click();
    harness.run_steps(4);
    assert_eq!(compare(&harness), None, "the button ends it as well");
}

#[test]
fn the_other_day_is_typed_and_the_two_are_swapped() {
    let mut harness = comparing();
    let own = shown_day(&harness);
    harness.get_by_label("The other day").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text("15 February 1919".to_owned()));
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    assert_eq!(compare(&harness).map(|compare| compare.with), Some(day("1919-02-15")));
    assert_eq!(shown_day(&harness), own, "the day of the map stays");
    harness.get_by_role_and_label(Role::Button, "Swap").click();
    harness.run_steps(4);
    assert_eq!(shown_day(&harness), day("1919-02-15"));
    assert_eq!(compare(&harness).map(|compare| compare.with), Some(own));
    let words = format!("with {}", said(day("1919-02-15")));
    assert!(harness.query_all_by_label(&words).next().is_some(), "the bar says {words}");
}

#[test]
fn what_changed_is_a_table_with_a_row_for_each_change() {
    let mut harness = comparing();
    harness.get_by_label("What changed…").click();
    harness.run_steps(4);
    for head in ["Region", "km²", "From", "To", "By"] {
        assert!(harness.query_all_by_label(head).next().is_some(), "no column {head}");
    }
    // At first without what only changed its government, then with it.
    for countries_only in [true, false] {
        apply(&mut harness, Command::CountriesOnly(countries_only));
        let session = harness.state().session();
        let world = Arc::clone(&session.world);
        let changes = world.changes(session.state().compare.unwrap().with, session.state().day);
        assert!(changes.iter().any(|change| !world.changes_country(change)), "both kinds are there");
        for tract in 0..world.ground.tracts().len() {
            let shown = changes.iter().filter(|change| change.tract == tract);
            let shown = shown.filter(|change| !countries_only || world.changes_country(change)).count();
            let name = world.atlas.name_of(world.ground.id(tract).unwrap()).unwrap();
            let rows = harness.query_all_by_role_and_label(Role::Link, &name).count();
            assert!(rows >= shown, "{name} has {rows} rows of {shown}");
            assert!(shown > 0 || rows == 0, "{name} has no change to show");
        }
    }
}

// ---- Finding and citing ----

#[test]
fn a_former_name_finds_the_town_of_today() {
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(3);
    harness.event(egui::Event::Text("Leninakan".to_owned()));
    harness.run_steps(3);
    press(&mut harness, Key::Enter);
    assert_eq!(selection(&harness).as_deref(), Some("gyumri"));
}

/// What is put on the clipboard by a button, if anything is.
fn copied(harness: &mut Harness<'_, KarsAtlas>, button: &str) -> Option<String> {
    harness.get_by_role_and_label(Role::Button, button).click_accesskit();
    for _ in 0..4 {
        harness.run_steps(1);
        for command in &harness.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                return Some(text.clone());
            }
        }
    }
    None
}

#[test]
fn a_citation_of_an_article_is_copied_in_three_forms() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars-1921/4".to_owned()));
    let note = copied(&mut harness, "Note").expect("the note is copied");
    assert!(note.starts_with("Treaty of Kars") && note.contains("art. 4"), "{note}");
    let bibtex = copied(&mut harness, "BibTeX").expect("the BibTeX is copied");
    assert!(bibtex.starts_with('@') && bibtex.trim_end().ends_with('}'), "{bibtex}");
    let csl = copied(&mut harness, "CSL-JSON").expect("the CSL-JSON is copied");
    assert!(serde_json::from_str::<serde_json::Value>(&csl).is_ok(), "{csl}");
}

#[test]
fn the_line_of_a_swipe_moves_by_keys_and_the_map_stays() {
    let mut harness = window();
    harness.get_by_label("Compare").click();
    harness.run_steps(4);
    let view = harness.state().session().view();
    harness.get_by_label("Line between the two days").focus();
    harness.run_steps(3);
    for _ in 0..3 {
        harness.key_press(Key::ArrowRight);
        harness.run_steps(2);
    }
    let session = harness.state().session();
    assert!(session.state().compare.unwrap().at > 0.55, "{:?}", session.state().compare);
    assert_eq!(session.view(), view);
}

// ---- What fits ----

/// How many words of the details there are, and those that reach beyond the right edge of the window.
fn cut_off(harness: &Harness<'_, KarsAtlas>) -> (usize, Vec<String>) {
    // The map takes all that the panels leave.
    let left = harness.state().session().page().right();
    // The space at which a line was broken counts as a part of it, and may stand in the margin.
    let right = harness.ctx.content_rect().right() - 2.0;
    let words: Vec<_> = [Role::Label, Role::Link, Role::DisclosureTriangle]
        .into_iter()
        .flat_map(|role| harness.query_all_by_role(role))
        .filter(|node| f64::from(node.rect().left()) >= left)
        .collect();
    let cut = words.iter().filter(|node| node.rect().right() > right);
    let cut = cut.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value()));
    (words.len(), cut.collect())
}

#[test]
fn the_details_keep_to_the_width_of_their_panel() {
    let mut harness = window();
    let world = Arc::clone(&harness.state().session().world);
    let atlas = &world.atlas;
    let ids = (atlas.instruments.iter().map(|entry| entry.id.clone()))
        .chain(atlas.tracts.iter().map(|entry| entry.id.clone()))
        .chain(atlas.segments.iter().map(|entry| entry.id.clone()))
        .chain(atlas.articles.iter().step_by(5).map(|entry| entry.id.clone()))
        .chain(atlas.disagreements.iter().step_by(3).map(|entry| entry.id.clone()))
        .chain(atlas.places.iter().step_by(17).map(|entry| entry.id.clone()))
        .chain(atlas.sources.iter().step_by(11).map(|entry| entry.id.clone()));
    let mut wide = Vec::new();
    for id in ids {
        harness.state_mut().session_mut().apply(Command::Select(id.clone()));
        harness.run_steps(2);
        let (seen, words) = cut_off(&harness);
        assert!(seen > 2, "{id}: no words are seen in the details");
        if !words.is_empty() {
            wide.push(format!("{id}: {words:?}"));
        }
    }
    assert!(wide.is_empty(), "{} pages are cut off:\n{}", wide.len(), wide.join("\n"));
}

/// Types into the search field, in place of what stands there.
fn search_for(harness: &mut Harness<'_, KarsAtlas>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(5);
}

/// The text of a field with a name.
fn field_text(harness: &Harness<'_, KarsAtlas>, role: Role, name: &str) -> String {
    let field = harness.query_all_by_role(role).find(|node| node.accesskit_node().label().as_deref() == Some(name));
    field.and_then(|node| node.accesskit_node().value()).unwrap_or_default()
}

/// The height at which the list under the search field ends, by its frame.
fn list_height(harness: &Harness<'_, KarsAtlas>) -> f32 {
    let area = harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("search-answers")));
    area.map_or(0.0, |rect| rect.height())
}

#[test]
fn a_long_list_after_a_short_one_has_room_and_follows_the_arrows() {
    let mut harness = window();
    search_for(&mut harness, "Leninakan");
    let short = list_height(&harness);
    search_for(&mut harness, "Kars");
    let long = list_height(&harness);
    assert!(long > 300.0 && long > short, "{short} then {long}");
    search_for(&mut harness, "Leninakan");
    assert!(list_height(&harness) < long, "it shrinks again");
    search_for(&mut harness, "Kars");
    let first = harness.query_all_by_role_and_label(Role::Link, "Kars").map(|node| node.rect().top()).reduce(f32::min);
    for _ in 0..13 {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
    }
    harness.run_steps(30);
    let then = harness.query_all_by_role_and_label(Role::Link, "Kars").map(|node| node.rect().top()).reduce(f32::min);
    assert!(then < first, "the list stays at {then:?}");
}

#[test]
fn a_search_without_an_answer_says_so_and_escape_leaves_it() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars-1921/4".to_owned()));
    search_for(&mut harness, "qqqqqqqxyz");
    assert!(harness.query_by_label("Nothing found").is_some());
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Nothing found").is_none());
    for text in ["Kars", "qqqqqqqxyz"] {
        search_for(&mut harness, text);
        assert_eq!(field_text(&harness, Role::SearchInput, "Search"), text);
        press(&mut harness, Key::Escape);
        assert_eq!(field_text(&harness, Role::SearchInput, "Search"), "", "the field is empty");
        assert!(!harness.ctx.text_edit_focused(), "the field was left");
        assert_eq!(selection(&harness).as_deref(), Some("kars-1921/4"), "what is chosen stays");
    }
}

/// Types into the date field.
fn type_date(harness: &mut Harness<'_, KarsAtlas>, text: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::G);
    harness.run_steps(3);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
}

#[test]
fn a_wrong_date_gives_way_to_the_true_one() {
    let mut harness = window();
    let start = shown_day(&harness);
    let shown = |harness: &Harness<'_, KarsAtlas>| field_text(harness, Role::TextInput, "Date of the map");
    type_date(&mut harness, "banana");
    assert_eq!(shown(&harness), "banana");
    press(&mut harness, Key::Enter);
    assert_eq!(shown(&harness), said(start));
    type_date(&mut harness, "1 May 1919");
    press(&mut harness, Key::Escape);
    assert_eq!((shown(&harness), shown_day(&harness)), (said(start), start), "Escape sets no date");
    type_date(&mut harness, "banana");
    harness.state_mut().session_mut().apply(Command::SetDay(day("1919-02-15")));
    harness.run_steps(3);
    assert_eq!(shown(&harness), "15 February 1919");
    type_date(&mut harness, "banana");
    let map = on_screen(&harness, 43.2, 40.75);
    click_at(&mut harness, map);
    assert_eq!(shown(&harness), "15 February 1919");
}

#[test]
fn escape_closes_what_is_on_top_and_then_clears_the_choice() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars-1921/5".to_owned()));
    apply(&mut harness, Command::SideBySide(Some(["kars-1921/5".to_owned(), "moscow-1921/3".to_owned()])));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    press(&mut harness, Key::F1);
    type_date(&mut harness, "1919");
    let seen = |harness: &Harness<'_, KarsAtlas>| {
        let there = |words: &str| harness.query_all_by_label(words).next().is_some();
        let session = harness.state().session();
        let pair = session.state().beside.is_some();
        (there("How to use the atlas"), there(PICTURE_FILE), pair, session.selection().is_some())
    };
    assert_eq!(seen(&harness), (true, true, true, true));
    for left in [(false, true, true, true), (false, false, true, true), (false, false, false, true)] {
        press(&mut harness, Key::Escape);
        assert_eq!(seen(&harness), left);
    }
    type_date(&mut harness, "1919");
    press(&mut harness, Key::Escape);
    assert_eq!(selection(&harness).as_deref(), Some("kars-1921/5"), "Escape in a field leaves the field");
    press(&mut harness, Key::Escape);
    assert_eq!(selection(&harness), None);
}

#[test]
fn the_help_fits_a_small_window() {
    let mut harness = window();
    harness.set_size(Vec2::new(900.0, 600.0));
    harness.run_steps(3);
    press(&mut harness, Key::F1);
    harness.run_steps(5);
    let shown = harness.ctx.memory(|memory| memory.area_rect(egui::Id::unique("help"))).expect("the help is open");
    assert!(shown.top() >= 0.0 && shown.bottom() <= 600.0 && shown.height() > 300.0, "{shown:?}");
}

#[test]
fn nothing_in_the_bar_lies_over_its_neighbour() {
    let mut harness = window();
    apply(&mut harness, Command::SetDay(day("1921-10-13")));
    for width in [800.0, 860.0, 900.0, 930.0, 1_000.0, 1_100.0, 1_140.0, 1_165.0, 1_200.0, 1_280.0] {
        harness.set_size(Vec2::new(width, 600.0));
        harness.run_steps(4);
        let mut rects: Vec<(egui::Rect, String)> = [Role::Button, Role::TextInput, Role::SearchInput, Role::Label]
            .into_iter()
            .flat_map(|role| harness.query_all_by_role(role))
            .filter(|node| node.rect().top() >= 0.0 && node.rect().bottom() < 46.0)
            .map(|node| {
                (node.rect(), format!("{:?} {:?}", node.accesskit_node().label(), node.accesskit_node().value()))
            })
            .collect();
        rects.sort_by(|a, b| a.0.left().total_cmp(&b.0.left()));
        assert!(rects.len() > 8, "{width}: {rects:?}");
        for pair in rects.windows(2) {
            assert!(pair[0].0.right() <= pair[1].0.left() + 0.5, "{width}: {} lies over {}", pair[0].1, pair[1].1);
        }
        assert!(rects.iter().all(|(rect, _)| rect.left() >= 0.0 && rect.right() <= width), "{width}: {rects:?}");
    }
}

#[test]
fn a_narrow_bar_keeps_its_buttons_in_a_menu() {
    let mut harness = window();
    harness.set_size(Vec2::new(900.0, 600.0));
    harness.run_steps(4);
    assert!(!has_button(&harness, "Compare"));
    harness.get_by_label("…").click();
    harness.run_steps(4);
    harness.get_by_label("Compare with another day").click();
    harness.run_steps(4);
    assert!(compare(&harness).is_some());
    assert!(harness.query_by_label("Compare with another day").is_none(), "the menu is closed");
}

// ---- An instrument on a day ----

#[test]
fn an_article_says_what_it_was_on_the_day_and_offers_its_dates() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars-1921/4".to_owned()));
    for (shown, state) in [
        ("1920-12-02", "On 2 December 1920: not yet signed"),
        ("1921-10-13", "On 13 October 1921: signed, not yet in force"),
        ("1923-01-01", "On 1 January 1923: in force"),
    ] {
        apply(&mut harness, Command::SetDay(day(shown)));
        assert!(harness.query_by_label(state).is_some(), "{state}");
    }
    harness.get_by_role_and_label(Role::Link, "signed 13 October 1921").click();
    harness.run_steps(3);
    assert_eq!(shown_day(&harness), day("1921-10-13"));
}

#[test]
fn an_instrument_says_what_it_was_on_the_day() {
    let mut harness = window();
    for (id, shown, state) in [
        ("berlin-1878", "1878-07-20", "On 20 July 1878: signed, not yet in force"),
        ("berlin-1878", "1900-01-01", "On 1 January 1900: in force"),
        ("berlin-1878", "1918-06-01", "On 1 June 1918: superseded (1918, the day is not known)"),
        ("berlin-1878", "1921-10-13", "On 13 October 1921: superseded (1918)"),
        ("brest-litovsk-1918", "1921-10-13", "On 13 October 1921: annulled (20 September 1918)"),
        ("mudros-1918", "1921-10-13", "On 13 October 1921: in force"),
        ("sevres-1920", "1921-10-13", "On 13 October 1921: signed, never in force"),
        ("ussr-turkey-1937", "1950-01-01", "On 1 January 1950: in force"),
        ("moscow-1921", "1921-03-15", "On 15 March 1921: not yet signed"),
    ] {
        apply(&mut harness, Command::SetDay(day(shown)));
        apply(&mut harness, Command::Select(id.to_owned()));
        assert!(harness.query_by_label(state).is_some(), "{id}: {state}");
    }
}

#[test]
fn a_copied_citation_is_told() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars-1921/4".to_owned()));
    let shapes = |harness: &Harness<'_, KarsAtlas>| {
        let all = harness.output().shapes.iter();
        all.filter(|clipped| matches!(&clipped.shape, egui::Shape::Text(text) if text.galley.text().contains("on the clipboard")))
            .count()
    };
    assert_eq!(shapes(&harness), 0);
    harness.get_by_role_and_label(Role::Button, "BibTeX").click_accesskit();
    let told = (0..12).any(|_| {
        harness.run_steps(1);
        shapes(&harness) > 0
    });
    assert!(told, "nothing says that it was copied");
}

#[test]
fn the_scrollbar_of_the_layers_leaves_the_buttons_free() {
    let mut harness = window();
    harness.set_size(Vec2::new(900.0, 600.0));
    harness.run_steps(12);
    let edge = harness.state().session().page().x;
    let eras: Vec<String> =
        harness.state().session().world.atlas.eras.iter().map(|era| format!("Only {}", era.name)).collect();
    for name in eras {
        let right = f64::from(harness.get_by_label(&name).rect().right());
        assert!(right <= edge - 10.0, "{name} reaches {right}");
    }
}

#[test]
fn a_link_is_copied_and_opens_what_it_was_copied_from() {
    let mut harness = window();
    let at = on_screen(&harness, 45.25, 39.40);
    click_at(&mut harness, at);
    press(&mut harness, Key::Plus);
    let link = copied(&mut harness, "Link").expect("a link is on the clipboard");
    assert!(link.starts_with("kars-atlas:?date=1921-10-13&select=nakhchivan"), "{link}");
    let shown = harness.state().session().view();
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Home);
    paste(&mut harness, &link);
    assert_eq!(selection(&harness).as_deref(), Some("nakhchivan"));
    let (now, pixel) = (harness.state().session().view(), shown.metres_per_point());
    assert!(now.centre().distance_m(shown.centre()) < pixel && (now.metres_per_point() - pixel).abs() < pixel * 1e-3);
    paste(&mut harness, "kars-atlas:?date=1878-07-14&select=nowhere");
    assert_eq!(shown_day(&harness), day("1878-07-14"), "what can be used is shown");
    assert!(has_text(&harness, "nowhere"), "what cannot be used is named");
}

/// Pastes a text into the search field.
fn paste(harness: &mut Harness<'_, KarsAtlas>, text: &str) {
    harness.get_by_role_and_label(Role::SearchInput, "Search").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Paste(text.to_owned()));
    harness.run_steps(6);
}

/// Whether a text is drawn, in a message for one, which has no name in the tree of widgets.
fn has_text(harness: &Harness<'_, KarsAtlas>, text: &str) -> bool {
    fn has(shape: &egui::Shape, text: &str) -> bool {
        match shape {
            egui::Shape::Text(drawn) => drawn.galley.text().contains(text),
            egui::Shape::Vec(shapes) => shapes.iter().any(|shape| has(shape, text)),
            _ => false,
        }
    }
    harness.output().shapes.iter().any(|clipped| has(&clipped.shape, text))
}

#[test]
fn the_titles_of_folded_articles_stay_whatever_has_the_focus() {
    let mut harness = window();
    apply(&mut harness, Command::Select("kars".to_owned()));
    let world = World::new(load_embedded());
    let title = world.atlas.articles.get("kars-1921/4").unwrap().title.clone();
    let shown = |harness: &Harness<'_, KarsAtlas>| harness.query_all_by_label(&title).count();
    let before = shown(&harness);
    assert!(before > 0, "{title} is not shown");
    harness.get_by_role_and_label(Role::SearchInput, "Search").focus();
    harness.run_steps(3);
    assert_eq!(shown(&harness), before, "a focus elsewhere takes no title away");
}

/// Types a file into the dialog for a picture and presses its button.
fn save_as(harness: &mut Harness<'_, KarsAtlas>, file: &std::path::Path) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    harness.get_by_label(PICTURE_FILE).focus();
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(egui::Event::Text(file.display().to_string()));
    harness.run_steps(2);
    // The button of the dialog is the lowest of those that are called so.
    let buttons = harness.query_all_by_role_and_label(Role::Button, "Save");
    buttons.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap().click();
    harness.run_steps(2);
}

const PICTURE_FILE: &str = "File of the page";

fn wait(harness: &mut Harness<'_, KarsAtlas>, mut is_over: impl FnMut(&Harness<'_, KarsAtlas>) -> bool) {
    let start = std::time::Instant::now();
    while !is_over(harness) {
        assert!(start.elapsed() < std::time::Duration::from_mins(2), "it never ends");
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run_steps(1);
    }
}

#[test]
fn a_page_is_saved_beside_the_window_and_a_name_that_says_no_kind_of_file_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window();
    save_as(&mut harness, &folder.path().join("map.bmp"));
    harness.get_by_label("The file must end in .png, .svg or .pdf");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let file = folder.path().join("map.png");
    save_as(&mut harness, &file);
    // The window is alive meanwhile.
    press(&mut harness, Key::F1);
    assert!(harness.query_by_label("How to use the atlas").is_some());
    wait(&mut harness, |harness| harness.query_by_label("Cancel").is_none() && file.exists());
    assert!(std::fs::read(&file).unwrap().starts_with(b"\x89PNG"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    wait(&mut harness, |harness| harness.query_by_label("Saved map.png").is_some());
    assert!(harness.query_by_label("Copy its path").is_some(), "the dialog says what comes next");
}

/// A window that is too wide for a picture.
#[test]
fn a_map_that_cannot_be_drawn_says_why_in_its_place() {
    let world = Arc::new(World::new(load_embedded()));
    let saved = StoredState::new(start_state(&world));
    let mut harness = Harness::builder()
        .with_size(Vec2::new(16_000.0, 800.0))
        .build_eframe(move |context| KarsAtlas::new(&context.egui_ctx, world, saved, DrawingMode::AtOnce));
    harness.run_steps(4);
    let words = "The map could not be drawn: a picture of ";
    assert!(harness.query_by_label_contains(words).is_some());
    harness.set_size(Vec2::new(1_280.0, 800.0));
    harness.run_steps(4);
    assert!(harness.query_by_label_contains(words).is_none());
}

/// The test runs itself once more, with a stack that no thread can have: it stands for a machine that gives none.
#[test]
fn where_no_thread_can_be_made_the_window_draws_and_saves_at_once() {
    const STACK: &str = "1152921504606846976";
    if std::env::var("RUST_MIN_STACK").is_ok_and(|stack| stack == STACK) {
        kars_atlas::platform::prepare_threads();
        assert!(!kars_atlas::platform::has_threads());
        assert_eq!(DrawingMode::for_this_machine(), DrawingMode::AtOnce);
        let folder = tempfile::tempdir().unwrap();
        let mut harness = window();
        save_as(&mut harness, &folder.path().join("map.png"));
        assert!(folder.path().join("map.png").exists());
        return;
    }
    assert_eq!(DrawingMode::for_this_machine(), DrawingMode::Thread);
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "where_no_thread_can_be_made_the_window_draws_and_saves_at_once", "--test-threads=1"])
        .env("RUST_MIN_STACK", STACK)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
