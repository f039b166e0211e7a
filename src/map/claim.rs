//! Claims as outlines in the claimant's hue, drawn inside the claimed ground.

use std::collections::{HashMap, HashSet};

use super::context::MapContext;
use crate::geometry::distance_to_segment;
use crate::scene::{SceneItem, Stroke};
use crate::units::{MapPoint, PagePoint};
use crate::world::DayMap;

/// Outlines follow borders to within this many points, so that they can run beside them.
const TOLERANCE: f64 = 1.6;
/// A mitre at a corner is no longer than this many times the distance of the line from its border.
const LONGEST: f64 = 2.5;
/// So many points of a line before and after one are looked at for knots.
const WINDOW: usize = 24;

pub fn claims(context: &MapContext<'_>, day: &DayMap<'_>) -> Vec<SceneItem> {
    let outline = |(nth, claimant): (usize, &&str)| {
        let claimed = |tract| day.get(tract).is_some_and(|held| held.claims.iter().any(|claim| claim.by == *claimant));
        let offsets = &context.theme.looks.offsets;
        let inset = offsets.claim + offsets.next_claim * nth as f64;
        let lines: Vec<_> = outline(context, claimed).iter().map(|line| inside(line, inset)).collect();
        let colour = context.theme.polity(claimant).hatch;
        (!lines.is_empty())
            .then(|| SceneItem::Lines { lines, stroke: Stroke::from_look(&context.theme.looks.lines.claim, colour) })
    };
    claimants(day).iter().enumerate().filter_map(outline).collect()
}

/// Who claims ground on a day, in the order in which their outlines are drawn.
fn claimants<'a>(day: &'a DayMap<'_>) -> Vec<&'a str> {
    let mut claimants: Vec<&str> = day.iter().flat_map(|held| &held.claims).map(|claim| claim.by.as_str()).collect();
    claimants.sort_unstable();
    claimants.dedup();
    claimants
}

/// The outline of some tracts together, on the page, with their ground at its left.
fn outline(context: &MapContext<'_>, holds: impl Fn(usize) -> bool) -> Vec<Vec<PagePoint>> {
    let tolerance_m = TOLERANCE * context.view.metres_per_point();
    let mut stretches: Vec<Vec<MapPoint>> = Vec::new();
    for arc in context.world.ground.arcs().iter().filter(|arc| context.meets(&arc.course)) {
        // What is claimed goes on beyond the frame, whose edge is therefore no outline.
        let (Some(left), Some(right)) = (arc.left, arc.right) else { continue };
        let course = arc.course.simplified(tolerance_m);
        match (holds(left), holds(right)) {
            (true, false) => stretches.push(course.collect()),
            (false, true) => stretches.push(course.rev().collect()),
            _ => {}
        }
    }
    end_to_end(stretches).into_iter().flat_map(|line| cut(context, line)).collect()
}

/// A line on the page, cut to it; where a closed one is cut, its first piece goes on from the last.
fn cut(context: &MapContext<'_>, line: Vec<MapPoint>) -> Vec<Vec<PagePoint>> {
    let mut pieces = context.cut(line);
    let joins = pieces.len() > 1
        && pieces.first().and_then(|first| first.first()) == pieces.last().and_then(|last| last.last());
    if joins {
        let first = pieces.remove(0);
        if let Some(last) = pieces.last_mut() {
            last.extend(first.into_iter().skip(1));
        }
    }
    pieces
}

/// Stretches put together where one ends at the very point at which another begins.
fn end_to_end(stretches: Vec<Vec<MapPoint>>) -> Vec<Vec<MapPoint>> {
    type Key = [u64; 2];
    let key = |point: &MapPoint| -> Key { [point.x.to_bits(), point.y.to_bits()] };
    let start = |stretch: &Vec<MapPoint>| stretch.first().map(key);
    let ends: HashSet<Key> = stretches.iter().filter_map(|stretch| stretch.last().map(key)).collect();
    // Where none leads to, a line begins; what is left then are closed ones.
    let (firsts, others): (Vec<_>, Vec<_>) =
        stretches.into_iter().partition(|stretch| start(stretch).is_some_and(|start| !ends.contains(&start)));
    let mut left: Vec<Option<Vec<MapPoint>>> = firsts.into_iter().chain(others).map(Some).collect();
    let mut from: HashMap<Key, Vec<usize>> = HashMap::new();
    for (at, stretch) in left.iter().enumerate().rev() {
        if let Some(start) = stretch.as_ref().and_then(start) {
            from.entry(start).or_default().push(at);
        }
    }
    let mut lines = Vec::new();
    for at in 0..left.len() {
        let Some(mut line) = left.get_mut(at).and_then(Option::take) else { continue };
        while let Some(next) = line.last().and_then(|end| from.get_mut(&key(end))).and_then(Vec::pop) {
            line.extend(left.get_mut(next).and_then(Option::take).into_iter().flatten().skip(1));
        }
        lines.push(line);
    }
    lines
}

