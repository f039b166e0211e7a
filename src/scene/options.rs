//! What the map shows, apart from where and when.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Day, Kind};
use crate::world::{GroundOf, World};

/// The choices of a reader about a map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapOptions {
    pub day: Day,
    pub senses: Senses,
    /// The eras whose lines are shown, by id.
    pub eras: BTreeSet<String>,
    pub base: BTreeSet<BaseLayer>,
    pub focus: Focus,
    /// A day whose borders are shown over the map.
    pub ghost: Option<Day>,
    /// A day since which what changed hands is hatched.
    pub changed_since: Option<Day>,
    /// Of that only what passed from one country to another, not what changed its government.
    pub countries_only: bool,
}

/// In which senses ground is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Senses {
    pub de_jure: bool,
    pub de_facto: bool,
    pub claims: bool,
}

/// What lies under and over the holdings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// What is chosen: it stands out, and the rest is dimmed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    pub ground: GroundOf,
    /// A place or waypoint to mark, by id.
    pub point: Option<String>,
    /// Whether the rest is dimmed.
    pub dims: bool,
    /// What is chosen, in words, for the heading of a figure.
    pub name: Option<String>,
}

impl Default for Senses {
    fn default() -> Self {
        Self { de_jure: true, de_facto: true, claims: false }
    }
}

impl Focus {
    /// What an entry makes stand out. The rest is dimmed for what lies elsewhere than on the map: an article, an
    /// instrument, an event, a disagreement.
    pub fn on(world: &World, id: &str) -> Self {
        let ground = world.ground_of(id);
        let kind = world.atlas.kind_of(id);
        let point = matches!(kind, Some(Kind::Place | Kind::Waypoint)).then(|| id.to_owned());
        let speaks = matches!(kind, Some(Kind::Article | Kind::Instrument | Kind::Event | Kind::Disagreement));
        Self { dims: speaks && !ground.is_empty(), ground, point, name: world.atlas.name_of(id) }
    }
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

    /// The name in the layers panel.
    pub fn label(self) -> &'static str {
        match self {
            Self::Relief => "Relief",
            Self::Rivers => "Rivers",
            Self::Lakes => "Lakes",
            Self::Railways => "Railways",
            Self::Towns => "Towns",
            Self::LocalNames => "Local names of towns",
            Self::Mountains => "Mountains and passes",
            Self::Regions => "Names of regions",
            Self::Segments => "Border of 1921 by stretches",
            Self::Waypoints => "Points of the annexes",
            Self::Annexes => "Lines of the annexes",
            Self::Modern => "Today’s borders, faint",
            Self::Graticule => "Degrees",
        }
    }

    /// What is shown unless a reader says otherwise.
    pub fn usual() -> BTreeSet<Self> {
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

impl MapOptions {
    /// The usual map of a day.
    pub fn of_day(day: Day) -> Self {
        Self {
            day,
            senses: Senses::default(),
            eras: BTreeSet::new(),
            base: BaseLayer::usual(),
            focus: Focus::default(),
            ghost: None,
            changed_since: None,
            countries_only: true,
        }
    }

    pub fn shows(&self, layer: BaseLayer) -> bool {
        self.base.contains(&layer)
    }
}
