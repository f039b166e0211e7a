//! A desk computer: its file system, its threads, its clock.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;

use super::file_error::FileError;

/// The bytes of a file.
pub fn read(file: &Path) -> Result<Vec<u8>, FileError> {
    if file.is_dir() {
        return Err(FileError::IsFolder { folder: file.to_owned() });
    }
    fs::read(file).map_err(|source| FileError::Read { file: file.to_owned(), source })
}

/// An error where there is no file of that name.
pub fn is_there(file: &Path) -> Result<(), FileError> {
    fs::metadata(file).map(|_| ()).map_err(|source| FileError::Read { file: file.to_owned(), source })
}

/// Writes a file whole or not at all: beside its place first and then put there, so that nobody ever finds half of it. A
/// folder that is missing is not made.
pub fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), FileError> {
    put_whole(file, bytes).map_err(|source| FileError::Write { file: file.to_owned(), source })
}

/// Writes each file whole into the folder, which is made where it is missing. The set as a whole is not written at once.
pub fn write_files(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), FileError> {
    make_folder(folder)?;
    files.iter().try_for_each(|(name, bytes)| write_whole(&folder.join(name), bytes))
}

/// Makes a folder and those above it where they are missing.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder).map_err(|source| FileError::MakeFolder { folder: folder.to_owned(), source })
}

fn put_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A temporary file is for its owner alone by default; this one becomes an ordinary file, less the umask. The errors of
    // this way of making one do not name it either.
    let make = |path: &Path| fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut temporary = tempfile::Builder::new().prefix(".kars-atlas-").make_in(folder, make)?;
    temporary.as_file_mut().write_all(bytes)?;
    // The new name may reach the disk before the bytes do: after a power cut the file would be there, and empty.
    temporary.as_file().sync_all()?;
    temporary.persist(file).map_err(|error| error.error)?;
    // And the name itself is sure when the folder is. Not every file system can be asked for that, nor does it undo
    // what is done.
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The files in a folder and in those below it that `enter` lets in, sorted by path.
pub fn files_below(folder: &Path, enter: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, FileError> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let failed = |source| FileError::ReadFolder { folder: folder.clone(), source };
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            match path.is_dir() {
                true if enter(&path) => open.push(path),
                true => {}
                false => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Gives a file another name. What had that name before is replaced.
pub fn move_file(from: &Path, to: &Path) -> Result<(), FileError> {
    fs::rename(from, to).map_err(|source| FileError::Write { file: to.to_owned(), source })
}

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

    fn names(folder: &Path) -> Vec<String> {
        let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
        files_below(folder, |_| false).unwrap().iter().map(name).collect()
    }

    #[test]
    fn files_stand_whole_in_a_folder_that_was_missing_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        let files = [("one.csv".to_owned(), b"1".to_vec()), ("two.csv".to_owned(), b"2".to_vec())];
        write_files(&inner, &files).unwrap();
        write_files(&inner, &files).unwrap();
        assert_eq!(names(&inner), ["one.csv", "two.csv"]);
        assert_eq!(read(&inner.join("two.csv")).unwrap(), b"2");
    }

    /// The folder is missing, or something stands in the way: the message has the name that was asked for and no other.
    #[test]
    fn a_file_that_cannot_be_written_is_named_and_the_temporary_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("taken")).unwrap();
        for file in ["missing/map.png", "taken"] {
            let file = folder.path().join(file);
            let error = anyhow::Error::from(write_whole(&file, b"x").unwrap_err());
            let said = format!("{error:#}");
            assert!(said.starts_with(&format!("cannot write {}: ", file.display())), "{said}");
            assert!(!said.contains(".kars-atlas-"), "{said}");
        }
        assert!(names(folder.path()).is_empty(), "a temporary file has stayed");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_the_rights_that_any_new_file_has() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let [whole, plain] = ["whole", "plain"].map(|name| folder.path().join(name));
        write_whole(&whole, b"x").unwrap();
        fs::write(&plain, b"x").unwrap();
        let rights = |file| fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(rights(&whole), rights(&plain));
    }

    #[test]
    fn a_folder_read_as_a_file_is_called_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path()).unwrap_err().to_string().ends_with("it is a folder, not a file"));
        assert!(read(&folder.path().join("none")).unwrap_err().is_missing());
    }

    #[test]
    fn as_many_threads_can_be_had_as_were_asked_for() {
        assert_eq!(threads_to_be_had(0), 0);
        assert_eq!(threads_to_be_had(3), 3);
        assert!(has_threads());
    }
}
