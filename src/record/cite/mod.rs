//! Citations: a Chicago-style note, BibTeX and CSL-JSON for an instrument, an article, a source or any other entry.
//! A formatter of its own: the citation processors at hand do not know the type `treaty`.

mod bibtex;
mod csl;
mod note;

use serde_json::Value;

use crate::model::{Article, Citation, Instrument, Kind, Source, SourceKind, TextLocation, When, plain_text};
use crate::text::Texts;
use crate::world::World;

/// What there is to cite, ready for every form.
pub struct Cited {
    main: Work,
    /// What the entry rests on, for entries that are cited as statements of the atlas.
    sources: Vec<Work>,
}

/// One work, treaty or entry.
#[derive(Default)]
struct Work {
    id: String,
    kind: WorkKind,
    title: String,
    /// The article of a treaty: `Article 5`.
    section: Option<String>,
    /// Authors, or the parties of a treaty.
    authors: Vec<String>,
    issued: Issued,
    place: Option<String>,
    /// The series, book or atlas that it stands in.
    container: Option<String>,
    volume: Option<String>,
    number: Option<String>,
    pages: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    language: Option<String>,
    note: Option<String>,
    /// Where in the work, as the record has it.
    locator: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum WorkKind {
    Treaty,
    /// A statement of the atlas.
    #[default]
    Entry,
    Book,
    Article,
    Web,
    Dataset,
    Manuscript,
    Document,
}

#[derive(Default)]
enum Issued {
    #[default]
    Unknown,
    When(When),
    /// As a source prints its year: `1957`, `1919–1921`.
    Text(String),
}

/// The citation of an entry; `None` for an id that the record does not have.
pub fn cite(world: &World, id: &str) -> Option<Cited> {
    let atlas = &world.atlas;
    match atlas.kind_of(id)? {
        Kind::Instrument => Some(Cited::of(treaty(world, atlas.instruments.get(id)?))),
        Kind::Article => {
            let article = atlas.articles.get(id)?;
            let Some(instrument) = atlas.instruments.get(article.instrument()) else {
                return statement(world, id);
            };
            Some(Cited::of(treaty_article(treaty(world, instrument), article)))
        }
        Kind::Source => Some(Cited::of(source(atlas.sources.get(id)?))),
        _ => statement(world, id),
    }
}

impl Cited {
    /// One sentence in the manner of a note in the Chicago Manual of Style.
    pub fn chicago_note(&self) -> String {
        note::note(self)
    }

    /// One entry, or for a statement one and those of its sources. UTF-8; `date` is for biblatex, `year` for the rest.
    pub fn bibtex(&self) -> String {
        self.works().map(bibtex::entry).collect::<Vec<_>>().join("\n")
    }

    /// A list of items, as CSL processors read it.
    pub fn csl_json(&self) -> Value {
        self.works().map(csl::item).collect()
    }

    fn of(main: Work) -> Self {
        Self { main, sources: Vec::new() }
    }

