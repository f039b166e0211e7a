//! Texts left empty, names without a language, links that lead nowhere, characters that no bundled font
//! draws. It does not judge style or spelling.

use serde_json::Value;

use super::findings::Findings;
use crate::model::{Atlas, EntryRef, pieces};
use crate::typeset::Fonts;

pub fn judge(atlas: &Atlas, findings: &mut Findings) {
    for row in atlas.entries() {
        // The written form has every text of every kind of entry, so that no rule here names a field.
        each_text(&row.entry.to_json(), &row.path(), &mut |path, text| {
            if text.trim().is_empty() && !is_language(&row, path) {
                findings.error(row.origin, path, "check.text-empty", &[], "done.nothing-shown");
            }
            marks(atlas, &row, path, text, findings);
            letters(&row, path, text, findings);
        });
        languages(&row, findings);
    }
}

/// Calls `each` with every text of a value and its path below `path`.
fn each_text(value: &Value, path: &str, each: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => each(path, text),
        Value::Array(items) => {
            for (nth, item) in items.iter().enumerate() {
                each_text(item, &format!("{path}[{nth}]"), each);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                each_text(field, &format!("{path}.{key}"), each);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Links that lead nowhere, and what was meant as a mark and is none.
fn marks(atlas: &Atlas, row: &EntryRef<'_>, path: &str, text: &str, findings: &mut Findings) {
    for piece in pieces(text) {
        match piece.link {
            Some(target) if !target.contains("://") && atlas.kind_of(target).is_none() => {
                findings.error(row.origin, path, "check.link-unknown", &[("id", &target)], "done.shown-unlinked");
            }
            _ => {}
        }
        for mark in ["](", "**"].into_iter().filter(|mark| piece.text.contains(mark)) {
            findings.error(row.origin, path, "check.open-mark", &[("mark", &mark)], "done.shown-as-it-stands");
        }
    }
}

fn letters(row: &EntryRef<'_>, path: &str, text: &str, findings: &mut Findings) {
    let fonts = Fonts::shared();
    if fonts.can_draw(text) {
        return;
    }
    let mut missing: Vec<char> = text.chars().filter(|c| !fonts.can_draw(c.encode_utf8(&mut [0; 4]))).collect();
    missing.sort_unstable();
    missing.dedup();
    let shown: Vec<String> = missing.iter().map(|c| format!("`{c}` (U+{:04X})", u32::from(*c))).collect();
    findings.error(row.origin, path, "check.no-font", &[("letters", &shown.join(", "))], "done.box-drawn");
}

fn languages(row: &EntryRef<'_>, findings: &mut Findings) {
    for (nth, name) in row.entry.names().iter().enumerate() {
        let path = language_path(row, nth);
        if name.lang.trim().is_empty() {
            findings.error(row.origin, path, "check.no-language", &[], "done.shown-without-language");
        } else if !looks_like_bcp_47(&name.lang) {
            findings.error(row.origin, path, "check.not-a-language", &[("tag", &name.lang)], "done.shown-as-it-stands");
        }
    }
}

/// Whether a path is that of the language of a name, of which `languages` tells.
fn is_language(row: &EntryRef<'_>, path: &str) -> bool {
    (0..row.entry.names().len()).any(|nth| path == language_path(row, nth))
}

fn language_path(row: &EntryRef<'_>, nth: usize) -> String {
    format!("{}.names[{nth}].lang", row.path())
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
    fn a_language_tag_has_a_language_first() {
        assert!(["hy", "az-Cyrl", "ota-Arab", "zh-Hans", "zh-Latn-pinyin"].iter().all(|tag| looks_like_bcp_47(tag)));
        assert!(["Armenian", "h", "", "HY", "hy_AM"].iter().all(|tag| !looks_like_bcp_47(tag)));
    }
}
