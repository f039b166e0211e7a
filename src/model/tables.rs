//! The one list of the tables of the record: the type of an entry, its table in `Atlas`, and the name of the table in the
//! files. One more kind of entry is a file with its struct and its `Entry`, and a line
//! here.

/// Hands the list to another macro.
macro_rules! tables {
    ($then:ident) => {
        $then! {
            with_ids {
                Tract, tracts, "tract";
                Segment, segments, "segment";
                Waypoint, waypoints, "waypoint";
                Place, places, "place";
                Polity, polities, "polity";
                Person, people, "person";
                Instrument, instruments, "instrument";
                Article, articles, "article";
                Event, events, "event";
                Source, sources, "source";
                Disagreement, disagreements, "disagreement";
                Era, eras, "era";
                MapExtent, extents, "extent";
                PolityGroup, groups, "group";
                Term, terms, "term";
            }
            without_ids {
                Edge, edges, "edge";
                Parallel, parallels, "parallel";
                Holding, holdings, "holding";
                Claim, claims, "claim";
                Reading, readings, "reading";
                Plain, plain, "plain";
                Question, questions, "question";
                Count, census, "census";
            }
        }
    };
}

pub(super) use tables;