    fn works(&self) -> impl Iterator<Item = &Work> {
        std::iter::once(&self.main).chain(&self.sources)
    }
}

fn treaty(world: &World, instrument: &Instrument) -> Work {
    let (atlas, texts) = (&world.atlas, Texts::english());
    let name_of = |id: &String| atlas.name_of(id).unwrap_or_else(|| id.clone());
    let printed = best_text(&instrument.texts).map(Printed::of).unwrap_or_default();
    // A copy on the web stands for the printed text where it is in the same language.
    let copy =
        || instrument.texts.iter().find_map(|text| text.url.clone().filter(|_| text.language == printed.language));
    let languages = (!instrument.languages.is_empty()).then(|| instrument.languages.join(", "));
    Work {
        id: instrument.id.clone(),
        kind: WorkKind::Treaty,
        title: instrument.name.clone(),
        authors: instrument.parties.iter().map(name_of).collect(),
        issued: Issued::When(instrument.signed.clone()),
        place: instrument.place.as_ref().map(name_of),
        url: printed.url.clone().or_else(copy),
        language: printed.language.or(languages),
        container: printed.series,
        volume: printed.volume,
        number: printed.number,
        pages: printed.pages,
        note: Some(format!("{}; {}", texts.word(instrument.status), texts.word(instrument.certainty))),
        ..Work::default()
    }
}

fn treaty_article(mut work: Work, article: &Article) -> Work {
    work.id.clone_from(&article.id);
    work.section = Some(article.label.clone());
    work.note = Some(format!("{}; {}", article.title, Texts::english().word(article.certainty)));
    work
}

fn source(source: &Source) -> Work {
    let kind = match source.kind {
        SourceKind::Book | SourceKind::Edition => WorkKind::Book,
        SourceKind::Article => WorkKind::Article,
        SourceKind::Web => WorkKind::Web,
        SourceKind::Dataset => WorkKind::Dataset,
        SourceKind::Archive => WorkKind::Manuscript,
        SourceKind::Text | SourceKind::Seed | SourceKind::Own => WorkKind::Document,
    };
    Work {
        id: source.id.clone(),
        kind,
        title: source.title.clone(),
        authors: source.author.clone().into_iter().collect(),
        issued: source.year.clone().map_or(Issued::Unknown, Issued::Text),
        publisher: source.publisher.clone(),
        url: source.url.clone(),
        language: source.language.clone(),
        ..Work::default()
    }
}

/// An entry as a statement of the atlas, with what it rests on.
fn statement(world: &World, id: &str) -> Option<Cited> {
    let atlas = &world.atlas;
    let entry = atlas.entry(id)?.entry;
    let certainty = entry.certainty();
    let texts = Texts::english();
    let main = Work {
        id: id.to_owned(),
        kind: WorkKind::Entry,
        title: plain_text(&atlas.name_of(id)?),
        issued: entry.date().cloned().map_or(Issued::Unknown, Issued::When),
        container: Some(texts.say("app.name").to_owned()),
        volume: Some(env!("CARGO_PKG_VERSION").to_owned()),
        language: Some("en".to_owned()),
        note: certainty.map(|certainty| texts.word(certainty).to_owned()),
        ..Work::default()
    };
    let cited = |citation: &Citation| {
        let mut work = source(atlas.sources.get(&citation.source)?);
        work.locator.clone_from(&citation.locator);
        Some(work)
    };
    Some(Cited { main, sources: entry.cite()?.iter().filter_map(cited).collect() })
}

/// `p. 906`, `pp. 420–429`.
fn pages_in_words(pages: &str) -> String {
    let several = pages.contains(['–', '-', ',']);
    Texts::english().fill(if several { "cite.pages" } else { "cite.page" }, &[("pages", &pages)])
}

/// Where a treaty is printed.
#[derive(Default)]
struct Printed {
    series: Option<String>,
    volume: Option<String>,
    number: Option<String>,
    pages: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

/// The text that can be cited best: one with a page in a printed series, else one with a page, else the first.
fn best_text(texts: &[TextLocation]) -> Option<&TextLocation> {
    let rank = |text: &TextLocation| match (Printed::of(text).pages, &text.url) {
        (Some(_), None) => 0,
        (Some(_), Some(_)) => 1,
        (None, _) => 2,
    };
    texts.iter().min_by_key(|text| rank(text))
}

impl Printed {
    /// Takes `series, vol. IV (Moscow 1960), no. 264` and `vol. 120, p. 906` apart. What is not a volume, a number or
    /// a page belongs to the series where it stands in the title, and is passed over in the locator.
    fn of(text: &TextLocation) -> Self {
        let mut printed = Self { url: text.url.clone(), language: text.language.clone(), ..Self::default() };
        let mut series = Vec::new();
        for part in text.title.split(", ") {
            if !printed.take(part.trim()) {
                series.push(part.trim());
            }
        }
        for part in text.locator.iter().flat_map(|locator| locator.split([',', ';'])) {
            printed.take(part.trim());
        }
        printed.series = (!series.is_empty()).then(|| series.join(", "));
        printed
    }

    /// Whether the part was a volume, a number or a page.
    fn take(&mut self, part: &str) -> bool {
        let after = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| part.strip_prefix(prefix)).map(str::trim);
        let (slot, value) = if let Some(volume) = after(&["vol. ", "том ", "т. "]) {
            (&mut self.volume, volume.split(" (").next().unwrap_or(volume))
        } else if let Some(number) = after(&["no. ", "doc. ", "№ "]) {
            (&mut self.number, number)
        } else if let Some(pages) = after(&["pp. ", "p. ", "с. "]) {
            (&mut self.pages, pages)
        } else {
            return false;
        };
        slot.get_or_insert_with(|| value.to_owned());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(title: &str, locator: &str, url: Option<&str>) -> TextLocation {
        TextLocation {
            title: title.to_owned(),
            language: None,
            url: url.map(str::to_owned),
            locator: Some(locator.to_owned()),
        }
    }

    #[test]
    fn series_volume_number_and_page_are_taken_apart() {
        let printed =
            Printed::of(&text("Collected documents, vol. IV (Moscow 1960), no. 264", "pp. 420–429; whole", None));
        assert_eq!(printed.series.as_deref(), Some("Collected documents"));
        assert_eq!(printed.volume.as_deref(), Some("IV"));
        assert_eq!(printed.number.as_deref(), Some("264"));
        assert_eq!(printed.pages.as_deref(), Some("420–429"));
        let printed = Printed::of(&text("British and Foreign State Papers", "vol. 120, p. 906", None));
        assert_eq!((printed.volume.as_deref(), printed.pages.as_deref()), (Some("120"), Some("906")));
    }

    #[test]
    fn a_page_in_a_series_goes_before_a_copy_on_the_web() {
        let texts = [
            text("A copy", "whole", Some("http://a")),
            text("A scan", "p. 1", Some("http://b")),
            text("A series", "p. 2", None),
        ];
        assert_eq!(best_text(&texts).unwrap().title, "A series");
        assert_eq!(best_text(&texts[..1]).unwrap().title, "A copy");
    }
}
