//! Whom a page is for: someone at a desk, a class before a screen, a reader of paper. Each has looks of its own, made from
//! those for a desk by `assets/theme.toml`.

use serde::Deserialize;
use toml::{Table, Value};

use super::Looks;

/// Whom a page is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Someone at a desk, who reads seventy names.
    #[default]
    Screen,
    /// A class, whose last row reads ten.
    Class,
    /// A reader of paper.
    Print,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 3] = [Self::Screen, Self::Class, Self::Print];

    /// The name in templates and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Class => "class",
            Self::Print => "print",
        }
    }

    /// The audience that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.id() == id)
    }
}

/// Numbers of the looks that are no lengths.
const NO_LENGTHS: [&str; 8] =
    ["opacity", "angle", "turn", "in-fact-tint", "dots-in-fact", "local", "rim-part", "rim-opacity"];

/// The looks of a table with every length multiplied, and what `over` names in its place.
#[expect(clippy::expect_used, reason = "the file is built in, and a test reads it")]
pub(super) fn looks(base: &Table, scale: f64, over: Table) -> Looks {
    let mut table = base.clone();
    multiply(&mut table, scale);
    lay_over(&mut table, over);
    Value::Table(table).try_into().expect("built-in")
}

fn multiply(table: &mut Table, scale: f64) {
    for (_, value) in table.iter_mut().filter(|(name, _)| !NO_LENGTHS.contains(&name.as_str())) {
        multiply_value(value, scale);
    }
}

fn multiply_value(value: &mut Value, scale: f64) {
    match value {
        Value::Float(number) => *number *= scale,
        Value::Array(values) => values.iter_mut().for_each(|value| multiply_value(value, scale)),
        Value::Table(table) => multiply(table, scale),
        _ => {}
    }
}

/// What the upper table names takes the place of what the lower has.
fn lay_over(table: &mut Table, over: Table) {
    for (name, value) in over {
        match (table.get_mut(&name), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                table.insert(name, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_grow_and_parts_stay() {
        let base: Table = toml::from_str("[a]\nwidth = 2.0\nopacity = 0.5\ndash = [1.0, 3.0]").unwrap();
        let mut table = base;
        multiply(&mut table, 2.0);
        assert_eq!(table, toml::from_str("[a]\nwidth = 4.0\nopacity = 0.5\ndash = [2.0, 6.0]").unwrap());
    }

    #[test]
    fn every_audience_has_looks_and_only_paper_has_points_of_its_own() {
        for audience in Audience::ALL {
            assert!(audience.looks().page.title > audience.looks().page.credits, "{}", audience.id());
        }
        assert!(Audience::Print.short_side().is_none());
        assert!(Audience::Class.looks().names.town[0] >= 0.029 * Audience::Class.short_side().unwrap());
    }
}
