//! The items of a scene cut into pieces, each with the rectangle that it can touch and a key by which it is known. A
//! mark knows nothing of the others.

use std::f64::consts::{PI, TAU};
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke, StrokeOpts, Vec2, dash, flatten, stroke};

use super::picture::Pictures;
use super::text::{Glyphs, LaidOutText};
use crate::cache::Cache;
use crate::scene;
use crate::scene::{Pattern, SceneItem};
use crate::symbology::Colour;
use crate::units::PagePoint;

/// An item as the painter takes it.
pub struct Mark<'a> {
    pub item: &'a SceneItem,
    /// What the item is known by at this scale, apart from its pieces or its place.
    pub key: u64,
    pub body: Body<'a>,
}

pub enum Body<'a> {
    Pieces(Vec<Piece>),
    /// With the one piece that says where it stands.
    Text(LaidOutText<'a>, Piece),
    Group(Vec<Mark<'a>>),
}

/// A part of an item that may be drawn without the others: a tile that it does not touch can do without it.
pub struct Piece {
    /// Where it may lay ink, in points of the page.
    pub bounds: Rect,
    pub key: u64,
    /// What is filled, of straight lines: for a line the outline of its stroke. Nothing where the item is drawn whole.
    pub path: Arc<BezPath>,
    /// What the outline of a stroke is known by.
    pub outline: Option<u64>,
}

/// What marks are made with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    pub scale: f64,
    pub pictures: &'a Pictures,
    pub glyphs: &'a Glyphs,
    /// The outlines of strokes that were worked out before.
    pub outlines: &'a Cache<u64, Arc<BezPath>>,
}

/// So many dashes or dots go into a piece, and about so many points of a line.
const MANY: usize = 32;
/// How far beyond its form a mark may lay ink, in points: the pixel that an edge half covers.
const MARGIN: f64 = 2.0;
/// How far an outline may be from the true one, in pixels: as far as the painter itself lets its curves be.
const TOLERANCE: f64 = 0.25;

impl<'a> Mark<'a> {
    pub fn of(item: &'a SceneItem, tools: Tools<'_>) -> Self {
        let mut hasher = hasher();
        (std::mem::discriminant(item), tools.scale.to_bits()).hash(&mut hasher);
        let pieces = match item {
            SceneItem::Fill { rings, colour } => {
                colour.hash(&mut hasher);
                rings.iter().filter_map(|ring| Piece::filled(closed(ring))).collect()
            }
            SceneItem::Lines { lines, stroke } => {
                (stroke.colour, stroke.width.to_bits()).hash(&mut hasher);
                for length in &stroke.dash {
                    length.to_bits().hash(&mut hasher);
                }
                let pen = pen(stroke, tools.scale);
                let stroked = |path| Piece::stroked(path, &pen, tools);
                let pieces = |line: &'a Vec<PagePoint>| match stroke.dash.as_slice() {
                    [] => stretches(line).into_iter().filter_map(stroked).collect(),
                    lengths if is_dotted(stroke) => {
                        dots(&starts(dashes_of(line, lengths)), stroke.width / 2.0, tools.scale)
                    }
                    lengths => dashes(line, lengths).into_iter().filter_map(stroked).collect(),
                };
                lines.iter().flat_map(pieces).collect()
            }
            SceneItem::Patterned { rings, pattern, colour } => {
                (std::mem::discriminant(pattern), colour).hash(&mut hasher);
                match *pattern {
                    Pattern::Lines { spacing, angle, width } => {
                        [spacing, angle, width].map(f64::to_bits).hash(&mut hasher);
                    }
                    Pattern::Dots { spacing, radius } => [spacing, radius].map(f64::to_bits).hash(&mut hasher),
                }
                rings.iter().filter_map(|ring| Piece::filled(closed(ring))).collect()
            }
            SceneItem::Dots { centres, radius, colour } => {
                (colour, radius.to_bits()).hash(&mut hasher);
                dots(centres, *radius, tools.scale)
            }
            SceneItem::Text(text) => {
                return match tools.glyphs.lay_out(text, tools.scale) {
                    Some(text) => {
                        let piece = Piece::text(&text, tools.scale);
                        Self { item, key: text.key, body: Body::Text(text, piece) }
                    }
                    None => Self { item, key: 0, body: Body::Pieces(Vec::new()) },
                };
            }
            SceneItem::Image { picture, at } => {
                tools.pictures.number(picture).hash(&mut hasher);
                [at.x, at.y, at.width, at.height].map(f64::to_bits).hash(&mut hasher);
                vec![Piece::whole(Rect::new(at.x, at.y, at.right(), at.bottom()))]
            }
            SceneItem::Group(items) => {
                let group = items.iter().map(|item| Self::of(item, tools)).collect();
                return Self { item, key: 0, body: Body::Group(group) };
            }
        };
        Self { item, key: hasher.finish(), body: Body::Pieces(pieces) }
    }

    pub fn pieces(&self) -> &[Piece] {
        match &self.body {
            Body::Pieces(pieces) => pieces,
            Body::Text(_, piece) => std::slice::from_ref(piece),
            Body::Group(_) => &[],
        }
    }

    /// The marks of a group.
    pub fn group(&self) -> &[Self] {
        if let Body::Group(group) = &self.body { group } else { &[] }
    }

    /// Marks without groups.
    pub fn ungrouped(marks: &'a [Self]) -> Vec<&'a Self> {
        let one = |mark: &'a Self| match &mark.body {
            Body::Group(group) => Self::ungrouped(group),
            _ => vec![mark],
        };
        marks.iter().flat_map(one).collect()
    }
}

