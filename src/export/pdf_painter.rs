//! Items drawn on a page of a PDF: text stays text and can be searched and copied.

use std::ops::Range;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::scene;
use crate::scene::{Group, LinkTarget, Picture, PlacedGlyph, Scene, SceneItem, Stroke, TextItem};
use crate::symbology::Colour;
use crate::units::{PagePoint, PageRect};

/// Draws items on a page.
pub struct Painter<'a, 'b> {
    /// What is drawn on.
    pub surface: &'a mut Surface<'b>,
    /// The bundled fonts, in the order of their ids.
    pub fonts: &'a [Font],
    /// That of the groups around the present item: annotations know no other points than those of the page.
    pub transform: scene::Transform,
    /// Where the links of the page lie, and their addresses.
    pub links: Vec<(Rect, String)>,
}

impl Painter<'_, '_> {
    /// Draws what is not read aloud.
    pub fn ornament(&mut self, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        draw(self);
        self.surface.end_tagged();
    }

    /// Draws some items of a page.
    pub fn items(&mut self, scene: &Scene, range: Range<usize>) {
        for item in scene.items.get(range).unwrap_or_default() {
            self.item(item);
        }
    }

    fn item(&mut self, item: &SceneItem) {
        match item {
            SceneItem::Fill { rings, colour } => self.fill(rings, *colour),
            SceneItem::Patterned { rings, pattern, colour } => self.item(&pattern.drawn_in(rings, *colour)),
            SceneItem::Lines { lines, stroke } => self.lines(lines, stroke),
            SceneItem::Dots { centres, radius, colour } => {
                let rings: Vec<Vec<PagePoint>> = centres.iter().map(|centre| circle(*centre, *radius)).collect();
                self.fill(&rings, *colour);
            }
            SceneItem::Text(text) => self.text(text),
            SceneItem::Group(group) => self.group(group),
            SceneItem::Image { picture, at } => self.image(picture, *at),
            SceneItem::Link { area, target: LinkTarget::Url(url) } => {
                let PageRect { x, y, width, height } = self.transform.rect(*area);
                let area = Rect::from_xywh(to_f32(x), to_f32(y), to_f32(width), to_f32(height));
                self.links.extend(area.map(|area| (area, url.clone())));
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let clip = group.clip.as_ref().map(|rings| path(rings, true));
        // A form without points is no path, and lets nothing through.
        if matches!(clip, Some(None)) {
            return;
        }
        let outer = self.transform;
        let mut pushed = 0;
        if group.transform != scene::Transform::IDENTITY {
            let scene::Transform { scale, x, y } = group.transform;
            let [scale, x, y] = [scale, x, y].map(to_f32);
            self.surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x, y));
            self.transform = group.transform.then(outer);
            pushed += 1;
        }
        if let Some(clip) = clip.flatten() {
            self.surface.push_clip_path(&clip, &FillRule::EvenOdd);
            pushed += 1;
        }
        for item in &group.items {
            self.item(item);
        }
        for _ in 0..pushed {
            self.surface.pop();
        }
        self.transform = outer;
    }

