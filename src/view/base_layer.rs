//! The layers under and over the holdings that can be switched on and off, in one list: what each is called in files,
//! and whether it is shown at first. How each is drawn is decided in the room `map`.

use std::collections::BTreeSet;

/// Makes the type from the list: a new layer is a new line in it.
macro_rules! base_layers {
    ($($(#[$doc:meta])* $layer:ident, $id:literal, $shown:literal;)*) => {
        /// What lies under and over the holdings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum BaseLayer {
            $($(#[$doc])* $layer,)*
        }

        impl BaseLayer {
            /// All layers, in the order of the panel.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$layer),*];

            /// The name in links, state files and on the command line.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$layer => $id,)*
                }
            }

            /// Whether the layer is shown unless a reader says otherwise.
            pub fn is_shown_at_first(self) -> bool {
                match self {
                    $(Self::$layer => $shown,)*
                }
            }
        }
    };
}

base_layers! {
    /// The names of regions and of those who hold them.
    Regions, "regions", true;
    /// Towns, villages, stations, forts and ruins.
    Towns, "towns", true;
    /// Below the names of towns, those in the language of the state.
    LocalNames, "local-names", true;
    /// Peaks and passes.
    Mountains, "mountains", true;
    /// Rivers with their names.
    Rivers, "rivers", true;
    /// Lakes with their names.
    Lakes, "lakes", true;
    /// The railways that were there on the day.
    Railways, "railways", true;
    /// Hill shading below the tints.
    Relief, "relief", true;
    /// The border of the record's segments, each with its number.
    Segments, "segments", false;
    /// The points that annexes name.
    Waypoints, "waypoints", false;
    /// Lines that annexes draw.
    Annexes, "annexes", false;
    /// The borders of today.
    Modern, "modern", false;
    /// Meridians and parallels of whole degrees.
    Graticule, "graticule", true;
}

impl BaseLayer {
    /// The layer that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.id() == id)
    }

    /// What is shown unless a reader says otherwise.
    pub fn shown_by_default() -> BTreeSet<Self> {
        Self::ALL.into_iter().filter(|layer| layer.is_shown_at_first()).collect()
    }
}