impl Piece {
    /// A form of straight lines. `None` where it has no point.
    fn filled(path: BezPath) -> Option<Self> {
        let (bounds, key) = bounds_and_key(&path)?;
        Some(Self { bounds: bounds.inflate(MARGIN, MARGIN), key, path: Arc::new(path), outline: None })
    }

    /// A line drawn with a pen.
    fn stroked(line: BezPath, pen: &Stroke, tools: Tools<'_>) -> Option<Self> {
        let (bounds, key) = bounds_and_key(&line)?;
        let mut hasher = hasher();
        (key, pen.width.to_bits(), pen.start_cap == Cap::Round, tools.scale.to_bits()).hash(&mut hasher);
        let outline = hasher.finish();
        let path = tools.outlines.get(&outline).cloned().unwrap_or_else(|| {
            let tolerance = TOLERANCE / tools.scale;
            let curved = stroke(line, pen, &StrokeOpts::default(), tolerance);
            Arc::new(straightened(&curved, tolerance))
        });
        let reach = pen.width / 2.0 + MARGIN;
        Some(Self { bounds: bounds.inflate(reach, reach), key, path, outline: Some(outline) })
    }

    fn text(text: &LaidOutText<'_>, scale: f64) -> Self {
        let mut hasher = hasher();
        (text.origin.x.to_bits(), text.origin.y.to_bits()).hash(&mut hasher);
        Self { key: hasher.finish(), ..Self::whole(text.on_page(scale)) }
    }

    /// An item that is drawn whole.
    fn whole(bounds: Rect) -> Self {
        Self { bounds: bounds.inflate(MARGIN, MARGIN), key: 0, path: Arc::default(), outline: None }
    }
}

fn bounds_and_key(path: &BezPath) -> Option<(Rect, u64)> {
    let mut hasher = hasher();
    let mut bounds: Option<Rect> = None;
    for step in path.elements() {
        std::mem::discriminant(step).hash(&mut hasher);
        if let Some(at) = step.end_point() {
            (at.x.to_bits(), at.y.to_bits()).hash(&mut hasher);
            bounds = Some(bounds.map_or(Rect::from_points(at, at), |bounds| bounds.union_pt(at)));
        }
    }
    Some((bounds?, hasher.finish()))
}

/// The pen of a stroke whose dashes are cut already: these end bluntly so that their gaps stay open.
fn pen(stroke: &scene::Stroke, scale: f64) -> Stroke {
    let cap = if stroke.dash.is_empty() { Cap::Round } else { Cap::Butt };
    // On a line of two pixels a round corner cannot be told from a blunt one, which costs far less.
    let join = if stroke.width * scale > 2.2 { Join::Round } else { Join::Bevel };
    Stroke::new(stroke.width).with_join(join).with_caps(cap)
}

/// Curves as lines that are nowhere further from them than the tolerance.
pub fn straightened(path: &BezPath, tolerance: f64) -> BezPath {
    let mut lines = BezPath::new();
    flatten(path, tolerance, |step| lines.push(step));
    lines
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

/// A line in stretches, each beginning with the last point of the one before, so that their round ends cover each
/// other. Where a line is cut depends on the points alone, so that a line of which less is shown has the same stretches.
fn stretches(line: &[PagePoint]) -> Vec<BezPath> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for (at, point) in line.iter().enumerate().skip(1) {
        if at + 1 == line.len() || is_cut(point) {
            stretches.push(open(line.get(start..=at).unwrap_or_default()).collect());
            start = at;
        }
    }
    stretches
}

