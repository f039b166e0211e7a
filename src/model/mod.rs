//! What is asserted about the world: polities, tracts, holdings, instruments, events, places, people,
//! sources. Plain data as the record has it: no maths, no files, no colour, no derived value.

mod atlas;
mod entries;
mod ground;
mod instrument;
mod settings;
mod when;

pub use atlas::{Atlas, Entry, Kind, Origin, Problem, Severity, Table};
pub use entries::{
    Certainty, Citation, Disagreement, Era, Event, EventKind, Name, Office, OtherDate, Person, Place, PlaceKind,
    Polity, Position, SignedGround, Source, SourceKind, Union,
};
pub use ground::{Claim, Edge, EdgeMade, Grade, Holding, OnAnnex, Segment, Sense, Tract, TractKind, Waypoint};
pub use instrument::{
    Article, Instrument, InstrumentKind, Parallel, Ratification, Rendering, Signatory, Status, TextLocation,
};
pub use settings::{Frame, Locator, OldUnit, ScaleMark, Sea, SegmentWords, Settings, TimeSettings, TimeSpan};
pub use when::{Day, Qualifier, When, WhenError, WhenPrecision};
