//! The bundled fonts, which of them draws a character, and what was made with them before.

use std::sync::{Arc, OnceLock};

use harfrust::ShaperData;
use skrifa::attribute::Style;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::face::{Face, FontId};
use super::glyph::{GlyphOutline, Shaped};
use crate::cache::SharedCache;
use crate::embedded::{self, FontFile};

/// This many outlines of glyphs are kept: several times what the names of the atlas need, in all scripts.
const OUTLINES: usize = 8_192;
/// This many shaped lines are kept, about a kilobyte each: more than a map with every name has.
const LINES: usize = 4_096;

/// The fonts, ready to shape.
pub struct Fonts {
    fonts: Vec<Font>,
    pub(super) outlines: SharedCache<(FontId, u32), Arc<GlyphOutline>, OUTLINES>,
    pub(super) shaped: SharedCache<(String, Face), Arc<Shaped>, LINES>,
}

pub(super) struct Font {
    pub file: &'static FontFile,
    pub font: FontRef<'static>,
    pub shaper: ShaperData,
    pub units_per_em: f64,
    pub ascent: f64,
    pub descent: f64,
}

const FILES: [&FontFile; 10] = [
    &embedded::NOTO_SANS,
    &embedded::NOTO_SANS_SEMIBOLD,
    &embedded::NOTO_SANS_ITALIC,
    &embedded::NOTO_SERIF,
    &embedded::NOTO_SERIF_SEMIBOLD,
    &embedded::NOTO_SERIF_ITALIC,
    &embedded::NOTO_SANS_GEORGIAN,
    &embedded::NOTO_SANS_ARMENIAN,
    &embedded::NOTO_SANS_ARABIC,
    &embedded::NOTO_SANS_SC,
];

/// Fonts of single scripts, asked after the face's own.
const FALLBACKS: [FontId; 5] = [FontId(0), FontId(6), FontId(7), FontId(8), FontId(9)];

impl Fonts {
    /// The one set of fonts of the process.
    pub fn shared() -> &'static Self {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(Self::load)
    }

    fn load() -> Self {
        let fonts = FILES
            .iter()
            .filter_map(|file| {
                let font = FontRef::new(file.bytes).ok()?;
                let metrics =
                    font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
                Some(Font {
                    file,
                    shaper: ShaperData::new(&font),
                    units_per_em: f64::from(metrics.units_per_em),
                    ascent: f64::from(metrics.ascent) / f64::from(metrics.units_per_em),
                    descent: f64::from(-metrics.descent) / f64::from(metrics.units_per_em),
                    font,
                })
            })
            .collect();
        Self { fonts, outlines: SharedCache::default(), shaped: SharedCache::default() }
    }

    pub(super) fn font(&self, id: FontId) -> Option<&Font> {
        self.fonts.get(id.index())
    }

    /// The bytes of a font file.
    pub fn bytes(&self, id: FontId) -> &'static [u8] {
        self.font(id).map_or(&[], |font| font.file.bytes)
    }

    /// The family, weight and style of a font as CSS names them.
    pub fn css(&self, id: FontId) -> (String, u16, &'static str) {
        let Some(font) = self.font(id) else { return ("sans-serif".to_owned(), 400, "normal") };
        let family = font.font.localized_strings(StringId::TYPOGRAPHIC_FAMILY_NAME).english_or_first();
        let family = family.or_else(|| font.font.localized_strings(StringId::FAMILY_NAME).english_or_first());
        let attributes = font.font.attributes();
        let style = if attributes.style == Style::Normal { "normal" } else { "italic" };
        let weight = [400, 600].into_iter().find(|weight| f32::from(*weight) >= attributes.weight.value());
        (family.map(|name| name.to_string()).unwrap_or_default(), weight.unwrap_or(700), style)
    }

    /// Every bundled font, in order.
    pub fn ids(&self) -> impl Iterator<Item = FontId> {
        (0..u8::try_from(self.fonts.len()).unwrap_or(u8::MAX)).map(FontId)
    }

    /// The height above and the depth below the baseline, for a size of 1.
    pub fn line(&self, face: Face) -> (f64, f64) {
        self.font(face.font()).map_or((1.0, 0.25), |font| (font.ascent, font.descent))
    }

    /// The font that has a character: the face's own, else that of its script, else the face's own again.
    pub(super) fn font_for(&self, character: char, face: Face) -> FontId {
        let own = face.font();
        std::iter::once(own)
            .chain(FALLBACKS)
            .find(|id| self.font(*id).is_some_and(|font| font.font.charmap().map(character).is_some()))
            .unwrap_or(own)
    }

    /// Whether every character of a text can be drawn.
    pub fn can_draw(&self, text: &str) -> bool {
        text.chars().all(|character| {
            character.is_control()
                || std::iter::once(Face::Sans.font())
                    .chain(FALLBACKS)
                    .any(|id| self.font(id).is_some_and(|font| font.font.charmap().map(character).is_some()))
        })
    }
}
