//! The items of a scene cut into pieces, each with the rectangle that it can touch and a key by which it is known. A
//! mark knows nothing of the others.

use std::f64::consts::FRAC_PI_4;
use std::hash::{DefaultHasher, Hash, Hasher};

use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{BezPath, PathEl, Point, Rect, Vec2, dash};

use super::picture::Pictures;
use super::text::Glyphs;
use crate::scene::{PlacedGlyph, SceneItem, TextItem};
use crate::symbology::Colour;
use crate::units::PagePoint;

/// An item and its pieces.
pub struct Mark<'a> {
    pub item: &'a SceneItem,
    /// What the item is known by at this scale, apart from its pieces.
    pub key: u64,
    pub pieces: Vec<Piece>,
}

/// A part of an item that may be drawn without the others: a tile that it does not touch can do without it.
pub struct Piece {
    /// Where it may lay ink, in points of the page.
    pub bounds: Rect,
    pub key: u64,
    /// Straight lines; nothing where the item is drawn whole.
    pub path: BezPath,
}

/// So many dashes or dots go into a piece, and about so many points of a line.
const MANY: usize = 32;
/// How far beyond its form a mark may lay ink, in points: the pixel that an edge half covers.
const MARGIN: f64 = 2.0;

impl<'a> Mark<'a> {
    pub fn of(item: &'a SceneItem, scale: f64, pictures: &Pictures, glyphs: &Glyphs) -> Self {
        let mut hasher = DefaultHasher::new();
        scale.to_bits().hash(&mut hasher);
        let pieces = match item {
            SceneItem::Fill { rings, colour } => {
                (0_u8, colour_key(*colour)).hash(&mut hasher);
                rings.iter().filter_map(|ring| Piece::of(closed(ring), 0.0)).collect()
            }
            SceneItem::Lines { lines, stroke } => {
                (1_u8, colour_key(stroke.colour), stroke.width.to_bits()).hash(&mut hasher);
                for length in &stroke.dash {
                    length.to_bits().hash(&mut hasher);
                }
                let reach = stroke.width / 2.0;
                let pieces = |line: &'a Vec<PagePoint>| {
                    if stroke.dash.is_empty() { stretches(line, reach) } else { dashes(line, &stroke.dash, reach) }
                };
                lines.iter().flat_map(pieces).collect()
            }
            SceneItem::Dots { centres, radius, colour } => {
                (2_u8, colour_key(*colour), radius.to_bits()).hash(&mut hasher);
                let piece = |centres| Piece::of(octagons(centres, *radius).collect(), 0.0);
                centres.chunks(MANY).filter_map(piece).collect()
            }
            SceneItem::Text(text) => {
                3_u8.hash(&mut hasher);
                hash_text(text, &mut hasher);
                glyphs.bounds(text).map(Piece::whole).into_iter().collect()
            }
            SceneItem::Image { picture, at } => {
                (4_u8, pictures.number(picture)).hash(&mut hasher);
                [at.x, at.y, at.width, at.height].map(f64::to_bits).hash(&mut hasher);
                vec![Piece::whole(Rect::new(at.x, at.y, at.right(), at.bottom()))]
            }
        };
        Self { item, key: hasher.finish(), pieces }
    }
}

impl Piece {
    /// A form of straight lines that lays ink so far beyond them. `None` where it has no point.
    fn of(path: BezPath, reach: f64) -> Option<Self> {
        let mut hasher = DefaultHasher::new();
        let mut bounds: Option<Rect> = None;
        for step in path.elements() {
            std::mem::discriminant(step).hash(&mut hasher);
            if let Some(at) = step.end_point() {
                (at.x.to_bits(), at.y.to_bits()).hash(&mut hasher);
                bounds = Some(bounds.map_or(Rect::from_points(at, at), |bounds| bounds.union_pt(at)));
            }
        }
        let reach = reach + MARGIN;
        Some(Self { bounds: bounds?.inflate(reach, reach), key: hasher.finish(), path })
    }

