//! The texts of one language: messages by key, plurals and lists by its rules.

use std::fmt;
use std::sync::{Arc, OnceLock};

use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::table::{Given, Message, Messages, filled, read};
use crate::embedded;

/// The language that has every text; what another lacks is said in it.
const FIRST: &str = "en";

/// The texts of one language. A clone shares them.
#[derive(Clone)]
pub struct Texts(Arc<Inner>);

struct Inner {
    language: String,
    messages: Messages,
    plurals: Option<PluralRules>,
    lists: Option<ListFormatter>,
    numbers: Option<DecimalFormatter>,
}

/// The tags of the languages that there are texts for, sorted.
pub fn languages() -> impl Iterator<Item = &'static str> {
    embedded::TEXTS.iter().filter_map(|(path, _)| path.rsplit('/').next()?.strip_suffix(".toml"))
}

impl Texts {
    /// English, in which the atlas is written.
    pub fn english() -> Self {
        Self::of_language(FIRST).unwrap_or_else(|| Self::read(FIRST))
    }

    /// The texts of a language by its tag, `None` where there are none. A file is read once, when it is first asked for.
    pub fn of_language(tag: &str) -> Option<Self> {
        static READ: OnceLock<Vec<(&str, OnceLock<Texts>)>> = OnceLock::new();
        let read = READ.get_or_init(|| languages().map(|language| (language, OnceLock::new())).collect());
        let (language, texts) = read.iter().find(|(language, _)| *language == tag)?;
        Some(texts.get_or_init(|| Self::read(language)).clone())
    }

    /// The texts of a language where one is asked for and there are texts in it; else English.
    pub fn or_english(tag: Option<&str>) -> Self {
        tag.and_then(Self::of_language).unwrap_or_else(Self::english)
    }

    fn read(language: &str) -> Self {
        let mut messages = Messages::default();
        for tag in [FIRST, language] {
            let file = embedded::TEXTS.iter().find(|(path, _)| path.ends_with(&format!("/{tag}.toml")));
            if let Some(text) = file.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()) {
                // The files are built in, and tests/texts.rs reads each of them.
                let _ = read(text, &mut messages);
            }
        }
        let locale: Locale = match messages.get("language.locale") {
            Some(Message::Plain(tag)) => tag.parse().unwrap_or(Locale::UNKNOWN),
            _ => Locale::UNKNOWN,
        };
        Self(Arc::new(Inner {
            language: language.to_owned(),
            messages,
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            lists: ListFormatter::try_new_and((&locale).into(), icu_list::options::ListFormatterOptions::default())
                .ok(),
            numbers: DecimalFormatter::try_new(
                (&locale).into(),
                icu_decimal::options::DecimalFormatterOptions::default(),
            )
            .ok(),
        }))
    }

    /// The tag of the language: `en`.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Whether there are rules for the plurals, lists and numbers of its locale; without them it is said as plainly as can be.
    pub fn has_conventions(&self) -> bool {
        self.0.plurals.is_some() && self.0.lists.is_some() && self.0.numbers.is_some()
    }

    /// A message as it stands. A key that no file has is shown itself; tests/texts.rs finds it first.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.form(key, PluralCategory::Other)
    }

    /// A message whose placeholders, `{name}`, are filled in by name.
    pub fn fill(&self, key: &str, given: &Given<'_>) -> String {
        filled(self.say(key), given)
    }

    /// A message in the plural form of a number, which goes in for `{count}`.
    pub fn count(&self, key: &str, count: usize, given: &Given<'_>) -> String {
        let category = self.0.plurals.as_ref().map_or(PluralCategory::Other, |plurals| plurals.category_for(count));
        let count = self.whole(count);
        let given: Vec<(&str, &dyn fmt::Display)> =
            std::iter::once(("count", &count as &dyn fmt::Display)).chain(given.iter().copied()).collect();
        filled(self.form(key, category), &given)
    }

    /// A heading with the number of what stands under it: `Articles (5)`.
    pub fn counted(&self, key: &str, count: usize) -> String {
        self.fill("head.counted", &[("head", &self.say(key)), ("count", &self.whole(count))])
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let items = items.iter().map(AsRef::as_ref);
        match &self.0.lists {
            Some(lists) => lists.format_to_string(items),
            None => items.collect::<Vec<_>>().join(", "),
        }
    }

    /// A message that not every language needs to have.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.0.messages.get(key)?.form(PluralCategory::Other)
    }

    /// The formatter of the numbers of the language.
    pub(super) fn numbers(&self) -> Option<&DecimalFormatter> {
        self.0.numbers.as_ref()
    }

    fn form<'a>(&'a self, key: &'a str, category: PluralCategory) -> &'a str {
        let found = self.0.messages.get(key).and_then(|message| message.form(category));
        debug_assert!(found.is_some(), "{key}");
        found.unwrap_or(key)
    }
}

/// The language alone; the messages would fill a screen.
impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.0.language).finish()
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and_as_the_language_has_it() {
        let texts = Texts::english();
        assert_eq!(texts.list(&["Kars"]), "Kars");
        assert_eq!(texts.list(&["Kars", "Olti"]), "Kars and Olti");
        assert_eq!(texts.list(&["Kars", "Olti", "Artvin"]), "Kars, Olti and Artvin");
    }

    #[test]
    fn a_number_chooses_the_form_of_its_message() {
        let texts = Texts::english();
        assert_eq!(texts.count("detail.more-pairs", 1, &[]), "1 more pair");
        assert_eq!(texts.count("detail.more-pairs", 1_200, &[]), "1,200 more pairs");
    }

    #[test]
    fn there_are_no_texts_of_a_language_without_a_file() {
        assert!(Texts::of_language("tlh").is_none());
        assert_eq!(Texts::of_language("en"), Some(Texts::english()));
    }
}
