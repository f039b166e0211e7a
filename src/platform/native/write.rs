//! Files written whole or not at all, and nothing replaced that is no plain file: links are followed, a pipe and a device
//! are written to, what is read-only is left alone, and mode and owner stay.
//!
//! A file with several names (hard links), one whose owner cannot be given to a new file and one in a folder that takes no
//! new file are written in place, since only so they stay what they are: of these a full disk may leave a half.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::super::file_error::{FileError, Reason};
use super::ending;
use super::place::{end_of_links, folder_of, has_other_names, is_open_elsewhere, keep_what_it_is};

/// What becomes of a file that has the name already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Existing {
    /// Its text is replaced.
    #[default]
    Replace,
    /// It stays, and nothing is written.
    Keep,
}

/// Writes a file whole or not at all: beside its place first and then put there, so that nobody ever finds half of it. A
/// folder that is missing is not made.
pub fn write_whole(file: &Path, bytes: &[u8], existing: Existing) -> Result<(), FileError> {
    stage(file, bytes, existing).and_then(Staged::put).map_err(|reason| failed(file, reason))
}

/// Writes files into the folder, which is made where it is missing. All of them are ready before the first is put in its
/// place, so that a full disk costs none of those that were there.
pub fn write_files(folder: &Path, files: &[(String, Vec<u8>)], existing: Existing) -> Result<(), FileError> {
    make_folder(folder)?;
    let mut staged = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let file = folder.join(name);
        staged.push((stage(&file, bytes, existing).map_err(|reason| failed(&file, reason))?, file));
    }
    staged.into_iter().try_for_each(|(staged, file)| staged.put().map_err(|reason| failed(&file, reason)))
}

/// Makes a folder and those above it where they are missing.
pub fn make_folder(folder: &Path) -> Result<(), FileError> {
    fs::create_dir_all(folder)
        .map_err(|error| FileError::MakeFolder { folder: folder.to_owned(), reason: error.into() })
}

/// Gives a file another name. What had that name before is replaced.
pub fn move_file(from: &Path, to: &Path) -> Result<(), FileError> {
    fs::rename(from, to).map_err(|error| failed(to, error.into()))
}

fn failed(file: &Path, reason: Reason) -> FileError {
    FileError::Write { file: file.to_owned(), reason }
}

/// Bytes on their way into a file.
enum Staged<'b> {
    /// They lie beside the place.
    Beside { temporary: NamedTempFile, place: PathBuf, existing: Existing },
    /// They are written to what is there.
    Into { place: PathBuf, bytes: &'b [u8], cut: bool },
}

fn stage<'b>(file: &Path, bytes: &'b [u8], existing: Existing) -> Result<Staged<'b>, Reason> {
    let there = match fs::metadata(file) {
        Ok(there) => Some(there),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    let Some(there) = there else {
        let place = end_of_links(file)?;
        return Ok(Staged::Beside { temporary: beside(&place, bytes, |_| Ok(()))?, place, existing });
    };
    if there.is_dir() {
        return Err(Reason::Folder);
    }
    if !there.is_file() || is_open_elsewhere(file) {
        return Ok(Staged::Into { place: file.to_owned(), bytes, cut: false });
    }
    if existing == Existing::Keep {
        return Err(Reason::Exists);
    }
    if there.permissions().readonly() {
        return Err(Reason::ReadOnly);
    }
    let place = fs::canonicalize(file)?;
    // Whoever may write to the folder alone may not write to the file.
    OpenOptions::new().write(true).open(&place)?;
    let in_place = || Staged::Into { place: place.clone(), bytes, cut: true };
    if has_other_names(&there) {
        return Ok(in_place());
    }
    match beside(&place, bytes, |temporary| keep_what_it_is(temporary, &there)) {
        Ok(temporary) => Ok(Staged::Beside { temporary, place, existing }),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(in_place()),
        Err(error) => Err(error.into()),
    }
}

impl Staged<'_> {
    fn put(self) -> Result<(), Reason> {
        match self {
            Self::Into { place, bytes, cut } => {
                let mut file = OpenOptions::new().write(true).truncate(cut).open(place)?;
                file.write_all(bytes)?;
                // A pipe has no disk to reach.
                let _ = file.sync_all();
            }
            Self::Beside { temporary, place, existing } => {
                let from = temporary.path().to_owned();
                let put = match existing {
                    Existing::Replace => temporary.persist(&place),
                    Existing::Keep => temporary.persist_noclobber(&place),
                };
                ending::forget(&from);
                put.map_err(|error| match error.error.kind() {
                    io::ErrorKind::AlreadyExists => Reason::Exists,
                    _ => error.error.into(),
                })?;
                // The name is sure when the folder is. Not every file system can be asked for that, nor does it undo
                // what is done.
                let _ = File::open(folder_of(&place)).and_then(|folder| folder.sync_all());
            }
        }
        Ok(())
    }
}

