//! Where the data comes from: the folder built into the program, or one on disk.

use std::borrow::Cow;
use std::path::Path;

use crate::embedded;
use crate::model::{Problem, Severity};
use crate::platform::{self, FileError};

/// A file of a data folder.
pub struct DataFile {
    /// The path inside the folder, with `/`; for a folder on disk, the path as a person would type it.
    pub name: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The files of a data folder, sorted by name.
pub struct Files {
    files: Vec<DataFile>,
}

impl DataFile {
    /// The name of the file without its folders.
    pub fn stem(&self) -> &str {
        self.name.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or_default()
    }

    /// The file as text. What is not UTF-8 is left out as a whole, for which the problem is.
    pub fn text(&self) -> Result<&str, Problem> {
        std::str::from_utf8(&self.bytes).map_err(|error| Problem {
            severity: Severity::Error,
            file: self.name.clone(),
            line: self.bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1,
            column: 0,
            path: String::new(),
            message: "the text is not UTF-8".to_owned(),
            done: "the file was left out".to_owned(),
        })
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

    /// The files of a folder on disk and of those below it.
    pub fn in_folder(folder: &Path) -> Result<Self, FileError> {
        let mut files = Vec::new();
        for path in platform::files_below(folder, is_data_folder)? {
            if has_data_extension(&path) {
                let bytes = Cow::Owned(platform::read(&path)?);
                files.push(DataFile { name: path.to_string_lossy().into_owned(), bytes });
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
