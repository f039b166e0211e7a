//! Files and folders read from the disk, within bounds: no file, however long, no pipe and no folder that leads to itself
//! keeps the program for ever.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::super::file_error::{FileError, Reason};

/// The most that is read of one file, in bytes.
const MOST_BYTES: u64 = 512 << 20;
/// The most files and folders that are looked at in one folder and those below it.
const MOST_ENTRIES: usize = 20_000;

/// The files of a folder and of those below it.
#[derive(Debug, Default)]
pub struct FilesBelow {
    /// The files, sorted by path.
    pub files: Vec<PathBuf>,
    /// Folders below that could not be read.
    pub failed: Vec<FileError>,
}

/// The bytes of a file, of a pipe or of a device, up to a bound that is an error when it is reached.
pub fn read(file: &Path) -> Result<Vec<u8>, FileError> {
    let failed = |reason| FileError::Read { file: file.to_owned(), reason };
    if file.is_dir() {
        return Err(failed(Reason::Folder));
    }
    let opened = File::open(file).map_err(|error| failed(error.into()))?;
    up_to(opened, MOST_BYTES).map_err(failed)
}

/// The bytes of a file as `read` gives them. Whatever is no plain file is an error: a pipe would be waited for.
pub fn read_plain(file: &Path) -> Result<Vec<u8>, FileError> {
    let failed = |reason| FileError::Read { file: file.to_owned(), reason };
    match fs::metadata(file) {
        Ok(about) if !about.is_file() => Err(failed(Reason::NotPlain)),
        Ok(_) => read(file),
        Err(error) => Err(failed(error.into())),
    }
}

fn up_to(mut from: impl io::Read, most: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    from.by_ref().take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Reason::TooLong { most_mib: most >> 20 }) } else { Ok(bytes) }
}

/// An error where there is no file of that name.
pub fn is_there(file: &Path) -> Result<(), FileError> {
    fs::metadata(file).map(drop).map_err(|error| FileError::Read { file: file.to_owned(), reason: error.into() })
}

/// The files in a folder and in those below it that `enter` lets in. A folder that links lead to more than once is
/// read once; one below that cannot be read costs itself alone. Very many files are an error: the folder is not meant.
pub fn files_below(folder: &Path, enter: impl Fn(&Path) -> bool) -> Result<FilesBelow, FileError> {
    at_most(MOST_ENTRIES, folder, enter)
}

fn at_most(most: usize, folder: &Path, enter: impl Fn(&Path) -> bool) -> Result<FilesBelow, FileError> {
    let mut below = FilesBelow::default();
    let mut known = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    let mut entries = 0;
    while let Some(inner) = open.pop() {
        if fs::canonicalize(&inner).is_ok_and(|real| !known.insert(real)) {
            continue;
        }
        let failed = |error: io::Error| FileError::ReadFolder { folder: inner.clone(), reason: error.into() };
        let listed = match fs::read_dir(&inner) {
            Ok(listed) => listed,
            Err(error) if inner == folder => return Err(failed(error)),
            Err(error) => {
                below.failed.push(failed(error));
                continue;
            }
        };
        for entry in listed {
            let path = match entry {
                Ok(entry) => entry.path(),
                Err(error) => {
                    below.failed.push(failed(error));
                    break;
                }
            };
            entries += 1;
            if entries > most {
                let reason = Reason::TooMany { most };
                return Err(FileError::ReadFolder { folder: folder.to_owned(), reason });
            }
            match path.is_dir() {
                true if enter(&path) => open.push(path),
                true => {}
                false => below.files.push(path),
            }
        }
        // Of two ways to one folder the first by name is taken.
        open.sort_by(|a, b| b.cmp(a));
    }
    below.files.sort();
    Ok(below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::with_causes;

    #[test]
    fn a_folder_read_as_a_file_is_called_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        assert!(with_causes(&read(folder.path()).unwrap_err()).ends_with("it is a folder, not a file"));
        assert!(read(&folder.path().join("none")).unwrap_err().is_missing());
    }

    #[test]
    fn what_has_no_end_is_read_up_to_the_bound_and_the_bound_is_named() {
        let error = up_to(io::repeat(b' '), 3 << 20).unwrap_err();
        assert!(error.to_string().contains("3 MiB"), "{error}");
        assert_eq!(up_to(io::repeat(b' ').take(3 << 20), 3 << 20).unwrap().len(), 3 << 20);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_with_links_to_itself_is_read_once() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.toml"), "").unwrap();
        for link in ["l1", "l2"] {
            std::os::unix::fs::symlink(".", folder.path().join(link)).unwrap();
        }
        let below = files_below(folder.path(), |_| true).unwrap();
        assert_eq!(below.files, [folder.path().join("a.toml")]);
        assert!(below.failed.is_empty());
    }

    #[test]
    fn a_folder_of_very_many_files_is_not_meant() {
        let folder = tempfile::tempdir().unwrap();
        for nth in 0..5 {
            fs::write(folder.path().join(nth.to_string()), "").unwrap();
        }
        assert_eq!(at_most(5, folder.path(), |_| true).unwrap().files.len(), 5);
        let error = at_most(4, folder.path(), |_| true).unwrap_err();
        assert!(with_causes(&error).contains("more than 4 files"), "{}", with_causes(&error));
    }
}
