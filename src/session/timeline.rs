//! What stands on the timeline: instruments as spans, events as marks. It knows no pixel.

use super::StripScale;
use crate::model::{EventKind, Status, When, WhenPrecision};
use crate::world::World;

/// Everything on the timeline, in order of time. Places are those of the scale, 0 to 1.
#[derive(Clone, Debug)]
pub struct Timeline {
    pub scale: StripScale,
    pub spans: Vec<TimelineSpan>,
    pub marks: Vec<TimelineMark>,
}

/// An instrument.
#[derive(Clone, Debug)]
pub struct TimelineSpan {
    pub id: String,
    pub name: String,
    pub signed: f64,
    pub ratified: Vec<f64>,
    /// From when to when it bound its parties.
    pub force: Option<(f64, f64)>,
    pub status: Status,
}

/// An event.
#[derive(Clone, Debug)]
pub struct TimelineMark {
    pub id: String,
    pub title: String,
    pub kind: EventKind,
    pub importance: u8,
    pub from: f64,
    pub to: f64,
    /// The day is not sure, or only a month or year is known.
    pub vague: bool,
}

impl Timeline {
    pub fn of(world: &World, scale: StripScale) -> Self {
        let at = |when: &When| scale.position(when.earliest());
        let mut spans: Vec<TimelineSpan> = world
            .atlas
            .instruments
            .iter()
            .map(|instrument| TimelineSpan {
                id: instrument.id.clone(),
                name: instrument.short_name().to_owned(),
                signed: at(&instrument.signed),
                ratified: instrument.ratified.iter().filter_map(|each| each.date.as_ref()).map(at).collect(),
                force: instrument.in_force.as_ref().map(|from| {
                    let end = instrument.ended.as_ref().and_then(When::latest);
                    (at(from), end.map_or(1.0, |end| scale.position(end)))
                }),
                status: instrument.status,
            })
            .collect();
        spans.sort_by(|a, b| a.signed.total_cmp(&b.signed).then_with(|| a.id.cmp(&b.id)));
        let mut marks: Vec<TimelineMark> = world
            .atlas
            .events
            .iter()
            .map(|event| TimelineMark {
                id: event.id.clone(),
                title: event.title.clone(),
                kind: event.kind,
                importance: event.importance,
                from: at(&event.date),
                to: event.date.latest().map_or(1.0, |latest| scale.position(latest)),
                vague: !event.date.is_exact() && event.date.precision() != WhenPrecision::Range,
            })
            .collect();
        marks.sort_by(|a, b| a.from.total_cmp(&b.from).then_with(|| a.id.cmp(&b.id)));
        Self { scale, spans, marks }
    }
}
