//! Text inside XML, and what a document of its own begins with.

/// What a document begins with.
pub const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
"#;

/// A text as it stands in XML, in an element or between double quotes. Characters that XML cannot have are shown as U+FFFD.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            '\r' => escaped.push(' '),
            '\u{0}'..'\u{20}' | '\u{7f}'..'\u{a0}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push(char::REPLACEMENT_CHARACTER);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Elements with nothing but a text in each, one after another.
pub fn elements(said: &[(&str, &str)]) -> String {
    said.iter().map(|(name, text)| format!("<{name}>{}</{name}>", escape(text))).collect::<Vec<_>>().concat()
}
