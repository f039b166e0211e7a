//! Who held a tract, and who claimed it, from when to when and by what.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, MOVERS, Reference, Relation, has};
use super::{Certainty, Citation, Day, Holder, Kind, When};

/// Who held a tract, from when to when, in which sense, and by what.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// The id of the tract.
    pub tract: String,
    /// In which sense it is held.
    pub sense: Sense,
    /// Who holds it, all of them together.
    pub holders: Vec<Holder>,
    /// The first day. A month or a year means its first day.
    pub from: When,
    /// The last day, counted in; `None` to today. A month or a year means its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// The ids of the articles, instruments or events that made it so.
    #[serde(default)]
    pub by: Vec<String>,
    /// Why no instrument or event did, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_treaty: Option<String>,
    /// What a reader should know besides, as running text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

/// In which sense ground is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    /// By right: by a treaty in force or a recognised succession.
    DeJure,
    /// In fact: who ruled or occupied the ground.
    DeFacto,
}

/// That somebody claimed a tract without holding it by right.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The id of the tract.
    pub tract: String,
    /// The id of the polity that claims it.
    pub by: String,
    /// The first day of the claim.
    pub from: When,
    /// The last day, counted in; `None` to today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// The articles, instruments and events that the claim was founded on.
    #[serde(default, rename = "ground")]
    pub basis: Vec<String>,
    /// What is claimed, in an attributed sentence of running text.
    pub text: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sources that it rests on.
    pub cite: Vec<Citation>,
}

impl Sense {
    /// The sense as the record writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DeJure => "de-jure",
            Self::DeFacto => "de-facto",
        }
    }
}

impl Holding {
    /// Whether the holding covers a day. A vague first day counts from its earliest, a vague last day to its latest.
    pub fn covers(&self, day: Day) -> bool {
        spans(&self.from, self.to.as_ref(), day)
    }
}

impl Claim {
    /// Whether the claim is made on a day. Vague ends count from their earliest and to their latest day.
    pub fn covers(&self, day: Day) -> bool {
        spans(&self.from, self.to.as_ref(), day)
    }
}

fn spans(from: &When, to: Option<&When>, day: Day) -> bool {
    from.earliest() <= day && to.is_none_or(|to| to.latest().is_none_or(|latest| day <= latest))
}

impl Entry for Holding {
    has!(certainty, cite);

    fn key(&self) -> String {
        format!("{} {} {}", self.tract, self.sense.as_str(), self.from)
    }

    fn subject(&self) -> Option<&str> {
        Some(&self.tract)
    }

    fn span(&self) -> (Option<&When>, Option<&When>) {
        (Some(&self.from), self.to.as_ref())
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        each(Reference::new(format_args!("tract"), &self.tract, &[Kind::Tract]));
        Reference::holders(format_args!("holders"), &self.holders, each);
        Reference::all("by", &self.by, MOVERS, Some(Relation::Moves), each);
    }
}

impl Entry for Claim {
    has!(certainty, cite);

    fn key(&self) -> String {
        format!("{} {} {}", self.tract, self.by, self.from)
    }

    fn subject(&self) -> Option<&str> {
        Some(&self.tract)
    }

    fn span(&self) -> (Option<&When>, Option<&When>) {
        (Some(&self.from), self.to.as_ref())
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        each(Reference::new(format_args!("tract"), &self.tract, &[Kind::Tract]));
        each(Reference::new(format_args!("by"), &self.by, &[Kind::Polity]));
        Reference::all("ground", &self.basis, MOVERS, Some(Relation::Moves), each);
    }
}
