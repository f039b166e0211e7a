//! Where the text of a treaty is printed, from the words in which the record says it.

use crate::model::TextLocation;

/// Where a treaty is printed.
#[derive(Default)]
pub struct Printed {
    pub series: Option<String>,
    pub volume: Option<String>,
    pub number: Option<String>,
    pub pages: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// The text that can be cited best: one with a page in a printed series, else one with a page, else the first.
pub fn best_text(texts: &[TextLocation]) -> Option<&TextLocation> {
    let rank = |text: &TextLocation| match (Printed::new(text).pages, &text.url) {
        (Some(_), None) => 0,
        (Some(_), Some(_)) => 1,
        (None, _) => 2,
    };
    texts.iter().min_by_key(|text| rank(text))
}

impl Printed {
    /// Takes `series, vol. IV (Moscow 1960), no. 264` and `vol. 120, p. 906` apart. What is not a volume, a number or
    /// a page belongs to the series where it stands in the title, and is passed over in the locator.
    pub fn new(text: &TextLocation) -> Self {
        let mut printed = Self { url: text.url.clone(), language: text.language.clone(), ..Self::default() };
        let mut series = Vec::new();
        for part in text.title.split(", ") {
            if !printed.take(part.trim()) {
                series.push(part.trim());
            }
        }
        for part in text.locator.iter().flat_map(|locator| locator.split([',', ';'])) {
            printed.take(part.trim());
        }
        printed.series = (!series.is_empty()).then(|| series.join(", "));
        printed
    }

    /// Whether the part was a volume, a number or a page.
    fn take(&mut self, part: &str) -> bool {
        let after = |prefixes: &[&str]| prefixes.iter().find_map(|prefix| part.strip_prefix(prefix)).map(str::trim);
        let (slot, value) = if let Some(volume) = after(&["vol. ", "том ", "т. "]) {
            (&mut self.volume, volume.split(" (").next().unwrap_or(volume))
        } else if let Some(number) = after(&["no. ", "doc. ", "№ "]) {
            (&mut self.number, number)
        } else if let Some(pages) = after(&["pp. ", "p. ", "с. "]) {
            (&mut self.pages, pages)
        } else {
            return false;
        };
        slot.get_or_insert_with(|| value.to_owned());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(title: &str, locator: &str, url: Option<&str>) -> TextLocation {
        TextLocation {
            title: title.to_owned(),
            language: None,
            url: url.map(str::to_owned),
            locator: Some(locator.to_owned()),
        }
    }

    #[test]
    fn series_volume_number_and_page_are_taken_apart() {
        let printed =
            Printed::new(&text("Collected documents, vol. IV (Moscow 1960), no. 264", "pp. 420–429; whole", None));
        assert_eq!(printed.series.as_deref(), Some("Collected documents"));
        assert_eq!(printed.volume.as_deref(), Some("IV"));
        assert_eq!(printed.number.as_deref(), Some("264"));
        assert_eq!(printed.pages.as_deref(), Some("420–429"));
        let printed = Printed::new(&text("British and Foreign State Papers", "vol. 120, p. 906", None));
        assert_eq!((printed.volume.as_deref(), printed.pages.as_deref()), (Some("120"), Some("906")));
    }

    #[test]
    fn a_page_in_a_series_goes_before_a_copy_on_the_web() {
        let texts = [
            text("A copy", "whole", Some("http://a")),
            text("A scan", "p. 1", Some("http://b")),
            text("A series", "p. 2", None),
        ];
        assert_eq!(best_text(&texts).unwrap().title, "A series");
        assert_eq!(best_text(&texts[..1]).unwrap().title, "A copy");
    }
}
