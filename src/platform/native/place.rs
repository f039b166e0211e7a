//! The place that an output goes to: where links lead, and what a file is that must stay so.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::super::file_error::Reason;

/// The folder that a file is in.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file that links lead to, which is not there.
pub fn end_of_links(file: &Path) -> Result<PathBuf, Reason> {
    const MOST_LINKS: usize = 40;
    let mut place = file.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&place) {
            Ok(to) => place = folder_of(&place).join(to),
            Err(_) => return Ok(place),
        }
    }
    Err(Reason::Links)
}

/// Whether a name stands for what some program has open, as `/dev/stdout` does: another file of that name would be
/// nobody's.
pub fn is_open_elsewhere(file: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"].iter().any(|open| file.starts_with(open))
}

/// Whether a file has several names (hard links).
#[cfg(unix)]
pub fn has_other_names(there: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    there.nlink() > 1
}

/// Gives a new file the owner and the mode of the one that is there.
#[cfg(unix)]
pub fn keep_what_it_is(file: &File, there: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (there.uid(), there.gid()) {
        fchown(file, Some(there.uid()), Some(there.gid()))?;
    }
    file.set_permissions(there.permissions())
}

/// Not known of here.
#[cfg(not(unix))]
pub fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Not known of here.
#[cfg(not(unix))]
pub fn keep_what_it_is(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}
