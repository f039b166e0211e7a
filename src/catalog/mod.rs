//! From files to an `Atlas` and its ground. Loading never fails half-way: what cannot be read becomes a
//! `Problem`, and the rest is there.

mod feature;
mod files;
mod geojson_bbox;
mod geojson_file;
mod geojson_rings;
mod geojson_shape;
mod geojson_text;
mod json_place;
mod json_way;
mod layers;
mod record;
mod report;
mod settings;

use std::path::PathBuf;

use thiserror::Error;

pub use feature::{Overlay, OverlayFeature};
pub use files::{DataFile, Files};
pub use geojson_file::read_overlay;
pub use layers::{Layers, Line, Outline, Relief, Shore};
pub use report::{Done, Place, Report};

use crate::model::{Atlas, Problem, Settings};
use crate::platform::FileError;
use crate::symbology::Symbology;
use crate::text::Texts;

/// Everything that was read, and everything that was wrong with it.
pub struct Catalog {
    /// What the atlas covers and how it is cut.
    pub settings: Settings,
    /// The colours of the atlas.
    pub symbology: Symbology,
    /// The record.
    pub atlas: Atlas,
    /// The ground and what lies on it, in degrees.
    pub layers: Layers,
    /// What was wrong with the data, in the order of the files.
    pub problems: Vec<Problem>,
}

/// The atlas that is built into the program.
#[expect(clippy::expect_used, reason = "the files are built in, and every test reads them")]
pub fn load_embedded() -> Catalog {
    load(&[Files::embedded()]).expect("settings")
}

/// Where an atlas comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// A folder that takes the place of the embedded data.
    pub atlas: Option<PathBuf>,
    /// A folder of the same form that is laid over it.
    pub over: Option<PathBuf>,
}

/// Why there is no atlas.
#[derive(Debug, Error)]
pub enum OpenError {
    /// A folder, or a file in it, cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The folder is no atlas.
    #[error("{} is no atlas: {reason}", folder.display())]
    NoAtlas {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with its settings, or that there are none.
        reason: String,
    },
}

/// Reads an atlas. What is wrong with single files is among its problems.
pub fn load_from(source: &Source) -> Result<Catalog, OpenError> {
    let mut sets = vec![source.atlas.as_deref().map_or_else(|| Ok(Files::embedded()), Files::in_folder)?];
    if let Some(over) = &source.over {
        sets.push(Files::in_folder(over)?);
    }
    load(&sets).map_err(|reason| OpenError::NoAtlas {
        folder: source.atlas.clone().unwrap_or_else(|| PathBuf::from("data")),
        reason,
    })
}

/// Reads several sets of files, later ones over earlier ones. Without settings there is no atlas: the error says what is
/// wrong with them.
fn load(sets: &[Files]) -> Result<Catalog, String> {
    let ((atlas, mut problems), (layers, layer_problems)) = rayon::join(|| record::read(sets), || layers::read(sets));
    problems.extend(layer_problems);
    problems.extend(sets.iter().flat_map(Files::problems).cloned());
    let (settings, symbology) = settings::read(sets, &mut problems);
    problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    let Some(settings) = settings else {
        let broken = problems.iter().find(|problem| problem.file.ends_with(settings::SETTINGS));
        let missing = || Texts::english().fill("file.no-settings", &[("name", &settings::SETTINGS)]);
        return Err(broken.map_or_else(missing, ToString::to_string));
    };
    Ok(Catalog { settings, symbology, atlas, layers, problems })
}
