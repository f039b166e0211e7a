//! Handouts: for each chosen day the map, who held what, what happened, the articles that moved it, where sources
//! disagree, questions and sources, on paper of true size. As a worksheet the names are off the map and stand on a last page.

mod composer;
mod day;
mod told;
mod worksheet;

use crate::model::Day;
use crate::scene::{Anchor, Document, Leaf, SceneItem};
use crate::symbology::{Audience, Style, Theme};
use crate::text::Texts;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::world::World;

use super::flow::paginate;
use composer::Composer;
use told::Told;

/// What a handout is made of.
#[derive(Clone, Debug)]
pub struct HandoutChoice {
    /// The days, each on pages of its own.
    pub days: Vec<Day>,
    /// The paper.
    pub paper: Paper,
    /// How the ground of holders is told apart.
    pub style: Style,
    /// The articles that are printed, by id; none for those that moved the ground.
    pub articles: Vec<String>,
    /// Whether names are to be found by the reader, if so with or without a list of them.
    pub worksheet: Option<Words>,
}

/// Whether a worksheet says which names are to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The names stand below the map, in the order of the alphabet.
    Given,
    /// The reader knows them or looks them up.
    NotGiven,
}

/// The paper of a handout, upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Points of paper in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// The room at the edges, in millimetres.
const MARGIN_MM: f64 = 18.0;

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The paper that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.id() == id)
    }

    /// Its width and height in points.
    pub fn points(self) -> [f64; 2] {
        match self {
            Self::A4 => [210.0 * MM, 297.0 * MM],
            Self::Letter => [8.5 * 72.0, 11.0 * 72.0],
        }
    }

    /// The part of it that is printed on but for running head and page number.
    pub fn body(self) -> PageRect {
        let [width, height] = self.points();
        PageRect::new(0.0, 0.0, width, height).grown(-MARGIN_MM * MM)
    }
}

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
