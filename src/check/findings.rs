//! The faults that the checks have found, each with the file and line of its entry, in the words of the texts.

use crate::catalog::Done;
use crate::model::{Origin, Problem, Severity};
use crate::text::{Given, Texts};

/// The faults found so far.
#[derive(Default)]
pub struct Findings {
    problems: Vec<Problem>,
}

impl Findings {
    /// A fault that costs something. `message` is the key of its text.
    pub fn error(
        &mut self,
        origin: &Origin,
        path: impl Into<String>,
        message: &'static str,
        given: &Given<'_>,
        done: Done,
    ) {
        self.add(Severity::Error, origin, path.into(), Texts::english().fill(message, given), done);
    }

    /// A fault that costs nothing. `message` is the key of its text.
    pub fn warning(
        &mut self,
        origin: &Origin,
        path: impl Into<String>,
        message: &'static str,
        given: &Given<'_>,
        done: Done,
    ) {
        self.add(Severity::Warning, origin, path.into(), Texts::english().fill(message, given), done);
    }

    fn add(&mut self, severity: Severity, origin: &Origin, path: String, message: String, done: Done) {
        let done = Texts::english().say(done).to_owned();
        self.problems.push(Problem {
            severity,
            file: origin.file.to_string(),
            line: origin.line,
            column: 0,
            path,
            message,
            done,
        });
    }

    /// The faults by file, line and place, each once.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.problems
            .sort_by(|a, b| (&a.file, a.line, &a.path, &a.message).cmp(&(&b.file, b.line, &b.path, &b.message)));
        self.problems.dedup();
        self.problems
    }
}
