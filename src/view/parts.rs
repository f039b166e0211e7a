//! A map state as named parts, each a short list of words: the one vocabulary of links, state files and stories. A
//! part that cannot be read is named, and the rest applies.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Compare, CompareMode, Extent, GeoView, MapState, NamesShown, Senses};
use crate::model::{Day, When};
use crate::text::{Given, Texts};
use crate::units::LonLat;
use part::{
    AS, AT, BESIDE, COMPARE, CUT, DATE, ERAS, EXTENT, GOVERNMENTS, HATCH, LANG, LAYERS, NAMES, SCALE, SELECT, SENSES,
};

/// The parts of a map state by name, in the order in which they are written.
pub type Parts = Vec<(String, Value)>;

/// The names of the parts, in the order in which they are written.
pub mod part {
    /// The day of the map.
    pub const DATE: &str = "date";
    /// The entry that is chosen.
    pub const SELECT: &str = "select";
    /// Two articles that are read side by side.
    pub const BESIDE: &str = "beside";
    /// The eras whose lines are shown.
    pub const ERAS: &str = "eras";
    /// The senses in which ground is shown as held.
    pub const SENSES: &str = "senses";
    /// The layers under and over the holdings.
    pub const LAYERS: &str = "layers";
    /// The middle of the view, with `SCALE`.
    pub const AT: &str = "at";
    /// Metres of the map for a point of the page, with `AT`.
    pub const SCALE: &str = "scale";
    /// The entry whose ground fills the map.
    pub const EXTENT: &str = "extent";
    /// The day that the map is compared with.
    pub const COMPARE: &str = "compare";
    /// How the two days are shown together.
    pub const AS: &str = "as";
    /// Where the line of the swipe stands.
    pub const CUT: &str = "cut";
    /// Whether what changed hands is hatched.
    pub const HATCH: &str = "hatch";
    /// Whether changes of government count as changes.
    pub const GOVERNMENTS: &str = "governments";
    /// How many names stand on the map.
    pub const NAMES: &str = "names";
    /// The language of texts and names.
    pub const LANG: &str = "lang";
}

/// What every link begins with that has parts.
const LINK_START: &str = "kars-atlas:?";

/// The scales that a part may ask for, in metres for a point.
const SCALES: std::ops::RangeInclusive<f64> = 0.01..=1e6;

