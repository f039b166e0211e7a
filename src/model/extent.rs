//! Pieces of the map that are worth a page.

use serde::{Deserialize, Serialize};

use super::entry::{Entry, Reference, Relation, has};
use super::{Frame, Kind};

/// A piece of the map that is worth a page: named, and chosen by its id.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapExtent {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The ground that is seen on every page, whatever its shape.
    pub frame: Frame,
    /// Regions that lie in it, by id.
    #[serde(default)]
    pub tracts: Vec<String>,
}

impl Entry for MapExtent {
    has!(id, name);

    fn rests_on_others(&self) -> bool {
        true
    }

    fn references(&self, each: &mut dyn FnMut(Reference<'_>)) {
        Reference::all("tracts", &self.tracts, &[Kind::Tract], Some(Relation::Names), each);
    }
}
