//! `kars-atlas record`, `cite` and `coverage`: the record for use elsewhere, into files or onto standard output.

use std::path::Path;

use anyhow::{Context as _, bail};

use crate::record as rec;
use crate::world::World;

/// The forms that the whole record goes out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum RecordFormat {
    /// One GeoJSON file.
    LinkedPlaces,
    /// A folder with one file a table.
    Csv,
}

/// The forms of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum CiteFormat {
    Note,
    Bibtex,
    Csl,
}

/// Writes the whole record: a file for Linked Places, a folder for CSV.
pub fn record(world: &World, format: RecordFormat, output: &Path) -> anyhow::Result<()> {
    match format {
        RecordFormat::LinkedPlaces => {
            let mut text =
                serde_json::to_string(&rec::linked_places(world)).context("the record could not be written as JSON")?;
            text.push('\n');
            rec::write_file(output, text.as_bytes())?;
        }
        RecordFormat::Csv => rec::write_files(output, &rec::tables(world))?,
    }
    Ok(())
}

/// The citation of an entry.
pub fn cite(world: &World, id: &str, format: CiteFormat) -> anyhow::Result<String> {
    let Some(cited) = rec::cite(world, id) else { bail!("there is no entry `{id}`") };
    Ok(match format {
        CiteFormat::Note => cited.chicago_note(),
        CiteFormat::Bibtex => cited.bibtex(),
        CiteFormat::Csl => serde_json::to_string_pretty(&cited.csl_json())?,
    })
}
