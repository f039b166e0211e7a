//! Why a file could not be read or written, with the file that the reader named: never one that the program made for
//! itself on the way.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Why a file or a folder could not be used.
#[derive(Debug, Error)]
pub enum FileError {
    /// The file cannot be read.
    #[error("cannot read {}", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// Why not.
        #[source]
        reason: Reason,
    },
    /// The file cannot be written.
    #[error("cannot write {}", file.display())]
    Write {
        /// The file as it was to be called.
        file: PathBuf,
        /// Why not.
        #[source]
        reason: Reason,
    },
    /// The folder cannot be listed.
    #[error("cannot read the folder {}", folder.display())]
    ReadFolder {
        /// The folder.
        folder: PathBuf,
        /// Why not.
        #[source]
        reason: Reason,
    },
    /// The folder cannot be made.
    #[error("cannot make the folder {}", folder.display())]
    MakeFolder {
        /// The folder.
        folder: PathBuf,
        /// Why not.
        #[source]
        reason: Reason,
    },
}

/// What stands in the way.
#[derive(Debug, Error)]
pub enum Reason {
    /// What the system says.
    #[error(transparent)]
    System(#[from] io::Error),
    /// A folder stands where a file is needed.
    #[error("it is a folder, not a file")]
    Folder,
    /// A pipe, a device or the like stands where a file is needed.
    #[error("it is a pipe or a device, not a plain file")]
    NotPlain,
    /// There is more of it than is read.
    #[error("it is longer than {most_mib} MiB, the most that is read of a file")]
    TooLong {
        /// The most that is read, in 1,048,576 bytes.
        most_mib: u64,
    },
    /// There are more files than are looked at.
    #[error("there are more than {most} files in it: is it the folder that was meant?")]
    TooMany {
        /// The most that are looked at.
        most: usize,
    },
    /// The links lead nowhere but to one another.
    #[error("the links lead back to themselves")]
    Links,
    /// The file may not be written.
    #[error("it is read-only")]
    ReadOnly,
    /// The file is there, and is to stay.
    #[error("a file of that name is there already")]
    Exists,
}

impl FileError {
    /// The file or the folder that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Read { file: path, .. }
            | Self::Write { file: path, .. }
            | Self::ReadFolder { folder: path, .. }
            | Self::MakeFolder { folder: path, .. } => path,
        }
    }

    /// What is wrong, without the name of the file.
    pub fn reason(&self) -> String {
        self.why().to_string()
    }

    /// Whether the file is simply not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Read { reason: Reason::System(error), .. } if error.kind() == io::ErrorKind::NotFound)
    }

    /// Whether the file is there and was to stay.
    pub fn is_taken(&self) -> bool {
        matches!(self.why(), Reason::Exists)
    }

    fn why(&self) -> &Reason {
        match self {
            Self::Read { reason, .. }
            | Self::Write { reason, .. }
            | Self::ReadFolder { reason, .. }
            | Self::MakeFolder { reason, .. } => reason,
        }
    }
}
