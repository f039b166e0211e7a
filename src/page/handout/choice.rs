//! What a handout is made of, and on which paper.

use crate::model::Day;
use crate::symbology::Style;
use crate::units::PageRect;

/// What a handout is made of.
#[derive(Clone, Debug)]
pub struct HandoutChoice {
    /// The days, each on pages of its own.
    pub days: Vec<Day>,
    /// The paper.
    pub paper: Paper,
    /// How the ground of holders is told apart.
    pub style: Style,
    /// The articles that are printed, by id; none for those that moved the ground.
    pub articles: Vec<String>,
    /// Whether names are to be found by the reader, if so with or without a list of them.
    pub worksheet: Option<Words>,
}

/// Whether a worksheet says which names are to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The names stand below the map, in the order of the alphabet.
    Given,
    /// The reader knows them or looks them up.
    NotGiven,
}

/// The paper of a handout, upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// Points of paper in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// The room at the edges, in millimetres.
const MARGIN_MM: f64 = 18.0;

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The paper that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.id() == id)
    }

    /// Its width and height in points.
    pub fn points(self) -> [f64; 2] {
        match self {
            Self::A4 => [210.0 * MM, 297.0 * MM],
            Self::Letter => [8.5 * 72.0, 11.0 * 72.0],
        }
    }

    /// The part of it that is printed on but for running head and page number.
    pub fn body(self) -> PageRect {
        let [width, height] = self.points();
        PageRect::new(0.0, 0.0, width, height).grown(-MARGIN_MM * MM)
    }
}
