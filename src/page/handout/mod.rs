//! Handouts: for each chosen day the map, who held what, what happened, the articles that moved it, where sources
//! disagree, questions and sources, on paper of true size. As a worksheet the names are off the map and stand on a last page.

mod choice;
mod composer;
mod day;
mod told;
mod worksheet;

use crate::scene::{Anchor, Document, Leaf, SceneItem};
use crate::symbology::{Audience, Theme};
use crate::text::Texts;
use crate::typeset::Face;
use crate::units::PagePoint;
use crate::world::World;

pub use choice::{HandoutChoice, Paper, Words};

use super::flow::paginate;
use composer::Composer;
use told::Told;

/// The handout of some days, in the order in which they are given.
pub fn handout(world: &World, theme: &Theme, texts: &Texts, choice: &HandoutChoice) -> Document {
    let theme = theme.read_by(Audience::Print).in_style(choice.style);
    let mut composer = Composer::new(world, &theme, texts, choice);
    let told = Told::of_days(world, choice);
    let mut answers = Vec::new();
    for told in &told {
        match choice.worksheet {
            None => day::day(&mut composer, told),
            Some(words) => answers.push((told, worksheet::worksheet(&mut composer, told, words))),
        }
    }
    worksheet::answers(&mut composer, &answers);
    let days: Vec<String> = choice.days.iter().map(|day| texts.day(*day)).collect();
    let key = if choice.worksheet.is_some() { "handout.worksheet-title" } else { "handout.title" };
    let title = texts.fill(key, &[("atlas", &world.settings.title), ("days", &texts.list(&days))]);
    let mut pages = paginate(composer.sections, choice.paper.points(), choice.paper.body(), theme.ground.page);
    let count = pages.len();
    for (nth, leaf) in pages.iter_mut().enumerate() {
        furnish(
            leaf,
            &theme,
            choice.paper,
            &world.settings.title,
            &texts.fill("handout.page", &[("page", &(nth + 1)), ("pages", &count)]),
        );
    }
    Document { title, language: texts.language().to_owned(), pages }
}

/// Running head and page number.
fn furnish(leaf: &mut Leaf, theme: &Theme, paper: Paper, head: &str, page: &str) {
    let body = paper.body();
    let look = crate::scene::TextLook::plain(Face::Sans, theme.looks.page.legend, theme.ground.faint_ink);
    let above = PagePoint::new(body.x, body.y - look.size * 1.8);
    let below = PagePoint::new(body.right(), body.bottom() + look.size * 2.4);
    leaf.scene.items.push(SceneItem::Text(look.level(head, above, Anchor::Start)));
    leaf.scene.items.push(SceneItem::Text(look.level(page, below, Anchor::End)));
}
