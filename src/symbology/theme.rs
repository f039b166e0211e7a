//! The theme file: two themes with the same names.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use super::{Audience, Colour, CopyLook, Looks, Style, audience};
use crate::embedded;

/// Which of the two themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// For bright rooms, projectors and paper.
    #[default]
    Light,
    /// For dark rooms.
    Dark,
}

/// Every colour that the map uses.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Which of the two it is.
    pub choice: ThemeChoice,
    /// The colours of the ground and of lines.
    pub ground: GroundLook,
    /// Whom the looks are for.
    pub audience: Audience,
    /// How the ground of holders is told apart.
    pub style: Style,
    /// Everything about how things are drawn but their colours; the same in both themes.
    pub looks: &'static Looks,
    symbology: Arc<Symbology>,
}

/// The colours of the ground and of lines.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroundLook {
    /// Land that nobody is shown to hold.
    pub paper: Colour,
    /// The page around the map.
    pub page: Colour,
    /// The sea and lakes.
    pub sea: Colour,
    /// Shores.
    pub shore: Colour,
    /// Rivers.
    pub river: Colour,
    /// Names of waters.
    pub water_ink: Colour,
    /// Strength of the hill shading, 0 to 1.
    pub relief: f64,
    /// Text.
    pub ink: Colour,
    /// Text of less weight.
    pub faint_ink: Colour,
    /// What is around letters, so that they can be read on any ground.
    pub halo: Colour,
    /// Borders.
    pub border: Colour,
    /// The line between two tracts of one holder.
    pub edge: Colour,
    /// A line that was signed and never came into force.
    pub never: Colour,
    /// Today's borders, where they are shown behind another day's.
    pub ghost: Colour,
    /// Meridians and parallels.
    pub graticule: Colour,
    /// Railways.
    pub railway: Colour,
    /// What is chosen or can be clicked.
    pub accent: Colour,
    /// What is around the outline of what is chosen.
    pub selection_halo: Colour,
    /// The thin lines of ground whose holder is undetermined.
    pub undetermined: Colour,
    /// The line around the map.
    pub neatline: Colour,
    /// Features of the reader’s own layers that name no colour.
    pub seal: Colour,
    /// Opacity of the fills, 0 to 1.
    pub tint: f64,
    /// What is left of the strength of things that are not chosen, 0 to 1.
    pub dim: f64,
}

/// How the ground of a polity looks.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolityLook {
    /// Its fill, drawn with the opacity `GroundLook::tint`.
    pub fill: Colour,
    /// The stripes of what it holds in fact alone.
    pub hatch: Colour,
    /// Fine dots over the fill: local republics.
    #[serde(default)]
    pub dots: bool,
    /// The hue of the band inside its border, where that is another than `hatch`.
    #[serde(default)]
    pub hem: Option<Colour>,
    /// Which of the looks for a photocopy it has; one that there is none of is plain white.
    #[serde(default)]
    pub copy: usize,
}

/// The line of an era.
#[derive(Clone, Debug, PartialEq)]
pub struct EraLook {
    /// The colour of the line.
    pub colour: Colour,
    /// Lengths on and off in points; empty for a solid line.
    pub dash: Vec<f64>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EraFile {
    light: Colour,
    dark: Colour,
    dash: Vec<f64>,
}

/// The colours of one atlas, from its `symbology.toml`: who holds and which era, by id.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Symbology {
    polities: HashMap<String, PolityLook>,
    eras: HashMap<String, EraFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    light: Side,
    dark: Side,
    looks: toml::Table,
    audiences: HashMap<Audience, AudienceFile>,
    palette: Vec<PolityLook>,
}

/// What the file says of an audience.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AudienceFile {
    /// How many points the shorter side of a page has; none where a point is a 72nd of an inch.
    short_side: Option<f64>,
    /// What every length of the looks is multiplied with.
    #[serde(default = "one")]
    scale: f64,
    /// What has a size of its own.
    #[serde(default)]
    looks: toml::Table,
}

fn one() -> f64 {
    1.0
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Side {
    ground: GroundLook,
}

/// The entry of what has none.
const OTHER: &str = "other";

impl Symbology {
    /// Whether a polity has colours of its own.
    pub fn knows_polity(&self, id: &str) -> bool {
        self.polities.contains_key(id)
    }

    /// Gives colours to those polities that have none, in turn, where the file says nothing of others.
    pub fn fill_in<'a>(&mut self, polities: impl IntoIterator<Item = &'a str>) {
        if self.polities.contains_key(OTHER) {
            return;
        }
        let mut palette = file().palette.iter().cycle();
        for id in polities {
            if !self.polities.contains_key(id)
                && let Some(look) = palette.next()
            {
                self.polities.insert(id.to_owned(), *look);
            }
        }
    }
}

#[expect(clippy::unwrap_used, reason = "the file is built in, and a test reads it")]
fn file() -> &'static ThemeFile {
    static FILE: LazyLock<ThemeFile> = LazyLock::new(|| toml::from_str(embedded::THEME).unwrap());
    &FILE
}

