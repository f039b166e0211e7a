//! From files to an `Atlas` and its ground. Loading never fails half-way: what cannot be read becomes a
//! `Problem`, and the rest is there.

mod files;
mod geojson_file;
mod geojson_rings;
mod geojson_shape;
mod json_place;
mod layers;
mod record;

use std::path::Path;

pub use files::{DataFile, Files, FilesError};
pub use geojson_file::{Overlay, OverlayFeature, read_overlay};
pub use layers::{Layers, Line, Outline, Relief, Shore};

use crate::model::{Atlas, Problem};

/// Everything that was read, and everything that was wrong with it.
pub struct Catalog {
    pub atlas: Atlas,
    pub layers: Layers,
    pub problems: Vec<Problem>,
}

/// The atlas that is built into the program.
pub fn load_embedded() -> Catalog {
    load(&[Files::embedded()])
}

/// The embedded atlas with a folder of the same form laid over it.
pub fn load_with_overlay(folder: &Path) -> Result<Catalog, FilesError> {
    Ok(load(&[Files::embedded(), Files::in_folder(folder)?]))
}

/// Reads several sets of files, later ones over earlier ones.
pub fn load(sets: &[Files]) -> Catalog {
    let (record, layers) = std::thread::scope(|scope| {
        let layers = scope.spawn(|| layers::read(sets));
        let record = record::read(sets);
        (record, layers.join())
    });
    let (atlas, mut problems) = record;
    let (layers, layer_problems) = layers.unwrap_or_default();
    problems.extend(layer_problems);
    problems.sort_by(|a, b| (&a.file, a.line, a.column, &a.path).cmp(&(&b.file, b.line, b.column, &b.path)));
    Catalog { atlas, layers, problems }
}
