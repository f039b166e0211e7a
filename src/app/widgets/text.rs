//! Running text: links, and lines of Arabic and Persian in their right order.

use std::collections::HashSet;

use egui::{RichText, Ui};
use unicode_bidi::BidiInfo;

use super::requests::Requests;
use crate::model::pieces;
use crate::session::Command;
use crate::world::World;

/// A text of paragraphs with links; a click goes to the place.
pub fn running_text_ui(ui: &mut Ui, world: &World, text: &str) -> Requests {
    let mut asked = Requests::default();
    asked += marked_text_ui(ui, world, text, &HashSet::new());
    asked
}

/// A text of paragraphs with links, in which the words with some numbers stand out (see `words_of`).
pub fn marked_text_ui(ui: &mut Ui, world: &World, text: &str, marked: &HashSet<usize>) -> Requests {
    let mut asked = Requests::default();
    let mut number = 0;
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        for line in paragraph.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            asked += line_ui(ui, world, line, marked, &mut number);
        }
        ui.add_space(5.0);
    }
    asked
}

fn line_ui(ui: &mut Ui, world: &World, line: &str, marked: &HashSet<usize>, number: &mut usize) -> Requests {
    let mut asked = Requests::default();
    let mark = ui.visuals().hyperlink_color.gamma_multiply(0.16);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 3.0);
        for piece in pieces(line) {
            match piece.link {
                Some(id) => {
                    *number += piece.text.split_whitespace().count();
                    if world.atlas.kind_of(id).is_none() {
                        ui.label(in_visual_order(piece.text));
                    } else {
                        asked += link_ui(ui, world, id, Some(piece.text));
                    }
                }
                None => {
                    for (part, stands_out) in runs(piece.text, marked, number) {
                        let words = RichText::new(in_visual_order(part));
                        let words = if piece.strong { words.strong() } else { words };
                        ui.label(if stands_out { words.background_color(mark) } else { words });
                    }
                }
            }
        }
    });
    asked
}

/// Cuts a text where its words begin or cease to stand out, and counts its words.
fn runs<'a>(text: &'a str, marked: &HashSet<usize>, number: &mut usize) -> Vec<(&'a str, bool)> {
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let counts = !word.trim().is_empty();
        let stands_out = counts && marked.contains(number);
        *number += usize::from(counts);
        match found.last_mut() {
            Some((_, end, same)) if *same == stands_out => *end = at + word.len(),
            _ => found.push((at, at + word.len(), stands_out)),
        }
        at += word.len();
    }
    found.into_iter().filter_map(|(from, to, stands_out)| Some((text.get(from..to)?, stands_out))).collect()
}

/// The words of a text as `marked_text_ui` counts them: those of its links and of what lies between.
pub fn words_of(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| pieces(line.trim())).flat_map(|piece| piece.text.split_whitespace()).collect()
}

/// The numbers of the words that each of two texts has beyond the other; nothing where the two share so little
/// that marks would only be in the way.
pub fn differing_words(left: &str, right: &str) -> (HashSet<usize>, HashSet<usize>) {
    // Of the record's parallels those that follow one another word for word share half of the words of the shorter and
    // more; what others share is the language of treaties.
    const LEAST_SHARED: f64 = 0.45;
    let (a, b) = (words_of(left), words_of(right));
    let bare = |words: &[&str]| -> Vec<String> {
        words.iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect()
    };
    let (a, b) = (bare(&a), bare(&b));
    let (mut in_left, mut in_right, mut shared) = (HashSet::new(), HashSet::new(), 0);
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &a, &b) {
        match op.tag() {
            similar::DiffTag::Equal => shared += op.old_range().len(),
            similar::DiffTag::Delete | similar::DiffTag::Insert | similar::DiffTag::Replace => {
                in_left.extend(op.old_range());
                in_right.extend(op.new_range());
            }
        }
    }
    let least = a.len().min(b.len()) as f64 * LEAST_SHARED;
    if (shared as f64) < least { (HashSet::new(), HashSet::new()) } else { (in_left, in_right) }
}

/// A link to an entry by its name, or by other words.
pub fn link_ui(ui: &mut Ui, world: &World, id: &str, words: Option<&str>) -> Requests {
    let mut asked = Requests::default();
    let name = world.atlas.name_of(id).unwrap_or_else(|| id.to_owned());
    let shown = words.unwrap_or(&name);
    let mut response = ui.link(in_visual_order(shown));
    if shown != name {
        response = response.on_hover_text(name.clone());
    }
    if response.clicked() {
        asked.push(Command::GoTo(id.to_owned()));
    }
    asked
}

/// Small, faint text.
pub fn faint(text: impl Into<String>) -> RichText {
    RichText::new(text).small().weak()
}

/// egui sets words from left to right in the order of the text; words of Arabic and Persian are put into the
/// order in which they stand on the line. Only for text that fits one line: breaking comes after.
pub fn in_visual_order(text: &str) -> String {
    let bidi = BidiInfo::new(text, None);
    if !bidi.has_rtl() {
        return text.to_owned();
    }
    let mut ordered = String::with_capacity(text.len());
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let Some(piece) = text.get(run.clone()) else { continue };
            if levels.get(run.start).is_some_and(|level| level.is_rtl()) {
                let words: Vec<&str> = piece.split_inclusive(' ').collect();
                for word in words.iter().rev() {
                    match word.strip_suffix(' ') {
                        Some(word) => {
                            ordered.push(' ');
                            ordered.push_str(word);
                        }
                        None => ordered.push_str(word),
                    }
                }
            } else {
                ordered.push_str(piece);
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_text_has_beyond_the_other_is_marked() {
        let left = "The port of [Batum](batumi) goes to Georgia with free transit.";
        let right = "The port of [Batum](batumi) goes to Georgia, on two conditions, with free transit.";
        let (in_left, in_right) = differing_words(left, right);
        assert!(in_left.is_empty());
        let marked: Vec<&str> = words_of(right)
            .into_iter()
            .enumerate()
            .filter(|(at, _)| in_right.contains(at))
            .map(|(_, word)| word)
            .collect();
        assert_eq!(marked, ["on", "two", "conditions,"]);
    }

    #[test]
    fn words_of_arabic_are_put_in_the_order_of_the_line() {
        assert_eq!(in_visual_order("معاهدة قارص 1921"), "1921 قارص معاهدة");
        assert_eq!(in_visual_order("Kars"), "Kars");
    }
}
