//! Running text: `[shown words](id)` is a link, `**words**` are strong, an empty line parts paragraphs. What is not
//! closed, and what only looks like a mark, stays text. It renders nothing and knows no id.

use std::ops::Range;

/// A piece of running text that is of one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words without marks.
    pub text: &'a str,
    /// Where it leads: an id or an address.
    pub link: Option<&'a str>,
    /// Whether it stands between `**` and `**`.
    pub strong: bool,
}

/// What a mark does to the text behind it.
#[derive(Clone, Copy)]
enum Mark<'a> {
    Strong,
    LinkStart(&'a str),
    LinkEnd,
}

/// The pieces of a text in order. Strong words may lie in a link and a link among strong words; of links inside each
/// other the innermost counts. Takes time in proportion to the length of the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut at, mut link, mut strong) = (0, None, false);
    for (range, mark) in marks(text) {
        found.extend(text.get(at..range.start).map(|text| Piece { text, link, strong }));
        match mark {
            Mark::Strong => strong = !strong,
            Mark::LinkStart(target) => link = Some(target),
            Mark::LinkEnd => link = None,
        }
        at = range.end;
    }
    found.extend(text.get(at..).map(|text| Piece { text, link, strong }));
    found.retain(|piece| !piece.text.is_empty());
    found
}

/// The text as it is read, paragraphs parted by an empty line.
pub fn plain_text(text: &str) -> String {
    paragraphs(text).join("\n\n")
}

/// The paragraphs of a text without marks, each on one line.
pub fn paragraphs(text: &str) -> Vec<String> {
    let plain: String = pieces(text).into_iter().map(|piece| piece.text).collect();
    let mut paragraphs = vec![String::new()];
    for line in plain.lines() {
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

/// The marks that count, in order: where each stands, and what it does.
fn marks(text: &str) -> Vec<(Range<usize>, Mark<'_>)> {
    let mut found = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    let mut strong: Option<usize> = None;
    let mut from = 0;
    for (at, sign) in text.match_indices(['[', ']', '*', '\n']) {
        if at < from {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        match sign {
            "[" => brackets.push(at),
            "]" => {
                let Some(open) = brackets.pop() else { continue };
                let Some(target) = target(rest) else { continue };
                from = at + "](".len() + target.len() + ")".len();
                found.push((open..open + 1, Mark::LinkStart(target)));
                found.push((at..from, Mark::LinkEnd));
                brackets.clear();
            }
            "*" if rest.starts_with("**") => {
                from = at + 2;
                match strong.take() {
                    Some(open) => found.extend([open, at].map(|at| (at..at + 2, Mark::Strong))),
                    None => strong = Some(at),
                }
            }
            "\n" if rest.lines().nth(1).is_some_and(|line| line.trim().is_empty()) => {
                brackets.clear();
                strong = None;
            }
            _ => {}
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The target of a link, for a text that begins with the `](` before it. It holds no bracket and no end of a line, so that
/// no part of a text is searched twice.
fn target(rest: &str) -> Option<&str> {
    let target = rest.strip_prefix("](")?;
    let target = target.get(..target.find([')', '[', '\n'])?)?;
    let closed = rest.get("](".len() + target.len()..)?.starts_with(')');
    (closed && !target.is_empty()).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece<'_> {
        Piece { text, link: None, strong: false }
    }

    fn link<'a>(shown: &'a str, target: &'a str) -> Piece<'a> {
        Piece { link: Some(target), ..text(shown) }
    }

    fn strong(piece: Piece<'_>) -> Piece<'_> {
        Piece { strong: true, ..piece }
    }

    #[test]
    fn links_and_strong_words_stand_between_text() {
        let found = pieces("from [Sarp](sarp) to (the) **broad [Aras](aras)**.");
        let broad = strong(text("broad "));
        assert_eq!(
            found,
            [text("from "), link("Sarp", "sarp"), text(" to (the) "), broad, strong(link("Aras", "aras")), text(".")]
        );
        assert_eq!(pieces("[the **old** site](https://a.b/c)").len(), 3);
    }

    #[test]
    fn of_links_inside_each_other_the_innermost_counts() {
        assert_eq!(pieces("[a [b](c) d](e)"), [text("[a "), link("b", "c"), text(" d](e)")]);
    }

    #[test]
    fn brackets_in_pairs_may_stand_in_a_link() {
        assert_eq!(pieces("[the note [sic]](aa)"), [link("the note [sic]", "aa")]);
    }

    #[test]
    fn what_is_not_closed_stays_text() {
        for open in ["[1921]", "](", "a [b] (c)", "[open](", "[a]()", "[a](b\n)", "**a", "a * b *", "[a\n\nb](c)", ""] {
            assert_eq!(pieces(open), if open.is_empty() { vec![] } else { vec![text(open)] }, "{open}");
        }
        assert_eq!(pieces("**a\n \n**b"), [text("**a\n \n**b")]);
        assert_eq!(pieces("**a** **b"), [strong(text("a")), text(" **b")]);
    }

    #[test]
    fn plain_text_has_the_words_alone() {
        let marked = "**Validity.** See [the note](legal-force-today) [sic].";
        assert_eq!(plain_text(marked), "Validity. See the note [sic].");
        assert_eq!(plain_text("\nOne\nline.\n\n\nTwo.\n"), "One line.\n\nTwo.");
    }

    #[test]
    fn no_text_of_marks_alone_takes_long() {
        for marks in ["[a](", "[", "**", "](", "[a](b", "[[a]](", "\n", "\n\n[**"] {
            let long = marks.repeat(200_000);
            let begun = std::time::Instant::now();
            assert!(pieces(&long).iter().map(|piece| piece.text.len()).sum::<usize>() <= long.len());
            // Were the time quadratic, it would be hours.
            assert!(begun.elapsed().as_secs() < 10, "{marks}");
        }
    }
}