/// A line moved far sideways: without the points that would come nearer to it than they were moved, which make spikes
/// and knots where it bends sharply.
fn inside(line: &[PagePoint], by: f64) -> Vec<PagePoint> {
    const NEAR: f64 = 0.92;
    let reach = by.abs();
    let moved = parallel(line, by);
    let far = |point: PagePoint, stretch: &[PagePoint]| {
        stretch.windows(2).all(|pair| match pair {
            [a, b] => distance_to_segment(point, *a, *b) >= reach * NEAR,
            _ => true,
        })
    };
    let part = |from: usize, to: usize| line.get(from..to.min(line.len())).unwrap_or_default();
    let closed = is_closed(line);
    let kept = moved.iter().enumerate().filter(|(nth, point)| {
        // Only what is near along the line can be near beside it; a closed one goes on at its seam.
        let over = if closed { (nth + WINDOW).saturating_sub(line.len()) } else { 0 };
        let under = if closed { WINDOW.saturating_sub(*nth) } else { 0 };
        let here = part(nth.saturating_sub(WINDOW), nth + WINDOW);
        [here, part(0, over), part(line.len().saturating_sub(under), line.len())].iter().all(|part| far(**point, part))
    });
    kept.map(|(_, point)| *point).collect()
}

fn is_closed(line: &[PagePoint]) -> bool {
    line.len() > 2 && line.first() == line.last()
}

