//! What went wrong, as `error:` and `hint:` lines and an exit status. Problems of the data are not failures:
//! they are told one a line while the work goes on.

use std::process::ExitCode;

use thiserror::Error;

/// Why a command did not do its work.
#[derive(Debug, Error)]
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

    /// With what would help.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Prints an error with its causes and the hint, and gives the exit status.
pub fn print_failure(error: &anyhow::Error) -> ExitCode {
    eprintln!("error: {error:#}");
    let failure = error.chain().find_map(|cause| cause.downcast_ref::<Failure>());
    if let Some(hint) = failure.and_then(|failure| failure.hint.as_deref()) {
        eprintln!("hint: {hint}");
    }
    ExitCode::from(failure.map_or(1, |failure| failure.status))
}
