//! The text of a GeoJSON file: what its bytes must be before a parser is asked.

use super::report::{Place, Report};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a file, without a byte order mark, and how many bytes that had; `None` where it is no text.
pub fn text_of<'a>(bytes: &'a [u8], report: &mut Report<'_>) -> Option<&'a str> {
    let nothing = |report: &mut Report<'_>, kind, at| {
        report.error(kind, &[], "done.nothing-read", || Place::Byte(at, String::new()));
        None
    };
    let rest = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if rest.len() < bytes.len() {
        report.warning("geojson.byte-order-mark", &[], "done.skipped", || Place::Byte(0, String::new()));
    }
    if rest.starts_with(b"\xFF\xFE") || rest.starts_with(b"\xFE\xFF") {
        return nothing(report, "geojson.utf-16", 0);
    }
    if let Some(at) = memchr::memchr(0, rest) {
        return nothing(report, "geojson.nul", at);
    }
    match std::str::from_utf8(rest) {
        Ok(text) if text.trim().is_empty() => nothing(report, "geojson.empty-file", 0),
        Ok(text) => Some(text),
        Err(error) => nothing(report, "file.not-utf-8", error.valid_up_to()),
    }
}

/// What of some bytes is text, for the places of faults before the one that makes them none.
pub fn valid_part(bytes: &[u8]) -> &str {
    let rest = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let valid = match std::str::from_utf8(rest) {
        Ok(text) => return text,
        Err(error) => error.valid_up_to(),
    };
    std::str::from_utf8(rest.get(..valid).unwrap_or_default()).unwrap_or_default()
}
