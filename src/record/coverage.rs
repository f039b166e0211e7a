//! How far the record has been checked: what stands at which grade, table by table, as Markdown for
//! `data/COVERAGE.md`. It counts; it judges no statement.

use std::fmt::Write as _;

use crate::model::{Atlas, Certainty, Citation, Entry, Sense, Table};
use crate::world::World;

/// The whole report. The same record gives the same bytes.
pub fn coverage(world: &World) -> String {
    let atlas = &world.atlas;
    let mut text = String::from(
        "# How far the record has been checked\n\n\
         Made from the tables by `kars-atlas coverage`; not to be edited by hand. What the grades mean stands in \
         `README.md`. *Unread* counts the statements whose every source is one that was not opened for the atlas \
         (`seen = \"not-seen\"`), general knowledge among them.\n\n",
    );
    by_table(atlas, &mut text);
    holdings(world, &mut text);
    unchecked_articles(atlas, &mut text);
    sources(atlas, &mut text);
    text
}

/// The statements of a table: the grade of each, where it has one, and whether nothing that it cites was read.
struct Tally {
    name: &'static str,
    grades: [usize; 4],
    ungraded: usize,
    unread: usize,
}

const GRADES: [(Certainty, &str); 4] = [
    (Certainty::Certain, "Certain"),
    (Certainty::Probable, "Probable"),
    (Certainty::Disputed, "Disputed"),
    (Certainty::Unchecked, "Unchecked"),
];

impl Tally {
    fn new(name: &'static str) -> Self {
        Self { name, grades: [0; 4], ungraded: 0, unread: 0 }
    }

    fn of<'a>(
        name: &'static str,
        atlas: &Atlas,
        statements: impl Iterator<Item = (Option<Certainty>, &'a [Citation])>,
    ) -> Self {
        let mut tally = Self::new(name);
        for (certainty, cite) in statements {
            tally.add(certainty, is_unread(atlas, cite));
        }
        tally
    }

    fn of_table<T: Entry>(name: &'static str, atlas: &Atlas, table: &Table<T>) -> Self {
        let statements = table.iter().map(|entry| (entry.certainty(), entry.cite().unwrap_or_default()));
        Self::of(name, atlas, statements)
    }

    fn add(&mut self, certainty: Option<Certainty>, unread: bool) {
        let at = GRADES.iter().position(|(grade, _)| Some(*grade) == certainty);
        match at.and_then(|at| self.grades.get_mut(at)) {
            Some(count) => *count += 1,
            None => self.ungraded += 1,
        }
        self.unread += usize::from(unread);
    }

    fn total(&self) -> usize {
        self.grades.iter().sum::<usize>() + self.ungraded
    }

    fn plus(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.grades.iter_mut().zip(other.grades) {
            *mine += theirs;
        }
        self.ungraded += other.ungraded;
        self.unread += other.unread;
        self
    }

    fn write_row(&self, text: &mut String) {
        let total = self.total();
        let _ = write!(text, "| {} | {total} |", self.name);
        for count in self.grades {
            let _ = write!(text, " {} |", with_share(count, total));
        }
        let _ = writeln!(text, " {} | {} |", self.ungraded, with_share(self.unread, total));
    }
}

/// Whether everything that is cited was left unread. What cites a source that the record does not have is for
/// `kars-atlas check` to find.
fn is_unread(atlas: &Atlas, cite: &[Citation]) -> bool {
    let unread = |citation: &Citation| {
        atlas.sources.get(&citation.source).is_some_and(|source| source.seen.as_deref() == Some("not-seen"))
    };
    !cite.is_empty() && cite.iter().all(unread)
}

/// `12 (40 %)`; nothing of nothing is `0`.
fn with_share(count: usize, total: usize) -> String {
    match (count, total) {
        (0, _) | (_, 0) => count.to_string(),
        _ => format!("{count} ({:.0} %)", 100.0 * count as f64 / total as f64),
    }
}

