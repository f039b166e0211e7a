//! `record`, `cite` and `coverage`: the record for use elsewhere, into files or onto standard output.

use anyhow::Context as _;

use super::args::{CiteArgs, CiteFormat, RecordArgs, RecordFormat};
use super::load;
use super::output::{existing, is_standard_output, print_text, write};
use crate::catalog::Source;
use crate::failure::Failure;
use crate::platform;
use crate::record;
use crate::text::Texts;

/// Writes the whole record: a file for Linked Places, a folder for CSV.
pub fn run(args: &RecordArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let existing = existing(args.no_clobber);
    match args.format {
        RecordFormat::LinkedPlaces => {
            let mut text = serde_json::to_string(&record::linked_places(&world, texts))
                .context(texts.say("failure.no-json").to_owned())?;
            text.push('\n');
            write(&args.output, text.as_bytes(), existing)?;
        }
        RecordFormat::Csv if is_standard_output(&args.output) => {
            return Err(Failure::usage(Texts::english().say("output.folder-wanted")).into());
        }
        RecordFormat::Csv => platform::write_files(&args.output, &record::tables(&world), existing)?,
    }
    Ok(())
}

/// Prints the citation of an entry.
pub fn run_cite(args: &CiteArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let cited = record::cite(&world, texts, &args.id).ok_or_else(|| {
        Failure::new(texts.fill("failure.no-entry", &[("id", &args.id)])).hint(texts.say("failure.ids-by-name"))
    })?;
    print_text(&match args.format {
        CiteFormat::Note => format!("{}\n", cited.chicago_note()),
        CiteFormat::Bibtex => format!("{}\n", cited.bibtex().trim_end()),
        CiteFormat::Csl => format!("{:#}\n", cited.csl_json()),
    })
}

/// Prints how many statements stand at which grade.
pub fn run_coverage(source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let world = load::world(source)?;
    print_text(&record::coverage(&world, texts))
}
