//! The one list of the tables of the record: the type of an entry, its table in `Atlas`, the name of the table in the
//! files, and one of the kind for a sentence. One more kind of entry is a file with its struct and its `Entry`, and a line
//! here.

/// Hands the list to another macro.
macro_rules! tables {
    ($then:ident) => {
        $then! {
            with_ids {
                Tract, tracts, "tract", "a tract";
                Segment, segments, "segment", "a segment";
                Waypoint, waypoints, "waypoint", "a waypoint";
                Place, places, "place", "a place";
                Polity, polities, "polity", "a polity";
                Person, people, "person", "a person";
                Instrument, instruments, "instrument", "an instrument";
                Article, articles, "article", "an article";
                Event, events, "event", "an event";
                Source, sources, "source", "a source";
                Disagreement, disagreements, "disagreement", "a disagreement";
                Era, eras, "era", "an era";
            }
            without_ids {
                Edge, edges, "edge";
                Parallel, parallels, "parallel";
                Holding, holdings, "holding";
                Claim, claims, "claim";
            }
        }
    };
}

pub(super) use tables;
