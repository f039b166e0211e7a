//! Hatching and dotting of areas. Lines and dots lie on one grid for the whole page, so that neighbouring areas of one
//! look join without a seam.

use super::item::Pattern;
use super::item::SceneItem;
use super::item::Stroke;
use crate::symbology::Colour;
use crate::units::PagePoint;

impl Pattern {
    /// The pattern inside rings (even-odd) as lines or dots of their own, for painters that know no patterns. They end
    /// where their middle meets the edge.
    pub fn drawn_in(&self, rings: &[Vec<PagePoint>], colour: Colour) -> SceneItem {
        match *self {
            Self::Lines { spacing, angle, width } => {
                SceneItem::Lines { lines: lines(rings, spacing, angle), stroke: Stroke::solid(colour, width) }
            }
            Self::Dots { spacing, radius } => SceneItem::Dots { centres: dots(rings, spacing), radius, colour },
        }
    }
}

/// Parallel lines inside rings.
fn lines(rings: &[Vec<PagePoint>], spacing: f64, angle: f64) -> Vec<Vec<PagePoint>> {
    let (sin, cos) = angle.sin_cos();
    let there = |point: &PagePoint| PagePoint::new(point.x * cos + point.y * sin, point.y * cos - point.x * sin);
    let back = |point: PagePoint| PagePoint::new(point.x * cos - point.y * sin, point.y * cos + point.x * sin);
    stretches(rings, spacing, there)
        .into_iter()
        .map(|(y, from, to)| vec![back(PagePoint::new(from, y)), back(PagePoint::new(to, y))])
        .collect()
}

/// Points inside rings on a staggered grid.
#[expect(clippy::cast_possible_truncation, reason = "a row number of a page")]
fn dots(rings: &[Vec<PagePoint>], spacing: f64) -> Vec<PagePoint> {
    let mut centres = Vec::new();
    for (y, from, to) in stretches(rings, spacing, |point| *point) {
        let row = (y / spacing).round() as i64;
        let shift = if row % 2 == 0 { 0.0 } else { spacing / 2.0 };
        let mut x = ((from - shift) / spacing).ceil() * spacing + shift;
        while x <= to {
            centres.push(PagePoint::new(x, y));
            x += spacing;
        }
    }
    centres
}

/// The stretches (y, from, to) of the rows y = k · spacing that lie inside rings (even-odd).
pub fn level_spans(rings: &[Vec<PagePoint>], spacing: f64) -> Vec<(f64, f64, f64)> {
    stretches(rings, spacing, |point| *point)
}

/// The same of rows that are turned.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "row numbers of a page, counted from its top"
)]
fn stretches(rings: &[Vec<PagePoint>], spacing: f64, turn: impl Fn(&PagePoint) -> PagePoint) -> Vec<(f64, f64, f64)> {
    let turned: Vec<Vec<PagePoint>> = rings.iter().map(|ring| ring.iter().map(&turn).collect()).collect();
    let all = || turned.iter().flatten();
    let top = all().map(|point| point.y).fold(f64::INFINITY, f64::min);
    let bottom = all().map(|point| point.y).fold(f64::NEG_INFINITY, f64::max);
    if !(top.is_finite() && bottom.is_finite()) || spacing <= 0.0 {
        return Vec::new();
    }
    let first = (top / spacing).ceil();
    let rows = ((bottom / spacing).floor() - first + 1.0).max(0.0) as usize;
    let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); rows];
    for ring in &turned {
        let next = ring.iter().cycle().skip(1);
        for (a, b) in ring.iter().zip(next) {
            let (low, high) = (a.y.min(b.y), a.y.max(b.y));
            let mut row = (low / spacing).ceil().max(first);
            while row * spacing < high {
                let y = row * spacing;
                if let Some(crossings) = crossings.get_mut((row - first) as usize) {
                    crossings.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
                }
                row += 1.0;
            }
        }
    }
    let mut found = Vec::new();
    for (row, mut crossings) in crossings.into_iter().enumerate() {
        crossings.sort_by(f64::total_cmp);
        let y = (first + row as f64) * spacing;
        for pair in crossings.chunks_exact(2) {
            if let [from, to] = pair {
                found.push((y, *from, *to));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Vec<PagePoint>> {
        vec![[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)].map(|(x, y)| PagePoint::new(x, y)).to_vec()]
    }

    #[test]
    fn level_lines_cross_the_square() {
        let lines = lines(&square(), 2.5, 0.0);
        assert_eq!(lines.len(), 4);
        for line in lines {
            assert!((line[0].x - line[1].x).abs() > 9.99);
        }
    }

    #[test]
    fn a_hole_stays_free() {
        let mut rings = square();
        rings.push([(4.0, 1.0), (6.0, 1.0), (6.0, 9.0), (4.0, 9.0)].map(|(x, y)| PagePoint::new(x, y)).to_vec());
        assert!(
            dots(&rings, 1.0).iter().all(|point| !(point.x > 4.0 && point.x < 6.0 && point.y > 1.0 && point.y < 9.0))
        );
    }
}