fn by_table(atlas: &Atlas, text: &mut String) {
    let ratifications = atlas.instruments.iter().flat_map(|instrument| {
        instrument.ratified.iter().map(|one| (one.certainty.or(Some(instrument.certainty)), one.cite.as_slice()))
    });
    let tallies = [
        Tally::of_table("Instruments", atlas, &atlas.instruments),
        Tally::of_table("Articles and annexes", atlas, &atlas.articles),
        Tally::of("Ratifications", atlas, ratifications),
        Tally::of_table("Parallels", atlas, &atlas.parallels),
        Tally::of_table("Events", atlas, &atlas.events),
        Tally::of_table("Holdings", atlas, &atlas.holdings),
        Tally::of_table("Claims", atlas, &atlas.claims),
        Tally::of_table("Disagreements", atlas, &atlas.disagreements),
        Tally::of_table("Counts of people", atlas, &atlas.census),
        Tally::of_table("Tracts", atlas, &atlas.tracts),
        Tally::of_table("Edges", atlas, &atlas.edges),
        Tally::of_table("Segments", atlas, &atlas.segments),
        Tally::of_table("Waypoints", atlas, &atlas.waypoints),
        Tally::of_table("Places", atlas, &atlas.places),
        Tally::of_table("People", atlas, &atlas.people),
        Tally::of_table("Polities", atlas, &atlas.polities),
        Tally::of_table("Eras", atlas, &atlas.eras),
    ];
    text.push_str("## By table\n\n");
    write_head(text, "Table");
    let mut all = Tally::new("**All**");
    for tally in &tallies {
        tally.write_row(text);
        all = all.plus(tally);
    }
    all.write_row(text);
    text.push('\n');
}

fn write_head(text: &mut String, first: &str) {
    let _ = write!(text, "| {first} | Statements |");
    for (_, grade) in GRADES {
        let _ = write!(text, " {grade} |");
    }
    text.push_str(" Without grade | Unread |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
}

fn holdings(world: &World, text: &mut String) {
    let atlas = &world.atlas;
    let in_sense = |name, sense| {
        let holdings = atlas.holdings.iter().filter(move |holding| holding.sense == sense);
        Tally::of(name, atlas, holdings.map(|holding| (Some(holding.certainty), holding.cite.as_slice())))
    };
    text.push_str("## Holdings\n\n");
    write_head(text, "Sense");
    in_sense("De jure", Sense::DeJure).write_row(text);
    in_sense("De facto", Sense::DeFacto).write_row(text);
    let without = atlas.holdings.iter().filter(|holding| holding.by.is_empty()).count();
    let _ = writeln!(
        text,
        "\n{} of {} holdings rest on no instrument or event and say why.\n",
        with_share(without, atlas.holdings.len()),
        atlas.holdings.len()
    );
}

fn unchecked_articles(atlas: &Atlas, text: &mut String) {
    text.push_str("## Articles that are not yet checked\n\n");
    let mut any = false;
    for instrument in &atlas.instruments {
        let all = atlas.articles_of(&instrument.id).count();
        let open: Vec<&str> = atlas
            .articles_of(&instrument.id)
            .filter(|article| article.certainty == Certainty::Unchecked)
            .map(|article| article.label.as_str())
            .collect();
        if !open.is_empty() {
            any = true;
            let _ = writeln!(
                text,
                "- {} (`{}`), {} of {all}: {}",
                instrument.name,
                instrument.id,
                open.len(),
                open.join(", ")
            );
        }
    }
    text.push_str(if any { "\n" } else { "None.\n\n" });
}

fn sources(atlas: &Atlas, text: &mut String) {
    text.push_str("## Sources\n\n| Seen | Sources |\n|---|--:|\n");
    let known = ["whole", "excerpt", "abstract", "not-seen"];
    for seen in known {
        let count = atlas.sources.iter().filter(|source| source.seen.as_deref() == Some(seen)).count();
        let _ = writeln!(text, "| {seen} | {count} |");
    }
    let other = atlas.sources.iter().filter(|source| !source.seen.as_deref().is_some_and(|seen| known.contains(&seen)));
    let _ = writeln!(text, "| not said | {} |", other.count());
}
