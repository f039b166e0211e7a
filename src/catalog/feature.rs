//! Features of a file, fit to be drawn.

use crate::units::LonLat;

/// What a GeoJSON file holds, fit to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// The file, as it was named.
    pub file: String,
    /// Its features, in the order of the file.
    pub features: Vec<OverlayFeature>,
}

/// A feature with its shapes taken out of their collections.
#[derive(Clone, Debug)]
pub struct OverlayFeature {
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Its properties, in the order of the file.
    pub properties: serde_json::Map<String, serde_json::Value>,
    /// Its points, in degrees.
    pub points: Vec<LonLat>,
    /// Its lines, in degrees.
    pub lines: Vec<Vec<LonLat>>,
    /// Each polygon as its rings, the outer one first.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
    /// Counted from 1.
    pub line: usize,
}

impl OverlayFeature {
    /// A property that is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.properties.get(key).and_then(serde_json::Value::as_str)
    }

    /// What to call the feature: its name, title or id.
    pub fn name(&self) -> Option<&str> {
        self.text("name").or_else(|| self.text("title")).or(self.id.as_deref())
    }
}
