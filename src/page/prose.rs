//! Running text into rows: lines of a width, broken at spaces and, where a line would come out short, within words.

use hypher::Lang;

use super::flow::{Cell, Row};
use crate::scene::{Anchor, LinkTarget, Role, SceneItem, TextLook};
use crate::units::{PagePoint, PageRect};

/// The distance of baselines, in parts of the size.
const LEADING: f64 = 1.3;
/// A line that would leave more of its width empty than this is filled with a part of the next word.
const SHORT: f64 = 0.1;

/// How a text is set.
#[derive(Clone, Debug)]
pub struct Prose {
    /// Face, size and colour.
    pub look: TextLook,
    /// The width of its lines, in points.
    pub width: f64,
    /// Where they begin, in points from the left.
    pub indent: f64,
    /// The room above it.
    pub space: f64,
    /// Whether words may be broken at the end of a line.
    pub hyphenates: bool,
    /// Where a click on it leads, as an address on the web.
    pub link: Option<String>,
}

impl Prose {
    /// A text of a look in lines of a width.
    pub fn new(look: TextLook, width: f64) -> Self {
        Self { look, width, indent: 0.0, space: 0.0, hyphenates: true, link: None }
    }

    /// The rows of a text; the first two and the last two lines stay together.
    pub fn rows(&self, text: &str, element: usize, role: &Role) -> Vec<Row> {
        let lines = lines(text, self.look, self.width, self.hyphenates);
        let count = lines.len();
        let row = |(nth, line): (usize, &String)| Row {
            height: self.look.size * LEADING,
            space: if nth == 0 { self.space } else { 0.0 },
            keeps_next: nth + 1 < count && (nth == 0 || nth + 2 == count),
            cells: vec![Cell { element: Some((element, role.clone())), items: self.line(line) }],
        };
        lines.iter().enumerate().map(row).collect()
    }

    fn line(&self, line: &str) -> Vec<SceneItem> {
        let at = PagePoint::new(self.indent, self.look.size);
        let mut items = vec![SceneItem::Text(self.look.level(line, at, Anchor::Start))];
        items.extend(self.link.as_ref().map(|url| SceneItem::Link {
            area: PageRect::new(self.indent, 0.0, self.look.width(line), self.look.size * LEADING),
            target: LinkTarget::Url(url.clone()),
        }));
        items
    }
}

/// The lines of a text. A word that is wider than a line is broken in any case, at its syllables.
pub fn lines(text: &str, look: TextLook, width: f64, hyphenates: bool) -> Vec<String> {
    let space = look.width(" ");
    let mut lines = Vec::new();
    let (mut line, mut filled) = (String::new(), 0.0);
    let mut words: Vec<String> = text.split_whitespace().rev().map(str::to_owned).collect();
    while let Some(word) = words.pop() {
        let before = if line.is_empty() { 0.0 } else { filled + space };
        let own = look.width(&word);
        if before + own <= width {
            push(&mut line, &word);
            filled = before + own;
            continue;
        }
        let must = line.is_empty();
        if (must || hyphenates && width - filled > width * SHORT)
            && let Some((head, tail)) = broken(&word, look, width - before, must)
        {
            push(&mut line, &head);
            words.push(tail);
        } else if must {
            line = word;
        } else {
            words.push(word);
        }
        lines.push(std::mem::take(&mut line));
        filled = 0.0;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn push(line: &mut String, word: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(word);
}

/// A word in two, the first with its hyphen no wider than the room. Names are broken only where they `must` be.
fn broken(word: &str, look: TextLook, room: f64, must: bool) -> Option<(String, String)> {
    let is_letter = |character: char| character.is_alphabetic();
    let start = word.find(is_letter)?;
    let end = word.rfind(is_letter).and_then(|at| Some(at + word.get(at..)?.chars().next()?.len_utf8()))?;
    let core = word.get(start..end)?;
    if !must && (core.starts_with(char::is_uppercase) || !core.chars().all(is_letter)) {
        return None;
    }
    let mut at = start;
    let mut best = None;
    for syllable in hypher::hyphenate(core, Lang::English) {
        at += syllable.len();
        let head = format!("{}-", word.get(..at)?);
        if at < end && look.width(&head) <= room {
            best = Some((head, word.get(at..)?.to_owned()));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbology::Colour;
    use crate::typeset::Face;

    const TEXT: &str = "The Contracting Parties acknowledge the administration, demarcation and internationalisation of \
                        Transcaucasian navigation.";

    #[test]
    fn no_line_is_wider_than_its_column_and_no_letter_is_lost() {
        let look = TextLook::plain(Face::Serif, 10.0, Colour::WHITE);
        for width in [60.0, 90.0, 140.0, 300.0] {
            let lines = lines(TEXT, look, width, true);
            for line in &lines {
                assert!(look.width(line) <= width + 0.5, "{line} in {width}");
            }
            let joined = lines.iter().map(|line| match line.strip_suffix('-') {
                Some(head) => head.to_owned(),
                None => format!("{line} "),
            });
            assert_eq!(joined.collect::<String>().trim(), TEXT);
        }
    }

    #[test]
    fn words_are_broken_at_syllables() {
        let look = TextLook::plain(Face::Serif, 10.0, Colour::WHITE);
        let lines = lines(TEXT, look, 90.0, true);
        assert!(lines.iter().any(|line| line.ends_with('-')), "{lines:?}");
    }

    #[test]
    fn two_lines_of_a_paragraph_stay_together_at_either_end() {
        let prose = Prose::new(TextLook::plain(Face::Serif, 10.0, Colour::WHITE), 90.0);
        let rows = prose.rows(TEXT, 0, &Role::Paragraph);
        let keeps: Vec<bool> = rows.iter().map(|row| row.keeps_next).collect();
        assert!(keeps.len() > 3 && keeps[0] && keeps[keeps.len() - 2] && !keeps[keeps.len() - 1], "{keeps:?}");
        assert!(keeps[1..keeps.len() - 2].iter().all(|keeps| !keeps));
    }
}
