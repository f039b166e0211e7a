//! The name of a place on a day.

use crate::model::{Day, Name, Place, PlaceKind};
use crate::symbology::Nearness;
use crate::view::MapView;

/// Whether a view is near enough for a place to have a name on it, if there is room.
pub fn is_place_shown(place: &Place, view: MapView, near: &Nearness) -> bool {
    let points_per_km = 1_000.0 / view.metres_per_point();
    let least = near.places.iter().take_while(|from| points_per_km >= **from).count() + 1;
    let grace = usize::from(matches!(place.kind, PlaceKind::Lake | PlaceKind::Mountain));
    usize::from(place.importance) <= least + grace
}

/// The official name of the day, else the name of today.
pub fn official_name(place: &Place, day: Day) -> &str {
    let official = |name: &&Name| name.official && has_period(name) && name.is_used_on(day);
    place
        .names
        .iter()
        .filter(official)
        // A Latin form first: the map is written for readers of English.
        .max_by_key(|name| (is_latin(&name.text), name.lang == "en"))
        .filter(|name| is_latin(&name.text))
        .map_or(place.name.as_str(), |name| name.text.as_str())
}

/// The name of the day in the first of some languages in which the place has one, where it is another than `shown`.
pub fn local_name<'a>(place: &'a Place, day: Day, langs: &[String], shown: &str) -> Option<&'a str> {
    let name = langs.iter().find_map(|lang| {
        let names = place.names.iter().filter(|name| name.lang == *lang && name.is_used_on(day));
        // Of equals the first: the last of the greatest from behind.
        names.rev().max_by_key(|name| (name.official && has_period(name), name.official))
    })?;
    (name.text.to_lowercase() != shown.to_lowercase()).then_some(name.text.as_str())
}

fn has_period(name: &Name) -> bool {
    name.from.is_some() || name.to.is_some()
}

fn is_latin(text: &str) -> bool {
    text.chars().filter(|character| character.is_alphabetic()).all(|character| {
        let code = u32::from(character);
        code < 0x250 || (0x1E00..0x1F00).contains(&code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use crate::world::World;

    #[test]
    fn a_town_has_the_name_of_the_day_and_below_it_the_one_in_the_language_of_the_state() {
        let world = World::new(catalog::load_embedded());
        let names = |id: &str, day: &str, lang: &str| {
            let (place, day) = (world.atlas.places.get(id).unwrap(), day.parse().unwrap());
            let shown = official_name(place, day);
            (shown, local_name(place, day, &[lang.to_owned()], shown))
        };
        assert_eq!(names("gyumri", "1920-12-02", "hy"), ("Alexandropol", Some("Ալեքսանդրապոլ")));
        assert_eq!(names("gyumri", "1930-01-01", "hy"), ("Leninakan", Some("Լենինական")));
        assert_eq!(names("tbilisi", "1921-10-13", "ka"), ("Tiflis", Some("ტფილისი")));
        assert_eq!(names("tbilisi", "1940-01-01", "ka"), ("Tbilisi", Some("თბილისი")));
        assert_eq!(names("kars-town", "1921-10-13", "tr"), ("Kars", None), "once is enough");
    }
}
