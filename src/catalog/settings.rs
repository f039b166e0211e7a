//! The two files of an atlas that are no tables: its settings and its symbology.

use serde::de::DeserializeOwned;

use super::files::{DataFile, Files};
use super::report::Place;
use crate::model::{Problem, Settings};
use crate::symbology::Symbology;

/// The name of the file with the settings of an atlas, in its folder.
pub const SETTINGS: &str = "atlas.toml";
/// The name of the file with the colours of an atlas, in its folder.
pub const SYMBOLOGY: &str = "symbology.toml";

/// Whether a file is one of the two.
pub fn is_settings(file: &DataFile) -> bool {
    [SETTINGS, SYMBOLOGY].contains(&file.stem())
}

/// The settings and the symbology of the last set that has them; a file that cannot be read is left out and told. No
/// settings where no set has any that can be read.
pub fn read(sets: &[Files], problems: &mut Vec<Problem>) -> (Option<Settings>, Symbology) {
    let (mut settings, mut symbology) = (None, None);
    for file in sets.iter().flat_map(|set| set.ending(".toml")) {
        match file.stem() {
            SETTINGS => settings = parse(file, problems).or(settings),
            SYMBOLOGY => symbology = parse(file, problems).or(symbology),
            _ => {}
        }
    }
    (settings, symbology.unwrap_or_default())
}

fn parse<T: DeserializeOwned>(file: &DataFile, problems: &mut Vec<Problem>) -> Option<T> {
    file.read_text(problems, |text, report| {
        toml::from_str(text)
            .map_err(|error| {
                let at = error.span().map_or(0, |span| span.start);
                report.parser_error(error.message(), "done.file-left-out", || Place::Byte(at, String::new()));
            })
            .ok()
    })
}
