//! How a page is cited, and the caption that goes below it elsewhere.

use super::choice::PageChoice;
use super::words::{PageWords, words};
use crate::scene::Provenance;
use crate::text::Texts;
use crate::view::MapState;
use crate::world::World;

/// Where a page comes from, with day and title as they stand on it.
pub fn provenance(world: &World, texts: &Texts, state: &MapState, words: &PageWords) -> Provenance {
    let version = version(texts);
    let known = [world.settings.licence.as_str(), world.settings.credits.as_str()];
    Provenance {
        citation: texts
            .fill("figure.citation", &[("title", &title(world, words)), ("days", &words.days), ("version", &version)]),
        link: state.to_link(),
        licence: known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        version,
    }
}

/// A caption for a page that is used elsewhere: date, what is shown, sources and licence. One paragraph.
pub fn caption(world: &World, texts: &Texts, state: &MapState, choice: &PageChoice) -> String {
    let words = words(world, texts, state, choice);
    let Provenance { licence, version, .. } = provenance(world, texts, state, &words);
    let title = title(world, &words);
    let head = texts.fill("figure.caption", &[("days", &words.days), ("title", &title)]);
    let sources = texts.fill("figure.caption-sources", &[("version", &version), ("licence", &licence)]);
    [head, words.reading, sources].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The title of a page, or where it has none that of the atlas.
fn title<'a>(world: &'a World, words: &'a PageWords) -> &'a str {
    if words.title.is_empty() { &world.settings.title } else { &words.title }
}

fn version(texts: &Texts) -> String {
    texts.fill("figure.version", &[("atlas", &texts.say("app.name")), ("version", &env!("CARGO_PKG_VERSION"))])
}
