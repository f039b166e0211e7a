//! How far a point is from a stretch of a line.

/// Distance from a point to the nearest point of the stretch a–b, in the unit of their space: metres of the map or
/// points of the page.
pub fn distance_to_segment<P: Into<[f64; 2]>>(point: P, a: P, b: P) -> f64 {
    square_to_segment(point, a, b).sqrt()
}

/// The square of that distance, which is enough to compare.
pub(super) fn square_to_segment<P: Into<[f64; 2]>>(point: P, a: P, b: P) -> f64 {
    let ([x, y], [ax, ay], [bx, by]) = (point.into(), a.into(), b.into());
    let (dx, dy) = (bx - ax, by - ay);
    let (px, py) = (x - ax, y - ay);
    let length_squared = dx * dx + dy * dy;
    if length_squared == 0.0 {
        return px * px + py * py;
    }
    let along = ((px * dx + py * dy) / length_squared).clamp(0.0, 1.0);
    let (x, y) = (px - along * dx, py - along * dy);
    x * x + y * y
}
