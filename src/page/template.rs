//! Templates: which blocks stand where on a page, for whom, and how large the page is. They are files of
//! `assets/templates/`, or of a reader's own.

use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Deserializer};
use thiserror::Error;

use crate::embedded;
use crate::scene::PageScale;
use crate::symbology::Audience;
use crate::view::NamesShown;

/// How a page is laid out.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Template {
    /// The name of its file without the ending.
    #[serde(skip)]
    pub id: String,
    /// Its name in a list.
    pub name: String,
    /// The width and height of the page on paper.
    pub millimetres: [f64; 2],
    /// How many pixels an inch of it has, where nothing else is asked for.
    pub dpi: f64,
    /// Whom it is for.
    pub audience: Audience,
    /// How many names stand on its maps at most.
    #[serde(deserialize_with = "names")]
    pub names: NamesShown,
    /// The room at the edges of the page, in points.
    #[serde(default)]
    pub margin: f64,
    /// What the sizes of everything on the page are multiplied with: more than 1 for what hangs on a wall.
    #[serde(default = "one")]
    pub enlarged: f64,
    /// How many lines a legend has at most; left out, as many as there is to explain.
    #[serde(default)]
    pub legend_most: Option<usize>,
    /// The parts of the page. Each takes its room from what those before it left.
    #[serde(rename = "slot")]
    pub slots: Vec<Slot>,
}

/// A part of a page, with blocks above one another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Slot {
    /// At which side of the room that is left it stands.
    pub dock: Dock,
    /// The part of the page’s width or height that it takes, 0 to 1; left out, as much as its blocks need.
    #[serde(default)]
    pub part: Option<f64>,
    /// The room at its edges, in points.
    #[serde(default)]
    pub inset: f64,
    /// The blocks, from the top.
    pub blocks: Vec<Placed>,
}

/// At which side of the room that is left a part of a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dock {
    /// Along the top.
    Top,
    /// Along the bottom.
    Bottom,
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// All that is left.
    Fill,
}

/// A block in a slot: its kind alone, or with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "WrittenBlock")]
pub struct Placed {
    /// What it is.
    pub block: BlockKind,
    /// Whether it stands at the bottom of its slot.
    pub at_bottom: bool,
}

/// What a block shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The day or days.
    Date,
    /// What is to be seen, in a few words.
    Title,
    /// Day and title in one line.
    Heading,
    /// One sentence that says what is to be seen.
    Reading,
    /// The map, or two that are compared.
    Map,
    /// A map of each of the days that are asked for.
    Maps,
    /// What the signs of the map mean.
    Legend,
    /// The small map of the wider region.
    Locator,
    /// The scale bar, on paper with the scale as a fraction.
    Scale,
    /// Who made what the map shows, and on which terms.
    Credits,
    /// The text of an article.
    Article,
    /// What changed hands between two days.
    Changes,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenBlock {
    Kind(BlockKind),
    Placed(WrittenPlace),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPlace {
    block: BlockKind,
    at: At,
}

#[derive(PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum At {
    Top,
    Bottom,
}

/// The size of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// What a point becomes in pixels and on paper.
    pub scale: PageScale,
}

/// Why a text is no template.
#[derive(Debug, Error)]
pub enum TemplateError {
    /// It is no TOML, or says something that no template says.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// A length is not more than zero, or a part of the page not between 0 and 1.
    #[error("lengths must be more than 0, parts of the page between 0 and 1")]
    Size,
    /// There is no slot with a map in it.
    #[error("no slot has a map")]
    NoMap,
}

impl BlockKind {
    /// Whether it is day, title or sentence.
    pub fn is_words(self) -> bool {
        matches!(self, Self::Date | Self::Title | Self::Heading | Self::Reading)
    }
}

impl From<WrittenBlock> for Placed {
    fn from(written: WrittenBlock) -> Self {
        match written {
            WrittenBlock::Kind(block) => Self { block, at_bottom: false },
            WrittenBlock::Placed(WrittenPlace { block, at }) => Self { block, at_bottom: at == At::Bottom },
        }
    }
}

fn one() -> f64 {
    1.0
}

fn names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NamesShown, D::Error> {
    let id = String::deserialize(deserializer)?;
    NamesShown::from_id(&id).ok_or_else(|| serde::de::Error::unknown_variant(&id, &["all", "few", "states", "none"]))
}

/// The name of the template where none is asked for.
const USUAL: &str = "figure";

/// Millimetres of an inch, and points of paper.
const INCH_MM: f64 = 25.4;
const INCH_POINTS: f64 = 72.0;

impl Template {
    /// Reads a template; `id` is the name it is asked for by.
    pub fn read(id: &str, text: &str) -> Result<Self, TemplateError> {
        let template = Self { id: id.to_owned(), ..toml::from_str(text)? };
        let lengths = template.millimetres.into_iter().chain([template.dpi, template.enlarged]);
        let parts = template.slots.iter().filter_map(|slot| slot.part);
        let sane = lengths.into_iter().all(|length| length.is_finite() && length > 0.0)
            && parts.into_iter().all(|part| part > 0.0 && part < 1.0)
            && template
                .slots
                .iter()
                .map(|slot| slot.inset)
                .chain([template.margin])
                .all(|room| (0.0..1e4).contains(&room));
        if !sane {
            return Err(TemplateError::Size);
        }
        if !template.has(BlockKind::Map) && !template.has(BlockKind::Maps) {
            return Err(TemplateError::NoMap);
        }
        Ok(template)
    }

