//! A desk computer: its file system, its terminal, its threads, its clock.

mod ending;
mod place;
mod read;
mod terminal;
mod write;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;

pub use ending::{end_in_order, prepare_to_end};
pub use read::{FilesBelow, files_below, is_there, read, read_plain};
pub use terminal::{LineOver, on_one_line, print, print_bytes, print_json, prints_to_terminal, tell, while_told};
pub use write::{Existing, make_folder, move_file, write_files, write_whole};

/// Where the state of the last run is stored, if the system has a place for such things.
pub fn state_file() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "kars-atlas").map(|dirs| dirs.data_local_dir().join("state.json"))
}

/// The folder in which the reader looks for pictures; empty where the system names none.
pub fn pictures_folder() -> PathBuf {
    directories::UserDirs::new()
        .and_then(|dirs| dirs.picture_dir().or(Some(dirs.home_dir())).map(Path::to_owned))
        .unwrap_or_default()
}

/// Asks for files to open, as `super::ask_what_to_open` does, and returns when the reader has answered.
#[cfg(feature = "gui")]
pub(super) fn dialog_to_open(kind: &str, endings: &[&str]) -> Vec<PathBuf> {
    rfd::FileDialog::new().add_filter(kind, endings).pick_files().unwrap_or_default()
}

/// Asks for the name of a file to save, as `super::ask_where_to_save` does, and returns when the reader has answered.
#[cfg(feature = "gui")]
pub(super) fn dialog_to_save(start: &Path, kind: &str, endings: &[&str]) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new().add_filter(kind, endings);
    if let Some(folder) = start.parent() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = start.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    dialog.save_file()
}

/// Whether a thread can be made beside this one, asked anew at each call.
pub fn has_threads() -> bool {
    threads_to_be_had(1) == 1
}

/// Sees to it that drawing and loading do with the threads that can be made, if need be with this one alone: the pool
/// would stop the program where it got fewer than it wants. To be called once, before anything else.
pub fn prepare_threads() {
    let wanted = thread::available_parallelism().map_or(1, usize::from);
    let pool = match threads_to_be_had(wanted) {
        0 => rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread(),
        fewer if fewer < wanted => rayon::ThreadPoolBuilder::new().num_threads(fewer),
        _ => return,
    };
    // A pool that is there already does as well.
    let _ = pool.build_global();
}

/// How many threads, up to this many, can be made at the same time.
fn threads_to_be_had(wanted: usize) -> usize {
    let mut made = Vec::new();
    while made.len() < wanted {
        let (end, ends) = channel::<()>();
        let Ok(thread) = thread::Builder::new().spawn(move || ends.recv()) else { break };
        made.push((end, thread));
    }
    let number = made.len();
    for (end, thread) in made {
        drop(end);
        // It ends because nobody can send to it any more.
        let _ = thread.join();
    }
    number
}

/// Runs something on a thread of its own, which ends with the program.
pub(super) fn spawn(run: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().spawn(run).map(drop)
}

/// The day by the machine's clock, in UTC: the one look at a clock in the program.
#[expect(clippy::disallowed_methods, reason = "what draws and writes does not ask for the day")]
pub fn today() -> Option<chrono::NaiveDate> {
    const SECONDS_OF_A_DAY: u64 = 86_400;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    chrono::DateTime::UNIX_EPOCH.date_naive().checked_add_days(chrono::Days::new(since.as_secs() / SECONDS_OF_A_DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_threads_can_be_had_as_were_asked_for() {
        assert_eq!(threads_to_be_had(0), 0);
        assert_eq!(threads_to_be_had(3), 3);
        assert!(has_threads());
    }
}
