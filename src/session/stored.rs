//! What is kept from one run to the next, in one small JSON file that is written whole or not at all. What a newer
//! version wrote into it is written back.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::failure::with_causes;
use crate::platform::{self, Existing, FileError};
use crate::symbology::ThemeChoice;
use crate::text::{Given, Texts};
use crate::view::{MapState, PartFault};

/// The version of the file that this program writes. It grows when a part changes its meaning.
const VERSION: u64 = 1;

/// What a reader left the window with.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredState {
    /// What the map showed.
    pub map: MapState,
    /// How the window looked.
    pub window: WindowState,
    /// Parts beside these two that a newer version wrote.
    unknown: Map<String, Value>,
}

/// The window apart from what its map shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct WindowState {
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Inner width and height of the window, in points.
    pub size: Option<[f32; 2]>,
    /// Whether the panel of layers is open.
    pub layers_open: bool,
    /// Whether the panel of details is open.
    pub details_open: bool,
    /// Whether the timeline is open.
    pub timeline_open: bool,
    /// Parts that a newer version wrote, or that could not be read.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Why the state of the last run, or some of it, was not used.
#[derive(Debug)]
pub enum StateError {
    /// The file cannot be read or written.
    File(FileError),
    /// A file that the reader named is no JSON; it was left where it is.
    NoState {
        /// The file.
        file: PathBuf,
        /// What is wrong with it, and where.
        source: serde_json::Error,
    },
    /// The file is no JSON; it was set aside.
    Damaged {
        /// The state file.
        file: PathBuf,
        /// Where it lies now.
        aside: PathBuf,
        /// What is wrong with it, and where.
        source: serde_json::Error,
    },
    /// A part of the map's state cannot be used; the rest is.
    Part {
        /// The state file.
        file: PathBuf,
        /// The part and what is wrong with it.
        fault: PartFault,
    },
    /// A part of the window's state cannot be used; the rest is.
    Window {
        /// The state file.
        file: PathBuf,
        /// The name of the part.
        part: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The state cannot be put into JSON.
    Json(serde_json::Error),
}

impl StateError {
    /// What was not used, and why.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::File(error) => with_causes(error),
            Self::NoState { file, source } => {
                texts.fill("stored.no-state", &[("file", &file.display()), ("reason", source)])
            }
            Self::Damaged { file, aside, source } => {
                let given: &Given<'_> = &[("file", &file.display()), ("aside", &aside.display()), ("reason", source)];
                texts.fill("stored.damaged", given)
            }
            Self::Part { file, fault } => format!("{}: {}", file.display(), fault.text(texts)),
            Self::Window { file, part, source } => {
                let given: &Given<'_> = &[("file", &file.display()), ("part", part), ("reason", source)];
                texts.fill("stored.window", given)
            }
            Self::Json(error) => texts.fill("stored.no-json", &[("reason", error)]),
        }
    }
}

impl From<FileError> for StateError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<serde_json::Error> for StateError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl Default for WindowState {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            size: None,
            layers_open: true,
            details_open: true,
            timeline_open: true,
            unknown: Map::new(),
        }
    }
}

impl StoredState {
    /// The state of a first start.
    pub fn new(map: MapState) -> Self {
        Self { map, window: WindowState::default(), unknown: Map::new() }
    }

    /// Reads the state that the last run left; a missing file is the state of a first start. What is not used is
    /// told. A file that is no JSON at all is set aside.
    pub fn load(file: &Path, start: &MapState) -> (Self, Vec<StateError>) {
        let first = || Self::new(start.clone());
        let bytes = match platform::read(file) {
            Ok(bytes) => bytes,
            Err(error) if error.is_missing() => return (first(), Vec::new()),
            Err(error) => return (first(), vec![error.into()]),
        };
        match serde_json::from_slice(&bytes) {
            Ok(fields) => Self::from_json(file, fields, start),
            Err(source) => {
                let aside = free_name(file);
                // If it cannot be moved it is overwritten at the end of this run: nothing else is lost by that.
                let _ = platform::move_file(file, &aside);
                (first(), vec![StateError::Damaged { file: file.to_owned(), aside, source }])
            }
        }
    }

    /// Reads a state that the reader names, as `load` does, and leaves the file alone whatever it holds. It may hold
    /// the parts of a map alone.
    pub fn read(file: &Path, start: &MapState) -> Result<(Self, Vec<StateError>), StateError> {
        let fields: Map<String, Value> = serde_json::from_slice(&platform::read(file)?)
            .map_err(|source| StateError::NoState { file: file.to_owned(), source })?;
        Ok(Self::from_json(file, fields, start))
    }

    fn from_json(file: &Path, mut fields: Map<String, Value>, start: &MapState) -> (Self, Vec<StateError>) {
        fields.remove("version");
        let window = match fields.remove("window") {
            Some(Value::Object(window)) => window,
            _ => Map::new(),
        };
        let (parts, unknown) = match fields.remove("map") {
            Some(Value::Object(map)) => (map, fields),
            _ => (fields, Map::new()),
        };
        let (map, faults) = MapState::from_parts(parts, start);
        let mut errors: Vec<StateError> =
            faults.into_iter().map(|fault| StateError::Part { file: file.to_owned(), fault }).collect();
        let window = WindowState::from_json(file, window, &mut errors);
        (Self { map, window, unknown }, errors)
    }

