//! Texts left empty, names without a language, links that lead nowhere, characters that no bundled font
//! draws. It does not judge style or spelling.

use serde_json::Value;

use super::Findings;
use super::entries::{Written, each_object, each_text};
use crate::model::Atlas;
use crate::typeset::Fonts;

/// Texts that an entry may write and leave empty.
const MAY_BE_EMPTY: &[(&str, &str)] = &[("edge", "note")];

pub fn judge(atlas: &Atlas, entries: &[Written<'_>], findings: &mut Findings) {
    for entry in entries {
        each_text(&entry.value, &entry.path, "", &mut |path, key, text| {
            let may_be_empty = MAY_BE_EMPTY.contains(&(entry.table, key));
            if text.trim().is_empty() && !may_be_empty && key != "lang" {
                findings.error(entry.origin, path, "the text is empty", "nothing is shown for it");
            }
            links(atlas, entry, path, text, findings);
            letters(entry, path, text, findings);
        });
        languages(entry, findings);
    }
}

/// The targets of the links `[words](id)` of a text, in order.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target))
}

fn links(atlas: &Atlas, entry: &Written<'_>, path: &str, text: &str, findings: &mut Findings) {
    for target in targets(text) {
        if !target.contains("://") && atlas.kind_of(target).is_none() {
            let message = format!("the text links to `{target}`, and nothing has that id");
            findings.error(entry.origin, path, message, "the words are shown without a link");
        }
    }
}

fn letters(entry: &Written<'_>, path: &str, text: &str, findings: &mut Findings) {
    let fonts = Fonts::shared();
    if fonts.can_draw(text) {
        return;
    }
    let mut missing: Vec<char> = text.chars().filter(|c| !fonts.can_draw(c.encode_utf8(&mut [0; 4]))).collect();
    missing.sort_unstable();
    missing.dedup();
    let shown: Vec<String> = missing.iter().map(|c| format!("`{c}` (U+{:04X})", u32::from(*c))).collect();
    let message = format!("no bundled font has {}", shown.join(", "));
    findings.error(entry.origin, path, message, "an empty box is drawn");
}

fn languages(entry: &Written<'_>, findings: &mut Findings) {
    each_object(&entry.value, &entry.path, &mut |path, fields| {
        let Some(Value::String(lang)) = fields.get("lang") else { return };
        if lang.trim().is_empty() {
            findings.error(entry.origin, format!("{path}.lang"), "the name has no language", "it is shown without one");
        } else if !looks_like_bcp_47(lang) {
            let message = format!("`{lang}` is not a language tag (BCP 47: `hy`, `tr`, `az-Cyrl`)");
            findings.error(entry.origin, format!("{path}.lang"), message, "it is shown as it is");
        }
    });
}

/// A language of two or three small letters, then parts of one to eight letters and digits.
fn looks_like_bcp_47(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_targets_of_links_are_found_in_order() {
        let text = "From [Sarp](sarp) to the [Arpa-chai](arpa-chai), see [the site](https://example.org/a(b)).";
        assert_eq!(targets(text).collect::<Vec<_>>(), ["sarp", "arpa-chai", "https://example.org/a(b"]);
    }

    #[test]
    fn a_language_tag_has_a_language_first() {
        assert!(["hy", "az-Cyrl", "ota-Arab", "zh-Hans", "zh-Latn-pinyin"].iter().all(|tag| looks_like_bcp_47(tag)));
        assert!(["Armenian", "h", "", "HY", "hy_AM"].iter().all(|tag| !looks_like_bcp_47(tag)));
    }
}
