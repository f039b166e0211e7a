//! Two days on one page: which, how, and where each of their maps lies.

use super::MapWindow;
use crate::model::Day;
use crate::units::PageRect;

/// How two days are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompareMode {
    /// The earlier left of a line, the later right of it.
    #[default]
    Swipe,
    /// Two maps of one view, the earlier on the left.
    SideBySide,
    /// The borders of the other day over the map.
    Ghost,
}

/// A day to compare with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compare {
    /// The other day; the map's own day is the one of its options.
    pub with: Day,
    /// How the two are shown together.
    pub mode: CompareMode,
    /// Where the line of the swipe stands, 0 (left edge) to 1.
    pub at: f64,
}

impl CompareMode {
    /// Every mode.
    pub const ALL: [Self; 3] = [Self::Swipe, Self::SideBySide, Self::Ghost];

    /// The name in links, state files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Swipe => "swipe",
            Self::SideBySide => "side-by-side",
            Self::Ghost => "ghost",
        }
    }

    /// The mode that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.id() == id)
    }
}

impl Compare {
    /// Where the line of the swipe stands at first.
    pub const MIDDLE: f64 = 0.5;

    /// The rectangles of the two maps on a page: of the other day, and of the map's own.
    pub fn windows(&self, page: PageRect) -> [MapWindow; 2] {
        const GAP: f64 = 8.0;
        match self.mode {
            CompareMode::Swipe => {
                let cut = page.width * self.at.clamp(0.0, 1.0);
                let left = PageRect { width: cut, ..page };
                let right = PageRect { x: page.x + cut, width: page.width - cut, ..page };
                [MapWindow { page, shown: left }, MapWindow { page, shown: right }]
            }
            CompareMode::SideBySide => {
                let half = (page.width - GAP) / 2.0;
                let left = PageRect { width: half, ..page };
                let right = PageRect { x: page.x + half + GAP, width: half, ..page };
                [left.into(), right.into()]
            }
            CompareMode::Ghost => [page.into(), page.into()],
        }
    }
}
