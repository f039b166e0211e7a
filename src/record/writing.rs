//! Files that appear whole or not at all. It decides on no name and makes no text.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::storage::write_whole;

/// Why a file was not written.
#[derive(Debug, Error)]
pub enum WriteError {
    #[error("cannot make the folder {}", folder.display())]
    Folder { folder: PathBuf, source: io::Error },
    #[error("cannot write {}", file.display())]
    File { file: PathBuf, source: io::Error },
}

/// Writes each file into the folder, which is made where it is missing. Each file is written beside its place and
/// then moved there, so that nobody reads half of one; the set as a whole is not written at once.
pub fn write_files(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), WriteError> {
    std::fs::create_dir_all(folder).map_err(|source| WriteError::Folder { folder: folder.to_owned(), source })?;
    for (name, bytes) in files {
        write_file(&folder.join(name), bytes)?;
    }
    Ok(())
}

/// Writes one file in the same way.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_whole(path, bytes).map_err(|source| WriteError::File { file: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_whole_in_a_folder_that_was_missing_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        let files = [("one.csv".to_owned(), b"1".to_vec()), ("two.csv".to_owned(), b"2".to_vec())];
        write_files(&inner, &files).unwrap();
        write_files(&inner, &files).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(&inner).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["one.csv", "two.csv"]);
        assert_eq!(std::fs::read(inner.join("two.csv")).unwrap(), b"2");
    }

    #[test]
    fn a_file_that_cannot_be_written_is_named() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("taken")).unwrap();
        let error = write_file(&folder.path().join("taken"), b"x").unwrap_err();
        assert!(error.to_string().contains("taken"), "{error}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");
    }
}
