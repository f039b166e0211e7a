//! The atlas judged: ids, citations, dates, texts, holdings, ground. Every fault becomes a `Problem` with the
//! file and line of the entry; nothing is mended here, and no loading problem is told a second time.

mod census;
mod circles;
mod citations;
mod crossings;
mod dates;
mod grades;
mod ground;
mod holdings;
mod references;
mod texts;

use crate::model::{Origin, Problem, Severity};
use crate::world::World;

/// Everything that is wrong with the record and its ground, sorted by file, line and place.
pub fn check(world: &World) -> Vec<Problem> {
    let mut findings = Findings::default();
    references::judge(&world.atlas, &mut findings);
    circles::judge(&world.atlas, &mut findings);
    citations::judge(&world.atlas, &mut findings);
    texts::judge(&world.atlas, &mut findings);
    dates::judge(&world.atlas, &mut findings);
    holdings::judge(world, &mut findings);
    census::judge(&world.atlas, &mut findings);
    grades::judge(&world.atlas, &mut findings);
    ground::judge(world, &mut findings);
    findings.sorted()
}

/// The faults found so far.
#[derive(Default)]
struct Findings {
    problems: Vec<Problem>,
}

impl Findings {
    fn error(&mut self, origin: &Origin, path: impl Into<String>, message: impl Into<String>, done: &str) {
        self.add(Severity::Error, &origin.file, origin.line, path.into(), message.into(), done);
    }

    fn warning(&mut self, origin: &Origin, path: impl Into<String>, message: impl Into<String>, done: &str) {
        self.add(Severity::Warning, &origin.file, origin.line, path.into(), message.into(), done);
    }

    fn add(&mut self, severity: Severity, file: &str, line: usize, path: String, message: String, done: &str) {
        let (file, done) = (file.to_owned(), done.to_owned());
        self.problems.push(Problem { severity, file, line, column: 0, path, message, done });
    }

    fn sorted(mut self) -> Vec<Problem> {
        self.problems
            .sort_by(|a, b| (&a.file, a.line, &a.path, &a.message).cmp(&(&b.file, b.line, &b.path, &b.message)));
        self.problems.dedup();
        self.problems
    }
}
