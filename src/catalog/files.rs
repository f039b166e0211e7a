//! Where the data comes from: the folder built into the program, or one on disk.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::embedded;

/// A file of a data folder.
pub struct DataFile {
    /// The path inside the folder, with `/`; for a folder on disk, the path as a person would type it.
    pub name: String,
    pub bytes: Cow<'static, [u8]>,
}

/// The files of a data folder, sorted by name.
pub struct Files {
    files: Vec<DataFile>,
}

/// Why a data folder could not be read.
#[derive(Debug, Error)]
pub enum FilesError {
    #[error("cannot read the data folder {}", folder.display())]
    Folder { folder: PathBuf, source: io::Error },
    #[error("cannot read {}", file.display())]
    File { file: PathBuf, source: io::Error },
    /// The folder is no atlas.
    #[error("{} is no atlas: {reason}", folder.display())]
    NoAtlas {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with its settings, or that there are none.
        reason: String,
    },
}

impl DataFile {
    /// The name of the file without its folders.
    pub fn stem(&self) -> &str {
        self.name.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or_default()
    }
}

impl Files {
    /// The folder that is built into the program.
    pub fn embedded() -> Self {
        let files = embedded::DATA
            .iter()
            .map(|(name, bytes)| DataFile { name: (*name).to_owned(), bytes: Cow::Borrowed(*bytes) })
            .collect();
        Self { files }
    }

    pub fn in_folder(folder: &Path) -> Result<Self, FilesError> {
        let mut files = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(dir) = open.pop() {
            let failed = |source| FilesError::Folder { folder: dir.clone(), source };
            for entry in fs::read_dir(&dir).map_err(failed)? {
                let path = entry.map_err(failed)?.path();
                if path.is_dir() {
                    if is_data_folder(&path) {
                        open.push(path);
                    }
                } else if has_data_extension(&path) {
                    let bytes = fs::read(&path).map_err(|source| FilesError::File { file: path.clone(), source })?;
                    files.push(DataFile { name: path.to_string_lossy().into_owned(), bytes: Cow::Owned(bytes) });
                }
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { files })
    }

    /// The files whose names end so, in order.
    pub fn ending(&self, end: &'static str) -> impl Iterator<Item = &DataFile> {
        self.files.iter().filter(move |file| file.name.ends_with(end))
    }
}

/// As for the embedded data: neither recipes nor hidden folders hold facts.
fn is_data_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name != "recipes" && !name.to_string_lossy().starts_with('.'))
}

fn has_data_extension(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        ["toml", "geojson", "json", "png"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}