/// A line at one distance from another, with mitred corners; at very sharp ones it is nearer.
fn parallel(line: &[PagePoint], by: f64) -> Vec<PagePoint> {
    let normal = |a: &PagePoint, b: &PagePoint| {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = dx.hypot(dy);
        (length > 0.0).then(|| (dy / length, -dx / length))
    };
    // Of a closed line the first corner is the last.
    let (last, closed) = (line.len().saturating_sub(1), is_closed(line));
    let at = |nth: usize, point: &PagePoint| {
        let (before, after) = match nth {
            0 if closed => (last.checked_sub(1), Some(1)),
            _ if nth == last && closed => (nth.checked_sub(1), Some(1)),
            _ => (nth.checked_sub(1), Some(nth + 1)),
        };
        let before = before.and_then(|before| normal(line.get(before)?, point));
        let after = after.and_then(|after| normal(point, line.get(after)?));
        let (a, b) = (before.or(after)?, after.or(before)?);
        let (x, y) = (a.0 + b.0, a.1 + b.1);
        // The sum of the normals is as much shorter as the corner is further out.
        let stretch = (2.0 / (x * x + y * y)).min(LONGEST) * by;
        Some(PagePoint::new(point.x + x * stretch, point.y + y * stretch))
    };
    line.iter().enumerate().filter_map(|(nth, point)| at(nth, point)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use crate::map::MapOptions;
    use crate::symbology::ThemeChoice;
    use crate::units::PageRect;
    use crate::view::{MapState, MapView};
    use crate::world::World;

    /// On the ground of the very claimant; where that is narrower than the inset, just beyond its other side.
    #[test]
    fn claims_are_drawn_inside_the_claimed_ground() {
        let world = World::new(catalog::load_embedded());
        let theme = world.theme(ThemeChoice::Light);
        let mut options = MapOptions::resolve(&world, &MapState::on("1919-02-15".parse().unwrap()));
        options.senses.claims = true;
        let page = PageRect::new(0.0, 0.0, 1_000.0, 750.0);
        let view = MapView::fitting(world.projection.frame_extent(), page.width, page.height, 6.0);
        let context = MapContext::new(&world, &theme, &options, view, page.into());
        let day = world.day_map(options.day);
        let drawn = claims(&context, &day);
        let claimants = claimants(&day);
        assert_eq!(drawn.len(), claimants.len(), "one item a claimant, in their order");
        for (nth, (item, claimant)) in drawn.iter().zip(&claimants).enumerate() {
            let SceneItem::Lines { lines, .. } = item else { panic!("claims are lines") };
            let claims = |tract: usize| day.get(tract).unwrap().claims.iter().any(|claim| claim.by == *claimant);
            let edge = outline(&context, claims);
            let offsets = &theme.looks.offsets;
            let inset = offsets.claim + offsets.next_claim * nth as f64;
            let (mut inside, mut all) = (0, 0);
            for point in lines.iter().flatten() {
                let near = edge.iter().flat_map(|line| line.windows(2));
                let off = near.map(|pair| distance_to_segment(*point, pair[0], pair[1])).fold(f64::INFINITY, f64::min);
                let is_inside = world.ground.tract_at(view.map_from_page(*point, page)).is_some_and(claims);
                // The outline is moved from simplified lines, the ground is not simplified; a mitre reaches further.
                assert!(
                    is_inside || off <= inset * LONGEST + TOLERANCE,
                    "{claimant}: {point:?} is {off} points outside"
                );
                all += 1;
                inside += usize::from(is_inside);
            }
            assert!(all > 0 && inside > all / 2, "{claimant}: {inside} of {all}");
        }
    }

    #[test]
    fn a_line_beside_another_keeps_its_distance_in_a_sharp_bend() {
        let zigzag: Vec<PagePoint> =
            (0..30).map(|nth| PagePoint::new(f64::from(nth) * 2.0, f64::from(nth % 2) * 5.0)).collect();
        for by in [-8.0, 8.0] {
            for point in inside(&zigzag, by) {
                let nearest = zigzag.windows(2).map(|pair| distance_to_segment(point, pair[0], pair[1]));
                assert!(nearest.fold(f64::INFINITY, f64::min) > 7.3);
            }
        }
        let square = [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)].map(|(x, y)| PagePoint::new(x, y));
        let corner = inside(&square, -4.0)[1];
        assert!((corner.x - 46.0).abs() < 1e-9 && (corner.y - 4.0).abs() < 1e-9, "{corner:?}");
    }

    #[test]
    fn stretches_become_lines_and_rings() {
        let at = |x: f64, y: f64| MapPoint::new(x, y);
        let line = |points: &[(f64, f64)]| points.iter().map(|(x, y)| at(*x, *y)).collect::<Vec<_>>();
        // A ring of two stretches, an open line of two told backwards, and a ring that meets the first in a point.
        let lines = end_to_end(vec![
            line(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]),
            line(&[(5.0, 5.0), (6.0, 5.0)]),
            line(&[(1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]),
            line(&[(4.0, 5.0), (5.0, 5.0)]),
            line(&[(0.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 0.0)]),
        ]);
        assert_eq!(lines.first(), Some(&line(&[(4.0, 5.0), (5.0, 5.0), (6.0, 5.0)])));
        assert!(lines.iter().skip(1).all(|line| line.first() == line.last()), "{lines:?}");
        // Where two rings meet it is left open whether they become one line or two; each step is there once.
        let steps = lines.iter().flat_map(|line| line.windows(2));
        let mut steps: Vec<[f64; 4]> = steps.map(|pair| [pair[0].x, pair[0].y, pair[1].x, pair[1].y]).collect();
        steps.sort_by(|a, b| a.partial_cmp(b).unwrap());
        steps.dedup();
        assert_eq!((steps.len(), lines.iter().map(|line| line.len() - 1).sum::<usize>()), (9, 9), "{lines:?}");
    }

    #[test]
    fn a_ring_is_drawn_inside_without_a_seam() {
        let ring: Vec<PagePoint> = [(0.0, 0.0), (0.0, 40.0), (40.0, 40.0), (40.0, 0.0), (0.0, 0.0)]
            .map(|(x, y)| PagePoint::new(x, y))
            .to_vec();
        let drawn = inside(&ring, 4.0);
        assert_eq!(drawn.first(), drawn.last());
        assert!(drawn.iter().all(|at| (at.x - 20.0).abs() < 16.1 && (at.y - 20.0).abs() < 16.1), "{drawn:?}");
    }
}