    /// Writes the state, whole or not at all. A folder that is missing is made.
    pub fn store(&self, file: &Path) -> Result<(), StateError> {
        let mut fields = Map::new();
        fields.insert("version".to_owned(), Value::from(VERSION));
        fields.insert("map".to_owned(), Value::Object(self.map.to_parts(true).into_iter().collect()));
        fields.insert("window".to_owned(), self.window.to_json()?);
        fields.extend(self.unknown.clone());
        let text = serde_json::to_string_pretty(&fields)?;
        platform::make_folder(file.parent().unwrap_or(Path::new(".")))?;
        Ok(platform::write_whole(file, text.as_bytes(), Existing::Replace)?)
    }
}

impl WindowState {
    /// Part by part, so that one that cannot be read costs no other.
    fn from_json(file: &Path, fields: Map<String, Value>, errors: &mut Vec<StateError>) -> Self {
        let mut read = Self::default();
        for (part, value) in fields {
            let mut with = match serde_json::to_value(&read) {
                Ok(Value::Object(with)) => with,
                _ => Map::new(),
            };
            with.insert(part.clone(), value.clone());
            match serde_json::from_value(Value::Object(with)) {
                Ok(better) => read = better,
                Err(source) => {
                    errors.push(StateError::Window { file: file.to_owned(), part: part.clone(), source });
                }
            }
        }
        read
    }

    fn to_json(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}

/// A name beside a file that nothing has yet, so that a second damaged file does not replace the first.
fn free_name(file: &Path) -> PathBuf {
    let numbered = |nth: u32| match nth {
        1 => file.with_extension("damaged.json"),
        nth => file.with_extension(format!("damaged-{nth}.json")),
    };
    (1..1_000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(1))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::view::{Compare, CompareMode, Extent, GeoView};

    fn start() -> MapState {
        MapState::on("1921-10-13".parse().unwrap())
    }

    fn written(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state.json");
        fs::write(&file, text).unwrap();
        (folder, file)
    }

    #[test]
    fn what_is_stored_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/state.json");
        let view = GeoView { at: crate::units::LonLat::new(43.123_456_789, 40.5), metres_per_point: 123.456_789 };
        let map = MapState {
            selection: Some("tract-a".to_owned()),
            compare: Some(Compare { with: "1878-07-14".parse().unwrap(), mode: CompareMode::Ghost, at: 0.5 }),
            extent: Extent::At(view),
            hatch_changes: true,
            ..start()
        };
        let mut state = StoredState::new(map);
        state.window.theme = ThemeChoice::Dark;
        state.window.size = Some([900.0, 700.0]);
        state.store(&file).unwrap();
        let (read, errors) = StoredState::load(&file, &start());
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(read, state);
    }

    #[test]
    fn a_missing_file_is_the_state_of_a_first_start() {
        let (read, errors) = StoredState::load(Path::new("/nowhere/at/all/state.json"), &start());
        assert!(errors.is_empty());
        assert_eq!(read, StoredState::new(start()));
    }

    #[test]
    fn a_damaged_file_is_set_aside_and_named_and_so_is_the_next() {
        let (folder, file) = written("{\"map\": {\"date\": \"19");
        for aside in ["state.damaged.json", "state.damaged-2.json"] {
            fs::write(&file, "{\"map\": {\"date\": \"19").unwrap();
            let (read, errors) = StoredState::load(&file, &start());
            assert_eq!(read, StoredState::new(start()));
            assert!(errors[0].text(&Texts::english()).contains("damaged"));
            assert!(!file.exists() && folder.path().join(aside).exists());
        }
    }

    #[test]
    fn what_a_newer_version_wrote_survives_and_costs_nothing() {
        let text = r#"{"version": 7, "map": {"date": "1878-07-14", "layers": ["towns", "weather"], "names": "towns",
            "clouds": {"high": 3}}, "window": {"theme": "sepia", "timeline-open": false, "tabs": [1, 2]},
            "lesson": {"step": 4}}"#;
        let (_folder, file) = written(text);
        let (read, errors) = StoredState::load(&file, &start());
        assert_eq!(read.map.day, "1878-07-14".parse().unwrap());
        assert!(!read.window.timeline_open);
        let told: Vec<String> = errors.iter().map(|error| error.text(&Texts::english())).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("names=towns") && told[1].contains("theme"), "{told:?}");
        read.store(&file).unwrap();
        let again: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(again["map"]["names"], "towns");
        assert_eq!(again["map"]["clouds"]["high"], 3);
        assert_eq!(again["map"]["layers"], serde_json::json!(["towns", "weather"]));
        assert_eq!(again["window"]["tabs"], serde_json::json!([1, 2]));
        assert_eq!(again["lesson"]["step"], 4);
    }

    #[test]
    fn a_state_that_a_reader_names_may_be_a_map_alone_and_is_left_where_it_is() {
        let (_folder, file) = written(r#"{"date": "1829-10-01", "select": "tract-a"}"#);
        let (read, errors) = StoredState::read(&file, &start()).unwrap();
        assert!(errors.is_empty());
        assert_eq!((read.map.day.to_string().as_str(), read.map.selection.as_deref()), ("1829-10-01", Some("tract-a")));
        let (_folder, broken) = written("{");
        assert!(StoredState::read(&broken, &start()).is_err());
        assert!(broken.exists());
    }
}
