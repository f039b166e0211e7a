//! The atlas judged: ids, citations, dates, texts, holdings, ground. Every fault becomes a `Problem` with the
//! file and line of the entry; nothing is mended here, and no loading problem is told a second time.

mod census;
mod circles;
mod citations;
mod dates;
mod findings;
mod grades;
mod ground;
mod holdings;
mod references;
mod texts;

use findings::Findings;

use crate::model::Problem;
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
