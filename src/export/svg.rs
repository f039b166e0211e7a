//! A scene as SVG. Names are outlines, so that the picture looks the same without the fonts; what each says
//! is in its label.

use std::fmt::Write as _;

use base64::Engine as _;

use super::error::ExportError;
use super::xml::{elements, escape};
use crate::scene::{
    Group, LinkTarget, Picture, PlacedGlyph, Provenance, Scene, SceneItem, Stroke, TextItem, Transform,
};
use crate::symbology::Colour;
use crate::typeset::{Fonts, OutlineStep};
use crate::units::PagePoint;

/// How words stand in an SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextAs {
    /// As outlines: the same picture with any fonts. What each says is in its label.
    #[default]
    Outlines,
    /// As text that can be searched and edited; it looks the same where the fonts of the atlas are installed.
    Text,
}

/// A scene as an SVG document, its words as outlines.
pub fn svg(scene: &Scene) -> Result<String, ExportError> {
    svg_with(scene, TextAs::Outlines)
}

/// A scene as an SVG document. A link is a clear rectangle in an anchor. A picture that cannot be encoded is an error.
pub fn svg_with(scene: &Scene, text_as: TextAs) -> Result<String, ExportError> {
    let mut out = String::new();
    let (width, height) = (number(scene.width), number(scene.height));
    let pixels = |length: f64| number(length * scene.scale.pixels);
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{}" height="{}" viewBox="0 0 {width} {height}" role="img">"#,
        pixels(scene.width),
        pixels(scene.height)
    );
    let _ = writeln!(out, "<title>{}</title>", escape(&scene.description));
    if let Some(provenance) = &scene.provenance {
        out.push_str(&metadata(provenance, &scene.description));
    }
    let _ = writeln!(out, r#"<rect width="100%" height="100%" fill="{}"/>"#, scene.background.to_hex());
    let mut writer = Writer { out, clips: 0, text_as };
    for item in &scene.items {
        writer.item(item)?;
    }
    writer.out.push_str("</svg>\n");
    Ok(writer.out)
}

/// Where the picture comes from, in the Dublin Core that drawing programs show.
fn metadata(provenance: &Provenance, title: &str) -> String {
    let Provenance { citation, link, licence, version } = provenance;
    let said = elements(&[
        ("dc:title", title),
        ("dc:description", citation),
        ("dc:source", link),
        ("dc:rights", licence),
        ("dc:publisher", version),
    ]);
    format!(
        r#"<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">{said}</rdf:Description></rdf:RDF></metadata>
"#
    )
}

struct Writer {
    out: String,
    /// How many clips were written, each with a number of its own.
    clips: usize,
    text_as: TextAs,
}

