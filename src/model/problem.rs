//! What can be wrong with the data, and how it is told: file, line, place, reason, and what was done.

use std::fmt;

/// Something wrong with the data, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub severity: Severity,
    /// The file, by its path from the folder of the data or as it was named.
    pub file: String,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Counted from 1; 0 where the line is all that is known.
    pub column: usize,
    /// The place inside the file: `event[treaty-of-kars-signed-1921].date`.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What was done: `the entry was left out`.
    pub done: String,
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is odd, and everything is used.
    Warning,
    /// Something could not be used as it stands.
    Error,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
            if self.column > 0 {
                write!(f, ":{}", self.column)?;
            }
        }
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, ": {severity}: ")?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if !self.done.is_empty() {
            write!(f, " ({})", self.done)?;
        }
        Ok(())
    }
}
