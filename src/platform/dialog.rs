//! Dialogs of the system, beside the window.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::native::{dialog_to_open, dialog_to_save};

/// Asks for files to open; `endings` are those of this `kind` of file, without a dot. The answer is empty where the reader
/// chooses none or the system has no such dialog. `wake` is called when it is there.
pub fn ask_what_to_open(
    kind: &'static str,
    endings: &'static [&'static str],
    wake: impl FnOnce() + Send + 'static,
) -> Job<Vec<PathBuf>> {
    Job::start(move || dialog_to_open(kind, endings), wake)
}

/// Asks for the name of a file to save, beginning with `start`; `endings` are those of this `kind` of file, without a dot.
/// The answer is `None` where the reader names none or the system has no such dialog. `wake` is called when it is there.
pub fn ask_where_to_save(
    start: &Path,
    kind: &'static str,
    endings: &'static [&'static str],
    wake: impl FnOnce() + Send + 'static,
) -> Job<Option<PathBuf>> {
    let start = start.to_owned();
    Job::start(move || dialog_to_save(&start, kind, endings), wake)
}