impl Writer {
    fn item(&mut self, item: &SceneItem) -> Result<(), ExportError> {
        let out = &mut self.out;
        match item {
            SceneItem::Fill { rings, colour } => {
                let _ = writeln!(
                    out,
                    r#"<path d="{}" fill-rule="evenodd" {}/>"#,
                    path(rings, true),
                    paint("fill", *colour)
                );
            }
            // Programs for slides and office read a pattern badly or not at all.
            SceneItem::Patterned { rings, pattern, colour } => self.item(&pattern.drawn_in(rings, *colour))?,
            SceneItem::Lines { lines, stroke } => {
                let _ = writeln!(out, r#"<path d="{}" fill="none" {}/>"#, path(lines, false), stroke_style(stroke));
            }
            SceneItem::Dots { centres, radius, colour } => {
                let _ = write!(out, "<g {}>", paint("fill", *colour));
                for centre in centres {
                    let _ = write!(
                        out,
                        r#"<circle cx="{}" cy="{}" r="{}"/>"#,
                        number(centre.x),
                        number(centre.y),
                        number(*radius)
                    );
                }
                out.push_str("</g>\n");
            }
            SceneItem::Text(text) => match self.text_as {
                TextAs::Outlines => write_outlines(text, out),
                TextAs::Text => write_text(text, out),
            },
            SceneItem::Group(group) => self.group(group)?,
            SceneItem::Image { picture, at } => {
                let encoded = encode(picture)?;
                // The older name of `href`: some programs (those built on Qt) know no other, and all know this one.
                let _ = writeln!(
                    out,
                    r#"<image x="{}" y="{}" width="{}" height="{}" preserveAspectRatio="none" xlink:href="data:image/png;base64,{encoded}"/>"#,
                    number(at.x),
                    number(at.y),
                    number(at.width),
                    number(at.height)
                );
            }
            SceneItem::Link { area, target: LinkTarget::Url(url) } => {
                let _ = writeln!(
                    out,
                    r#"<a href="{}"><path d="{}" fill="none" pointer-events="all"/></a>"#,
                    escape(url),
                    path(&[area.ring()], true)
                );
            }
        }
        Ok(())
    }

    /// A group whose clip is in its own points, which is what SVG takes the clip of an element with a transform for.
    fn group(&mut self, group: &Group) -> Result<(), ExportError> {
        let mut attributes = String::new();
        if let Some(rings) = &group.clip {
            self.clips += 1;
            let (number, d) = (self.clips, path(rings, true));
            let _ = writeln!(self.out, r#"<clipPath id="clip{number}"><path d="{d}" clip-rule="evenodd"/></clipPath>"#);
            let _ = write!(attributes, r#" clip-path="url(#clip{number})""#);
        }
        if group.transform != Transform::IDENTITY {
            let Transform { scale, x, y } = group.transform;
            let _ = write!(attributes, r#" transform="translate({} {}) scale({scale})""#, number(x), number(y));
        }
        let _ = writeln!(self.out, "<g{attributes}>");
        for item in &group.items {
            self.item(item)?;
        }
        self.out.push_str("</g>\n");
        Ok(())
    }
}

fn write_outlines(text: &TextItem, out: &mut String) {
    let outline = text_path(text);
    let _ = write!(out, r#"<g aria-label="{}">"#, escape(&text.text));
    if let Some((halo, width)) = text.halo {
        let _ = write!(out, r#"<path d="{outline}" fill="none" {}/>"#, stroke_style(&Stroke::solid(halo, width)));
    }
    let _ = writeln!(out, r#"<path d="{outline}" {}/></g>"#, paint("fill", text.colour));
}

/// A text as text. What runs along a line has a place and an angle for each character, anything else one place and its width,
/// so that it stays where it is in another font.
fn write_text(text: &TextItem, out: &mut String) {
    let (Some(first), Some(last)) = (text.glyphs.first(), text.glyphs.last()) else { return };
    let (family, weight, style) = Fonts::shared().css(first.font);
    let placed = if text.glyphs.iter().all(|glyph| glyph.angle == 0.0) {
        let width = last.at.x + last.advance - first.at.x;
        format!(r#"x="{}" y="{}" textLength="{}""#, number(first.at.x), number(first.at.y), number(width))
    } else {
        let list = |of: &dyn Fn(&PlacedGlyph) -> f64| {
            text.glyphs.iter().map(|glyph| number(of(glyph))).collect::<Vec<_>>().join(" ")
        };
        let (x, y) = (list(&|glyph| glyph.at.x), list(&|glyph| glyph.at.y));
        format!(r#"x="{x}" y="{y}" rotate="{}""#, list(&|glyph| glyph.angle.to_degrees()))
    };
    let halo = text
        .halo
        .map(|(halo, width)| format!(r#" paint-order="stroke" {}"#, stroke_style(&Stroke::solid(halo, width))));
    let _ = writeln!(
        out,
        r#"<text {placed} font-family="{family}" font-weight="{weight}" font-style="{style}" font-size="{}" {}{}>{}</text>"#,
        number(text.size),
        paint("fill", text.colour),
        halo.unwrap_or_default(),
        escape(&text.text)
    );
}

fn text_path(text: &TextItem) -> String {
    let mut d = String::new();
    for glyph in &text.glyphs {
        let outline = Fonts::shared().outline(glyph.font, glyph.id);
        let (sin, cos) = glyph.angle.sin_cos();
        let put = |[x, y]: [f32; 2]| {
            let (x, y) = (f64::from(x) * text.size, -f64::from(y) * text.size);
            format!("{} {}", number(glyph.at.x + x * cos - y * sin), number(glyph.at.y + x * sin + y * cos))
        };
        for step in &outline.steps {
            let _ = match *step {
                OutlineStep::Move(to) => write!(d, "M{}", put(to)),
                OutlineStep::Line(to) => write!(d, "L{}", put(to)),
                OutlineStep::Quad(by, to) => write!(d, "Q{} {}", put(by), put(to)),
                OutlineStep::Cubic(a, b, to) => write!(d, "C{} {} {}", put(a), put(b), put(to)),
                OutlineStep::Close => write!(d, "Z"),
            };
        }
    }
    d
}

fn path(lines: &[Vec<PagePoint>], close: bool) -> String {
    let mut d = String::new();
    for line in lines {
        for (nth, point) in line.iter().enumerate() {
            let _ = write!(d, "{}{} {}", if nth == 0 { "M" } else { "L" }, number(point.x), number(point.y));
        }
        if close {
            d.push('Z');
        }
    }
    d
}

fn stroke_style(stroke: &Stroke) -> String {
    let mut style = paint("stroke", stroke.colour);
    let round = stroke.dash.first().is_none_or(|first| *first < 1.0);
    let cap = if round { "round" } else { "butt" };
    let _ = write!(style, r#" stroke-width="{}" stroke-linejoin="round" stroke-linecap="{cap}""#, number(stroke.width));
    if !stroke.dash.is_empty() {
        let lengths: Vec<String> = stroke.dash.iter().map(|length| number(*length)).collect();
        let _ = write!(style, r#" stroke-dasharray="{}""#, lengths.join(" "));
    }
    style
}

fn paint(property: &str, colour: Colour) -> String {
    if colour.alpha == 255 {
        format!(r#"{property}="{}""#, colour.to_hex())
    } else {
        format!(r#"{property}="{}" {property}-opacity="{:.3}""#, colour.to_hex(), colour.opacity())
    }
}

/// Two decimals at the most: a hundredth of a point is finer than any screen or printer.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn encode(picture: &Picture) -> Result<String, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, picture.width, picture.height);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.set_depth(::png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.rgba)?;
    writer.finish()?;
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::units::PageRect;

    #[test]
    fn what_xml_cannot_hold_does_not_get_into_it() {
        let name: String = ('\u{0}'..'\u{3000}').chain(['\u{fffe}', '\u{ffff}', '\u{1f3d4}']).collect();
        let escaped = escape(&name);
        let may_stand =
            |c: char| (c >= ' ' || c == '\n' || c == '\t') && !matches!(c, '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}');
        assert!(escaped.chars().all(may_stand));
        assert_eq!(escape("a<b>&\"\u{1b}\r"), "a&lt;b&gt;&amp;&quot;\u{fffd} ");
    }

    #[test]
    fn a_picture_that_cannot_be_written_is_an_error_and_not_left_out() {
        let drawn = |rgba: Vec<u8>| {
            let picture = Arc::new(Picture { width: 2, height: 1, rgba });
            let items = vec![SceneItem::Image { picture, at: PageRect::new(0.0, 0.0, 2.0, 1.0) }];
            let background = Colour { red: 255, green: 255, blue: 255, alpha: 255 };
            svg(&Scene { width: 2.0, height: 1.0, items, ..Scene::empty(background) })
        };
        assert!(drawn(vec![0; 8]).unwrap().contains("data:image/png"));
        assert!(matches!(drawn(vec![0; 7]), Err(ExportError::Png(_))));
    }
}
