//! The sentences of running text, by its signs and the abbreviations of its language.

use super::vocabulary::Vocabulary;
use crate::model::paragraphs;

/// The sentences of a text, plain and in order. A dot after an initial or a usual abbreviation ends none.
pub fn sentences(text: &str, vocabulary: &Vocabulary) -> Vec<String> {
    paragraphs(text).iter().flat_map(|paragraph| split(paragraph, vocabulary)).map(str::to_owned).collect()
}

fn split<'a>(paragraph: &'a str, vocabulary: &Vocabulary) -> Vec<&'a str> {
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
        if c == '.'
            && end == at + 1
            && paragraph.get(start..at).is_some_and(|text| ends_in_abbreviation(text, vocabulary))
        {
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

fn ends_in_abbreviation(text: &str, vocabulary: &Vocabulary) -> bool {
    let word = text.rsplit([' ', '(', '“', '‘']).next().unwrap_or_default();
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // `I` alone is a numeral or a pronoun as often as an initial; `J. Smith` is told by what follows, `U.S.` by its dot.
    (initial && word != "I") || vocabulary.is_abbreviation(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;

    #[test]
    fn a_sentence_ends_at_its_dot_and_not_at_an_abbreviation() {
        let text = "He signed vol. IV, no. 264, p. 5 of it. “It holds.” İ. Soysal prints it! Does 1921 count? Yes.";
        assert_eq!(
            sentences(text, &Vocabulary::new(&Texts::english())),
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
        assert!(sentences(" \n\n ", &Vocabulary::new(&Texts::english())).is_empty());
    }
}