/// A file beside a place that holds the bytes, on the disk, and goes away unless it is put there.
fn beside(place: &Path, bytes: &[u8], prepare: impl FnOnce(&File) -> io::Result<()>) -> io::Result<NamedTempFile> {
    // A temporary file is for its owner alone by default; this one becomes an ordinary file, less the umask. The errors of
    // this way of making one do not name it either.
    let make =
        |path: &Path| OpenOptions::new().write(true).create_new(true).open(path).inspect(|_| ending::remember(path));
    let mut temporary = tempfile::Builder::new().prefix(".kars-atlas-").make_in(folder_of(place), make)?;
    prepare(temporary.as_file())?;
    temporary.as_file_mut().write_all(bytes)?;
    // The new name may reach the disk before the bytes do: after a power cut the file would be there, and empty.
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

#[cfg(test)]
mod tests {
    use super::super::files_below;
    use super::*;
    use crate::failure::with_causes;

    fn names(folder: &Path) -> Vec<String> {
        let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
        files_below(folder, |_| false).unwrap().files.iter().map(name).collect()
    }

    fn write(file: &Path, text: &str) -> Result<(), String> {
        write_whole(file, text.as_bytes(), Existing::Replace).map_err(|error| with_causes(&error))
    }

    fn read(file: &Path) -> String {
        fs::read_to_string(file).unwrap()
    }

    #[test]
    fn files_stand_whole_in_a_folder_that_was_missing_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        let files = [("one.csv".to_owned(), b"1".to_vec()), ("two.csv".to_owned(), b"2".to_vec())];
        write_files(&inner, &files, Existing::Replace).unwrap();
        write_files(&inner, &files, Existing::Replace).unwrap();
        assert_eq!(names(&inner), ["one.csv", "two.csv"]);
        assert_eq!(read(&inner.join("two.csv")), "2");
    }

    #[test]
    fn of_a_set_that_cannot_be_written_whole_nothing_is() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("two.csv")).unwrap();
        fs::write(folder.path().join("one.csv"), "old").unwrap();
        let files = [("one.csv".to_owned(), b"1".to_vec()), ("two.csv".to_owned(), b"2".to_vec())];
        assert!(write_files(folder.path(), &files, Existing::Replace).is_err());
        assert_eq!(read(&folder.path().join("one.csv")), "old");
        assert_eq!(names(folder.path()), ["one.csv"]);
    }

    /// The folder is missing, or something stands in the way: the message has the name that was asked for and no other.
    #[test]
    fn a_file_that_cannot_be_written_is_named_and_the_temporary_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("taken")).unwrap();
        for file in ["missing/map.png", "taken"] {
            let file = folder.path().join(file);
            let said = write(&file, "x").unwrap_err();
            assert!(said.starts_with(&format!("cannot write {}: ", file.display())), "{said}");
            assert!(!said.contains(".kars-atlas-"), "{said}");
        }
        assert!(names(folder.path()).is_empty(), "a temporary file has stayed");
    }

    #[test]
    fn what_is_there_stays_where_that_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("map.svg");
        write_whole(&file, b"1", Existing::Keep).unwrap();
        let error = write_whole(&file, b"2", Existing::Keep).unwrap_err();
        assert!(with_causes(&error).ends_with("a file of that name is there already"), "{}", with_causes(&error));
        assert_eq!(read(&file), "1");
        assert_eq!(names(folder.path()), ["map.svg"]);
    }

    #[cfg(unix)]
    mod of_unix {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

        use super::*;

        #[test]
        fn a_new_file_has_the_mode_of_any_new_file_and_an_old_one_keeps_its_own() {
            let folder = tempfile::tempdir().unwrap();
            let [whole, plain] = ["whole", "plain"].map(|name| folder.path().join(name));
            write(&whole, "x").unwrap();
            fs::write(&plain, "x").unwrap();
            let mode = |file| fs::metadata(file).unwrap().permissions().mode() & 0o7777;
            assert_eq!(mode(&whole), mode(&plain));
            fs::set_permissions(&whole, fs::Permissions::from_mode(0o640)).unwrap();
            write(&whole, "y").unwrap();
            assert_eq!((mode(&whole), read(&whole).as_str()), (0o640, "y"));
        }

        #[test]
        fn what_a_link_leads_to_is_written_though_it_be_missing_and_the_link_stays() {
            let folder = tempfile::tempdir().unwrap();
            let [link, file, round] = ["link", "deep/file", "round"].map(|name| folder.path().join(name));
            fs::create_dir(folder.path().join("deep")).unwrap();
            symlink("deep/file", &link).unwrap();
            for text in ["new", "newer"] {
                write(&link, text).unwrap();
                assert_eq!(read(&file), text);
                assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            }
            symlink("round", &round).unwrap();
            assert!(write(&round, "x").is_err());
        }

        #[test]
        fn a_file_keeps_its_other_names() {
            let folder = tempfile::tempdir().unwrap();
            let [one, two] = ["one", "two"].map(|name| folder.path().join(name));
            fs::write(&one, "a longer text").unwrap();
            fs::hard_link(&one, &two).unwrap();
            write(&one, "new").unwrap();
            assert_eq!(read(&two), "new");
            assert_eq!(fs::metadata(&one).unwrap().nlink(), 2);
        }

        #[test]
        fn a_read_only_file_is_left_alone() {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("old");
            fs::write(&file, "old").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
            assert!(write(&file, "new").unwrap_err().ends_with("it is read-only"));
            assert_eq!(read(&file), "old");
            assert_eq!(names(folder.path()), ["old"]);
        }

        #[test]
        fn a_pipe_is_written_to_and_stays_a_pipe() {
            let folder = tempfile::tempdir().unwrap();
            let pipe = folder.path().join("pipe");
            let made = std::process::Command::new("mkfifo").arg(&pipe).status();
            assert!(made.is_ok_and(|status| status.success()), "mkfifo is needed");
            let reader = std::thread::spawn({
                let pipe = pipe.clone();
                move || read(&pipe)
            });
            write(&pipe, "through").unwrap();
            assert_eq!(reader.join().unwrap(), "through");
            assert!(!fs::metadata(&pipe).unwrap().is_file());
            write(Path::new("/dev/null"), "x").unwrap();
            assert!(write(Path::new("/dev/full"), "x").is_err());
        }
    }
}
