//! Worksheets: a map with numbers in place of names, lines to write the names on, and the answers on a last page.

use super::choice::Words;
use super::composer::Composer;
use super::day;
use super::told::Told;
use crate::map::{Blank, BlankKind};
use crate::page::choice::PageChoice;
use crate::page::flow::{Cell, Row};
use crate::page::lay_out::{blanks_of, lay_out};
use crate::page::prose::Prose;
use crate::scene::{Anchor, Role, SceneItem, Stroke};
use crate::symbology::Style;
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};
use crate::view::{MapState, NamesShown};

/// The height of the map, in parts of its width.
const HEIGHT: f64 = 0.8;
/// The distance of the lines to write names on, in points.
const WRITING: f64 = 22.0;
/// The columns of names.
const COLUMNS: usize = 3;

/// The pages of a day; returns what is to be found.
pub fn worksheet(composer: &mut Composer<'_>, told: &Told<'_>, words: Words) -> Vec<Blank> {
    day::head(composer, told, false);
    let choice = PageChoice { blanks: true, names: Some(NamesShown::Few), ..day::map_choice(composer, HEIGHT, false) };
    let state = MapState::on(told.day);
    let blanks = blanks_of(composer.world, composer.theme, &state, &choice);
    let task = if composer.choice.style == Style::Outline { "handout.task-colour" } else { "handout.task" };
    composer.paragraph(composer.texts.say(task), Face::Sans);
    let map = lay_out(composer.world, &[], composer.theme, &state, &choice);
    composer.figure(map);
    if words == Words::Given {
        let mut names: Vec<&str> = blanks.iter().map(|blank| blank.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let list = composer.texts.fill("handout.words", &[("words", &names.join(", "))]);
        composer.paragraph(&list, Face::Sans);
    }
    composer.section(COLUMNS, false);
    for blank in &blanks {
        blank_line(composer, blank);
    }
    day::articles(composer, told);
    day::disagreements(composer, told);
    day::questions(composer, told);
    day::sources(composer, told);
    blanks
}

/// The number of a blank with a line to write on, and before that of a state a box for its colour.
fn blank_line(composer: &mut Composer<'_>, blank: &Blank) {
    let look = composer.look(Face::SansSemiBold, composer.size());
    let y = WRITING * 0.8;
    let number = look.level(&composer.texts.whole(blank.number), PagePoint::new(look.size * 1.5, y), Anchor::End);
    let mut from = look.size * 2.0;
    let mut items = Vec::new();
    if blank.kind == BlankKind::State && composer.choice.style == Style::Outline {
        let square = PageRect::new(from, y - look.size, look.size * 1.7, look.size * 1.1);
        let mut ring = square.ring();
        ring.extend(ring.first().copied());
        items.push(SceneItem::Lines { lines: vec![ring], stroke: Stroke::solid(look.colour, 0.6) });
        from = square.right() + look.size * 0.5;
    }
    items.push(composer.rule(from, composer.width(), y + 1.5));
    let element = Some((composer.element(), Role::Item));
    let cells = vec![Cell { element, items: vec![SceneItem::Text(number)] }, Cell { element: None, items }];
    composer.add(vec![Row { height: WRITING, cells, ..Row::default() }]);
}

/// The names that were to be found on each day, on pages of their own.
pub fn answers(composer: &mut Composer<'_>, answers: &[(&Told<'_>, Vec<Blank>)]) {
    for (nth, (told, blanks)) in answers.iter().enumerate() {
        composer.section(1, nth == 0);
        if nth == 0 {
            composer.heading(1, composer.texts.say("handout.answers"));
        }
        composer.heading(2, &composer.texts.day(told.day));
        composer.section(COLUMNS, false);
        for blank in blanks {
            let look = composer.look(Face::Sans, composer.size());
            let prose = Prose { space: look.size * 0.3, ..Prose::new(look, composer.width()) };
            let number = composer.texts.whole(blank.number);
            let answer = composer.texts.fill("handout.answer", &[("number", &number), ("name", &blank.name)]);
            composer.prose(&answer, &prose, &Role::Item);
        }
    }
}
