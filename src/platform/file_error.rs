//! Why a file could not be read or written, with the file that the reader named: never one that the program made for
//! itself on the way.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a file or a folder could not be used.
#[derive(Debug, Error)]
pub enum FileError {
    /// The file cannot be read.
    #[error("cannot read {}", file.display())]
    Read {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder was named where a file is needed.
    #[error("cannot read {}: it is a folder, not a file", folder.display())]
    IsFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The file cannot be written.
    #[error("cannot write {}", file.display())]
    Write {
        /// The file as it was to be called.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder cannot be listed.
    #[error("cannot read the folder {}", folder.display())]
    ReadFolder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder cannot be made.
    #[error("cannot make the folder {}", folder.display())]
    MakeFolder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl FileError {
    /// What is wrong, without the name of the file.
    pub fn reason(&self) -> String {
        match self {
            Self::IsFolder { .. } => io::Error::from(io::ErrorKind::IsADirectory).to_string(),
            Self::Read { source, .. }
            | Self::Write { source, .. }
            | Self::ReadFolder { source, .. }
            | Self::MakeFolder { source, .. } => source.to_string(),
        }
    }

    /// Whether the file is simply not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Read { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }
}
