//! `record`, `cite` and `coverage`: the record for use elsewhere, into files or onto standard output.

use anyhow::Context as _;

use super::args::{CiteArgs, CiteFormat, RecordArgs, RecordFormat};
use super::load;
use super::output::print_text;
use crate::catalog::Source;
use crate::failure::Failure;
use crate::{platform, record};

/// Writes the whole record: a file for Linked Places, a folder for CSV.
pub fn run(args: &RecordArgs, source: &Source) -> anyhow::Result<()> {
    let world = load::world(source)?;
    match args.format {
        RecordFormat::LinkedPlaces => {
            let mut text = serde_json::to_string(&record::linked_places(&world))
                .context("the record could not be written as JSON")?;
            text.push('\n');
            platform::write_whole(&args.output, text.as_bytes())?;
        }
        RecordFormat::Csv => platform::write_files(&args.output, &record::tables(&world))?,
    }
    Ok(())
}

/// Prints the citation of an entry.
pub fn run_cite(args: &CiteArgs, source: &Source) -> anyhow::Result<()> {
    let world = load::world(source)?;
    let cited = record::cite(&world, &args.id).ok_or_else(|| {
        Failure::new(format!("there is no entry `{}`", args.id)).hint("`kars-atlas search TEXT` finds ids")
    })?;
    print_text(&match args.format {
        CiteFormat::Note => format!("{}\n", cited.chicago_note()),
        CiteFormat::Bibtex => format!("{}\n", cited.bibtex().trim_end()),
        CiteFormat::Csl => format!("{:#}\n", cited.csl_json()),
    })
}

/// Prints how many statements stand at which grade.
pub fn run_coverage(source: &Source) -> anyhow::Result<()> {
    let world = load::world(source)?;
    print_text(&record::coverage(&world))
}
