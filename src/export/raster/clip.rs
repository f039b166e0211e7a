//! What a group is confined to, and how much of a tile lies inside of it.

use vello_cpu::kurbo::{BezPath, Rect, Shape};

use super::outline::{bounds_and_key, closed};
use crate::units::PagePoint;

/// Closed rings, by the even-odd rule.
pub struct Clip {
    /// The rings in points of the page.
    pub path: BezPath,
    /// What they are known by.
    pub key: u64,
}

/// How much of a rectangle lies inside a clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    All,
    /// Perhaps, where an edge is near: what is drawn is to be cut.
    Some,
    Nothing,
}

impl Clip {
    pub fn new(rings: &[Vec<PagePoint>]) -> Self {
        let path: BezPath = rings.iter().flat_map(|ring| closed(ring)).collect();
        let key = bounds_and_key(&path).map_or(0, |(_, key)| key);
        Self { path, key }
    }

    pub fn inside(&self, rect: Rect) -> Inside {
        let near = |edge: Rect| edge.x0 <= rect.x1 && rect.x0 <= edge.x1 && edge.y0 <= rect.y1 && rect.y0 <= edge.y1;
        if self.path.segments().any(|edge| near(edge.bounding_box())) {
            Inside::Some
        } else if self.path.winding(rect.center()) % 2 == 0 {
            Inside::Nothing
        } else {
            Inside::All
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_is_inside_where_no_edge_is_near() {
        let square = |from: f64, to: f64| {
            [(from, from), (to, from), (to, to), (from, to)].map(|(x, y)| PagePoint::new(x, y)).to_vec()
        };
        let clip = Clip::new(&[square(0.0, 100.0), square(40.0, 60.0)]);
        let inside = |from: f64, to: f64| clip.inside(Rect::new(from, from, to, to));
        assert_eq!(inside(10.0, 30.0), Inside::All);
        assert_eq!(inside(45.0, 55.0), Inside::Nothing);
        assert_eq!(inside(110.0, 120.0), Inside::Nothing);
        assert_eq!(inside(90.0, 110.0), Inside::Some);
        assert_eq!(inside(100.0, 110.0), Inside::Some);
        assert_eq!(Clip::new(&[]).inside(Rect::new(0.0, 0.0, 1.0, 1.0)), Inside::Nothing);
    }
}
