//! Numbers, areas and lengths as the language writes them.

use std::str::FromStr as _;

use fixed_decimal::Decimal;

use super::texts::Texts;
use crate::units::LonLat;

/// Metres from which on a length is said in kilometres.
const LONG_M: f64 = 1_000.0;
const METRES_PER_FOOT: f64 = 0.3048;

impl Texts {
    /// A number with this many decimals: `12,345`, `0.5`.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.of_digits(format!("{value:.decimals$}"))
    }

    /// A whole number: `12,345`.
    pub fn whole(&self, value: usize) -> String {
        self.of_digits(value.to_string())
    }

    /// An area in square kilometres, without decimals: `12,345 km²`.
    pub fn area(&self, km2: f64) -> String {
        self.fill("units.km2", &[("number", &self.number(km2, 0))])
    }

    /// A length in kilometres, with one decimal: `12.3 km`.
    pub fn kilometres(&self, km: f64) -> String {
        self.fill("units.km", &[("number", &self.number(km, 1))])
    }

    /// A length of this many metres, in metres or in kilometres, without decimals: `300 m`, `12 km`.
    pub fn about_metres(&self, metres: f64) -> String {
        if metres >= LONG_M {
            self.fill("units.km", &[("number", &self.number(metres / 1_000.0, 0))])
        } else {
            self.fill("units.m", &[("number", &self.number(metres, 0))])
        }
    }

    /// A height in English feet, and in metres beside them, by a message that has room for both.
    pub fn feet(&self, key: &str, feet: f64) -> String {
        let (feet, metres) = (self.number(feet, 0), self.number(feet * METRES_PER_FOOT, 0));
        self.fill(key, &[("feet", &feet), ("metres", &metres)])
    }

    /// A length in a unit by its name, with the decimals that it needs: `0.5 km`, `20 versts`.
    pub fn quantity(&self, value: f64, unit: &str) -> String {
        self.fill("units.quantity", &[("number", &self.of_digits(value.to_string())), ("unit", &unit)])
    }

    /// A place in degrees: `43.095° E, 40.601° N`.
    pub fn position(&self, at: LonLat) -> String {
        self.fill("units.position", &[("lon", &self.longitude(at.lon, 3)), ("lat", &self.latitude(at.lat, 3))])
    }

    /// Degrees with the letter of their side of the globe: `43° E`; none at Greenwich and at the antimeridian.
    pub fn longitude(&self, degrees: f64, decimals: usize) -> String {
        self.degrees(degrees, decimals, ["units.west", "units.east"])
    }

    /// Degrees with the letter of their side of the globe: `40° N`; none at the equator.
    pub fn latitude(&self, degrees: f64, decimals: usize) -> String {
        self.degrees(degrees, decimals, ["units.south", "units.north"])
    }

    fn degrees(&self, degrees: f64, decimals: usize, [negative, positive]: [&str; 2]) -> String {
        let key = match degrees {
            0.0 | 180.0 | -180.0 => "units.degrees",
            degrees if degrees > 0.0 => positive,
            _ => negative,
        };
        self.fill(key, &[("degrees", &self.number(degrees.abs(), decimals))])
    }

    fn of_digits(&self, digits: String) -> String {
        match (self.numbers(), Decimal::from_str(&digits)) {
            (Some(numbers), Ok(decimal)) => numbers.format_to_string(&decimal),
            _ => digits,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_the_letter_of_their_side_of_the_globe() {
        let texts = Texts::english();
        let names = [40.0, -174.0, 180.0, 0.0].map(|lon| texts.longitude(lon, 0));
        assert_eq!(names, ["40° E", "174° W", "180°", "0°"]);
        assert_eq!(texts.latitude(-18.0, 0), "18° S");
        assert_eq!(texts.position(LonLat::new(43.095, 40.6)), "43.095° E, 40.600° N");
    }

    #[test]
    fn a_quantity_has_the_decimals_that_it_needs() {
        let texts = Texts::english();
        assert_eq!((texts.quantity(0.5, "km"), texts.quantity(20.0, "km")), ("0.5 km".into(), "20 km".into()));
    }

    #[test]
    fn digits_are_grouped_as_the_language_has_it() {
        let texts = Texts::english();
        assert_eq!(texts.number(999.0, 0), "999");
        assert_eq!(texts.number(12_345.678, 1), "12,345.7");
        assert_eq!(texts.area(1_234_567.0), "1,234,567 km²");
        assert_eq!((texts.about_metres(300.0), texts.about_metres(12_400.0)), ("300 m".to_owned(), "12 km".to_owned()));
    }
}