/// A part that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct PartFault {
    /// The name of the part.
    pub part: String,
    /// What stood there.
    pub given: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It is no date.
    NoDate,
    /// It is no longitude and latitude.
    NoPoint,
    /// It is no number, or none between two.
    NoNumber {
        /// The least.
        from: f64,
        /// The greatest.
        to: f64,
    },
    /// It is none of some words.
    NotOneOf(Vec<&'static str>),
    /// It should be this many words.
    Count(usize),
    /// It goes with another part that is missing.
    Without(&'static str),
    /// It excludes another part, which counts.
    Beside(&'static str),
    /// The record has no entry with this id.
    NoEntry(String),
    /// The entry has no place on the map.
    NoGround,
    /// The atlas shows no such day.
    Outside {
        /// The first day of the atlas.
        from: Day,
        /// The last day of the atlas.
        to: Day,
    },
    /// The text is not a link of the atlas.
    NoLink,
}

impl PartFault {
    /// The part, and why it cannot be used.
    pub fn text(&self, texts: &Texts) -> String {
        let given: &Given<'_> = &[("part", &self.part), ("given", &self.given), ("reason", &self.fault.text(texts))];
        texts.fill("part.not-used", given)
    }
}

impl Fault {
    fn text(&self, texts: &Texts) -> String {
        match self {
            Self::NoDate => texts.say("part.no-date").to_owned(),
            Self::NoPoint => texts.say("part.no-point").to_owned(),
            Self::NoNumber { from, to } => texts.fill("part.no-number", &[("from", from), ("to", to)]),
            Self::NotOneOf(known) => {
                let known: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
                texts.fill("part.not-one-of", &[("words", &known.join(", "))])
            }
            Self::Count(number) => texts.count("part.count", *number, &[]),
            Self::Without(part) => texts.fill("part.without", &[("part", part)]),
            Self::Beside(part) => texts.fill("part.beside", &[("part", part)]),
            Self::NoEntry(id) => texts.fill("part.no-entry", &[("id", id)]),
            Self::NoGround => texts.say("part.no-ground").to_owned(),
            Self::Outside { from, to } => texts.fill("part.outside", &[("from", from), ("to", to)]),
            Self::NoLink => texts.fill("part.no-link", &[("start", &LINK_START)]),
        }
    }
}

impl MapState {
    /// The parts of the state, the day first. What is as in `MapState::on` is left out where `all` is false.
    pub fn to_parts(&self, all: bool) -> Parts {
        let usual = Self::on(self.day);
        let usual = usual.own_parts();
        let mut parts: Parts = self
            .own_parts()
            .into_iter()
            .filter(|part| all || part.0 == DATE || !usual.contains(part))
            .filter(|part| !(self.unknown.contains_key(&part.0) && usual.contains(part)))
            .collect();
        parts.extend(
            self.unknown
                .iter()
                .filter(|(name, _)| !parts.iter().any(|(known, _)| known == *name))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect::<Vec<_>>(),
        );
        parts
    }

    fn own_parts(&self) -> Parts {
        let text = |text: &str| Value::from(text);
        let list = |words: &mut dyn Iterator<Item = &str>| Value::from(words.map(Value::from).collect::<Vec<_>>());
        let mut parts = vec![(DATE, text(&self.day.to_string()))];
        parts.extend(self.selection.as_deref().map(|id| (SELECT, text(id))));
        parts.extend(self.beside.as_ref().map(|pair| (BESIDE, list(&mut pair.iter().map(String::as_str)))));
        if !self.eras.is_empty() {
            parts.push((ERAS, list(&mut self.eras.iter().map(String::as_str))));
        }
        parts.push((SENSES, list(&mut self.senses.ids())));
        parts.push((LAYERS, list(&mut self.layers.iter().map(String::as_str))));
        match &self.extent {
            Extent::Whole => {}
            Extent::Around(id) => parts.push((EXTENT, text(id))),
            Extent::At(view) => {
                parts.push((AT, Value::from(vec![view.at.lon, view.at.lat])));
                parts.push((SCALE, Value::from(view.metres_per_point)));
            }
        }
        if let Some(compare) = &self.compare {
            parts.push((COMPARE, text(&compare.with.to_string())));
            parts.push((AS, text(compare.mode.id())));
            if compare.mode == CompareMode::Swipe {
                parts.push((CUT, Value::from(compare.at)));
            }
        }
        parts.push((HATCH, Value::from(self.hatch_changes)));
        parts.push((GOVERNMENTS, Value::from(!self.countries_only)));
        parts.push((NAMES, text(self.names.id())));
        parts.extend(self.lang.as_deref().map(|lang| (LANG, text(lang))));
        parts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// A state from parts; what they leave out is as in `start`. A part that cannot be read stays in `unknown` and is
    /// told; so does, without a word, one that this version does not know. Of a part that is given twice the last
    /// counts.
    pub fn from_parts(parts: impl IntoIterator<Item = (String, Value)>, start: &Self) -> (Self, Vec<PartFault>) {
        let mut reader = Reader { parts: parts.into_iter().collect(), state: start.clone(), faults: Vec::new() };
        reader.read();
        (reader.state, reader.faults)
    }
}

struct Reader {
    parts: std::collections::BTreeMap<String, Value>,
    state: MapState,
    faults: Vec<PartFault>,
}

impl Reader {
    fn read(&mut self) {
        if let Some(day) = self.take(DATE, date) {
            self.state.day = day;
        }
        if let Some(id) = self.take(SELECT, one) {
            self.state.selection = Some(id);
        }
        if let Some(pair) = self.take(BESIDE, |words| <[String; 2]>::try_from(words).map_err(|_| Fault::Count(2))) {
            self.state.beside = Some(pair);
        }
        if let Some(eras) = self.take(ERAS, set) {
            self.state.eras = eras;
        }
        if let Some(senses) = self.take(SENSES, senses) {
            self.state.senses = senses;
        }
        if let Some(layers) = self.take(LAYERS, set) {
            self.state.layers = layers;
        }
        self.extent();
        self.compare();
        if let Some(hatch) = self.take(HATCH, yes_or_no) {
            self.state.hatch_changes = hatch;
        }
        if let Some(governments) = self.take(GOVERNMENTS, yes_or_no) {
            self.state.countries_only = !governments;
        }
        let ids = || NamesShown::ALL.map(NamesShown::id).to_vec();
        let names = |words| NamesShown::from_id(&one(words)?).ok_or_else(|| Fault::NotOneOf(ids()));
        if let Some(names) = self.take(NAMES, names) {
            self.state.names = names;
        }
        if let Some(lang) = self.take(LANG, one) {
            self.state.lang = Some(lang);
        }
        self.state.unknown.extend(std::mem::take(&mut self.parts));
    }

    fn extent(&mut self) {
        let (at, scale) = (self.take(AT, point), self.take(SCALE, |words| number(&one(words)?, SCALES)));
        let around = self.take(EXTENT, one);
        self.state.extent = match (at, scale, around) {
            (Some(at), Some(metres_per_point), None) => Extent::At(GeoView { at, metres_per_point }),
            (None, None, Some(id)) => Extent::Around(id),
            (Some(at), Some(metres_per_point), Some(id)) => {
                self.refuse(EXTENT, Value::from(id), Fault::Beside(AT));
                Extent::At(GeoView { at, metres_per_point })
            }
            (at, scale, around) => {
                if let Some(at) = at {
                    self.refuse(AT, Value::from(vec![at.lon, at.lat]), Fault::Without(SCALE));
                }
                if let Some(scale) = scale {
                    self.refuse(SCALE, Value::from(scale), Fault::Without(AT));
                }
                match around {
                    Some(id) => Extent::Around(id),
                    None => return,
                }
            }
        };
    }

    fn compare(&mut self) {
        let with = self.take(COMPARE, date);
        let modes = || CompareMode::ALL.map(CompareMode::id).to_vec();
        let mode = self.take(AS, |words| CompareMode::from_id(&one(words)?).ok_or_else(|| Fault::NotOneOf(modes())));
        let cut = self.take(CUT, |words| number(&one(words)?, 0.0..=1.0));
        match with {
            Some(with) => {
                let mode = mode.unwrap_or_default();
                self.state.compare = Some(Compare { with, mode, at: cut.unwrap_or(Compare::MIDDLE) });
            }
            None => {
                if let Some(mode) = mode {
                    self.refuse(AS, Value::from(mode.id()), Fault::Without(COMPARE));
                }
                if let Some(cut) = cut {
                    self.refuse(CUT, Value::from(cut), Fault::Without(COMPARE));
                }
            }
        }
    }

    /// Takes a part out and reads it; what cannot be read is told and kept.
    fn take<T>(&mut self, part: &'static str, read: impl FnOnce(Vec<String>) -> Result<T, Fault>) -> Option<T> {
        let value = self.parts.remove(part)?;
        match read(words(&value)) {
            Ok(read) => Some(read),
            Err(fault) => {
                self.refuse(part, value, fault);
                None
            }
        }
    }

    fn refuse(&mut self, part: &'static str, value: Value, fault: Fault) {
        self.faults.push(PartFault { part: part.to_owned(), given: words(&value).join(","), fault });
        self.state.unknown.insert(part.to_owned(), value);
    }
}

/// The words of a part: one for a text, a number or a truth value, several for a list of them. Anything else is one
/// word, its JSON.
pub fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        // Without a point where none is needed, as people write it.
        Value::Number(number) => vec![number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string())],
        Value::Array(values) if values.iter().all(|value| !(value.is_array() || value.is_object())) => {
            values.iter().flat_map(words).collect()
        }
        other => vec![other.to_string()],
    }
}

