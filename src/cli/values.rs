//! The values of arguments: what each is written as, and what of it can be refused without the atlas.

use clap::builder::PossibleValuesParser;

use crate::model::Day;
use crate::text::Texts;
use crate::units::LonLat;

/// A size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// The smallest and the largest side of a picture.
const SIDES: std::ops::RangeInclusive<u32> = 200..=8192;

pub fn day(text: &str) -> Result<Day, String> {
    // Arguments are the same in every language.
    let texts = Texts::english();
    texts.parse_day(text).ok_or_else(|| {
        if texts.is_of_short_year(text) {
            texts.fill("date.short-year", &[("text", &text)])
        } else {
            texts.say("argument.day").to_owned()
        }
    })
}

pub fn size(text: &str) -> Result<Size, String> {
    let number = |text: &str| text.parse().ok().filter(|_| !text.starts_with('+'));
    let parts = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some((number(w)?, number(h)?)));
    let Some((width, height)) = parts else {
        return Err(Texts::english().say("argument.size").to_owned());
    };
    if SIDES.contains(&width) && SIDES.contains(&height) {
        Ok(Size { width, height })
    } else {
        Err(Texts::english().fill("argument.sides", &[("least", SIDES.start()), ("most", SIDES.end())]))
    }
}

/// One of some names.
pub fn names(known: &[&'static str]) -> PossibleValuesParser {
    PossibleValuesParser::new(known)
}

pub fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse().ok().filter(|scale: &f64| scale.is_finite() && *scale > 0.0);
    scale.ok_or_else(|| Texts::english().say("argument.scale").to_owned())
}

pub fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| (0.02..=600.0).contains(seconds));
    seconds.ok_or_else(|| Texts::english().say("argument.seconds").to_owned())
}

pub fn lonlat(text: &str) -> Result<LonLat, String> {
    let number = |part: &str| part.trim().parse().ok().filter(|number: &f64| number.is_finite());
    text.split_once(',')
        .and_then(|(lon, lat)| Some(LonLat::new(number(lon)?, number(lat)?)))
        .ok_or_else(|| Texts::english().say("argument.point").to_owned())
}

/// Two days, as `1878-07-12,1921-10-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoDays {
    pub a: Day,
    pub b: Day,
}

pub fn two_days(text: &str) -> Result<TwoDays, String> {
    let (a, b) = text.split_once(',').ok_or_else(|| Texts::english().say("argument.two-days").to_owned())?;
    Ok(TwoDays { a: day(a)?, b: day(b)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_two_sane_sides() {
        assert_eq!(size("640x480"), Ok(Size { width: 640, height: 480 }));
        for text in
            ["+640x480", "640", "640x", "x480", "0x0", "-5x10", "100x100", "8193x1000", "1e3x1000", "99999999999x1000"]
        {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_point_is_two_finite_numbers() {
        assert_eq!(lonlat("43.09, 40.61"), Ok(LonLat::new(43.09, 40.61)));
        assert_eq!(lonlat("-43.09,40.61"), Ok(LonLat::new(-43.09, 40.61)));
        for text in ["", "43", "43;40", "nan,40", "43,inf", "43,40,5"] {
            assert!(lonlat(text).is_err(), "{text}");
        }
    }
}
