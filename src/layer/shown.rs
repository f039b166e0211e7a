//! A layer as it is shared between the session, the composer and the threads that draw.

use std::fmt;
use std::sync::Arc;

use super::feature::Feature;
use super::features::Features;
use super::style::Style;

/// Features from one source and the way to draw them. It never changes and is shared by `Arc`.
pub struct Layer {
    /// What the layer is called in the legend and in the list of layers.
    pub name: String,
    /// Where its features came from.
    pub source: FeatureSource,
    /// How they look.
    pub style: Style,
    /// What there is to draw, in the order of the source.
    pub features: Features,
}

/// Where the features of a layer came from: the path of a file as it was given, or the name of bytes without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeatureSource(pub String);

/// A feature of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct FeatureRef {
    /// The layer that has it.
    pub layer: Arc<Layer>,
    /// Its position in `layer.features`.
    pub at: usize,
}

impl FeatureSource {
    /// The name of the file without its folder and its ending; the whole where that leaves nothing.
    pub fn title(&self) -> &str {
        let name = self.0.rsplit(['/', '\\']).next().unwrap_or(&self.0);
        match name.split_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        }
    }
}

/// Two layers are equal where they are one and the same: what they hold is not compared.
impl PartialEq for Layer {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layer")
            .field("name", &self.name)
            .field("features", &self.features.len())
            .finish_non_exhaustive()
    }
}

impl FeatureRef {
    /// The feature itself; `None` where the layer has none at that position.
    pub fn feature(&self) -> Option<&Feature> {
        self.layer.features.get(self.at)
    }

    /// What to call the feature: its name, its id, or its number in the layer, counted from 1.
    pub fn title(&self) -> String {
        let feature = self.feature();
        let named = feature.and_then(|feature| feature.name().or_else(|| feature.id.clone()));
        named.unwrap_or_else(|| format!("{}, {}", self.layer.name, self.at + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_called_after_its_file() {
        for (path, title) in [
            ("/home/a/My villages.geojson", "My villages"),
            ("C:\\maps\\rail.geo.json", "rail"),
            ("plain", "plain"),
            ("maps/.geojson", ".geojson"),
        ] {
            assert_eq!(FeatureSource(path.to_owned()).title(), title);
        }
    }
}
