//! Handouts and worksheets: true size, nothing outside the page, every question and article whole, answers that match
//! the numbers, a file that is tagged.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use std::time::Instant;

use kars_atlas::catalog;
use kars_atlas::export::document_pdf;
use kars_atlas::model::{Day, paragraphs};
use kars_atlas::page::{HandoutChoice, Paper, Words, handout};
use kars_atlas::scene::{Document, Leaf, Part, Role, SceneItem, TextItem, glyph_bounds};
use kars_atlas::symbology::{Style, ThemeChoice};
use kars_atlas::text::Texts;
use kars_atlas::world::World;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(catalog::load_embedded()));

fn choice(days: &[&str]) -> HandoutChoice {
    HandoutChoice {
        days: days.iter().map(|day| day.parse::<Day>().unwrap()).collect(),
        paper: Paper::A4,
        style: Style::Photocopy,
        articles: Vec::new(),
        worksheet: None,
    }
}

fn made(choice: &HandoutChoice) -> Document {
    handout(&WORLD, &WORLD.theme(ThemeChoice::Light), &Texts::english(), choice)
}

fn of_part<'a>(leaf: &'a Leaf, part: &Part) -> Vec<&'a TextItem> {
    SceneItem::ungrouped(&leaf.scene.items[part.items.clone()])
        .into_iter()
        .filter_map(|item| match item {
            SceneItem::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

/// The words of each element, lines joined as they are read, with its role and the pages that it stands on.
fn elements(document: &Document) -> BTreeMap<usize, (Role, String, BTreeSet<usize>)> {
    let mut found: BTreeMap<usize, (Role, String, BTreeSet<usize>)> = BTreeMap::new();
    for (page, leaf) in document.pages.iter().enumerate() {
        for part in &leaf.parts {
            let (_, words, pages) =
                found.entry(part.element).or_insert_with(|| (part.role.clone(), String::new(), BTreeSet::new()));
            for text in of_part(leaf, part) {
                if !words.is_empty() && !words.ends_with('-') {
                    words.push(' ');
                }
                words.push_str(&text.text);
            }
            pages.insert(page);
        }
    }
    found
}

/// Without spaces and hyphens, where lines may be broken.
fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '-').collect()
}

#[test]
fn paper_has_its_true_size_and_no_word_lies_beyond_its_margins() {
    for (paper, size) in [(Paper::A4, [595.28, 841.89]), (Paper::Letter, [612.0, 792.0])] {
        let document = made(&HandoutChoice { paper, ..choice(&["1921-10-13"]) });
        for leaf in &document.pages {
            assert!((leaf.scene.width - size[0]).abs() < 0.01 && (leaf.scene.height - size[1]).abs() < 0.01);
            let body = paper.body().grown(0.5);
            for part in leaf.parts.iter().filter(|part| !matches!(part.role, Role::Figure(_))) {
                let SceneItem::Group(group) = &leaf.scene.items[part.items.start] else { panic!("rows are groups") };
                for text in of_part(leaf, part) {
                    for bounds in glyph_bounds(text) {
                        let (left, right) = (bounds.x + group.transform.x, bounds.right() + group.transform.x);
                        let (top, bottom) = (bounds.y + group.transform.y, bounds.bottom() + group.transform.y);
                        assert!(left >= body.x && right <= body.right(), "{}", text.text);
                        assert!(top >= body.y && bottom <= body.bottom(), "{}", text.text);
                    }
                }
            }
        }
    }
}

#[test]
fn chosen_articles_are_whole_and_questions_stand_on_one_page() {
    let ids = ["kars-1921/5", "moscow-1921/1"];
    let chosen = choice(&["1921-03-17", "1921-10-13"]);
    let document = made(&HandoutChoice { articles: ids.map(str::to_owned).to_vec(), ..chosen });
    let all = elements(&document);
    for id in ids {
        for text in paragraphs(&WORLD.atlas.articles.get(id).unwrap().text) {
            assert!(all.values().any(|(_, words, _)| bare(words) == bare(&text)), "{id}: {text}");
        }
    }
    let question = |words: &str| WORLD.atlas.questions.iter().any(|each| bare(words).ends_with(&bare(&each.text)));
    let questions: Vec<_> = all.values().filter(|(role, words, _)| *role == Role::Item && question(words)).collect();
    assert!(questions.len() >= 4, "{} questions", questions.len());
    assert!(questions.iter().all(|(_, _, pages)| pages.len() == 1));
}

#[test]
fn no_heading_is_the_last_on_its_page() {
    let document = made(&choice(&["1829-10-01", "1878-07-14", "1918-06-05", "1920-08-15", "1921-10-13"]));
    for (page, leaf) in document.pages.iter().enumerate() {
        let last = leaf.parts.last().map(|part| &part.role);
        assert!(!matches!(last, Some(Role::Heading(..))), "page {}: {last:?}", page + 1);
    }
}

#[test]
fn the_answers_are_the_names_of_the_numbers_on_the_map() {
    let sheet = HandoutChoice { style: Style::Outline, worksheet: Some(Words::Given), ..choice(&["1921-10-13"]) };
    let document = made(&sheet);
    let answers: Vec<String> = elements(
        document
            .pages
            .last()
            .map(|leaf| Document { title: String::new(), language: String::new(), pages: vec![leaf.clone()] })
            .as_ref()
            .unwrap(),
    )
    .into_values()
    .filter(|(role, ..)| *role == Role::Item)
    .map(|(_, words, _)| words)
    .collect();
    for name in ["Turkey", "Kars", "Nakhchivan"] {
        assert!(answers.iter().any(|answer| answer.ends_with(name)), "{name}: {answers:?}");
    }
    let map = &document.pages[0];
    let figure = map.parts.iter().find(|part| matches!(part.role, Role::Figure(_))).unwrap();
    let on_map: BTreeSet<String> = of_part(map, figure).iter().map(|text| text.text.clone()).collect();
    for answer in &answers {
        let (number, name) = answer.split_once(". ").unwrap();
        assert!(on_map.contains(number), "{number} is not on the map");
        assert!(!on_map.contains(name) && !on_map.contains(&name.to_uppercase()), "{name} is on the map");
    }
}

#[test]
fn the_file_is_tagged_and_made_in_time() {
    let start = Instant::now();
    let document = made(&choice(&["1878-07-14", "1920-08-15", "1921-10-13"]));
    let bytes = document_pdf(&document).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let text = String::from_utf8_lossy(&bytes);
    for mark in ["/MarkInfo", "/StructTreeRoot", "/Outlines", "/Lang"] {
        assert!(text.contains(mark), "{mark}");
    }
    assert!(document.pages.len() >= 8, "{} pages", document.pages.len());
    // Three seconds where the program is optimised, on a machine with nothing else to do.
    assert!(seconds < 12.0, "{seconds:.1} s");
}
