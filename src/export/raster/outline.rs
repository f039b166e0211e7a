//! Lines, rings and dots of a scene as paths of straight lines, and lines cut into parts that can be drawn alone. What is
//! cut where depends on the points alone. It lays no ink.

use std::f64::consts::{PI, TAU};
use std::hash::{BuildHasher, Hash, Hasher};

use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke, Vec2, dash, flatten};

use crate::scene;
use crate::units::PagePoint;

/// This many dashes or dots go into a part, and about this many points of a line.
pub const MANY: usize = 32;

/// What a path covers, and what it is known by. `None` where it has no point.
pub fn bounds_and_key(path: &BezPath) -> Option<(Rect, u64)> {
    let mut hasher = hasher();
    let mut bounds: Option<Rect> = None;
    for step in path.elements() {
        std::mem::discriminant(step).hash(&mut hasher);
        if let Some(at) = step.end_point() {
            (at.x.to_bits(), at.y.to_bits()).hash(&mut hasher);
            bounds = Some(bounds.map_or(Rect::from_points(at, at), |bounds| bounds.union_pt(at)));
        }
    }
    Some((bounds?, hasher.finish()))
}

/// The pen of a stroke whose dashes are cut already: these end bluntly so that their gaps stay open.
pub fn pen(stroke: &scene::Stroke, scale: f64) -> Stroke {
    let cap = if stroke.dash.is_empty() { Cap::Round } else { Cap::Butt };
    // On a line of two pixels a round corner cannot be told from a blunt one, which costs far less.
    let join = if stroke.width * scale > 2.2 { Join::Round } else { Join::Bevel };
    Stroke::new(stroke.width).with_join(join).with_caps(cap)
}

/// Curves as lines that are nowhere further from them than the tolerance.
pub fn straightened(path: &BezPath, tolerance: f64) -> BezPath {
    let mut lines = BezPath::new();
    flatten(path, tolerance, |step| lines.push(step));
    lines
}

pub fn closed(ring: &[PagePoint]) -> BezPath {
    open(ring).chain([PathEl::ClosePath]).collect()
}

fn open(line: &[PagePoint]) -> impl Iterator<Item = PathEl> {
    line.iter().enumerate().map(|(nth, at)| {
        let at = Point::new(at.x, at.y);
        if nth == 0 { PathEl::MoveTo(at) } else { PathEl::LineTo(at) }
    })
}

/// A line in stretches, each beginning with the last point of the one before, so that their round ends cover each
/// other. Where a line is cut depends on the points alone, so that a line of which less is shown has the same stretches.
pub fn stretches(line: &[PagePoint]) -> Vec<BezPath> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for (at, point) in line.iter().enumerate().skip(1) {
        if at + 1 == line.len() || is_cut(point) {
            stretches.push(open(line.get(start..=at).unwrap_or_default()).collect());
            start = at;
        }
    }
    stretches
}

/// True of one point among `MANY`, by the bits of its position.
fn is_cut(point: &PagePoint) -> bool {
    let bits = point.x.to_bits() ^ point.y.to_bits().rotate_left(32);
    (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32).is_multiple_of(MANY as u64)
}

/// The dashes of a line, some of them together.
pub fn dashes(line: &[PagePoint], lengths: &[f64]) -> Vec<BezPath> {
    let mut parts = vec![BezPath::new()];
    let mut count = 0;
    for step in dashes_of(line, lengths) {
        if matches!(step, PathEl::MoveTo(_)) {
            count += 1;
            if count % MANY == 0 {
                parts.push(BezPath::new());
            }
        }
        if let Some(part) = parts.last_mut() {
            part.push(step);
        }
    }
    parts
}

pub fn dashes_of<'a>(line: &'a [PagePoint], lengths: &'a [f64]) -> impl Iterator<Item = PathEl> + 'a {
    dash(open(line), 0.0, lengths)
}

/// True of a line of dots, that is of dashes too short to be seen as such.
pub fn is_dotted(stroke: &scene::Stroke) -> bool {
    stroke.dash.first().is_some_and(|first| *first < 1.0)
}

pub fn starts(dashes: impl Iterator<Item = PathEl>) -> Vec<PagePoint> {
    let start = |step| if let PathEl::MoveTo(at) = step { Some(PagePoint::new(at.x, at.y)) } else { None };
    dashes.filter_map(start).collect()
}

/// Dots as polygons of the area of circles, in points, with as few corners as keep their edge within about a quarter of a
/// pixel of the circle's; four, eight, twelve ..., so that a dot is as broad on all sides.
pub fn discs(centres: &[PagePoint], radius: f64, scale: f64) -> BezPath {
    // Between two corners the edge of a polygon in a circle is r (1 - cos(180°/n)) away from it: a third of a pixel at
    // most, of which the corners of one with the circle's area stand out by two thirds.
    let bend = (1.0 - 1.0 / 3.0 / (radius * scale)).max(-1.0);
    let count = ((PI / bend.acos() / 4.0).ceil() * 4.0).max(4.0);
    // A polygon with n corners at r has the area n/2 sin(360°/n) r².
    let out = radius * (TAU / (count * (TAU / count).sin())).sqrt();
    let corner = |nth: usize| Vec2::from_angle(TAU / count * (nth as f64 + 0.5)) * out;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let corners: Vec<Vec2> = (0..count as usize).map(corner).collect();
    let disc = |centre: &PagePoint| {
        let centre = Point::new(centre.x, centre.y);
        let steps = corners.iter().enumerate().map(move |(nth, corner)| {
            if nth == 0 { PathEl::MoveTo(centre + *corner) } else { PathEl::LineTo(centre + *corner) }
        });
        steps.chain([PathEl::ClosePath])
    };
    centres.iter().flat_map(disc).collect()
}

/// What keys are made with: fast over many numbers, and the same in each run.
pub fn hasher() -> impl Hasher {
    foldhash::quality::FixedState::default().build_hasher()
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::Shape;

    use super::*;

    #[test]
    fn a_dot_has_the_area_of_its_circle_and_keeps_near_it() {
        for (radius, scale) in [(0.8, 1.3), (0.2, 1.0), (1.8, 1.0), (3.0, 1.3), (4.2, 4.0)] {
            let dot = discs(&[PagePoint::new(7.0, -3.0)], radius, scale);
            assert!((dot.area().abs() - PI * radius * radius).abs() < 1e-9);
            let far = |at: Point| (at.distance(Point::new(7.0, -3.0)) - radius).abs() * scale;
            let corners = dot.elements().iter().filter_map(PathEl::end_point);
            assert!(corners.map(far).fold(0.0, f64::max) < 0.27, "radius {radius} at {scale}");
        }
    }
}
