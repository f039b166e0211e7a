//! A citation as BibTeX: what TeX reads as commands is escaped, letters of any script stay.

use chrono::Datelike;

use super::work::{Issued, Work, WorkKind, pages_in_words};
use crate::text::Texts;

/// One entry; what is said in it is in the language of the texts.
pub fn entry(work: &Work, texts: &Texts) -> String {
    let kind = if work.kind == WorkKind::Book { "book" } else { "misc" };
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !work.authors.is_empty() {
        // In braces of its own a name is taken whole: parties of a treaty have no first names.
        let authors: Vec<String> = work.authors.iter().map(|author| format!("{{{}}}", escaped(author))).collect();
        fields.push(("author", authors.join(" and ")));
    }
    let title = match &work.section {
        Some(section) => format!("{}, {section}", work.title),
        None => work.title.clone(),
    };
    fields.push(("title", format!("{{{}}}", escaped(&title))));
    match &work.issued {
        Issued::Unknown => {}
        Issued::When(when) => {
            fields.push(("year", when.earliest().year().to_string()));
            fields.push(("date", when.as_str().to_owned()));
        }
        Issued::Text(year) => fields.push(("year", escaped(year))),
    }
    let mut field = |name, value: &Option<String>| {
        if let Some(value) = value {
            fields.push((name, escaped(value)));
        }
    };
    field("publisher", &work.publisher);
    field("address", &work.place);
    field("howpublished", &howpublished(work, texts));
    field("language", &work.language);
    field("note", &note(work));
    if let Some(url) = &work.url {
        let of_tex = |c: char| c.is_control() || matches!(c, '{' | '}' | '\\' | ' ');
        let fit = |c: char| if of_tex(c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() };
        fields.push(("url", url.chars().map(fit).collect()));
    }
    let fields: Vec<String> = fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@{kind}{{{},\n{}}}\n", key(&work.id), fields.concat())
}

/// Keys have no slashes, nor anything else that ends or breaks a key.
fn key(id: &str) -> String {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    id.chars().map(|c| if fits(c) { c } else { '-' }).collect()
}

fn howpublished(work: &Work, texts: &Texts) -> Option<String> {
    let container = work.container.as_ref()?;
    let mut parts = vec![container.clone()];
    let volume = if work.kind == WorkKind::Entry { "cite.version-number" } else { "cite.volume" };
    parts.extend(work.volume.as_ref().map(|number| texts.fill(volume, &[("number", number)])));
    parts.extend(work.number.as_ref().map(|number| texts.fill("cite.number", &[("number", number)])));
    parts.extend(work.pages.as_deref().map(|pages| pages_in_words(texts, pages)));
    Some(parts.join(", "))
}

fn note(work: &Work) -> Option<String> {
    let parts: Vec<&str> = work.locator.iter().chain(&work.note).map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_reads_as_a_command_is_escaped_and_letters_stay() {
        assert_eq!(
            escaped("50 % & ~ {x}_Карс^ə\\"),
            "50 \\% \\& \\textasciitilde{} \\{x\\}\\_Карс\\textasciicircum{}ə\\textbackslash{}"
        );
    }

    #[test]
    fn a_key_has_no_slash() {
        assert_eq!(key("a-1921/annex-3"), "a-1921-annex-3");
        assert_eq!(key("a{b},\u{1b}c d"), "a-b---c-d");
    }
}
