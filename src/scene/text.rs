//! Shaped text as items: straight, spaced out, or along a line.

use super::item::PlacedGlyph;
use super::item::TextItem;
use super::shape::{at_distance, length};
use crate::symbology::Colour;
use crate::typeset::{Face, Fonts};
use crate::units::{PagePoint, PageRect};

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct TextLook {
    /// The typeface.
    pub face: Face,
    /// The height of the letters in points.
    pub size: f64,
    /// The colour of the letters.
    pub colour: Colour,
    /// A colour around the letters, and its width in points.
    pub halo: Option<(Colour, f64)>,
    /// Extra space after each glyph, in parts of the size.
    pub spacing: f64,
}

/// Where a point of reference lies in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at its place.
    Start,
    /// The middle of the text is at its place.
    Middle,
    /// The text ends at its place.
    End,
}

impl TextLook {
    /// A look without halo and spacing.
    pub fn plain(face: Face, size: f64, colour: Colour) -> Self {
        Self { face, size, colour, halo: None, spacing: 0.0 }
    }

    /// The same with a halo of a width in points.
    pub fn with_halo(self, colour: Colour, width: f64) -> Self {
        Self { halo: Some((colour, width)), ..self }
    }

    /// The same with spaces between the letters, in points.
    pub fn spaced(self, spacing: f64) -> Self {
        Self { spacing, ..self }
    }

    /// The width of a text in points.
    pub fn width(&self, text: &str) -> f64 {
        let shaped = Fonts::shared().shape(text, self.face);
        let gaps = shaped.glyphs.len().saturating_sub(1) as f64;
        (shaped.width + gaps * self.spacing) * self.size
    }

    /// A level line of text with its anchor on the baseline at `at`.
    pub fn level(&self, text: &str, at: PagePoint, anchor: Anchor) -> TextItem {
        let start = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - self.width(text) / 2.0,
            Anchor::End => at.x - self.width(text),
        };
        let shaped = Fonts::shared().shape(text, self.face);
        let glyphs = shaped
            .glyphs
            .iter()
            .enumerate()
            .map(|(nth, glyph)| PlacedGlyph {
                font: glyph.font,
                id: glyph.id,
                at: PagePoint::new(
                    start + (glyph.x + nth as f64 * self.spacing) * self.size,
                    at.y - glyph.y * self.size,
                ),
                angle: 0.0,
                advance: glyph.advance * self.size,
                range: glyph.range.clone(),
            })
            .collect();
        self.item(text, glyphs)
    }

    /// The rectangle that a level text covers, from the height of its capitals to its baseline.
    pub fn bounds(&self, text: &str, at: PagePoint, anchor: Anchor) -> PageRect {
        let width = self.width(text);
        let start = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        PageRect::new(start, at.y - self.size * 0.78, width, self.size)
    }

    /// A text whose middle lies `offset` points beside the middle of a line, its glyphs turned with it. `None`
    /// where the line is too short or bends too sharply to be read.
    pub fn along(&self, text: &str, line: &[PagePoint], middle: f64, offset: f64) -> Option<TextItem> {
        const SHARPEST: f64 = 0.55;
        /// Of the way between the middles of two glyphs on a straight line.
        const CLOSEST: f64 = 0.88;
        let width = self.width(text);
        let length = length(line);
        let from = middle - width / 2.0;
        if from < 0.0 || from + width > length {
            return None;
        }
        let (start, end) = (at_distance(line, from)?.0, at_distance(line, from + width)?.0);
        // Text is read from left to right, whichever way the river runs.
        let turned: Vec<PagePoint>;
        let (line, from) = if end.x < start.x {
            turned = line.iter().rev().copied().collect();
            (turned.as_slice(), length - from - width)
        } else {
            (line, from)
        };
        let shaped = Fonts::shared().shape(text, self.face);
        let mut glyphs = Vec::with_capacity(shaped.glyphs.len());
        let mut last_angle: Option<f64> = None;
        let mut last: Option<(PagePoint, f64)> = None;
        for (nth, glyph) in shaped.glyphs.iter().enumerate() {
            let middle_of_glyph = from + (glyph.x + glyph.advance / 2.0 + nth as f64 * self.spacing) * self.size;
            let window = (self.size * 0.9).max(glyph.advance * self.size);
            let (a, b) = (
                at_distance(line, (middle_of_glyph - window).max(0.0))?.0,
                at_distance(line, (middle_of_glyph + window).min(length))?.0,
            );
            let angle = (b.y - a.y).atan2(b.x - a.x);
            if last_angle.is_some_and(|last| (angle - last).abs() > SHARPEST) || angle.abs() > 1.75 {
                return None;
            }
            last_angle = Some(angle);
            let centre = PagePoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
            let (sin, cos) = angle.sin_cos();
            let half = glyph.advance * self.size / 2.0;
            let centre = PagePoint::new(centre.x + offset * sin, centre.y - offset * cos);
            // In a hollow bend glyphs would run into one another.
            if last.is_some_and(|(before, reach)| centre.distance(before) < (reach + half) * CLOSEST) {
                return None;
            }
            last = Some((centre, half));
            glyphs.push(PlacedGlyph {
                font: glyph.font,
                id: glyph.id,
                at: PagePoint::new(centre.x - half * cos, centre.y - half * sin),
                angle,
                advance: glyph.advance * self.size,
                range: glyph.range.clone(),
            });
        }
        Some(self.item(text, glyphs))
    }

    fn item(&self, text: &str, glyphs: Vec<PlacedGlyph>) -> TextItem {
        TextItem { text: text.to_owned(), size: self.size, colour: self.colour, halo: self.halo, glyphs }
    }
}

/// The rectangles that the glyphs of a text cover, for keeping names apart.
pub fn glyph_bounds(item: &TextItem) -> Vec<PageRect> {
    item.glyphs
        .iter()
        .map(|glyph| {
            let (sin, cos) = glyph.angle.sin_cos();
            let corners = [(0.0, 0.15), (glyph.advance, 0.15), (glyph.advance, -0.75), (0.0, -0.75)].map(|(x, up)| {
                let y = up * item.size;
                PagePoint::new(glyph.at.x + x * cos - y * sin, glyph.at.y + x * sin + y * cos)
            });
            let xs = corners.map(|corner| corner.x);
            let ys = corners.map(|corner| corner.y);
            let (left, right) = (
                xs.iter().copied().fold(f64::INFINITY, f64::min),
                xs.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            );
            let (top, bottom) = (
                ys.iter().copied().fold(f64::INFINITY, f64::min),
                ys.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            );
            PageRect::new(left, top, right - left, bottom - top)
        })
        .collect()
}
