//! A day as the reader has typed it: one that the atlas shows, or why not.

use super::Session;
use crate::model::Day;

impl Session {
    /// The day that a text means. What cannot be shown is told, and never taken for another day.
    pub fn typed_day(&self, text: &str) -> Result<Day, String> {
        let texts = &self.texts;
        let (first, last) = (self.world.first_day(), self.world.last_day());
        match texts.parse_day(text) {
            Some(day) if (first..=last).contains(&day) => Ok(day),
            Some(_) => Err(texts.fill("date.outside", &[("from", &texts.day(first)), ("to", &texts.day(last))])),
            None if texts.is_of_short_year(text) => Err(texts.fill("date.short-year", &[("text", &text)])),
            None => Err(texts.fill("date.not-one", &[("text", &text)])),
        }
    }
}
