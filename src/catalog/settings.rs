//! The two files of an atlas that are no tables: its settings and its symbology.

use serde::de::DeserializeOwned;

use super::files::{DataFile, Files};
use crate::model::{Problem, Settings, Severity};
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
    let text = file.text().map_err(|problem| problems.push(problem)).ok()?;
    match toml::from_str(text) {
        Ok(read) => Some(read),
        Err(error) => {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            problems.push(Problem {
                severity: Severity::Error,
                file: file.name.clone(),
                line: before.matches('\n').count() + 1,
                column: before.rsplit('\n').next().map_or(0, |line| line.chars().count() + 1),
                path: String::new(),
                message: error.message().to_owned(),
                done: "the file was left out".to_owned(),
            });
            None
        }
    }
}
