//! Where the data comes from: the folder built into the program, or one on disk.

use std::borrow::Cow;
use std::path::Path;

use super::report::{Place, Report};
use crate::embedded;
use crate::model::{Problem, Severity};
use crate::platform::{self, FileError};
use crate::text::Texts;

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
    /// What is wrong with files and folders that were not read.
    problems: Vec<Problem>,
}

impl DataFile {
    /// The name of the file without its folders.
    pub fn stem(&self) -> &str {
        self.name.rsplit(['/', std::path::MAIN_SEPARATOR]).next().unwrap_or_default()
    }

    /// Reads the file as text, and tells what is wrong with it at its places. What is not UTF-8 is left out as a whole.
    pub fn read_text<T>(
        &self,
        problems: &mut Vec<Problem>,
        read: impl FnOnce(&str, &mut Report<'_>) -> Option<T>,
    ) -> Option<T> {
        let mut report = Report::new(&self.name);
        let (text, read) = match std::str::from_utf8(&self.bytes) {
            Ok(text) => (text, read(text, &mut report)),
            Err(error) => {
                let valid = error.valid_up_to();
                report.error("file.not-utf-8", &[], "done.file-left-out", || Place::Byte(valid, String::new()));
                (self.bytes.get(..valid).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default(), None)
            }
        };
        problems.extend(report.into_problems(text, false));
        read
    }

    fn ends_in(&self, end: &str) -> bool {
        let start = self.name.len().saturating_sub(end.len());
        self.name.get(start..).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    }
}

impl Files {
    /// The folder that is built into the program.
    pub fn embedded() -> Self {
        let files = embedded::DATA
            .iter()
            .map(|(name, bytes)| DataFile { name: (*name).to_owned(), bytes: Cow::Borrowed(*bytes) })
            .collect();
        Self { files, problems: Vec::new() }
    }

    /// The files of a folder on disk and of those below it. What cannot be read costs itself alone, unless it is the folder
    /// itself; what is passed over is told, but for hidden files and those that are known to hold no data.
    pub fn in_folder(folder: &Path) -> Result<Self, FileError> {
        let (mut files, mut problems) = (Vec::new(), Vec::new());
        let below = platform::files_below(folder, is_data_folder)?;
        problems.extend(below.failed.iter().map(|error| left_out(error.path(), "file.unreadable", &error.reason())));
        for path in below.files.iter().filter(|path| !is_hidden(path)) {
            match ending(path) {
                Some(known) if DATA.contains(&known.as_str()) => match platform::read_plain(path) {
                    Ok(bytes) => files.push(DataFile { name: name_of(path), bytes: Cow::Owned(bytes) }),
                    Err(error) => problems.push(left_out(path, "file.unreadable", &error.reason())),
                },
                Some(other) if !NO_DATA.contains(&other.as_str()) => {
                    problems.push(left_out(path, "file.ending", &other));
                }
                _ => {}
            }
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { files, problems })
    }

    /// The files whose names end so, in large or small letters, in order.
    pub fn ending(&self, end: &'static str) -> impl Iterator<Item = &DataFile> {
        self.files.iter().filter(move |file| file.ends_in(end))
    }

    /// What is wrong with files and folders that were not read.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// The endings of files that hold data.
const DATA: [&str; 4] = ["toml", "geojson", "json", "png"];
/// The endings of files that stand beside data and are no data of the atlas: documents, and pictures of maps.
const NO_DATA: [&str; 3] = ["md", "svg", "pdf"];

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

fn name_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn left_out(path: &Path, kind: &'static str, reason: &str) -> Problem {
    let texts = Texts::english();
    Problem {
        severity: if kind == "file.ending" { Severity::Warning } else { Severity::Error },
        file: name_of(path),
        line: 0,
        column: 0,
        path: String::new(),
        message: texts.fill(kind, &[("reason", &reason)]),
        done: texts.say("done.file-left-out").to_owned(),
    }
}

/// As for the embedded data: neither recipes nor hidden folders hold facts.
fn is_data_folder(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name != "recipes") && !is_hidden(path)
}

/// Editors and systems keep files of their own beside those of the reader.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
