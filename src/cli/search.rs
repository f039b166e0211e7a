//! `search`: ranked hits.

use std::fmt::Write;

use super::args::SearchArgs;
use super::load;
use super::output::print;
use crate::catalog::Source;
use crate::search::SearchIndex;
use crate::text::Texts;

pub fn run(args: &SearchArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let hits = SearchIndex::new(&world, texts).search(&args.text.join(" "), args.limit);
    print(&hits, args.json, |hits| {
        let mut text = String::new();
        for hit in hits {
            let _ = write!(text, "{} ({} {})", hit.name, hit.kind.as_str(), hit.id);
            if hit.matched != hit.name {
                let _ = write!(text, ": {}", hit.matched);
            }
            text.push('\n');
            if let Some(sentence) = &hit.sentence {
                let _ = writeln!(text, "  {sentence}");
            }
        }
        text
    })
}
