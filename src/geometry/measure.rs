//! Geodesic measures on the WGS84 ellipsoid, by Karney's method as the geo crate has it: square kilometres
//! and kilometres on the ground, not on the map.

use geo::{Distance, Geodesic, GeodesicArea, LineString, Point, Polygon};

use crate::units::LonLat;

/// The area of polygons given as rings, the outer one first, in km².
pub fn area_km2(polygons: &[Vec<Vec<LonLat>>]) -> f64 {
    polygons.iter().map(|rings| polygon(rings).geodesic_area_unsigned()).sum::<f64>() / 1e6
}

/// The length of lines in km.
pub fn length_km(lines: &[Vec<LonLat>]) -> f64 {
    lines
        .iter()
        .flat_map(|line| line.windows(2))
        .map(|pair| match pair {
            [a, b] => Geodesic.distance(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat)),
            _ => 0.0,
        })
        .sum::<f64>()
        / 1e3
}

fn polygon(rings: &[Vec<LonLat>]) -> Polygon<f64> {
    let mut rings =
        rings.iter().map(|ring| ring.iter().map(|point| (point.lon, point.lat)).collect::<LineString<f64>>());
    let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
    Polygon::new(outer, rings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 9,412.789 km² and 111.0346 km by PROJ 9.5.1 (`pyproj.Geod(ellps="WGS84")`), held to the last digit given.
    #[test]
    fn a_degree_cell_has_its_known_area() {
        let ring = [(43.0, 40.0), (44.0, 40.0), (44.0, 41.0), (43.0, 41.0), (43.0, 40.0)]
            .map(|(lon, lat)| LonLat::new(lon, lat))
            .to_vec();
        let area = area_km2(&[vec![ring]]);
        assert!((area - 9_412.789).abs() < 0.001, "{area}");
    }

    #[test]
    fn a_degree_of_latitude_has_its_known_length() {
        let length = length_km(&[vec![LonLat::new(43.0, 39.5), LonLat::new(43.0, 40.5)]]);
        assert!((length - 111.034_6).abs() < 0.000_1, "{length}");
    }
}
