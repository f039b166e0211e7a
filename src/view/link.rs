//! Links: a map state in one line that can be sent, written down and opened again, as in
//! `kars-atlas:?date=1921-10-13&select=nakhchivan&at=45.3,39.3&scale=400`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::MapState;
use super::parts::{Fault, PartFault, words};

/// What every link begins with.
pub const SCHEME: &str = "kars-atlas:";

/// What stands in a link as it is. All else is percent-encoded (RFC 3986, 2.1), commas and ampersands within a word
/// among it, since they part words and parts.
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b':');

impl MapState {
    /// The state as a link. What is as in `MapState::on` is left out; the day always stands there.
    pub fn to_link(&self) -> String {
        let parts: Vec<String> = self
            .to_parts(false)
            .into_iter()
            .map(|(name, value)| {
                let words: Vec<String> = words(&value).iter().map(|word| encode(word)).collect();
                format!("{}={}", encode(&name), words.join(","))
            })
            .collect();
        format!("{SCHEME}?{}", parts.join("&"))
    }

    /// Whether a text is meant as a link, readable or not.
    pub fn is_link(text: &str) -> bool {
        text.trim().get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
    }

    /// The state that a link means; what it leaves out is as in `start`. Parts that cannot be read are told and the
    /// rest applies; parts that this version does not know are kept in `unknown`. White space around it is ignored.
    pub fn from_link(text: &str, start: &Self) -> (Self, Vec<PartFault>) {
        let text = text.trim();
        if !Self::is_link(text) {
            let fault = PartFault { part: "link".to_owned(), given: text.to_owned(), fault: Fault::NoLink };
            return (start.clone(), vec![fault]);
        }
        let query = text.split_once('?').map_or("", |(_, query)| query);
        // What stands behind `#` is not sent along by those who pass links on.
        let query = query.split('#').next().unwrap_or_default();
        let parts = query.split('&').filter(|part| !part.is_empty()).map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let words: Vec<Value> = value.split(',').map(|word| Value::from(decode(word))).collect();
            let value = match <[Value; 1]>::try_from(words) {
                Ok([one]) => one,
                Err(words) => Value::from(words),
            };
            (decode(name), value)
        });
        Self::from_parts(parts, start)
    }
}

fn encode(word: &str) -> String {
    utf8_percent_encode(word, ENCODED).to_string()
}

/// Bytes that are no UTF-8 become U+FFFD, and a `%` without two digits stands for itself.
fn decode(word: &str) -> String {
    percent_decode_str(word).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Texts;
    use crate::view::{Compare, CompareMode, Extent, GeoView, NamesShown};

    fn start() -> MapState {
        MapState::on("1921-10-13".parse().unwrap())
    }

    #[test]
    fn a_link_as_people_write_it_is_read() {
        let link = "kars-atlas:?date=1920-12-03&select=tract-a&eras=era-b,era-a&senses=de-jure&at=45.3,39.3&scale=400&\
                    compare=1878-07-14&as=side-by-side&names=few&lang=en";
        let (state, faults) = MapState::from_link(link, &start());
        assert_eq!(faults, []);
        assert_eq!(state.day, "1920-12-03".parse().unwrap());
        assert_eq!(state.selection.as_deref(), Some("tract-a"));
        assert_eq!(state.eras, ["era-a".to_owned(), "era-b".to_owned()].into());
        assert!(state.senses.de_jure && !state.senses.de_facto);
        let view = GeoView { at: crate::units::LonLat::new(45.3, 39.3), metres_per_point: 400.0 };
        assert_eq!(state.extent, Extent::At(view));
        assert_eq!(state.compare.map(|compare| compare.mode), Some(CompareMode::SideBySide));
        assert_eq!((state.names, state.lang.as_deref()), (NamesShown::Few, Some("en")));
        assert_eq!(MapState::from_link(&state.to_link(), &start()), (state, Vec::new()));
    }

    #[test]
    fn a_part_that_cannot_be_read_is_named_and_the_rest_applies() {
        let link = "kars-atlas:?date=yesterday&senses=de-jure,by-luck&at=45.3&names=some&cut=0.5&select=tract-a";
        let (state, faults) = MapState::from_link(link, &start());
        let parts: Vec<&str> = faults.iter().map(|fault| fault.part.as_str()).collect();
        assert_eq!(parts, ["date", "senses", "at", "cut", "names"]);
        assert_eq!((state.day, state.selection.as_deref()), (start().day, Some("tract-a")));
        assert_eq!(faults[0].text(&Texts::english()), "`date=yesterday` cannot be used: it is not a date");
    }

    #[test]
    fn what_a_newer_version_wrote_is_written_again() {
        let link = "kars-atlas:?date=1921-10-13&names=towns&weather=rain,snow&x=%26%2C%3D";
        let (state, faults) = MapState::from_link(link, &start());
        assert_eq!(faults.len(), 1, "a choice that is not known yet: {faults:?}");
        assert_eq!(state.to_link(), link);
        let chosen = MapState { names: NamesShown::Few, ..state };
        assert!(chosen.to_link().contains("names=few"), "what the reader chose counts: {}", chosen.to_link());
    }

    #[test]
    fn only_a_link_is_a_link() {
        for (text, is) in
            [("kars-atlas:", true), (" KARS-ATLAS:?date=1921 ", true), ("kars", false), ("kars-atlas", false)]
        {
            assert_eq!(MapState::is_link(text), is, "{text}");
        }
        assert_eq!(MapState::from_link("https://example.org", &start()).1[0].fault, Fault::NoLink);
        assert_eq!(MapState::from_link("kars-atlas:", &start()), (start(), Vec::new()));
    }

    #[test]
    fn words_with_signs_of_their_own_come_back() {
        let state = MapState {
            selection: Some("a,b&c=d#e %41 ə".to_owned()),
            compare: Some(Compare { with: start().day, mode: CompareMode::Swipe, at: 0.25 }),
            ..start()
        };
        assert_eq!(MapState::from_link(&state.to_link(), &start()), (state, Vec::new()));
    }
}
