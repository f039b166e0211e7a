//! What is kept from one run to the next, in one small JSON file that is written whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::Day;
use crate::scene::{BaseLayer, MapView, Senses};
use crate::storage::write_whole;
use crate::symbology::ThemeChoice;

/// The state of the window and of the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedState {
    pub day: Day,
    pub senses: Senses,
    pub eras: BTreeSet<String>,
    pub base: BTreeSet<BaseLayer>,
    pub theme: ThemeChoice,
    pub view: Option<MapView>,
    pub selection: Option<String>,
    /// Inner size of the window in points.
    pub window: Option<[f32; 2]>,
    pub maximised: bool,
    pub layers_open: bool,
    pub details_open: bool,
    pub timeline_open: bool,
}

/// Why the state of the last run was not used.
#[derive(Debug, Error)]
pub enum StateError {
    #[error("cannot read {}", file.display())]
    Read { file: PathBuf, source: io::Error },
    #[error("{} is damaged (line {}, column {}); it was set aside as {} and the usual settings are used", file.display(), source.line(), source.column(), aside.display())]
    Damaged { file: PathBuf, aside: PathBuf, source: serde_json::Error },
    #[error("cannot write {}", file.display())]
    Write { file: PathBuf, source: io::Error },
}

impl Default for SavedState {
    fn default() -> Self {
        Self {
            day: Day::from_ymd_opt(1921, 10, 13).unwrap_or(Day::MIN),
            senses: Senses::default(),
            eras: BTreeSet::new(),
            base: BaseLayer::usual(),
            theme: ThemeChoice::default(),
            view: None,
            selection: None,
            window: None,
            maximised: false,
            layers_open: true,
            details_open: true,
            timeline_open: true,
        }
    }
}

impl SavedState {
    /// Where the state is kept, if the system has a place for such things.
    pub fn usual_file() -> Option<PathBuf> {
        directories::ProjectDirs::from("", "", "kars-atlas").map(|dirs| dirs.data_local_dir().join("state.json"))
    }

    /// Reads the state; a missing file is the usual state. A damaged file is set aside, and the usual state is
    /// used: the error says so.
    pub fn load(file: &Path) -> (Self, Option<StateError>) {
        let bytes = match fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (Self::default(), None),
            Err(source) => return (Self::default(), Some(StateError::Read { file: file.to_owned(), source })),
        };
        match serde_json::from_slice(&bytes) {
            Ok(state) => (state, None),
            Err(source) => {
                let aside = file.with_extension("damaged.json");
                // If it cannot be moved it is overwritten at the end of this run: nothing else is lost by that.
                let _ = fs::rename(file, &aside);
                (Self::default(), Some(StateError::Damaged { file: file.to_owned(), aside, source }))
            }
        }
    }

    pub fn store(&self, file: &Path) -> Result<(), StateError> {
        let failed = |source: io::Error| StateError::Write { file: file.to_owned(), source };
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(failed)?;
        let text = serde_json::to_string_pretty(self).map_err(|error| failed(error.into()))?;
        write_whole(file, text.as_bytes()).map_err(failed)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/state.json");
        let state =
            SavedState { selection: Some("kars".to_owned()), theme: ThemeChoice::Dark, ..SavedState::default() };
        state.store(&file).unwrap();
        let (read, error) = SavedState::load(&file);
        assert!(error.is_none());
        assert_eq!(read, state);
    }

    #[test]
    fn a_missing_file_is_the_usual_state() {
        let (read, error) = SavedState::load(Path::new("/nowhere/at/all/state.json"));
        assert!(error.is_none());
        assert_eq!(read, SavedState::default());
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.json");
        fs::write(&file, "{\"day\": \"19").unwrap();
        let (read, error) = SavedState::load(&file);
        assert_eq!(read, SavedState::default());
        assert!(error.unwrap().to_string().contains("damaged"));
        assert!(!file.exists() && folder.path().join("state.damaged.json").exists());
    }
}