impl Audience {
    /// The looks for it, the same in every theme.
    pub fn looks(self) -> &'static Looks {
        static LOOKS: LazyLock<HashMap<Audience, Looks>> = LazyLock::new(|| {
            let one = |audience: Audience| {
                let own = file().audiences.get(&audience);
                let (scale, over) = own.map_or((1.0, toml::Table::new()), |own| (own.scale, own.looks.clone()));
                audience::looks(&file().looks, scale, over)
            };
            Audience::ALL.map(|audience| (audience, one(audience))).into_iter().collect()
        });
        #[expect(clippy::expect_used, reason = "every audience was put in above")]
        LOOKS.get(&self).expect("complete")
    }

    /// How many points the shorter side of a page has for it; `None` where a point is a 72nd of an inch on paper.
    pub fn short_side(self) -> Option<f64> {
        file().audiences.get(&self)?.short_side
    }
}

impl Theme {
    /// A theme with the colours of an atlas.
    pub fn new(choice: ThemeChoice, symbology: &Arc<Symbology>) -> Self {
        let side = match choice {
            ThemeChoice::Light => &file().light,
            ThemeChoice::Dark => &file().dark,
        };
        let audience = Audience::default();
        let looks = audience.looks();
        Self {
            choice,
            ground: side.ground.clone(),
            audience,
            style: Style::default(),
            looks,
            symbology: Arc::clone(symbology),
        }
    }

    /// The same colours with the looks for an audience.
    pub fn read_by(&self, audience: Audience) -> Self {
        Self { audience, looks: audience.looks(), ..self.clone() }
    }

    /// The same looks in a style; one without colour is on white, whatever the theme was.
    pub fn in_style(&self, style: Style) -> Self {
        if style == Style::Colour {
            return Self { style, ..self.clone() };
        }
        let mut ground = file().light.ground.clone();
        let (white, ink) = (Colour::WHITE, ground.ink);
        ground.paper = white;
        ground.page = white;
        ground.sea = white;
        ground.halo = white;
        ground.relief = 0.0;
        for line in [
            &mut ground.shore,
            &mut ground.river,
            &mut ground.water_ink,
            &mut ground.border,
            &mut ground.accent,
            &mut ground.seal,
        ] {
            *line = ink;
        }
        Self { choice: ThemeChoice::Light, ground, style, ..self.clone() }
    }

    /// The look of a polity in a photocopy.
    pub fn copy(&self, id: &str) -> CopyLook {
        let plain = CopyLook { grey: Colour::WHITE, lines: None, dots: None };
        self.looks.copies.get(self.polity(id).copy).copied().unwrap_or(plain)
    }

    /// The look of a polity; one that the theme does not know gets that of `other`.
    pub fn polity(&self, id: &str) -> PolityLook {
        let plain =
            PolityLook { fill: self.ground.edge, hatch: self.ground.faint_ink, dots: false, hem: None, copy: 0 };
        let polities = &self.symbology.polities;
        polities.get(id).or_else(|| polities.get(OTHER)).copied().unwrap_or(plain)
    }

    /// The look of the line of an era; one that the symbology does not know gets that of `other`.
    pub fn era(&self, id: &str) -> EraLook {
        match self.symbology.eras.get(id).or_else(|| self.symbology.eras.get(OTHER)) {
            Some(era) => EraLook {
                colour: match self.choice {
                    ThemeChoice::Light => era.light,
                    ThemeChoice::Dark => era.dark,
                },
                dash: era.dash.clone(),
            },
            None => EraLook { colour: self.ground.border, dash: Vec::new() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_can_be_read() {
        for choice in [ThemeChoice::Light, ThemeChoice::Dark] {
            assert_eq!(Theme::new(choice, &Arc::default()).choice, choice);
        }
    }

    #[test]
    fn polities_without_a_look_get_one_each() {
        let mut symbology = Symbology::default();
        symbology.fill_in(["a", "b"]);
        let theme = Theme::new(ThemeChoice::Light, &Arc::new(symbology));
        assert_ne!(theme.polity("a").fill, theme.polity("b").fill);
    }

    /// WCAG 2.2, 1.4.3: text needs a contrast of 4.5 to 1.
    #[test]
    fn names_can_be_read_on_every_fill() {
        for choice in [ThemeChoice::Light, ThemeChoice::Dark] {
            let symbology: Symbology = toml::from_str(include_str!("../../data/symbology.toml")).unwrap();
            let theme = Theme::new(choice, &Arc::new(symbology));
            // Undetermined ground has no fill.
            let mut polities: Vec<_> = theme.symbology.polities.iter().filter(|(id, _)| *id != "none").collect();
            polities.sort_by_key(|(id, _)| *id);
            for (id, look) in polities {
                let ground = look.fill.with_opacity(theme.ground.tint).over(theme.ground.paper);
                let (a, b) = (ground.luminance() + 0.05, theme.ground.ink.luminance() + 0.05);
                let contrast = (a / b).max(b / a);
                assert!(contrast >= 4.5, "{choice:?}: {id} has a contrast of {contrast:.2}");
            }
        }
    }
}
