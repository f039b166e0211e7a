//! Groups of polities: small holders that a class need not tell apart.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::entry::{Entry, Reference, has};

/// Polities that a map has one look for, and a legend one line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolityGroup {
    /// Its id; the symbology may give it colours.
    pub id: String,
    /// Its name, as it stands in a legend.
    pub name: String,
    /// Its members, by id. A polity belongs to one group at most.
    pub polities: Vec<String>,
}

impl Entry for PolityGroup {
    has!(id, name);

    fn rests_on_others(&self) -> bool {
        true
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("polities", &self.polities, &[Kind::Polity], None, each);
    }
}
