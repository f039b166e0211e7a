//! What a reader finds on the shipped data, by whatever name, number, date or words.

#![cfg(test)]

use std::sync::LazyLock;
use std::time::Instant;

use kars_atlas::catalog;
use kars_atlas::model::{Day, Kind};
use kars_atlas::search::{Hit, SearchIndex};
use kars_atlas::text::Texts;
use kars_atlas::world::World;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(catalog::load_embedded()));
static INDEX: LazyLock<SearchIndex> = LazyLock::new(|| SearchIndex::new(&WORLD, &Texts::english()));

fn find(query: &str) -> Vec<Hit> {
    INDEX.search(query, 30)
}

fn ids(query: &str) -> Vec<String> {
    find(query).into_iter().map(|hit| hit.id).collect()
}

fn assert_among_first(query: &str, id: &str, first: usize) {
    let found = ids(query);
    assert!(found.iter().take(first).any(|found| found == id), "{query}: {id} is not among {found:?}");
}

#[test]
fn gyumri_is_found_by_its_name_in_every_script_and_period() {
    for query in [
        "Gyumri",
        "gyumri",
        "Leninakan",
        "LENINAKAN",
        "Gumru",
        "gümrü",
        "GÜMRÜ",
        "Александрополь",
        "александрополь",
        "გიუმრი",
        "ᲒᲘᲣᲛᲠᲘ",
        "Гюмри",
        "Գյումրի",
        "ԳՅՈՒՄՐԻ",
        "Ленинакан",
        "Kumayri",
        "Gumrî",
    ] {
        let first = find(query).into_iter().next().unwrap_or_else(|| panic!("{query} finds nothing"));
        assert_eq!(first.id, "gyumri", "{query}");
    }
}

#[test]
fn kars_finds_the_tract_the_town_and_the_treaty_first() {
    for query in ["kars", "Kars", "KARS", "Карс"] {
        for id in ["kars", "kars-town"] {
            assert_among_first(query, id, 3);
        }
    }
    assert_among_first("kars", "kars-1921", 4);
    assert_eq!(ids("treaty of kars").first().map(String::as_str), Some("kars-1921"));
}

#[test]
fn nakhchivan_is_found_by_other_spellings() {
    for query in ["Nakhchivan", "Nakhichevan", "Нахичевань", "Naxçıvan", "naxcivan", "Nahçıvan", "NAHÇIVAN", "نخجوان"]
    {
        assert_among_first(query, "nakhchivan", 2);
        assert_among_first(query, "nakhchivan-town", 3);
    }
}

#[test]
fn an_article_is_found_by_its_number() {
    for query in ["article 5 kars", "kars 5", "Kars V", "kars-1921/5", "kars 1921 5", "Treaty of Kars, Article 5"] {
        assert_eq!(ids(query).first().map(String::as_str), Some("kars-1921/5"), "{query}");
    }
    assert_eq!(ids("kars annex III").first().map(String::as_str), Some("kars-1921/annex-3"));
    assert_eq!(ids("moscow 3").first().map(String::as_str), Some("moscow-1921/3"));
}

#[test]
fn a_date_finds_what_happened_on_it() {
    for query in ["13 October 1921", "1921-10-13", "13.10.1921"] {
        assert_among_first(query, "kars-1921", 3);
        assert_among_first(query, "treaty-of-kars-signed-1921", 3);
    }
    let exchanged = find("11 September 1922").into_iter().find(|hit| hit.id == "kars-1921").unwrap();
    assert!(exchanged.matched.contains("11 September 1922"), "{}", exchanged.matched);
}

#[test]
fn every_name_of_the_record_finds_its_entry() {
    let atlas = &WORLD.atlas;
    let places = atlas.places.iter().flat_map(|place| place.names.iter().map(|name| (&place.id, &name.text)));
    let tracts = atlas.tracts.iter().flat_map(|tract| tract.names.iter().map(|name| (&tract.id, &name.text)));
    let people = atlas.people.iter().flat_map(|person| person.names.iter().map(|name| (&person.id, &name.text)));
    let polities = atlas.polities.iter().flat_map(|polity| polity.names.iter().map(|name| (&polity.id, &name.text)));
    let instruments = atlas.instruments.iter().flat_map(|one| one.names.iter().map(|name| (&one.id, &name.text)));
    let mut asked = 0;
    for (id, name) in places.chain(tracts).chain(people).chain(polities).chain(instruments) {
        for query in [name.clone(), name.to_uppercase()] {
            assert!(ids(&query).contains(id), "{query} does not find {id}");
        }
        asked += 1;
    }
    assert!(asked > 1000, "only {asked} names");
}

#[test]
fn every_entry_is_found_by_its_id() {
    let atlas = &WORLD.atlas;
    let instruments = atlas.instruments.iter().map(|entry| &entry.id);
    let articles = atlas.articles.iter().map(|entry| &entry.id);
    let events = atlas.events.iter().map(|entry| &entry.id);
    let sources = atlas.sources.iter().map(|entry| &entry.id);
    for id in instruments.chain(articles).chain(events).chain(sources) {
        assert!(ids(id).iter().take(3).any(|found| found == id), "{id}: {:?}", ids(id));
    }
}

