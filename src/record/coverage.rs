//! How far the record has been checked: what stands at which grade, table by table, as Markdown for
//! `data/COVERAGE.md`. It counts; it judges no statement.

use std::fmt::Write as _;

use crate::model::{Atlas, Certainty, Citation, Entry, Sense, Table};
use crate::text::{Given, Texts};
use crate::world::World;

/// The whole report, in the language of the texts. The same record gives the same bytes.
pub fn coverage(world: &World, texts: &Texts) -> String {
    let atlas = &world.atlas;
    let mut text = format!("# {}\n\n{}\n\n", texts.say("coverage.title"), texts.say("coverage.how"));
    by_table(atlas, texts, &mut text);
    holdings(world, texts, &mut text);
    unchecked_articles(atlas, texts, &mut text);
    sources(atlas, texts, &mut text);
    text
}

/// The statements of a table: the grade of each, where it has one, and whether nothing that it cites was read.
struct Tally {
    name: String,
    grades: [usize; 4],
    ungraded: usize,
    unread: usize,
}

/// The grades with the keys of their columns.
const GRADES: [(Certainty, &str); 4] = [
    (Certainty::Certain, "coverage.grade.certain"),
    (Certainty::Probable, "coverage.grade.probable"),
    (Certainty::Disputed, "coverage.grade.disputed"),
    (Certainty::Unchecked, "coverage.grade.unchecked"),
];

impl Tally {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), grades: [0; 4], ungraded: 0, unread: 0 }
    }

    fn of<'a>(
        name: &str,
        atlas: &Atlas,
        statements: impl Iterator<Item = (Option<Certainty>, &'a [Citation])>,
    ) -> Self {
        let mut tally = Self::new(name);
        for (certainty, cite) in statements {
            tally.add(certainty, is_unread(atlas, cite));
        }
        tally
    }

    fn of_table<T: Entry>(name: &str, atlas: &Atlas, table: &Table<T>) -> Self {
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

fn by_table(atlas: &Atlas, texts: &Texts, text: &mut String) {
    let ratifications = atlas.instruments.iter().flat_map(|instrument| {
        instrument.ratified.iter().map(|one| (one.certainty.or(Some(instrument.certainty)), one.cite.as_slice()))
    });
    let tallies = [
        Tally::of_table(texts.say("coverage.of.instruments"), atlas, &atlas.instruments),
        Tally::of_table(texts.say("coverage.of.articles"), atlas, &atlas.articles),
        Tally::of(texts.say("coverage.of.ratifications"), atlas, ratifications),
        Tally::of_table(texts.say("coverage.of.parallels"), atlas, &atlas.parallels),
        Tally::of_table(texts.say("coverage.of.events"), atlas, &atlas.events),
        Tally::of_table(texts.say("coverage.of.holdings"), atlas, &atlas.holdings),
        Tally::of_table(texts.say("coverage.of.claims"), atlas, &atlas.claims),
        Tally::of_table(texts.say("coverage.of.disagreements"), atlas, &atlas.disagreements),
        Tally::of_table(texts.say("coverage.of.counts"), atlas, &atlas.census),
        Tally::of_table(texts.say("coverage.of.tracts"), atlas, &atlas.tracts),
        Tally::of_table(texts.say("coverage.of.edges"), atlas, &atlas.edges),
        Tally::of_table(texts.say("coverage.of.segments"), atlas, &atlas.segments),
        Tally::of_table(texts.say("coverage.of.waypoints"), atlas, &atlas.waypoints),
        Tally::of_table(texts.say("coverage.of.places"), atlas, &atlas.places),
        Tally::of_table(texts.say("coverage.of.people"), atlas, &atlas.people),
        Tally::of_table(texts.say("coverage.of.polities"), atlas, &atlas.polities),
        Tally::of_table(texts.say("coverage.of.eras"), atlas, &atlas.eras),
    ];
    let _ = writeln!(text, "## {}\n", texts.say("coverage.by-table"));
    write_head(texts, "coverage.table", text);
    let mut all = Tally::new(&format!("**{}**", texts.say("coverage.all")));
    for tally in &tallies {
        tally.write_row(text);
        all = all.plus(tally);
    }
    all.write_row(text);
    text.push('\n');
}

/// The head of a table of tallies, whose first column is named by a key.
fn write_head(texts: &Texts, first: &str, text: &mut String) {
    let _ = write!(text, "| {} | {} |", texts.say(first), texts.say("coverage.statements"));
    for (_, grade) in GRADES {
        let _ = write!(text, " {} |", texts.say(grade));
    }
    let _ = writeln!(text, " {} | {} |", texts.say("coverage.without-grade"), texts.say("coverage.unread"));
    text.push_str("|---|--:|--:|--:|--:|--:|--:|--:|\n");
}

fn holdings(world: &World, texts: &Texts, text: &mut String) {
    let atlas = &world.atlas;
    let in_sense = |key, sense| {
        let holdings = atlas.holdings.iter().filter(move |holding| holding.sense == sense);
        let statements = holdings.map(|holding| (Some(holding.certainty), holding.cite.as_slice()));
        Tally::of(texts.say(key), atlas, statements)
    };
    let _ = writeln!(text, "## {}\n", texts.say("coverage.holdings"));
    write_head(texts, "coverage.sense", text);
    in_sense("coverage.of.de-jure", Sense::DeJure).write_row(text);
    in_sense("coverage.of.de-facto", Sense::DeFacto).write_row(text);
    let (all, without) = (atlas.holdings.len(), atlas.holdings.iter().filter(|holding| holding.by.is_empty()).count());
    let given: &Given<'_> = &[("without", &with_share(without, all)), ("all", &all)];
    let _ = writeln!(text, "\n{}\n", texts.fill("coverage.no-treaty", given));
}

fn unchecked_articles(atlas: &Atlas, texts: &Texts, text: &mut String) {
    let _ = writeln!(text, "## {}\n", texts.say("coverage.unchecked"));
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
            let given: &Given<'_> = &[
                ("instrument", &instrument.name),
                ("id", &instrument.id),
                ("open", &open.len()),
                ("all", &all),
                ("articles", &open.join(", ")),
            ];
            let _ = writeln!(text, "- {}", texts.fill("coverage.unchecked-of", given));
        }
    }
    if !any {
        let _ = writeln!(text, "{}", texts.say("coverage.none"));
    }
    let in_part: Vec<usize> = atlas.articles.iter().map(|one| one.unread.len()).filter(|count| *count > 0).collect();
    let given: &Given<'_> = &[("paragraphs", &in_part.iter().sum::<usize>()), ("articles", &in_part.len())];
    let _ = writeln!(text, "\n{}\n", texts.fill("coverage.unread-paragraphs", given));
}

fn sources(atlas: &Atlas, texts: &Texts, text: &mut String) {
    let (seen, sources) = (texts.say("coverage.seen"), texts.say("coverage.sources"));
    let _ = writeln!(text, "## {sources}\n\n| {seen} | {sources} |\n|---|--:|");
    let known = ["whole", "excerpt", "abstract", "not-seen"];
    for seen in known {
        let count = atlas.sources.iter().filter(|source| source.seen.as_deref() == Some(seen)).count();
        let _ = writeln!(text, "| {seen} | {count} |");
    }
    let other = atlas.sources.iter().filter(|source| !source.seen.as_deref().is_some_and(|seen| known.contains(&seen)));
    let _ = writeln!(text, "| {} | {} |", texts.say("coverage.not-said"), other.count());
}