    /// Fills closed rings.
    pub fn fill(&mut self, rings: &[Vec<PagePoint>], colour: Colour) {
        if let Some(path) = path(rings, true) {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(fill(colour)));
            self.surface.draw_path(&path);
        }
    }

    fn lines(&mut self, lines: &[Vec<PagePoint>], stroke: &Stroke) {
        if let Some(path) = path(lines, false) {
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(stroked(stroke)));
            self.surface.draw_path(&path);
        }
    }

    fn text(&mut self, text: &TextItem) {
        if let Some((halo, width)) = text.halo {
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(stroked(&Stroke::solid(halo, width))));
            self.glyphs(text, true);
        }
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(fill(text.colour)));
        self.glyphs(text, false);
    }

    /// Glyphs of one font on one level line go together, so that a reader copies words and not letters.
    fn glyphs(&mut self, text: &TextItem, outlined: bool) {
        let together = |a: &PlacedGlyph, b: &PlacedGlyph| a.font == b.font && a.angle == 0.0 && b.angle == 0.0;
        for run in text.glyphs.chunk_by(together) {
            let Some(first) = run.first() else { continue };
            let Some(font) = self.fonts.get(first.font.index()).cloned() else { continue };
            let size = to_f32(text.size);
            let glyphs: Vec<KrillaGlyph> = run
                .iter()
                .enumerate()
                .map(|(nth, glyph)| {
                    let next = run.get(nth + 1).map_or(glyph.at.x + glyph.advance, |next| next.at.x);
                    let advance = to_f32((next - glyph.at.x) / text.size);
                    KrillaGlyph::new(GlyphId::new(glyph.id), advance, 0.0, 0.0, 0.0, glyph.range.clone(), None)
                })
                .collect();
            let at = Point::from_xy(to_f32(first.at.x), to_f32(first.at.y));
            if first.angle == 0.0 {
                self.surface.draw_glyphs(at, &glyphs, font, &text.text, size, outlined);
            } else {
                let (sin, cos) = (to_f32(first.angle.sin()), to_f32(first.angle.cos()));
                self.surface.push_transform(&Transform::from_row(cos, sin, -sin, cos, at.x, at.y));
                self.surface.draw_glyphs(Point::from_xy(0.0, 0.0), &glyphs, font, &text.text, size, outlined);
                self.surface.pop();
            }
        }
    }

    fn image(&mut self, picture: &Picture, at: PageRect) {
        let image = Image::from_rgba8(picture.rgba.clone(), picture.width, picture.height);
        if let Some(size) = Size::from_wh(to_f32(at.width), to_f32(at.height)) {
            self.surface.push_transform(&Transform::from_translate(to_f32(at.x), to_f32(at.y)));
            self.surface.draw_image(image, size);
            self.surface.pop();
        }
    }
}

fn path(lines: &[Vec<PagePoint>], close: bool) -> Option<krilla::geom::Path> {
    let mut builder = PathBuilder::new();
    for line in lines {
        let mut points = line.iter();
        let Some(first) = points.next() else { continue };
        builder.move_to(to_f32(first.x), to_f32(first.y));
        for point in points {
            builder.line_to(to_f32(point.x), to_f32(point.y));
        }
        if close {
            builder.close();
        }
    }
    builder.finish()
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb_of(colour).into(), opacity: opacity(colour), rule: FillRule::EvenOdd }
}

fn stroked(stroke: &Stroke) -> krilla::paint::Stroke {
    let round = stroke.dash.first().is_none_or(|first| *first < 1.0);
    krilla::paint::Stroke {
        paint: rgb_of(stroke.colour).into(),
        width: to_f32(stroke.width),
        opacity: opacity(stroke.colour),
        line_cap: if round { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        dash: (!stroke.dash.is_empty())
            .then(|| StrokeDash { array: stroke.dash.iter().map(|length| to_f32(*length)).collect(), offset: 0.0 }),
        ..krilla::paint::Stroke::default()
    }
}

fn rgb_of(colour: Colour) -> rgb::Color {
    rgb::Color::new(colour.red, colour.green, colour.blue)
}

fn opacity(colour: Colour) -> NormalizedF32 {
    NormalizedF32::new(to_f32(colour.opacity())).unwrap_or(NormalizedF32::ONE)
}

fn circle(centre: PagePoint, radius: f64) -> Vec<PagePoint> {
    (0..20)
        .map(|step| {
            let (sin, cos) = (f64::from(step) / 20.0 * std::f64::consts::TAU).sin_cos();
            PagePoint::new(centre.x + radius * cos, centre.y + radius * sin)
        })
        .collect()
}

/// A length as krilla takes it.
#[expect(clippy::cast_possible_truncation, reason = "krilla works in f32")]
pub fn to_f32(value: f64) -> f32 {
    value as f32
}