fn one(words: Vec<String>) -> Result<String, Fault> {
    match <[String; 1]>::try_from(words) {
        Ok([word]) if !word.is_empty() => Ok(word),
        _ => Err(Fault::Count(1)),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "one of the readers of parts, which may all fail")]
fn set(words: Vec<String>) -> Result<BTreeSet<String>, Fault> {
    Ok(words.into_iter().filter(|word| !word.is_empty()).collect())
}

fn date(words: Vec<String>) -> Result<Day, Fault> {
    one(words)?.parse::<When>().map(|when| when.earliest()).map_err(|_| Fault::NoDate)
}

fn number(word: &str, range: std::ops::RangeInclusive<f64>) -> Result<f64, Fault> {
    let number = word.parse::<f64>().ok().filter(|number| range.contains(number));
    number.ok_or(Fault::NoNumber { from: *range.start(), to: *range.end() })
}

fn point(words: Vec<String>) -> Result<LonLat, Fault> {
    let [lon, lat] = <[String; 2]>::try_from(words).map_err(|_| Fault::NoPoint)?;
    let lon = number(&lon, -180.0..=360.0).map_err(|_| Fault::NoPoint)?;
    let lat = number(&lat, -90.0..=90.0).map_err(|_| Fault::NoPoint)?;
    Ok(LonLat::new(lon, lat))
}

fn yes_or_no(words: Vec<String>) -> Result<bool, Fault> {
    match one(words)?.as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Fault::NotOneOf(vec!["true", "false"])),
    }
}

fn senses(words: Vec<String>) -> Result<Senses, Fault> {
    let mut senses = Senses { de_jure: false, de_facto: false, claims: false };
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !senses.set(word) {
            return Err(Fault::NotOneOf(Senses::IDS.to_vec()));
        }
    }
    Ok(senses)
}
