//! Finds entries by the words of their names. To be replaced by the real index.

use serde::Serialize;

use crate::model::{Kind, When};
use crate::world::World;

/// The names of all entries.
pub struct SearchIndex {
    names: Vec<(String, Kind, String)>,
}

/// An entry that was found.
#[derive(Clone, Debug, Serialize)]
pub struct Hit {
    pub id: String,
    pub kind: Kind,
    pub name: String,
    pub matched: String,
    pub sentence: Option<String>,
    pub alive: Option<(When, Option<When>)>,
    pub score: f64,
}

impl SearchIndex {
    pub fn new(world: &World) -> Self {
        let atlas = &world.atlas;
        let mut names = Vec::new();
        for place in &atlas.places {
            names.push((place.id.clone(), Kind::Place, place.name.clone()));
            names.extend(place.names.iter().map(|name| (place.id.clone(), Kind::Place, name.text.clone())));
        }
        names.extend(atlas.tracts.iter().map(|tract| (tract.id.clone(), Kind::Tract, tract.name.clone())));
        Self { names }
    }

    /// The best hits, best first.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = query.to_lowercase();
        self.names
            .iter()
            .filter(|(_, _, name)| name.to_lowercase().contains(&query))
            .take(limit)
            .map(|(id, kind, name)| Hit {
                id: id.clone(),
                kind: *kind,
                name: name.clone(),
                matched: name.clone(),
                sentence: None,
                alive: None,
                score: 1.0,
            })
            .collect()
    }
}
