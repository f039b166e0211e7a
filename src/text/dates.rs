//! Dates for people, and dates as people type them. Months are those of the file of the language: the data of ICU for
//! dates is many times as large as all that the atlas needs of it.

use chrono::Datelike as _;

use super::texts::Texts;
use crate::model::{Day, Qualifier, When, WhenPrecision};

impl Texts {
    /// `13 October 1921`.
    pub fn day(&self, day: Day) -> String {
        let month = self.month("date.month", day);
        self.fill("date.day", &[("day", &day.day()), ("month", &month), ("year", &day.year())])
    }

    /// `October 1921`.
    pub fn month_and_year(&self, day: Day) -> String {
        let month = self.month("date.month-alone", day);
        self.fill("date.month-and-year", &[("month", &month), ("year", &day.year())])
    }

    /// `Oct 1921`.
    pub fn short_month_and_year(&self, day: Day) -> String {
        let month = self.month("date.month-short", day);
        self.fill("date.month-and-year", &[("month", &month), ("year", &day.year())])
    }

    /// A date of the record with what is not known of it: `13 October 1921`, `about December 1918`, `5 November 1918 (?)`.
    pub fn when(&self, when: &When) -> String {
        let first = when.earliest();
        let date = match when.precision() {
            WhenPrecision::Day => self.day(first),
            WhenPrecision::Month => self.month_and_year(first),
            WhenPrecision::Year => first.year().to_string(),
            WhenPrecision::Decade => self.fill("date.decade", &[("year", &first.year())]),
            // The ends of a range have their own doubts.
            WhenPrecision::Range => return self.range(when),
        };
        match when.qualifier() {
            Qualifier::Sure => date,
            Qualifier::Uncertain => self.fill("date.uncertain", &[("date", &date)]),
            Qualifier::Approximate => self.fill("date.about", &[("date", &date)]),
            Qualifier::Both => self.fill("date.about-uncertain", &[("date", &date)]),
        }
    }

    /// From one date to another, either of them open: `1878 to 1918`, `from 1921`, `until 1918`. `None` where both are.
    pub fn span(&self, from: Option<&When>, to: Option<&When>) -> Option<String> {
        let say = |when| self.when(when);
        match (from, to) {
            (Some(from), Some(to)) => Some(self.from_to(&say(from), &say(to))),
            (Some(from), None) => Some(self.fill("date.from", &[("date", &say(from))])),
            (None, Some(to)) => Some(self.fill("date.until", &[("date", &say(to))])),
            (None, None) => None,
        }
    }

    /// The time of a holding, which lasts to this day where it has no end: `1921 to today`.
    pub fn span_to_today(&self, from: &When, to: Option<&When>) -> String {
        let end = to.map_or_else(|| self.say("date.today").to_owned(), |to| self.when(to));
        self.from_to(&self.when(from), &end)
    }

    /// Two dates that are said already: `1878 to 1918`.
    pub fn from_to(&self, from: &str, to: &str) -> String {
        self.fill("date.range", &[("from", &from), ("to", &to)])
    }

    fn range(&self, when: &When) -> String {
        match when.ends() {
            Some((from, to)) => self.span(Some(&from), to.as_ref()).unwrap_or_default(),
            None => when.as_str().to_owned(),
        }
    }

    fn month(&self, names: &str, day: Day) -> String {
        self.say(&format!("{names}.{}", day.month())).to_owned()
    }

