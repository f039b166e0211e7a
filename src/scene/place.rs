//! The name of a place on a day.

use super::view::MapView;
use crate::model::{Day, Name, Place, PlaceKind};

/// Whether a view is near enough for a place to have a name on it, if there is room.
pub fn is_place_shown(place: &Place, view: MapView) -> bool {
    let points_per_km = 1_000.0 / view.metres_per_point();
    let least = match points_per_km {
        near if near < 0.9 => 1,
        near if near < 1.5 => 2,
        near if near < 2.6 => 3,
        near if near < 5.0 => 4,
        _ => 5,
    };
    let grace = u8::from(matches!(place.kind, PlaceKind::Lake | PlaceKind::Mountain));
    place.importance <= least + grace
}

/// The official name of the day, else the name of today.
pub fn official_name(place: &Place, day: Day) -> &str {
    let official = |name: &&Name| name.official && name.from.is_some() && name.is_used_on(day);
    place
        .names
        .iter()
        .filter(official)
        // A Latin form first: the map is written for readers of English.
        .max_by_key(|name| (is_latin(&name.text), name.lang == "en"))
        .filter(|name| is_latin(&name.text))
        .map_or(place.name.as_str(), |name| name.text.as_str())
}

fn is_latin(text: &str) -> bool {
    text.chars().filter(|character| character.is_alphabetic()).all(|character| {
        let code = u32::from(character);
        code < 0x250 || (0x1E00..0x1F00).contains(&code)
    })
}