#[test]
fn answers_come_while_typing() {
    for typed in ["Len", "Leni", "Lenina", "Алексан", "გიუმ"] {
        assert_among_first(typed, "gyumri", 12);
    }
}

#[test]
fn a_name_of_a_period_says_when_it_was_used() {
    let hit = find("Leninakan").into_iter().next().unwrap();
    let alive = hit.alive.clone().unwrap();
    assert_eq!(hit.matched, "Leninakan");
    assert_eq!(alive.from.as_ref().unwrap().as_str(), "1924-01-22");
    assert_eq!(alive.to.as_ref().unwrap().as_str(), "1990");
    assert!(alive.covers(Day::from_ymd_opt(1990, 12, 31).unwrap()));
    assert!(!alive.covers(Day::from_ymd_opt(1924, 1, 21).unwrap()));
    assert!(
        hit.matched_text(&Texts::english()).starts_with("Leninakan (22 January 1924 to 1990"),
        "{}",
        hit.matched_text(&Texts::english())
    );
    assert_eq!(alive.a_day(), Day::from_ymd_opt(1924, 1, 22));
}

#[test]
fn what_ended_says_so_though_nobody_knows_its_beginning() {
    let hit = find("Ottoman Empire").into_iter().find(|hit| hit.kind == Kind::Polity).unwrap();
    let alive = hit.alive.unwrap();
    assert!(alive.covers(Day::from_ymd_opt(1900, 1, 1).unwrap()));
    assert!(!alive.covers(Day::from_ymd_opt(1950, 1, 1).unwrap()));
    assert_eq!(alive.text(&Texts::english()), "until 1 November 1922");
}

#[test]
fn a_match_in_a_text_shows_its_sentence() {
    let hit = find("autonomous territory under the protection of Azerbaijan")
        .into_iter()
        .find(|hit| hit.id == "kars-1921/5")
        .expect("the article is found by its words");
    let sentence = hit.sentence.unwrap();
    assert!(sentence.contains("forms an autonomous territory under the protection of Azerbaijan"), "{sentence}");
    assert!(!sentence.contains("]("), "links are plain words: {sentence}");
    assert!(hit.matched.contains("protection"), "{}", hit.matched);
}

#[test]
fn names_come_before_texts() {
    for query in ["kars", "batum", "ararat", "karabekir"] {
        let hits = find(query);
        let first_text = hits.iter().position(|hit| hit.sentence.is_some()).unwrap_or(hits.len());
        assert!(hits.iter().skip(first_text).all(|hit| hit.sentence.is_some()), "{query}");
    }
}

#[test]
fn nothing_typed_finds_nothing_and_no_query_is_too_odd() {
    for query in ["", "   ", "’", "--", "/"] {
        assert!(find(query).is_empty(), "{query}");
    }
    let long = "kars ".repeat(500) + &"a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(20);
    for query in ["\u{0}", "a\u{301}", "🗺", "9999999999", "-5", "0000-00-00", "xxxxxxxxiiiii", long.as_str()] {
        INDEX.search(query, 10);
    }
}

#[test]
fn the_limit_is_kept_and_answers_are_ordered_and_the_same_every_time() {
    let hits = INDEX.search("a", 7);
    assert_eq!(hits.len(), 7);
    assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert_eq!(hits, SearchIndex::new(&WORLD, &Texts::english()).search("a", 7));
}

#[test]
fn a_hit_serialises_with_its_keys_in_a_fixed_order() {
    let hit = find("Leninakan").into_iter().next().unwrap();
    let json = serde_json::to_value(&hit).unwrap();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["id", "kind", "name", "matched", "sentence", "alive", "score"]);
    assert_eq!(json["kind"], "place");
    assert_eq!(json["alive"], serde_json::json!({ "from": "1924-01-22", "to": "1990" }));
}

/// The limit of 5 ms is measured by `cargo bench --bench search`. Here a query is held against the making of the index,
/// which goes through all texts once, so that neither a debug build nor a slow machine is a fault.
#[test]
fn no_query_takes_as_long_as_the_making_of_the_index() {
    // The best of some runs: other programs can only make one slower.
    let best = |run: &dyn Fn()| {
        let took = || {
            let started = Instant::now();
            run();
            started.elapsed()
        };
        (0..3).map(|_| took()).min().unwrap()
    };
    let making = best(&|| drop(SearchIndex::new(&WORLD, &Texts::english())));
    LazyLock::force(&INDEX);
    for query in ["a", "e", "ka", "the", "of the", "kars", "article 5", "1921", "treaty of friendship between armenia"]
    {
        let took = best(&|| drop(INDEX.search(query, 50)));
        assert!(took < making, "{query} took {took:?}, the index {making:?}");
    }
}

/// Titles of books begin with years too.
#[test]
fn a_year_brings_what_happened_in_it_before_books_about_it() {
    let found = find("1921");
    let first_source = found.iter().position(|hit| hit.kind == Kind::Source).unwrap_or(found.len());
    assert!(first_source >= 10, "{:?}", found.iter().map(|hit| &hit.id).collect::<Vec<_>>());
    assert_among_first("1921", "kars-1921", 3);
}
