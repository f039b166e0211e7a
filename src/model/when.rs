//! Dates as the record knows them: EDTF level 1 (a day, a month, a year, about, uncertain, a range,
//! open at an end). It parses and compares; it never guesses a day that the record does not give.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};
use edtf::level_1::{Certainty as EdtfCertainty, Date as EdtfDate, Edtf, Precision, Terminal};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A day of the Gregorian calendar, also before 1918.
pub type Day = NaiveDate;

/// A date or a span of time, with what is not known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    text: String,
    earliest: Day,
    latest: Option<Day>,
    precision: WhenPrecision,
    qualifier: Qualifier,
}

/// How much of the date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhenPrecision {
    /// A day.
    Day,
    /// Some day of a month.
    Month,
    /// Some day of a year.
    Year,
    /// Some day of ten years.
    Decade,
    /// From one date to another.
    Range,
}

/// What EDTF's `?`, `~` and `%` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// It is as it says.
    #[default]
    Sure,
    /// It may be another.
    Uncertain,
    /// It is about then.
    Approximate,
    /// It is about then, and may be another.
    Both,
}

/// Why a text is not a date of the atlas.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum WhenError {
    /// It is no EDTF date of the levels that are read.
    #[error("`{0}` is not an EDTF date (use 1921-10-13, 1918-11, 1919, 1918-12~, 1918-11-05? or a range with /)")]
    NotEdtf(String),
    /// It is an interval without a beginning.
    #[error("`{0}` has no beginning that a calendar knows")]
    NoBeginning(String),
    /// It is an interval that ends before it begins.
    #[error("`{0}` ends before it begins")]
    Backwards(String),
}

impl When {
    /// The first day that the date can mean.
    pub fn earliest(&self) -> Day {
        self.earliest
    }

    /// The last day that the date can mean; `None` where it is open.
    pub fn latest(&self) -> Option<Day> {
        self.latest
    }

    /// How exact it is.
    pub fn precision(&self) -> WhenPrecision {
        self.precision
    }

    /// How sure it is.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// A single day without a doubt.
    pub fn is_exact(&self) -> bool {
        self.precision == WhenPrecision::Day && self.qualifier == Qualifier::Sure
    }

    /// The EDTF text as the record has it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A single day, from a calendar day.
    pub fn from_day(day: Day) -> Self {
        Self {
            text: day.to_string(),
            earliest: day,
            latest: Some(day),
            precision: WhenPrecision::Day,
            qualifier: Qualifier::Sure,
        }
    }

    /// The two ends of a range, the later `None` where it is open; `None` for a date that is no range.
    pub fn ends(&self) -> Option<(Self, Option<Self>)> {
        let (from, to) = self.text.split_once('/')?;
        let to = match to {
            "" | ".." => None,
            to => Some(to.parse().ok()?),
        };
        Some((from.parse().ok()?, to))
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        let not_edtf = || WhenError::NotEdtf(text.to_owned());
        let (earliest, latest, precision, qualifier) = match Edtf::parse(text).map_err(|_| not_edtf())? {
            Edtf::Date(date) => {
                let span = span_of(date).ok_or_else(not_edtf)?;
                (span.0, Some(span.1), precision_of(date), qualifier_of(date))
            }
            Edtf::Interval(from, to) => {
                let first = span_of(from).ok_or_else(not_edtf)?;
                let last = span_of(to).ok_or_else(not_edtf)?;
                (first.0, Some(last.1), WhenPrecision::Range, qualifier_of(from))
            }
            Edtf::IntervalFrom(from, Terminal::Open | Terminal::Unknown) => {
                (span_of(from).ok_or_else(not_edtf)?.0, None, WhenPrecision::Range, qualifier_of(from))
            }
            Edtf::IntervalTo(..) => return Err(WhenError::NoBeginning(text.to_owned())),
            Edtf::DateTime(_) | Edtf::YYear(_) => return Err(not_edtf()),
        };
        if latest.is_some_and(|latest| latest < earliest) {
            return Err(WhenError::Backwards(text.to_owned()));
        }
        Ok(Self { text: text.to_owned(), earliest, latest, precision, qualifier })
    }
}

fn span_of(date: EdtfDate) -> Option<(Day, Day)> {
    let ymd = |year, month, day| Day::from_ymd_opt(year, month, day);
    Some(match date.precision() {
        Precision::Day(year, month, day) => (ymd(year, month, day)?, ymd(year, month, day)?),
        Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
            let first = ymd(year, month, 1)?;
            (first, first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?)
        }
        Precision::Year(year) | Precision::MonthOfYear(year) | Precision::DayOfYear(year) => {
            (ymd(year, 1, 1)?, ymd(year, 12, 31)?)
        }
        Precision::Decade(year) => (ymd(year, 1, 1)?, ymd(year + 9, 12, 31)?),
        Precision::Century(year) => (ymd(year, 1, 1)?, ymd(year + 99, 12, 31)?),
        Precision::Season(..) => return None,
    })
}

fn precision_of(date: EdtfDate) -> WhenPrecision {
    match date.precision() {
        Precision::Day(..) => WhenPrecision::Day,
        Precision::Month(..) | Precision::DayOfMonth(..) | Precision::Season(..) => WhenPrecision::Month,
        Precision::Year(_) | Precision::MonthOfYear(_) | Precision::DayOfYear(_) => WhenPrecision::Year,
        Precision::Decade(_) | Precision::Century(_) => WhenPrecision::Decade,
    }
}

fn qualifier_of(date: EdtfDate) -> Qualifier {
    match date.certainty() {
        EdtfCertainty::Certain => Qualifier::Sure,
        EdtfCertainty::Uncertain => Qualifier::Uncertain,
        EdtfCertainty::Approximate => Qualifier::Approximate,
        EdtfCertainty::ApproximateUncertain => Qualifier::Both,
    }
}

/// Sorted by the earliest day, then the shorter span first, then by text, so that equal texts alone are equal.
impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        self.earliest
            .cmp(&other.earliest)
            .then_with(|| self.latest.unwrap_or(Day::MAX).cmp(&other.latest.unwrap_or(Day::MAX)))
            .then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_spans_its_days() {
        let february = when("1920-02");
        assert_eq!(february.earliest(), Day::from_ymd_opt(1920, 2, 1).unwrap());
        assert_eq!(february.latest(), Day::from_ymd_opt(1920, 2, 29));
    }

    #[test]
    fn a_range_has_two_ends() {
        assert_eq!(when("1918-10~/1918-12").ends(), Some((when("1918-10~"), Some(when("1918-12")))));
        assert_eq!(when("1921-09-22/..").ends(), Some((when("1921-09-22"), None)));
        assert_eq!(when("1921").ends(), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "yesterday", "1921-13-01", "1921-02-30", "../1921", "1922/1921"] {
            assert!(When::from_str(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_vague_date_sorts_after_the_day_it_begins_on() {
        let mut dates = [when("1921"), when("1921-01-01"), when("1920-12-31"), when("1921-01")];
        dates.sort();
        let texts: Vec<_> = dates.iter().map(When::as_str).collect();
        assert_eq!(texts, ["1920-12-31", "1921-01-01", "1921-01", "1921"]);
    }
}
