//! Where on a page a map goes.

use crate::units::PageRect;

/// Where on a page a map goes: the rectangle that its view fills, and the part of it that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapWindow {
    /// The rectangle that the view fills.
    pub page: PageRect,
    /// The part of it that is seen.
    pub shown: PageRect,
}

impl From<PageRect> for MapWindow {
    fn from(page: PageRect) -> Self {
        Self { page, shown: page }
    }
}
