//! The values of the record in words: each has its key, and the file of the language the word.

use super::table::{Given, filled};
use super::texts::Texts;
use crate::model::{
    Certainty, EventKind, Grade, Kind, PlaceKind, Problem, SegmentWords, Sense, SourceKind, Status, TractKind,
};

/// A value that people are told by a word.
pub trait Worded: Copy {
    /// The key of its word.
    fn key(self) -> &'static str;
}

impl Texts {
    /// The word for a value of the record.
    pub fn word(&self, value: impl Worded) -> &str {
        self.say(value.key())
    }

    /// The word for a sense as a heading or a label: `By right`.
    pub fn sense_heading(&self, sense: Sense) -> &str {
        self.say(match sense {
            Sense::DeJure => "sense.de-jure-head",
            Sense::DeFacto => "sense.de-facto-head",
        })
    }

    /// One of a kind of entry, within a sentence: `a tract`.
    pub fn one_of(&self, kind: Kind) -> &str {
        self.get(&format!("kind-one.{}", kind.as_str())).unwrap_or(kind.as_str())
    }

    /// What is wrong with the data, with its line where that is known, without the file.
    pub fn problem(&self, problem: &Problem) -> String {
        match problem.line {
            0 => problem.message.clone(),
            line => self.fill("layers.problem-on-line", &[("line", &line), ("problem", &problem.message)]),
        }
    }

    /// The name of the layer that shows the border by stretches.
    pub fn layer_of_stretches<'a>(&'a self, words: &'a SegmentWords) -> &'a str {
        words.layer.as_deref().unwrap_or_else(|| self.say("segment.layer"))
    }

    /// The border that is shown by stretches, as the legend names it.
    pub fn border_by_stretches<'a>(&'a self, words: &'a SegmentWords) -> &'a str {
        words.legend.as_deref().unwrap_or_else(|| self.say("segment.legend"))
    }

    /// One stretch of that border, by its id.
    pub fn stretch(&self, words: &SegmentWords, id: &str) -> String {
        let given: &Given<'_> = &[("stretch", &id.to_uppercase())];
        words.one.as_deref().map_or_else(|| self.fill("segment.one", given), |one| filled(one, given))
    }

    /// The name of a language of the world by its tag; the tag itself where the texts have no name for it.
    pub fn language_name<'a>(&'a self, tag: &'a str) -> &'a str {
        let language = tag.split('-').next().unwrap_or(tag);
        self.get(&format!("language-name.{language}")).unwrap_or(tag)
    }
}

impl Worded for Certainty {
    fn key(self) -> &'static str {
        match self {
            Self::Certain => "certainty.certain",
            Self::Probable => "certainty.probable",
            Self::Disputed => "certainty.disputed",
            Self::Unchecked => "certainty.unchecked",
        }
    }
}

impl Worded for Status {
    fn key(self) -> &'static str {
        match self {
            Self::InForce => "status.in-force",
            Self::Superseded => "status.superseded",
            Self::Executed => "status.executed",
            Self::NeverRatified => "status.never-ratified",
            Self::NeverInForce => "status.never-in-force",
            Self::Annulled => "status.annulled",
        }
    }
}

impl Worded for EventKind {
    fn key(self) -> &'static str {
        match self {
            Self::Treaty => "event-kind.treaty",
            Self::War => "event-kind.war",
            Self::Occupation => "event-kind.occupation",
            Self::Administration => "event-kind.administration",
            Self::Diplomacy => "event-kind.diplomacy",
            Self::Demarcation => "event-kind.demarcation",
            Self::Proclamation => "event-kind.proclamation",
            Self::Congress => "event-kind.congress",
            Self::Naming => "event-kind.naming",
            Self::BorderRegime => "event-kind.border-regime",
        }
    }
}

impl Worded for PlaceKind {
    fn key(self) -> &'static str {
        match self {
            Self::Town => "place-kind.town",
            Self::Village => "place-kind.village",
            Self::Station => "place-kind.station",
            Self::Fort => "place-kind.fort",
            Self::Ruin => "place-kind.ruin",
            Self::Mountain => "place-kind.mountain",
            Self::Pass => "place-kind.pass",
            Self::River => "place-kind.river",
            Self::Lake => "place-kind.lake",
            Self::Region => "place-kind.region",
        }
    }
}

impl Worded for SourceKind {
    fn key(self) -> &'static str {
        match self {
            Self::Text => "source-kind.text",
            Self::Edition => "source-kind.edition",
            Self::Book => "source-kind.book",
            Self::Article => "source-kind.article",
            Self::Web => "source-kind.web",
            Self::Dataset => "source-kind.dataset",
            Self::Archive => "source-kind.archive",
            Self::Seed => "source-kind.seed",
            Self::Own => "source-kind.own",
        }
    }
}

impl Worded for Kind {
    fn key(self) -> &'static str {
        match self {
            Self::Tract => "kind.tract",
            Self::Segment => "kind.segment",
            Self::Instrument => "kind.instrument",
            Self::Article => "kind.article",
            Self::Event => "kind.event",
            Self::Place => "kind.place",
            Self::Waypoint => "kind.waypoint",
            Self::Person => "kind.person",
            Self::Polity => "kind.polity",
            Self::Source => "kind.source",
            Self::Disagreement => "kind.disagreement",
            Self::Era => "kind.era",
            Self::MapExtent => "kind.extent",
            Self::PolityGroup => "kind.group",
            Self::Term => "kind.term",
        }
    }
}

impl Worded for TractKind {
    fn key(self) -> &'static str {
        match self {
            Self::Land => "tract-kind.land",
            Self::Sea => "tract-kind.sea",
        }
    }
}

impl Worded for Grade {
    fn key(self) -> &'static str {
        match self {
            Self::A => "grade.a",
            Self::B => "grade.b",
            Self::C => "grade.c",
        }
    }
}

/// Within a sentence: `by right`, `in fact`.
impl Worded for Sense {
    fn key(self) -> &'static str {
        match self {
            Self::DeJure => "sense.de-jure",
            Self::DeFacto => "sense.de-facto",
        }
    }
}
