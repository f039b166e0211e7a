//! One line of text into glyphs from left to right: runs of one direction (unicode-bidi) and one font,
//! each shaped by harfrust.

use std::ops::Range;
use std::sync::Arc;

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};
use unicode_bidi::BidiInfo;

use super::face::{Face, FontId};
use super::fonts::Fonts;
use super::glyph::{Glyph, Shaped};

impl Fonts {
    /// Shapes a line. The result is kept, since a map asks for the same names again and again.
    pub fn shape(&self, text: &str, face: Face) -> Arc<Shaped> {
        self.shaped.get_or_make((text.to_owned(), face), || Arc::new(self.shape_anew(text, face)))
    }

    fn shape_anew(&self, text: &str, face: Face) -> Shaped {
        let (ascent, descent) = self.line(face);
        let mut shaped = Shaped { text: text.to_owned(), glyphs: Vec::new(), width: 0.0, ascent, descent };
        let bidi = BidiInfo::new(text, None);
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let rtl = levels.get(run.start).is_some_and(|level| level.is_rtl());
                let mut pieces = self.split_by_font(text, run, face);
                if rtl {
                    pieces.reverse();
                }
                for (font, range) in pieces {
                    self.shape_piece(text, range, font, rtl, &mut shaped);
                }
            }
        }
        shaped
    }

    fn split_by_font(&self, text: &str, run: Range<usize>, face: Face) -> Vec<(FontId, Range<usize>)> {
        let mut pieces: Vec<(FontId, Range<usize>)> = Vec::new();
        for (at, character) in text.get(run.clone()).unwrap_or_default().char_indices() {
            let range = run.start + at..run.start + at + character.len_utf8();
            let neutral = character.is_whitespace() || ('\u{300}'..'\u{370}').contains(&character);
            match pieces.last_mut() {
                Some((_, last)) if neutral => last.end = range.end,
                last => {
                    let font = self.font_for(character, face);
                    match last {
                        Some((last_font, last)) if *last_font == font => last.end = range.end,
                        _ => pieces.push((font, range)),
                    }
                }
            }
        }
        pieces
    }

    fn shape_piece(&self, text: &str, range: Range<usize>, font_id: FontId, rtl: bool, shaped: &mut Shaped) {
        let (Some(font), Some(piece)) = (self.font(font_id), text.get(range.clone())) else { return };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(piece);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let output = font.shaper.shaper(&font.font).build().shape(buffer, ShapeOptions::new());
        let em = |units: i32| f64::from(units) / font.units_per_em;
        let mut clusters: Vec<usize> = output.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        clusters.push(piece.len());
        clusters.sort_unstable();
        clusters.dedup();
        for (info, position) in output.glyph_infos().iter().zip(output.glyph_positions()) {
            let start = info.cluster as usize;
            // A name may have any number of letters: looking from the first for each would take for ever.
            let end = clusters.get(clusters.partition_point(|next| *next <= start)).copied().unwrap_or(piece.len());
            shaped.glyphs.push(Glyph {
                font: font_id,
                id: info.glyph_id,
                x: shaped.width + em(position.x_offset),
                y: em(position.y_offset),
                advance: em(position.x_advance),
                range: range.start + start..range.start + end,
            });
            shaped.width += em(position.x_advance);
        }
    }

    /// Breaks a text into lines that are no wider than `width` at a font size of `size`, at spaces.
    pub fn wrap(&self, text: &str, face: Face, size: f64, width: f64) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split_whitespace() {
            let Some(line) = lines.last_mut() else { break };
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || self.shape_anew(&longer, face).width * size <= width {
                *line = longer;
            } else {
                lines.push(word.to_owned());
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_of_the_atlas_finds_a_font() {
        let fonts = Fonts::shared();
        for text in ["Kars", "Kağızman", "Naxçıvan Şərur", "Гюмри", "გიუმრი", "Գյումրի", "قارص", "نخجوان", "卡尔斯条约"]
        {
            let shaped = fonts.shape(text, Face::Serif);
            assert!(shaped.width > 0.0);
            assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0), "{text} has a glyph that is missing");
        }
    }

    #[test]
    fn a_long_name_takes_time_that_grows_with_its_length() {
        let took = |letters: usize| {
            let begin = std::time::Instant::now();
            Fonts::shared().shape_anew(&"ab".repeat(letters / 2), Face::Sans);
            begin.elapsed().as_secs_f64()
        };
        // The best of some runs: other programs can only make one slower.
        let best = |letters| (0..3).map(|_| took(letters)).fold(f64::INFINITY, f64::min);
        let (short, long) = (best(10_000), best(160_000));
        assert!(long < short * 16.0 * 3.0, "{short} s for 10,000 letters and {long} s for 160,000");
    }

    #[test]
    fn a_year_beside_arabic_is_not_turned_round() {
        let shaped = Fonts::shared().shape("قارص 1921", Face::Sans);
        let digits: String = shaped
            .glyphs
            .iter()
            .filter_map(|glyph| shaped.text.get(glyph.range.clone()))
            .filter(|text| text.chars().all(|character| character.is_ascii_digit()))
            .collect();
        assert_eq!(digits, "1921");
    }
}
