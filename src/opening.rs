//! The atlas and the files that a reader names, opened for command line and window alike. What is wrong inside of them
//! comes back as problems: whoever opens tells them.

use std::path::Path;

use crate::catalog::{self, Source};
use crate::failure::{Failure, with_causes};
use crate::geometry::Projection;
use crate::layer::{self, Layer};
use crate::model::Problem;
use crate::platform::{self, FileError};
use crate::text::Texts;
use crate::world::World;

/// The atlas from where the reader has it.
pub fn world(source: &Source) -> Result<World, Failure> {
    for (folder, option) in [(&source.atlas, "--atlas"), (&source.over, "--data")] {
        if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            let texts = Texts::english();
            let failure = Failure::new(texts.fill("opening.no-folder", &[("folder", &folder.display())]));
            return Err(failure.hint(texts.fill("opening.no-folder-hint", &[("option", &option)])));
        }
    }
    let catalog = catalog::load_from(source).map_err(|error| Failure::new(with_causes(&error)))?;
    Ok(World::new(catalog))
}

/// A file as a layer on the map, with what is wrong with it. One that cannot be read at all is an error.
pub fn layer(file: &Path, projection: &Projection) -> Result<(Layer, Vec<Problem>), FileError> {
    Ok(layer::read(&file.display().to_string(), &platform::read(file)?, projection))
}
