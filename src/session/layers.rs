//! The layers that a reader laid over the atlas: added, hidden, removed.

use std::sync::Arc;

use crate::layer::Layer;
use crate::model::Problem;

/// A layer of the reader's own, and whether it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownLayer {
    /// The layer.
    pub layer: Arc<Layer>,
    /// Whether it is on the map.
    pub shown: bool,
    /// What was wrong with its source, in the order of the source.
    pub problems: Vec<Problem>,
}

/// The layers of one session, the lowest first.
#[derive(Default)]
pub struct Layers(Vec<ShownLayer>);

impl Layers {
    /// Lays a layer on top, shown. One from the same source gives it its place: a file that was opened again has been
    /// changed.
    pub fn add(&mut self, layer: Arc<Layer>, problems: Vec<Problem>) {
        let new = ShownLayer { layer, shown: true, problems };
        match self.0.iter_mut().find(|known| known.layer.source == new.layer.source) {
            Some(known) => *known = new,
            None => self.0.push(new),
        }
    }

    /// Shows or hides a layer; one that is not there is passed over.
    pub fn show(&mut self, layer: &Arc<Layer>, shown: bool) {
        for known in self.0.iter_mut().filter(|known| Arc::ptr_eq(&known.layer, layer)) {
            known.shown = shown;
        }
    }

    /// Takes a layer away.
    pub fn remove(&mut self, layer: &Arc<Layer>) {
        self.0.retain(|known| !Arc::ptr_eq(&known.layer, layer));
    }

    /// All layers, the lowest first.
    pub fn all(&self) -> &[ShownLayer] {
        &self.0
    }

    /// Those that are on the map, the lowest first.
    pub fn shown(&self) -> Vec<Arc<Layer>> {
        self.0.iter().filter(|known| known.shown).map(|known| Arc::clone(&known.layer)).collect()
    }
}
