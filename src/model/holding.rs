//! Who held a tract, and who claimed it, from when to when and by what.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, MOVERS, Reference, Relation, has};
use super::{Certainty, Citation, Day, Holder, Kind, When};

/// Who held a tract, from when to when, in which sense, and by what.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    pub tract: String,
    pub sense: Sense,
    pub holders: Vec<Holder>,
    pub from: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    #[serde(default)]
    pub by: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_treaty: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub certainty: Certainty,
    pub cite: Vec<Citation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    DeJure,
    DeFacto,
}

/// That somebody claimed a tract without holding it by right.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub tract: String,
    pub by: String,
    pub from: When,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// The articles, instruments and events that the claim was founded on.
    #[serde(default, rename = "ground")]
    pub basis: Vec<String>,
    pub text: String,
    pub certainty: Certainty,
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
