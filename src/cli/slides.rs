//! Slides of `export --format pptx`: one for each day, with words that stay words.

use std::sync::Arc;

use crate::export::{Deck, Format, Slide, TextBox, TextRun, export, pptx};
use crate::layer::Layer;
use crate::model::Day;
use crate::page::{BlockKind, PageChoice, PlacedWords, lay_out, placed_words, words_of};
use crate::record::notes_of_day;
use crate::scene::{PageScale, Provenance, Transform};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::units::PageRect;
use crate::view::MapState;
use crate::world::World;

/// What all slides share.
pub struct Slides<'a> {
    pub world: &'a World,
    pub layers: &'a [Arc<Layer>],
    pub theme: &'a Theme,
    pub state: &'a MapState,
    pub choice: &'a PageChoice,
    pub texts: &'a Texts,
}

impl Slides<'_> {
    /// A file with a slide for each day.
    pub fn pptx(&self, days: &[Day]) -> anyhow::Result<Vec<u8>> {
        let mut deck = Deck { title: self.world.settings.title.clone(), ..Deck::default() };
        for day in days {
            let state = MapState { day: *day, ..self.state.clone() };
            self.add(&state, &mut deck)?;
        }
        Ok(pptx(&deck)?)
    }

    fn add(&self, state: &MapState, deck: &mut Deck) -> anyhow::Result<()> {
        let choice = PageChoice { words_apart: true, ..self.choice.clone() };
        let scene = lay_out(self.world, self.layers, self.theme, state, &choice);
        let PageScale { paper, .. } = scene.scale;
        let provenance = scene.provenance.clone().unwrap_or_default();
        let at = PageRect::new(0.0, 0.0, scene.width * paper, scene.height * paper);
        let (words, texts): (Vec<_>, Vec<_>) = placed_words(self.world, self.theme, state, &choice)
            .into_iter()
            .partition(|words| words.kind != BlockKind::Reading);
        let picture = export(&scene, Format::Png)?;
        let notes = self.notes(state, &provenance);
        if deck.slides.is_empty() {
            // The slides are of one size, and the first stands for where they come from.
            (deck.width, deck.height, deck.provenance) = (at.width, at.height, provenance);
        }
        deck.slides.push(Slide {
            picture,
            at,
            description: scene.description,
            title: text_box(&words, paper).unwrap_or_else(|| self.title_alone(state, at)),
            text: text_box(&texts, paper),
            notes,
        });
        Ok(())
    }

    /// A title for a page whose template has no room for one: over the top of the picture.
    fn title_alone(&self, state: &MapState, at: PageRect) -> TextBox {
        const PART: f64 = 0.06;
        let (text, _) = words_of(self.world, self.texts, state, self.choice);
        let size = at.height * PART * 0.6;
        let run = TextRun { text, size, colour: self.theme.ground.ink, bold: true };
        TextBox { room: PageRect { height: at.height * PART, ..at }, runs: vec![run] }
    }

    fn notes(&self, state: &MapState, provenance: &Provenance) -> Vec<String> {
        let Provenance { citation, link, licence, .. } = provenance.clone();
        let mut notes = notes_of_day(self.world, self.texts, state.day);
        notes.extend([self.texts.say("notes.picture").to_owned(), citation, link, licence]);
        notes
    }
}

/// Words in the room that all of them have, in points of paper; nothing where there are none.
fn text_box(words: &[PlacedWords], paper: f64) -> Option<TextBox> {
    let (first, last) = (words.first()?, words.last()?);
    let whole = PageRect { height: last.room.bottom() - first.room.y, ..first.room };
    let run = |words: &PlacedWords| TextRun {
        text: words.text.clone(),
        size: words.size * paper,
        colour: words.colour,
        bold: words.kind != BlockKind::Reading,
    };
    let room = Transform { scale: paper, ..Transform::IDENTITY }.rect(whole);
    Some(TextBox { room, runs: words.iter().map(run).collect() })
}
