//! The degrees of meridians and parallels inside a map that shows no edge of the ground, along its lower and its left edge.

use super::labels::Labels;
use crate::map::base::{turned, whole_degrees};
use crate::scene::{Anchor, TextLook};
use crate::typeset::Face;
use crate::units::{LonLat, PagePoint};

/// A line is looked for at so many points.
const STEPS: u32 = 120;

impl Labels<'_> {
    /// Names meridians and parallels where they cross the edge of what is shown.
    pub(super) fn degrees(&mut self) {
        let context = self.context;
        let size = context.theme.looks.names.degree;
        let look = TextLook { colour: context.theme.ground.faint_ink, ..self.look(Face::Sans, size) };
        let (frame, shown) = (*context.world.projection.frame(), context.shown);
        let along =
            |from: f64, to: f64| (0..=STEPS).map(move |step| from + (to - from) * f64::from(step) / f64::from(STEPS));
        for lon in whole_degrees(frame.west, frame.east) {
            let bottom = shown.bottom() - size * 0.5;
            let line = along(frame.south, frame.north).map(|lat| context.point(LonLat::new(lon, lat)));
            if let Some(at) = crossing(line, |point| point.y - bottom) {
                let text = context.options.texts.longitude(turned(lon), 0);
                self.try_level(look, &text, PagePoint::new(at.x, bottom), Anchor::Middle);
            }
        }
        for lat in whole_degrees(frame.south, frame.north) {
            let left = shown.x + size * 0.5;
            let line = along(frame.west, frame.east).map(|lon| context.point(LonLat::new(lon, lat)));
            if let Some(at) = crossing(line, |point| point.x - left) {
                let text = context.options.texts.latitude(lat, 0);
                self.try_level(look, &text, PagePoint::new(left, at.y + size * 0.33), Anchor::Start);
            }
        }
    }
}

/// Where a line of points changes from one side of an edge to the other.
fn crossing(line: impl Iterator<Item = PagePoint>, side: impl Fn(&PagePoint) -> f64) -> Option<PagePoint> {
    let points: Vec<PagePoint> = line.collect();
    points.windows(2).find_map(|pair| match pair {
        [a, b] if side(a) * side(b) <= 0.0 => Some(*b),
        _ => None,
    })
}
