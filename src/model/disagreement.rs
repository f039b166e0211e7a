//! Questions on which the sources contradict one another.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Part, Reference, Relation, Said, has};
use super::{Certainty, Citation};

/// A question on which the sources contradict one another.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Its id, in kebab-case, unique across all tables.
    pub id: String,
    /// What the sources disagree about, as a question.
    pub question: String,
    /// The ids of the entries that it concerns.
    pub about: Vec<String>,
    /// What each side says.
    pub positions: Vec<Position>,
    /// How the atlas reads it, and why; running text.
    pub reading: String,
    /// How sure that reading is.
    pub certainty: Certainty,
    /// The sources of the reading.
    pub cite: Vec<Citation>,
}

/// What one side says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// What it says, as running text.
    pub says: String,
    /// Who says it.
    pub who: String,
    /// What the position is founded on.
    #[serde(default, rename = "ground", skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The sources of what it says.
    pub cite: Vec<Citation>,
}

impl Entry for Disagreement {
    has!(id, certainty, cite);

    fn name(&self) -> Option<&str> {
        Some(&self.question)
    }

    fn parts(&self, each: &mut dyn FnMut(Part<'_>)) {
        for (nth, position) in self.positions.iter().enumerate() {
            each(Part::stated(format_args!("positions[{nth}]"), &position.cite));
        }
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("about", &self.about, &[], Some(Relation::Disputes), each);
    }

    fn says(&self, each: &mut dyn FnMut(Said<'_>)) {
        for position in &self.positions {
            each(Said::Text(&position.says));
            each(Said::Note(&position.who));
            Said::note(position.basis.as_ref(), each);
        }
        each(Said::Text(&self.reading));
    }
}
