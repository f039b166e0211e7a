//! Cuts lines and rings to a rectangle, so that a close view of long lines costs no more than what is seen.

use crate::units::{PagePoint, PageRect};

/// The pieces of a line inside a rectangle (Liang and Barsky, 1984, stretch by stretch).
pub fn line(points: &[PagePoint], to: PageRect) -> Vec<Vec<PagePoint>> {
    let mut pieces: Vec<Vec<PagePoint>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let Some((start, end)) = stretch(*a, *b, to) else {
            open = false;
            continue;
        };
        let joins = open && pieces.last().and_then(|piece| piece.last()).is_some_and(|last| *last == start);
        match pieces.last_mut() {
            Some(piece) if joins => piece.push(end),
            _ => pieces.push(vec![start, end]),
        }
        open = end == *b;
    }
    pieces
}

/// A ring cut to a rectangle (Sutherland and Hodgman, 1974). Parts may stay joined along the edge of the
/// rectangle, which the even-odd rule does not show.
pub fn ring(points: &[PagePoint], to: PageRect) -> Vec<PagePoint> {
    let inside = |point: &PagePoint| to.contains(*point);
    if points.iter().all(inside) {
        return points.to_vec();
    }
    let mut kept = points.to_vec();
    for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
        let mut next = Vec::with_capacity(kept.len());
        let mut previous = match kept.last() {
            Some(last) => *last,
            None => return Vec::new(),
        };
        for point in &kept {
            match (side.keeps(previous, to), side.keeps(*point, to)) {
                (true, true) => next.push(*point),
                (true, false) => next.push(side.cross(previous, *point, to)),
                (false, true) => next.extend([side.cross(previous, *point, to), *point]),
                (false, false) => {}
            }
            previous = *point;
        }
        kept = next;
    }
    kept
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    fn keeps(self, point: PagePoint, to: PageRect) -> bool {
        match self {
            Self::Left => point.x >= to.x,
            Self::Right => point.x <= to.right(),
            Self::Top => point.y >= to.y,
            Self::Bottom => point.y <= to.bottom(),
        }
    }

    fn cross(self, a: PagePoint, b: PagePoint, to: PageRect) -> PagePoint {
        let at_x = |x: f64| PagePoint::new(x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
        let at_y = |y: f64| PagePoint::new(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y);
        match self {
            Self::Left => at_x(to.x),
            Self::Right => at_x(to.right()),
            Self::Top => at_y(to.y),
            Self::Bottom => at_y(to.bottom()),
        }
    }
}

fn stretch(a: PagePoint, b: PagePoint, to: PageRect) -> Option<(PagePoint, PagePoint)> {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, a.x - to.x), (dx, to.right() - a.x), (-dy, a.y - to.y), (dy, to.bottom() - a.y)] {
        if p == 0.0 {
            if q < 0.0 {
                return None;
            }
        } else if p < 0.0 {
            enter = enter.max(q / p);
        } else {
            leave = leave.min(q / p);
        }
    }
    if enter > leave {
        return None;
    }
    let at = |part: f64| PagePoint::new(a.x + dx * part, a.y + dy * part);
    // A point inside comes back exactly as it was.
    let start = if enter > 0.0 { at(enter) } else { a };
    let end = if leave < 1.0 { at(leave) } else { b };
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TO: PageRect = PageRect { x: 0.0, y: 0.0, width: 10.0, height: 10.0 };

    fn points(list: &[(f64, f64)]) -> Vec<PagePoint> {
        list.iter().map(|(x, y)| PagePoint::new(*x, *y)).collect()
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_pieces() {
        let pieces = line(&points(&[(2.0, 2.0), (2.0, 20.0), (8.0, 20.0), (8.0, 2.0)]), TO);
        assert_eq!(pieces, [points(&[(2.0, 2.0), (2.0, 10.0)]), points(&[(8.0, 10.0), (8.0, 2.0)])]);
    }

    #[test]
    fn a_line_that_stays_inside_is_left_alone() {
        let inside = points(&[(1.0, 1.0), (5.0, 9.0), (9.0, 1.0)]);
        assert_eq!(line(&inside, TO), [inside]);
    }

    #[test]
    fn a_ring_around_the_rectangle_becomes_the_rectangle() {
        let cut = ring(&points(&[(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0), (-5.0, -5.0)]), TO);
        assert!(cut.iter().all(|point| TO.contains(*point)));
        assert!(TO.contains(cut[0]) && cut.len() >= 4);
    }

    #[test]
    fn what_lies_outside_is_gone() {
        assert!(line(&points(&[(20.0, 20.0), (30.0, 30.0)]), TO).is_empty());
        assert!(ring(&points(&[(20.0, 20.0), (30.0, 20.0), (30.0, 30.0), (20.0, 20.0)]), TO).is_empty());
    }
}
