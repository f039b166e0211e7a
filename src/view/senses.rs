//! In which senses ground is held, as far as a map shows them.

/// In which senses ground is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Senses {
    /// By right.
    pub de_jure: bool,
    /// In fact, where that is not by right.
    pub de_facto: bool,
    /// Claimed by somebody who has no right to it.
    pub claims: bool,
}

impl Default for Senses {
    fn default() -> Self {
        Self { de_jure: true, de_facto: true, claims: false }
    }
}

impl Senses {
    /// The names of the senses in links, state files and on the command line.
    pub const IDS: [&'static str; 3] = ["de-jure", "de-facto", "claims"];

    /// The names of those that are shown.
    pub fn ids(self) -> impl Iterator<Item = &'static str> {
        let shown = [self.de_jure, self.de_facto, self.claims];
        Self::IDS.into_iter().zip(shown).filter_map(|(id, shown)| shown.then_some(id))
    }

    /// Shows the sense that `id` names; false where it names none.
    pub fn set(&mut self, id: &str) -> bool {
        let [right, fact, claims] = Self::IDS;
        match id {
            _ if id == right => self.de_jure = true,
            _ if id == fact => self.de_facto = true,
            _ if id == claims => self.claims = true,
            _ => return false,
        }
        true
    }
}