    /// The templates that are built in, in the order of a list: by use.
    pub fn all() -> &'static [Arc<Self>] {
        static ALL: LazyLock<Vec<Arc<Template>>> = LazyLock::new(|| {
            let stem = |name: &'static str| name.rsplit('/').next().and_then(|file| file.strip_suffix(".toml"));
            let read = |(name, bytes): &(&'static str, &'static [u8])| {
                let text = std::str::from_utf8(bytes).ok()?;
                Template::read(stem(name)?, text).ok().map(Arc::new)
            };
            embedded::TEMPLATES.iter().filter_map(read).collect()
        });
        &ALL
    }

    /// The template that is built in under a name.
    pub fn by_id(id: &str) -> Option<&'static Arc<Self>> {
        Self::all().iter().find(|template| template.id == id)
    }

    /// The template where none is asked for.
    #[expect(clippy::expect_used, reason = "it is built in, and a test reads it")]
    pub fn usual() -> &'static Arc<Self> {
        Self::by_id(USUAL).expect("built-in")
    }

    /// Whether a block stands on the page.
    pub fn has(&self, kind: BlockKind) -> bool {
        self.slots.iter().flat_map(|slot| &slot.blocks).any(|placed| placed.block == kind)
    }

    /// The page in points for an audience. With `pixels`, width and height, a picture of it has just so many: everything on
    /// it grows alike, and where the shape is another, the page is as much wider or higher.
    pub fn sheet(&self, audience: Audience, pixels: Option<[u32; 2]>) -> Sheet {
        let [wide_mm, high_mm] = self.millimetres;
        let point_mm = match audience.short_side() {
            Some(points) => wide_mm.min(high_mm) / points,
            None => INCH_MM / INCH_POINTS,
        } * self.enlarged;
        let (width, height) = (wide_mm / point_mm, high_mm / point_mm);
        let paper = point_mm * INCH_POINTS / INCH_MM;
        let scale = point_mm / INCH_MM * self.dpi;
        let Some([wide, high]) = pixels.map(|sides| sides.map(f64::from)) else {
            // A whole number of pixels.
            let pixels = (width * scale).round() / width;
            return Sheet { width, height: (height * pixels).round() / pixels, scale: PageScale { pixels, paper } };
        };
        let pixels = (wide / width).min(high / height);
        Sheet { width: wide / pixels, height: high / pixels, scale: PageScale { pixels, paper } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_is_built_in_can_be_read() {
        assert_eq!(Template::all().len(), embedded::TEMPLATES.len());
        for id in ["figure", "slide", "slide-4x3", "a4", "a4-portrait", "a3", "square"] {
            assert!(Template::by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn pages_have_the_pixels_of_their_use() {
        let pixels = |id: &str| {
            let template = Template::by_id(id).unwrap();
            let sheet = template.sheet(template.audience, None);
            (sheet.width * sheet.scale.pixels, sheet.height * sheet.scale.pixels)
        };
        let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() < 1e-6 && (b - d).abs() < 1e-6;
        assert!(near(pixels("slide"), (1920.0, 1080.0)), "{:?}", pixels("slide"));
        assert!(near(pixels("slide-4x3"), (1440.0, 1080.0)));
        assert!(near(pixels("a4"), (3508.0, 2480.0)), "{:?}", pixels("a4"));
    }

    #[test]
    fn a_page_on_paper_has_true_points() {
        let a4 = Template::by_id("a4").unwrap().sheet(Audience::Print, None);
        assert!((a4.width * a4.scale.paper - 297.0 / 25.4 * 72.0).abs() < 0.2);
        let class = Template::by_id("a4").unwrap().sheet(Audience::Class, None);
        assert!((class.height - 1080.0).abs() < 0.5 && (class.width * class.scale.paper - 841.9).abs() < 0.5);
    }

    #[test]
    fn a_size_in_pixels_scales_the_page_and_all_that_is_on_it() {
        let slide = Template::by_id("slide").unwrap();
        let twice = slide.sheet(Audience::Class, Some([3840, 2160]));
        assert!((twice.width - 1920.0).abs() < 1e-3 && (twice.scale.pixels - 2.0).abs() < 1e-6);
        let wider = slide.sheet(Audience::Class, Some([2400, 1080]));
        assert!((wider.height - 1080.0).abs() < 1e-3 && (wider.width - 2400.0).abs() < 1e-2);
    }

    #[test]
    fn what_is_no_template_is_refused() {
        let text = "name = \"X\"\nmillimetres = [100, 100]\ndpi = 96.0\naudience = \"screen\"\nnames = \"all\"\n";
        assert!(matches!(Template::read("x", &format!("{text}slot = []")), Err(TemplateError::NoMap)));
        assert!(matches!(Template::read("x", "name = 3"), Err(TemplateError::Toml(_))));
        let slot = "[[slot]]\ndock = \"fill\"\nblocks = [\"map\"]\n";
        assert!(Template::read("x", &format!("{text}{slot}")).is_ok());
        assert!(matches!(Template::read("x", &format!("{text}{slot}part = 1.5\n")), Err(TemplateError::Size)));
    }
}