    /// Reads a day as a person types it: `1921-10-13`, `13 October 1921`, `13 Oct 1921`, `October 13, 1921`, `13.10.1921`,
    /// `13/10/1921`, `October 1921`, `1921`. A month or a year means its first day.
    pub fn parse_day(&self, text: &str) -> Option<Day> {
        let text = text.trim();
        if let Ok(when) = text.parse::<When>() {
            return Some(when.earliest());
        }
        let parts: Vec<&str> =
            text.split([' ', '.', '/', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let day = |part: &str| part.parse::<u32>().ok();
        match parts.as_slice() {
            [month, year] => Day::from_ymd_opt(a_year(year)?, self.month_of(month)?, 1),
            [first, second, year] => {
                let year = a_year(year)?;
                match (self.month_of(first), self.month_of(second)) {
                    (Some(month), _) => Day::from_ymd_opt(year, month, day(second)?),
                    (None, Some(month)) => Day::from_ymd_opt(year, month, day(first)?),
                    (None, None) => Day::from_ymd_opt(year, day(second)?, day(first)?),
                }
            }
            _ => None,
        }
    }

    /// Whether a text would be a date if it did not leave the century open: `13.10.21`.
    pub fn is_of_short_year(&self, text: &str) -> bool {
        let text = text.trim();
        let year = text.rsplit([' ', '.', '/', ',', '-']).next().unwrap_or_default();
        let is_short = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
        let before = text.get(..text.len() - year.len()).unwrap_or_default();
        is_short
            && self.parse_day(text).is_none()
            && self.parse_day(&format!("{}19{year}", before.replace('-', "."))).is_some()
    }

    /// The number of a month by any of its names, in large or small letters.
    fn month_of(&self, name: &str) -> Option<u32> {
        let name = name.to_lowercase();
        let names = ["date.month", "date.month-alone", "date.month-short"];
        (1..=12).find(|month| names.iter().any(|names| self.say(&format!("{names}.{month}")).to_lowercase() == name))
    }
}

fn a_year(text: &str) -> Option<i32> {
    // `13.10.21` may be meant of any century.
    text.parse().ok().filter(|_| text.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        Texts::english().when(&text.parse().unwrap())
    }

    #[test]
    fn a_date_says_what_is_not_known_of_it() {
        assert_eq!(said("1921-10-13"), "13 October 1921");
        assert_eq!(said("1918-12~"), "about December 1918");
        assert_eq!(said("1918-11-05?"), "5 November 1918 (?)");
        assert_eq!(said("1918%"), "about 1918 (?)");
        assert_eq!(said("1914-12-22/1915-01-17"), "22 December 1914 to 17 January 1915");
        assert_eq!(said("1918-10~/1918-12"), "about October 1918 to December 1918");
        assert_eq!(said("1921-09-22/.."), "from 22 September 1921");
    }

    #[test]
    fn a_person_may_type_a_date_in_several_ways() {
        let texts = Texts::english();
        let day = Day::from_ymd_opt(1921, 10, 13);
        for text in ["1921-10-13", "13 October 1921", "13.10.1921", " 13 Oct 1921 ", "October 13, 1921", "13/10/1921"] {
            assert_eq!(texts.parse_day(text), day, "{text}");
        }
        assert_eq!(texts.parse_day("october 1921"), Day::from_ymd_opt(1921, 10, 1));
        assert_eq!(texts.parse_day("1921"), Day::from_ymd_opt(1921, 1, 1));
        for text in ["soon", "31 February 1921", "13.10.21", "13 Oct", ""] {
            assert_eq!(texts.parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_of_two_digits_is_asked_back() {
        let texts = Texts::english();
        for text in ["13.10.21", "13/10/21", "13 October 21", "Oct 21", "13-10-21", "21"] {
            assert!(texts.parse_day(text).is_none() && texts.is_of_short_year(text), "{text}");
        }
        for text in ["1921-10-13", "13.10.1921", "soon 21", "1", "1921-10", "", "13.10.2"] {
            assert!(!texts.is_of_short_year(text), "{text}");
        }
    }

    #[test]
    fn each_of_the_months_is_read_by_the_name_that_it_is_said_by() {
        let texts = Texts::english();
        for month in 1..=12 {
            let day = Day::from_ymd_opt(1921, month, 1).unwrap();
            for said in [texts.day(day), texts.month_and_year(day), texts.short_month_and_year(day)] {
                assert_eq!(texts.parse_day(&said), Some(day), "{said}");
            }
        }
    }
}