/// True of one point among `MANY`, by the bits of its position.
fn is_cut(point: &PagePoint) -> bool {
    let bits = point.x.to_bits() ^ point.y.to_bits().rotate_left(32);
    (bits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32).is_multiple_of(MANY as u64)
}

/// The dashes of a line, some of them together.
fn dashes(line: &[PagePoint], lengths: &[f64]) -> Vec<BezPath> {
    let mut parts = vec![BezPath::new()];
    let mut count = 0;
    for step in dashes_of(line, lengths) {
        if matches!(step, PathEl::MoveTo(_)) {
            count += 1;
            if count % MANY == 0 {
                parts.push(BezPath::new());
            }
        }
        if let Some(part) = parts.last_mut() {
            part.push(step);
        }
    }
    parts
}

fn dashes_of<'a>(line: &'a [PagePoint], lengths: &'a [f64]) -> impl Iterator<Item = PathEl> + 'a {
    dash(open(line), 0.0, lengths)
}

/// True of a line of dots, that is of dashes too short to be seen as such.
fn is_dotted(stroke: &scene::Stroke) -> bool {
    stroke.dash.first().is_some_and(|first| *first < 1.0)
}

fn starts(dashes: impl Iterator<Item = PathEl>) -> Vec<PagePoint> {
    let start = |step| if let PathEl::MoveTo(at) = step { Some(PagePoint::new(at.x, at.y)) } else { None };
    dashes.filter_map(start).collect()
}

/// Dots, some of them to a piece.
fn dots(centres: &[PagePoint], radius: f64, scale: f64) -> Vec<Piece> {
    centres.chunks(MANY).filter_map(|centres| Piece::filled(discs(centres, radius, scale))).collect()
}

/// Dots as polygons of the area of circles, in points, with as few corners as keep their edge within about a quarter of a
/// pixel of the circle's; four, eight, twelve ..., so that a dot is as broad on all sides.
pub fn discs(centres: &[PagePoint], radius: f64, scale: f64) -> BezPath {
    // Between two corners the edge of a polygon in a circle is r (1 - cos(180°/n)) away from it: a third of a pixel at
    // most, of which the corners of one with the circle's area stand out by two thirds.
    let bend = (1.0 - 1.0 / 3.0 / (radius * scale)).max(-1.0);
    let count = ((PI / bend.acos() / 4.0).ceil() * 4.0).max(4.0);
    // A polygon with n corners at r has the area n/2 sin(360°/n) r².
    let out = radius * (TAU / (count * (TAU / count).sin())).sqrt();
    let corner = |nth: usize| Vec2::from_angle(TAU / count * (nth as f64 + 0.5)) * out;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let corners: Vec<Vec2> = (0..count as usize).map(corner).collect();
    let disc = |centre: &PagePoint| {
        let centre = Point::new(centre.x, centre.y);
        let steps = corners.iter().enumerate().map(move |(nth, corner)| {
            if nth == 0 { PathEl::MoveTo(centre + *corner) } else { PathEl::LineTo(centre + *corner) }
        });
        steps.chain([PathEl::ClosePath])
    };
    centres.iter().flat_map(disc).collect()
}

/// What keys are made with: fast over many numbers, and the same in each run.
pub fn hasher() -> impl Hasher {
    foldhash::quality::FixedState::default().build_hasher()
}

pub fn paint(colour: Colour) -> AlphaColor<Srgb> {
    AlphaColor::from_rgba8(colour.red, colour.green, colour.blue, colour.alpha)
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::Shape;

    use super::*;

    #[test]
    fn a_dot_has_the_area_of_its_circle_and_keeps_near_it() {
        for (radius, scale) in [(0.8, 1.3), (0.2, 1.0), (1.8, 1.0), (3.0, 1.3), (4.2, 4.0)] {
            let dot = discs(&[PagePoint::new(7.0, -3.0)], radius, scale);
            assert!((dot.area().abs() - PI * radius * radius).abs() < 1e-9);
            let far = |at: Point| (at.distance(Point::new(7.0, -3.0)) - radius).abs() * scale;
            let corners = dot.elements().iter().filter_map(PathEl::end_point);
            assert!(corners.map(far).fold(0.0, f64::max) < 0.27, "radius {radius} at {scale}");
        }
    }
}
