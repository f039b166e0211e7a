//! Why the program did not do its work, as `error:` and `hint:` lines and an exit status, for command line and window
//! alike. Problems of the data are not failures: they are printed one per line while the work goes on.

use std::error::Error;
use std::process::ExitCode;

use crate::platform::{self, FileError};
use crate::text::Texts;

/// Why the program did not do its work. Its causes stand in the message.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    message: String,
    hint: Option<String>,
    status: u8,
}

impl Failure {
    /// The work failed (exit status 1).
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, status: 1 }
    }

    /// The arguments are wrong (exit status 2).
    pub fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, status: 2 }
    }

    /// Adds what the reader can do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::new(with_causes(&error))
    }
}

/// Prints what went wrong on standard error. Messages of commands are English.
pub fn tell_error(message: &str) {
    platform::tell(Texts::english().fill("failure.error", &[("message", &message)]));
}

/// Prints on standard error what the reader should know of work that was done.
pub fn tell_warning(message: &str) {
    platform::tell(Texts::english().fill("failure.warning", &[("message", &message)]));
}

/// An error and its causes in one line.
pub fn with_causes(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.push_str(": ");
        words.push_str(&error.to_string());
        cause = error.source();
    }
    words
}

/// Prints an error with its causes and the hint on standard error, and gives the exit status of the program.
pub fn report(error: &anyhow::Error) -> ExitCode {
    tell_error(&format!("{error:#}"));
    let failure = error.chain().find_map(|cause| cause.downcast_ref::<Failure>());
    if let Some(hint) = failure.and_then(|failure| failure.hint.as_deref()) {
        platform::tell(Texts::english().fill("failure.hint", &[("hint", &hint)]));
    }
    ExitCode::from(failure.map_or(1, |failure| failure.status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_told_with_the_reason() {
        let error = crate::platform::read(std::path::Path::new("/no/such/file")).unwrap_err();
        let failure = Failure::from(error);
        assert!(failure.to_string().starts_with("cannot read /no/such/file: "), "{failure}");
        assert_eq!(failure.status, 1);
    }
}
