//! Lines and circles on a page, measured and made.

use crate::units::PagePoint;

/// The length of a line in points.
pub fn length(line: &[PagePoint]) -> f64 {
    line.windows(2)
        .map(|pair| match pair {
            [a, b] => a.distance(*b),
            _ => 0.0,
        })
        .sum()
}

/// The point so far along a line, and the direction there in radians.
pub fn at_distance(line: &[PagePoint], mut distance: f64) -> Option<(PagePoint, f64)> {
    for pair in line.windows(2) {
        let [a, b] = pair else { continue };
        let stretch = a.distance(*b);
        if distance <= stretch && stretch > 0.0 {
            let part = distance / stretch;
            let point = PagePoint::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
            return Some((point, (b.y - a.y).atan2(b.x - a.x)));
        }
        distance -= stretch;
    }
    match line {
        [.., a, b] if distance < 1e-6 => Some((*b, (b.y - a.y).atan2(b.x - a.x))),
        _ => None,
    }
}

/// A circle as a closed line.
pub fn circle(centre: PagePoint, radius: f64) -> Vec<PagePoint> {
    (0..=32)
        .map(|step| {
            let (sin, cos) = (f64::from(step) / 32.0 * std::f64::consts::TAU).sin_cos();
            PagePoint::new(centre.x + radius * cos, centre.y + radius * sin)
        })
        .collect()
}

/// Short strokes across a line, as on a railway.
pub fn cross_ticks(line: &[PagePoint], every: f64, half: f64) -> Vec<Vec<PagePoint>> {
    let mut ticks = Vec::new();
    let mut at = every / 2.0;
    let length = length(line);
    while at < length {
        if let Some((point, angle)) = at_distance(line, at) {
            let (sin, cos) = angle.sin_cos();
            ticks.push(vec![
                PagePoint::new(point.x - sin * half, point.y + cos * half),
                PagePoint::new(point.x + sin * half, point.y - cos * half),
            ]);
        }
        at += every;
    }
    ticks
}
