//! The atlas in Linked Places format (version 1.3): GeoJSON that also says when. Tracts with who held them, segments,
//! waypoints and places; coordinates go out as they came in. It states no country codes: the record has none.

mod parts;

use serde_json::{Value, json};

use self::parts::{
    PlaceType, certainty, citations, descriptions, named, names, relation, since, subject_of, types, when_of,
};
use super::uri;
use crate::model::{Place, PlaceKind, Segment, Sense, Tract, TractKind, Waypoint, plain_text};
use crate::text::Texts;
use crate::units::LonLat;
use crate::world::World;

/// The JSON-LD context that the format names.
const CONTEXT: &str =
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

const PART_OF: &str = "gvp:broaderPartitive";
const RELATED: &str = "gvp:tgn3000_related_to";

/// A FeatureCollection of the whole atlas, in the order of the record. Its labels are in the language of the texts.
pub fn linked_places(world: &World, texts: &Texts) -> Value {
    let atlas = &world.atlas;
    let tracts = atlas.tracts.iter().map(|tract| tract_feature(world, texts, tract));
    let segments = atlas.segments.iter().map(|segment| segment_feature(world, texts, segment));
    let waypoints = atlas.waypoints.iter().map(|waypoint| waypoint_feature(world, texts, waypoint));
    let places = atlas.places.iter().map(|place| place_feature(world, texts, place));
    let features: Vec<Value> = tracts.chain(segments).chain(waypoints).chain(places).collect();
    json!({
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "features": features,
    })
}

fn tract_feature(world: &World, texts: &Texts, tract: &Tract) -> Value {
    let (kind, when) = match tract.kind {
        TractKind::Land => (
            PlaceType { identifier: "aat:300387178", key: "tract", class: "A" },
            world.atlas.holdings.iter().filter(|holding| holding.tract == tract.id).map(|holding| &holding.from).min(),
        ),
        TractKind::Sea => (PlaceType { identifier: "aat:300008694", key: "sea", class: "H" }, None),
    };
    let coordinates: Vec<Value> = world
        .outline(&tract.id)
        .unwrap_or_default()
        .iter()
        .map(|polygon| polygon.iter().map(|ring| points(ring)).collect())
        .collect();
    let mut feature = Feature::new(&tract.id, &tract.name, &kind);
    feature.set("when", when.map(|when| since(texts, when)));
    feature.set("names", Some(named(world, texts, &tract.name, &tract.cite, &tract.names)));
    feature.set("types", Some(types(texts, &kind)));
    feature.geometry(one_or_many("Polygon", "MultiPolygon", coordinates), certainty(tract.certainty));
    feature.set("relations", Some(held(world, texts, tract)));
    feature.set("descriptions", descriptions(tract.note.as_deref()));
    feature.done()
}

/// Who held and who claimed a tract, each with its time, in the order of the record.
fn held(world: &World, texts: &Texts, tract: &Tract) -> Value {
    let polity = |id: &str| world.atlas.polities.get(id).map_or_else(|| id.to_owned(), |polity| polity.name.clone());
    let mut relations = Vec::new();
    for holding in world.atlas.holdings.iter().filter(|holding| holding.tract == tract.id) {
        let (kind, held) = match holding.sense {
            Sense::DeJure => (PART_OF, "record.held-de-jure"),
            Sense::DeFacto => (RELATED, "record.held-de-facto"),
        };
        let label = |holder: &str| {
            let held = texts.fill(held, &[("holder", &polity(holder))]);
            match (names(world, &holding.by), &holding.no_treaty) {
                (Some(by), _) => texts.fill("record.held-by", &[("held", &held), ("by", &by)]),
                (None, Some(why)) => format!("{held}: {}", plain_text(why)),
                (None, None) => held,
            }
        };
        for holder in &holding.holders {
            let holder = holder.as_str();
            let when = when_of(texts, Some(&holding.from), holding.to.as_ref());
            let label = label(holder);
            relations.push(relation(kind, holder, &label, when, citations(world, &holding.cite), holding.certainty));
        }
    }
    for claim in world.atlas.claims.iter().filter(|claim| claim.tract == tract.id) {
        let given: &[(&str, &dyn std::fmt::Display)] =
            &[("holder", &polity(&claim.by)), ("text", &plain_text(&claim.text))];
        let label = texts.fill("record.claimed", given);
        let when = when_of(texts, Some(&claim.from), claim.to.as_ref());
        relations.push(relation(RELATED, &claim.by, &label, when, citations(world, &claim.cite), claim.certainty));
    }
    relations.into()
}

fn segment_feature(world: &World, texts: &Texts, segment: &Segment) -> Value {
    let kind = PlaceType { identifier: "aat:300387143", key: "segment", class: "A" };
    let lines: Vec<Value> =
        world.segment_lines(&segment.id).unwrap_or_default().iter().map(|line| points(line)).collect();
    let drawn_by = segment.articles.first().and_then(|id| world.atlas.articles.get(id));
    let signed = drawn_by.and_then(|article| world.atlas.instruments.get(article.instrument())).map(|one| &one.signed);
    let mut feature = Feature::new(&segment.id, &segment.name, &kind);
    feature.set("when", signed.map(|signed| since(texts, signed)));
    feature.set("names", Some(named(world, texts, &segment.name, &segment.cite, &[])));
    feature.set("types", Some(types(texts, &kind)));
    feature.geometry(one_or_many("LineString", "MultiLineString", lines), certainty(segment.certainty));
    feature.set("links", subject_of(segment.articles.iter().map(String::as_str)));
    feature.set("descriptions", descriptions(segment.note.as_deref()));
    feature.done()
}

