//! A citation as one sentence, in the manner of a note in the Chicago Manual of Style. Plain text: no italics.

use chrono::Datelike;

use super::work::{Issued, Work, WorkKind, pages_in_words};
use crate::model::{Qualifier, When, WhenPrecision};
use crate::text::Texts;

/// A work in a sentence, with the works that it rests on.
pub fn note(main: &Work, sources: &[Work], texts: &Texts) -> String {
    let mut note = work(main, texts);
    if !sources.is_empty() {
        let sources: Vec<String> = sources.iter().map(|source| work(source, texts)).collect();
        note = texts.fill("cite.cited", &[("work", &note), ("sources", &sources.join("; "))]);
    }
    if main.kind == WorkKind::Entry
        && let Some(grade) = &main.note
    {
        note.extend([" (", grade, ")"]);
    }
    if !note.ends_with('.') {
        note.push('.');
    }
    note
}

fn work(work: &Work, texts: &Texts) -> String {
    match work.kind {
        WorkKind::Treaty => treaty(work, texts),
        WorkKind::Entry => entry(work, texts),
        WorkKind::Book
        | WorkKind::Article
        | WorkKind::Web
        | WorkKind::Dataset
        | WorkKind::Manuscript
        | WorkKind::Document => source(work, texts),
    }
}

/// Title, parties, day, article, series and page.
fn treaty(work: &Work, texts: &Texts) -> String {
    let mut parts = vec![work.title.clone()];
    if !work.authors.is_empty() {
        parts.push(work.authors.join("–"));
    }
    parts.extend(issued(&work.issued, texts));
    parts.extend(work.section.as_deref().map(short_section));
    parts.extend(work.container.clone());
    parts.extend(work.volume.as_ref().map(|number| texts.fill("cite.volume", &[("number", number)])));
    parts.extend(work.number.as_ref().map(|number| texts.fill("cite.number", &[("number", number)])));
    parts.extend(work.pages.as_deref().map(|pages| pages_in_words(texts, pages)));
    parts.extend(work.url.clone());
    parts.join(", ")
}

fn entry(work: &Work, texts: &Texts) -> String {
    let mut parts = Vec::new();
    parts.extend(issued(&work.issued, texts));
    let container = work.container.as_deref().unwrap_or_default();
    parts.push(match &work.volume {
        Some(version) => texts.fill("cite.version", &[("work", &container), ("version", version)]),
        None => container.to_owned(),
    });
    parts.push(texts.fill("cite.entry", &[("id", &work.id)]));
    format!("“{}” {}", with_comma(&work.title), parts.join(", "))
}

fn source(work: &Work, texts: &Texts) -> String {
    let year = issued(&work.issued, texts);
    let (title, made) = match work.kind {
        WorkKind::Book => {
            let made: Vec<String> = work.publisher.clone().into_iter().chain(year).collect();
            let made = if made.is_empty() { String::new() } else { format!(" ({})", made.join(", ")) };
            (format!("{}{made}", work.title), Vec::new())
        }
        WorkKind::Dataset => (work.title.clone(), work.publisher.clone().into_iter().chain(year).collect()),
        WorkKind::Treaty
        | WorkKind::Entry
        | WorkKind::Article
        | WorkKind::Web
        | WorkKind::Manuscript
        | WorkKind::Document => (String::new(), work.publisher.clone().into_iter().chain(year).collect()),
    };
    let after: Vec<String> = made.into_iter().chain(work.locator.clone()).chain(work.url.clone()).collect();
    let after = after.join(", ");
    let titled = match (title.is_empty(), after.is_empty()) {
        (true, true) => format!("“{}”", work.title),
        (true, false) => format!("“{}” {after}", with_comma(&work.title)),
        (false, true) => title,
        (false, false) => format!("{title}, {after}"),
    };
    work.authors.iter().map(String::as_str).chain([titled.as_str()]).collect::<Vec<_>>().join(", ")
}

/// A comma goes inside the quotation marks, but not after a question mark.
fn with_comma(title: &str) -> String {
    if title.ends_with(['?', '!', ',']) { title.to_owned() } else { format!("{title},") }
}

/// `Article 5` as `art. 5`; other labels as they are, small.
fn short_section(label: &str) -> String {
    for (long, short) in [("Articles ", "arts. "), ("Article ", "art. "), ("Annex ", "annex ")] {
        if let Some(rest) = label.strip_prefix(long) {
            return format!("{short}{rest}");
        }
    }
    let mut chars = label.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn issued(issued: &Issued, texts: &Texts) -> Option<String> {
    match issued {
        Issued::Unknown => None,
        Issued::When(when) => Some(date(when, texts)),
        Issued::Text(text) => Some(text.clone()),
    }
}

/// `October 13, 1921`, `ca. December 1918`, `November 5, 1918?`.
fn date(when: &When, texts: &Texts) -> String {
    let first = when.earliest();
    let core = match when.precision() {
        WhenPrecision::Day => {
            let month = texts.say(&format!("date.month.{}", first.month())).to_owned();
            texts.fill("cite.day", &[("month", &month), ("day", &first.day()), ("year", &first.year())])
        }
        WhenPrecision::Month => texts.month_and_year(first),
        WhenPrecision::Year => first.year().to_string(),
        WhenPrecision::Decade => texts.fill("date.decade", &[("year", &first.year())]),
        WhenPrecision::Range => {
            let ends: Vec<String> = when
                .as_str()
                .split('/')
                .filter_map(|end| end.parse::<When>().ok())
                .map(|end| date(&end, texts))
                .collect();
            return ends.join(" – ");
        }
    };
    match when.qualifier() {
        Qualifier::Sure => core,
        Qualifier::Uncertain => format!("{core}?"),
        Qualifier::Approximate => texts.fill("cite.about", &[("date", &core)]),
        Qualifier::Both => texts.fill("cite.about-uncertain", &[("date", &core)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_the_way_of_the_manual() {
        let written = |text: &str| date(&text.parse().unwrap(), &Texts::english());
        assert_eq!(written("1921-10-13"), "October 13, 1921");
        assert_eq!(written("1918-12~"), "ca. December 1918");
        assert_eq!(written("1918-11-05?"), "November 5, 1918?");
        assert_eq!(written("1914-12-22/1915-01"), "December 22, 1914 – January 1915");
    }

    #[test]
    fn sections_are_short() {
        assert_eq!(short_section("Article V"), "art. V");
        assert_eq!(short_section("Annex I(C)"), "annex I(C)");
        assert_eq!(short_section("Preamble"), "preamble");
    }
}
