//! What stands on the timeline: instruments as spans, events as marks. It knows no pixel.

use std::collections::BTreeSet;

use super::StripScale;
use crate::model::{EventKind, Holder, Sense, Status, When, WhenPrecision};
use crate::text::Texts;
use crate::world::World;

/// Everything on the timeline, in order of time. Places are those of the scale, 0 to 1.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The scale of time.
    pub scale: StripScale,
    /// The instruments, in order of their signing.
    pub spans: Vec<TimelineSpan>,
    /// The events, in order of time.
    pub marks: Vec<EventMark>,
    /// The states that hold ground of the atlas today, and what lies beyond it: the rows of the events.
    pub regions: Vec<String>,
}

/// An instrument.
#[derive(Clone, Debug)]
pub struct TimelineSpan {
    /// The id of the instrument.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// The place of its signing.
    pub signed: f64,
    /// The places of its ratifications.
    pub ratified: Vec<f64>,
    /// From when to when it bound its parties.
    pub force: Option<(f64, f64)>,
    /// What became of it.
    pub status: Status,
    /// It drew one of the lines of the eras.
    pub drew_a_line: bool,
}

/// An event.
#[derive(Clone, Debug)]
pub struct EventMark {
    /// The id of the event.
    pub id: String,
    /// What happened, in a few words.
    pub title: String,
    /// What kind of event it is.
    pub kind: EventKind,
    /// How weighty it is, 1 (most) to 5.
    pub importance: u8,
    /// Which of the regions it concerns, in order; never none.
    pub regions: Vec<usize>,
    /// The place of its first day.
    pub from: f64,
    /// The place of its last day.
    pub to: f64,
    /// The day is not sure, or only a month or year is known.
    pub vague: bool,
}

impl Timeline {
    /// The timeline of a world. Names of states are those of the record, other words those of the texts.
    pub fn new(world: &World, texts: &Texts, scale: StripScale) -> Self {
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
                    // Of a year alone no part before the signing is meant.
                    (at(from).max(at(&instrument.signed)), end.map_or(1.0, |end| scale.position(end)))
                }),
                status: instrument.status,
                drew_a_line: world.atlas.eras.iter().any(|era| era.instruments.contains(&instrument.id)),
            })
            .collect();
        spans.sort_by(|a, b| a.signed.total_cmp(&b.signed).then_with(|| a.id.cmp(&b.id)));
        let (holders, regions) = regions(world, texts);
        let mut marks: Vec<EventMark> = world
            .atlas
            .events
            .iter()
            .map(|event| EventMark {
                id: event.id.clone(),
                title: event.title.clone(),
                kind: event.kind,
                importance: event.importance,
                regions: {
                    let tracts = event.tracts.iter().filter_map(|tract| world.ground.position(tract));
                    let concerned: BTreeSet<usize> =
                        tracts.filter_map(|tract| holders.get(tract).copied().flatten()).collect();
                    if concerned.is_empty() { vec![regions.len() - 1] } else { concerned.into_iter().collect() }
                },
                from: at(&event.date),
                to: event.date.latest().map_or(1.0, |latest| scale.position(latest)),
                vague: !event.date.is_exact() && event.date.precision() != WhenPrecision::Range,
            })
            .collect();
        marks.sort_by(|a, b| a.from.total_cmp(&b.from).then_with(|| a.id.cmp(&b.id)));
        Self { scale, spans, marks, regions }
    }
}

/// The region of each tract, and the names of the regions: who holds the ground by right on the last day.
fn regions(world: &World, texts: &Texts) -> (Vec<Option<usize>>, Vec<String>) {
    let today = world.day_map(world.last_day());
    let mut ids: Vec<&str> = Vec::new();
    let of_tracts = (0..world.ground.tracts().len())
        .map(|tract| match today.holders(tract, Sense::DeJure) {
            [Holder::Polity(holder)] => Some(ids.iter().position(|id| id == holder).unwrap_or_else(|| {
                ids.push(holder);
                ids.len() - 1
            })),
            _ => None,
        })
        .collect();
    let name = |id: &&str| world.atlas.polities.get(id).map_or(*id, |polity| polity.short_name()).to_owned();
    (of_tracts, ids.iter().map(name).chain([texts.say("timeline.beyond").to_owned()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn events_stand_in_the_rows_of_the_states_that_hold_their_ground_today() {
        let world = World::new(catalog::load_embedded());
        let timeline = Timeline::new(&world, &Texts::english(), StripScale::new(&world));
        let rows = |id: &str| -> Vec<&str> {
            let mark = timeline.marks.iter().find(|mark| mark.id == id).unwrap();
            mark.regions.iter().map(|row| timeline.regions[*row].as_str()).collect()
        };
        assert_eq!(rows("americans-leave-nakhchivan-1920"), ["Azerbaijan"]);
        assert_eq!(rows("national-pact-adopted-1920"), ["Turkey", "Georgia"]);
        assert!(timeline.marks.iter().any(|mark| rows(&mark.id) == ["beyond the map"]), "some lie elsewhere");
        assert!(timeline.marks.iter().all(|mark| !mark.regions.is_empty()));
    }
}