fn waypoint_feature(world: &World, texts: &Texts, waypoint: &Waypoint) -> Value {
    let kind = PlaceType { identifier: "aat:300000809", key: "waypoint", class: "S" };
    let articles = waypoint.annexes.iter().map(|annex| annex.article.as_str());
    let first = articles
        .clone()
        .filter_map(|id| world.atlas.articles.get(id))
        .filter_map(|article| world.atlas.instruments.get(article.instrument()))
        .map(|instrument| &instrument.signed)
        .min();
    let mut feature = Feature::new(&waypoint.id, &waypoint.name, &kind);
    feature.set("when", first.map(|first| since(texts, first)));
    feature.set("names", Some(named(world, texts, &waypoint.name, &waypoint.cite, &waypoint.names)));
    feature.set("types", Some(types(texts, &kind)));
    feature.geometry(waypoint.at.map(point), certainty(waypoint.certainty));
    feature.set("links", subject_of(articles));
    let on = waypoint.segment.as_ref().map(|segment| {
        let name = world.atlas.name_of(segment).unwrap_or_else(|| segment.clone());
        let label = texts.fill("record.on", &[("segment", &name)]);
        json!([{ "relationType": RELATED, "relationTo": uri(segment), "label": label }])
    });
    feature.set("relations", on);
    feature.set("descriptions", descriptions(waypoint.note.as_deref().or(waypoint.today.as_deref())));
    feature.done()
}

fn place_feature(world: &World, texts: &Texts, place: &Place) -> Value {
    let kind = place_type(place.kind);
    let mut feature = Feature::new(&place.id, &place.name, &kind);
    feature.set("names", Some(named(world, texts, &place.name, &place.cite, &place.names)));
    feature.set("types", Some(types(texts, &kind)));
    feature.geometry(Some(point(place.at)), certainty(place.certainty));
    let within = place.tract.as_ref().map(|tract| {
        let name = world.atlas.name_of(tract).unwrap_or_else(|| tract.clone());
        let label = texts.fill("record.lies-in", &[("region", &name)]);
        json!([{ "relationType": PART_OF, "relationTo": uri(tract), "label": label }])
    });
    feature.set("relations", within);
    feature.set("descriptions", descriptions(place.note.as_deref()));
    feature.done()
}

fn place_type(kind: PlaceKind) -> PlaceType {
    let (identifier, key, class) = match kind {
        PlaceKind::Town => ("aat:300008375", "town", "P"),
        PlaceKind::Village => ("aat:300008372", "village", "P"),
        PlaceKind::Station => ("aat:300000678", "station", "S"),
        PlaceKind::Fort => ("aat:300006888", "fort", "S"),
        PlaceKind::Ruin => ("aat:300008057", "ruin", "S"),
        PlaceKind::Mountain => ("aat:300008795", "mountain", "T"),
        PlaceKind::Pass => ("aat:300259572", "pass", "T"),
        PlaceKind::River => ("aat:300008707", "river", "H"),
        PlaceKind::Lake => ("aat:300008680", "lake", "H"),
        PlaceKind::Region => ("aat:300182722", "region", "L"),
    };
    PlaceType { identifier, key, class }
}

fn point(at: LonLat) -> Value {
    json!({ "type": "Point", "coordinates": at })
}

fn points(line: &[LonLat]) -> Value {
    line.iter().map(|at| json!(at)).collect()
}

fn one_or_many(one: &str, many: &str, mut parts: Vec<Value>) -> Option<Value> {
    match parts.len() {
        0 => None,
        1 => Some(json!({ "type": one, "coordinates": parts.pop() })),
        _ => Some(json!({ "type": many, "coordinates": parts })),
    }
}

/// A feature in the making, with its keys in the order in which they are set.
struct Feature(serde_json::Map<String, Value>);

impl Feature {
    /// The id stands as `@id` alone, as a URI: the context makes a plain `id` the same key, and two of it are no
    /// JSON-LD. For a reader without JSON-LD it is among the properties.
    fn new(id: &str, title: &str, kind: &PlaceType) -> Self {
        let mut keys = serde_json::Map::new();
        keys.insert("@id".to_owned(), uri(id).into());
        keys.insert("type".to_owned(), "Feature".into());
        let properties = json!({ "title": title, "fclasses": [kind.class], "atlas_id": id });
        keys.insert("properties".to_owned(), properties);
        Self(keys)
    }

    fn set(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(key.to_owned(), value);
        }
    }

    /// A geometry with its certainty; none where the position is not known.
    fn geometry(&mut self, geometry: Option<Value>, certainty: &str) {
        let with_certainty = geometry.map(|mut geometry| {
            if let Value::Object(keys) = &mut geometry {
                keys.insert("certainty".to_owned(), certainty.into());
            }
            geometry
        });
        // RFC 7946 wants no collection of one; Linked Places takes a single geometry as well.
        self.set("geometry", Some(with_certainty.unwrap_or(Value::Null)));
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}
