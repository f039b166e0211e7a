//! Bounding boxes of GeoJSON, which nobody needs: one that is none is taken out, and what it belongs to is read.

use serde_json::Value;

use super::geojson_shape::key;
use super::json_way::{Step, Steps};

/// Whether a value is a bounding box.
pub fn bbox_of(value: &Value) -> bool {
    value.as_array().is_some_and(|numbers| matches!(numbers.len(), 4 | 6) && numbers.iter().all(Value::is_number))
}

/// Takes the bounding boxes that are none out of a feature and its geometries.
pub fn drop_bad_boxes(value: &mut Value, way: &mut Steps, dropped: &mut Vec<Steps>) {
    match value {
        Value::Object(fields) => {
            if fields.get("bbox").is_some_and(|bbox| !bbox_of(bbox)) {
                fields.remove("bbox");
                dropped.push(way.iter().cloned().chain([key("bbox")]).collect());
            }
            for member in ["geometry", "geometries"] {
                if let Some(inside) = fields.get_mut(member) {
                    way.push(key(member));
                    drop_bad_boxes(inside, way, dropped);
                    way.pop();
                }
            }
        }
        Value::Array(items) => {
            for (nth, item) in items.iter_mut().enumerate() {
                way.push(Step::Nth(nth));
                drop_bad_boxes(item, way, dropped);
                way.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
