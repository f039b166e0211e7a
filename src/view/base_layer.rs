//! The layers under and over the holdings that can be switched on and off.

use std::collections::BTreeSet;

/// What lies under and over the holdings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BaseLayer {
    Relief,
    Rivers,
    Lakes,
    Railways,
    Towns,
    LocalNames,
    Mountains,
    Regions,
    Segments,
    Waypoints,
    Graticule,
    Modern,
    Annexes,
}

impl BaseLayer {
    pub const ALL: [Self; 13] = [
        Self::Regions,
        Self::Towns,
        Self::LocalNames,
        Self::Mountains,
        Self::Rivers,
        Self::Lakes,
        Self::Railways,
        Self::Relief,
        Self::Segments,
        Self::Waypoints,
        Self::Annexes,
        Self::Modern,
        Self::Graticule,
    ];

    /// The name in links, state files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Relief => "relief",
            Self::Rivers => "rivers",
            Self::Lakes => "lakes",
            Self::Railways => "railways",
            Self::Towns => "towns",
            Self::LocalNames => "local-names",
            Self::Mountains => "mountains",
            Self::Regions => "regions",
            Self::Segments => "segments",
            Self::Waypoints => "waypoints",
            Self::Annexes => "annexes",
            Self::Modern => "modern",
            Self::Graticule => "graticule",
        }
    }

    /// The layer that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.id() == id)
    }

    /// What is shown unless a reader says otherwise.
    pub fn shown_by_default() -> BTreeSet<Self> {
        [
            Self::Relief,
            Self::Rivers,
            Self::Lakes,
            Self::Railways,
            Self::Towns,
            Self::LocalNames,
            Self::Mountains,
            Self::Regions,
            Self::Graticule,
        ]
        .into()
    }
}
