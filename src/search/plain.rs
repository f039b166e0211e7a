//! Running text of the record without its marks, and its sentences. It renders nothing.

/// The text as it is read: `[shown words](id)` gives the shown words, `**strong**` the word, white space is one space;
/// an empty line parts paragraphs.
pub fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for paragraph in paragraphs(text) {
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&paragraph);
    }
    out
}

/// The paragraphs of a text, plain.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let text = without_marks(text);
    for line in text.lines() {
        let line = line.trim();
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            Some(last) if !last.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// The sentences of a text, plain and in order. A dot after an initial or a usual abbreviation ends none.
pub fn sentences(text: &str) -> Vec<String> {
    paragraphs(text).iter().flat_map(|paragraph| split(paragraph)).map(str::to_owned).collect()
}

fn split(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in paragraph.char_indices() {
        if !matches!(c, '.' | '!' | '?') {
            continue;
        }
        let Some(after) = paragraph.get(at + c.len_utf8()..) else { continue };
        let closing = after.trim_start_matches(['”', '’', '"', ')', '»']);
        let end = paragraph.len() - closing.len();
        if !closing.starts_with(' ') || !closing.trim_start().starts_with(starts_sentence) {
            continue;
        }
        if c == '.' && end == at + 1 && paragraph.get(start..at).is_some_and(ends_in_abbreviation) {
            continue;
        }
        sentences.extend(paragraph.get(start..end).map(str::trim).filter(|sentence| !sentence.is_empty()));
        start = end;
    }
    sentences.extend(paragraph.get(start..).map(str::trim).filter(|sentence| !sentence.is_empty()));
    sentences
}

fn starts_sentence(c: char) -> bool {
    c.is_uppercase() || c.is_numeric() || matches!(c, '“' | '‘' | '"' | '(' | '«')
}

fn ends_in_abbreviation(text: &str) -> bool {
    const ABBREVIATIONS: [&str; 30] = [
        "no", "nos", "vol", "vols", "p", "pp", "art", "arts", "ch", "f", "ff", "o", "d", "doc", "docs", "ed", "eds",
        "cf", "ca", "c", "e.g", "i.e", "st", "dr", "mr", "mrs", "gen", "col", "lt", "vs",
    ];
    let word = text.rsplit([' ', '(', '“', '‘']).next().unwrap_or_default();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // `I` alone is a numeral or a pronoun as often as an initial; `J. Smith` is told by what follows, `U.S.` by its dot.
    (initial && word != "I") || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '*']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some((shown, after)) = link(from) {
            out.push_str(&without_marks(shown));
            rest = after;
        } else if let Some(after) = from.strip_prefix("**") {
            rest = after;
        } else {
            let mut chars = from.chars();
            out.extend(chars.next());
            rest = chars.as_str();
        }
    }
    out.push_str(rest);
    out
}

/// `[shown](id)` at the start of a text: the shown words, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let (shown, after) = text.strip_prefix('[')?.split_once("](")?;
    let (target, after) = after.split_once(')')?;
    (!shown.contains('[') && !target.contains(char::is_whitespace)).then_some((shown, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_strong_words_become_their_words() {
        assert_eq!(
            plain_text("**Validity.** See [the note](legal-force-today) [sic]."),
            "Validity. See the note [sic]."
        );
        assert_eq!(plain_text("\nOne\nline.\n\n\nTwo.\n"), "One line.\n\nTwo.");
    }

    #[test]
    fn a_sentence_ends_at_its_dot_and_not_at_an_abbreviation() {
        let text = "He signed vol. IV, no. 264, p. 5 of it. “It holds.” İ. Soysal prints it! Does 1921 count? Yes.";
        assert_eq!(
            sentences(text),
            [
                "He signed vol. IV, no. 264, p. 5 of it.",
                "“It holds.”",
                "İ. Soysal prints it!",
                "Does 1921 count?",
                "Yes."
            ]
        );
    }

    #[test]
    fn nothing_gives_no_sentence() {
        assert!(sentences(" \n\n ").is_empty());
    }
}