    /// An item that is drawn whole.
    fn whole(bounds: Rect) -> Self {
        Self { bounds: bounds.inflate(MARGIN, MARGIN), key: 0, path: BezPath::new() }
    }
}

fn closed(ring: &[PagePoint]) -> BezPath {
    open(ring).chain([PathEl::ClosePath]).collect()
}

fn open(line: &[PagePoint]) -> impl Iterator<Item = PathEl> {
    line.iter().enumerate().map(|(nth, at)| {
        let at = Point::new(at.x, at.y);
        if nth == 0 { PathEl::MoveTo(at) } else { PathEl::LineTo(at) }
    })
}

/// A line in stretches, each beginning with the last point of the one before. Lines have round joins, so that round
/// ends laid over each other are the same. Where a line is cut depends on the points alone, so that a line of which
/// less is shown has the same stretches.
fn stretches(line: &[PagePoint], reach: f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, point) in line.iter().enumerate().skip(1) {
        if at + 1 == line.len() || is_cut(point) {
            let stretch = line.get(start..=at).unwrap_or_default();
            pieces.extend(Piece::of(open(stretch).collect(), reach));
            start = at;
        }
    }
    pieces
}

/// True of one point among `MANY`, by the bits of its position.
fn is_cut(point: &PagePoint) -> bool {
    let bits = point.x.to_bits() ^ point.y.to_bits().rotate_left(32);
    (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32).is_multiple_of(MANY as u64)
}

/// The dashes of a line, some of them to a piece.
fn dashes(line: &[PagePoint], lengths: &[f64], reach: f64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut path = BezPath::new();
    let mut count = 0;
    for step in dash(open(line), 0.0, lengths) {
        if matches!(step, PathEl::MoveTo(_)) {
            count += 1;
            if count % MANY == 0 {
                pieces.extend(Piece::of(std::mem::take(&mut path), reach));
            }
        }
        path.push(step);
    }
    pieces.extend(Piece::of(path, reach));
    pieces
}

/// Dots as octagons of the area of circles: they are too small for the eye to tell, and cost far less.
fn octagons(centres: &[PagePoint], radius: f64) -> impl Iterator<Item = PathEl> {
    // An octagon with corners at r has the area 4 sin(45°) r².
    let out = radius * (std::f64::consts::PI / (4.0 * FRAC_PI_4.sin())).sqrt();
    let corners: [Vec2; 8] = std::array::from_fn(|nth| Vec2::from_angle(FRAC_PI_4 * (nth as f64 + 0.5)) * out);
    centres.iter().flat_map(move |centre| {
        let corner = move |corner: Vec2| Point::new(centre.x, centre.y) + corner;
        let [first, rest @ ..] = corners;
        let lines = rest.into_iter().map(move |each| PathEl::LineTo(corner(each)));
        [PathEl::MoveTo(corner(first))].into_iter().chain(lines).chain([PathEl::ClosePath])
    })
}

fn hash_text(text: &TextItem, hasher: &mut DefaultHasher) {
    (text.size.to_bits(), colour_key(text.colour)).hash(hasher);
    text.halo.map(|(colour, width)| (colour_key(colour), width.to_bits())).hash(hasher);
    for PlacedGlyph { font, id, at, angle, .. } in &text.glyphs {
        (font, id, at.x.to_bits(), at.y.to_bits(), angle.to_bits()).hash(hasher);
    }
}

pub fn paint(colour: Colour) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(colour.red, colour.green, colour.blue, colour.alpha)
}

pub fn colour_key(colour: Colour) -> u32 {
    u32::from_be_bytes([colour.red, colour.green, colour.blue, colour.alpha])
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::Shape;

    use super::*;

    #[test]
    fn an_octagon_has_the_area_of_the_dot() {
        let dot: BezPath = octagons(&[PagePoint::new(7.0, -3.0)], 0.8).collect();
        assert!((dot.area().abs() - std::f64::consts::PI * 0.64).abs() < 1e-9);
    }
}
