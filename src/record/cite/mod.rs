//! Citations: a Chicago-style note, BibTeX and CSL-JSON for an instrument, an article, a source or any other entry.
//! A formatter of its own: the citation processors at hand do not know the type `treaty`.

mod bibtex;
mod csl;
mod note;
mod printed;
mod work;

use serde_json::Value;

use crate::model::{Article, Citation, Instrument, Kind, Source, SourceKind, plain_text};
use crate::text::Texts;
use crate::world::World;
use printed::{Printed, best_text};
use work::{Issued, Work, WorkKind};

/// What there is to cite, ready for every form.
pub struct Cited {
    main: Work,
    /// What the entry rests on, for entries that are cited as statements of the atlas.
    sources: Vec<Work>,
    /// In whose language it is cited.
    texts: Texts,
}

/// The citation of an entry in the language of the texts; `None` for an id that the record does not have.
pub fn cite(world: &World, texts: &Texts, id: &str) -> Option<Cited> {
    let atlas = &world.atlas;
    match atlas.kind_of(id)? {
        Kind::Instrument => Some(Cited::new(treaty(world, texts, atlas.instruments.get(id)?), texts)),
        Kind::Article => {
            let article = atlas.articles.get(id)?;
            let Some(instrument) = atlas.instruments.get(article.instrument()) else {
                return statement(world, texts, id);
            };
            Some(Cited::new(treaty_article(treaty(world, texts, instrument), texts, article), texts))
        }
        Kind::Source => Some(Cited::new(source(atlas.sources.get(id)?), texts)),
        _ => statement(world, texts, id),
    }
}

impl Cited {
    /// One sentence in the manner of a note in the Chicago Manual of Style.
    pub fn chicago_note(&self) -> String {
        note::note(&self.main, &self.sources, &self.texts)
    }

    /// One entry, or for a statement one and those of its sources. UTF-8; `date` is for biblatex, `year` for the rest.
    pub fn bibtex(&self) -> String {
        self.works().iter().map(|work| bibtex::entry(work, &self.texts)).collect::<Vec<_>>().join("\n")
    }

    /// A list of items, as CSL processors read it.
    pub fn csl_json(&self) -> Value {
        self.works().iter().map(csl::item).collect()
    }

    fn new(main: Work, texts: &Texts) -> Self {
        Self { main, sources: Vec::new(), texts: texts.clone() }
    }

    /// Every work once, as a reference manager keeps it. A page belongs to the citation and not to the work: which pages
    /// the main one rests on stands in its note.
    fn works(&self) -> Vec<Work> {
        let mut works = vec![self.main.clone()];
        let mut pages = Vec::new();
        for source in &self.sources {
            if let Some(locator) = &source.locator {
                pages.push(format!("{}, {locator}", source.title));
            }
            if works.iter().all(|work| work.id != source.id) {
                works.push(Work { locator: None, ..source.clone() });
            }
        }
        if let Some(main) = works.first_mut().filter(|_| !pages.is_empty()) {
            let rests_on = self.texts.fill("cite.rests-on", &[("works", &pages.join("; "))]);
            main.note = Some(main.note.iter().cloned().chain([rests_on]).collect::<Vec<_>>().join("; "));
        }
        works
    }
}

fn treaty(world: &World, texts: &Texts, instrument: &Instrument) -> Work {
    let atlas = &world.atlas;
    let name_of = |id: &String| atlas.name_of(id).unwrap_or_else(|| id.clone());
    let printed = best_text(&instrument.texts).map(Printed::new).unwrap_or_default();
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

fn treaty_article(mut work: Work, texts: &Texts, article: &Article) -> Work {
    work.id.clone_from(&article.id);
    work.section = Some(article.label.clone());
    work.note = Some(format!("{}; {}", article.title, texts.word(article.certainty)));
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
fn statement(world: &World, texts: &Texts, id: &str) -> Option<Cited> {
    let atlas = &world.atlas;
    let entry = atlas.entry(id)?.entry;
    let certainty = entry.certainty();
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
    Some(Cited { main, sources: entry.cite()?.iter().filter_map(cited).collect(), texts: texts.clone() })
}
