//! The items of a scene cut into pieces, each with the rectangle that it can touch and a key by which it is known. A
//! mark knows nothing of the others.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use vello_cpu::kurbo::{BezPath, Cap, Rect, Stroke, StrokeOpts, stroke};

use super::clip::Clip;
use super::outline::{
    MANY, bounds_and_key, closed, dashes, dashes_of, discs, hasher, is_dotted, pen, starts, straightened, stretches,
};
use super::picture::Pictures;
use super::text::{Glyphs, TextLayout};
use crate::cache::Cache;
use crate::scene::{Pattern, SceneItem};
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
    Text(TextLayout<'a>, Piece),
    Group(MarkGroup<'a>),
}

/// The marks of a group.
pub struct MarkGroup<'a> {
    pub marks: Vec<Mark<'a>>,
    pub clip: Option<Clip>,
    /// Whether its pixels are worth keeping.
    pub keep: bool,
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
            SceneItem::Group(group) => {
                let marks = group.items.iter().map(|item| Self::of(item, tools)).collect();
                let clip = group.clip.as_deref().map(Clip::new);
                return Self { item, key: 0, body: Body::Group(MarkGroup { marks, clip, keep: group.keep }) };
            }
            SceneItem::Link { .. } => Vec::new(),
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

    /// Marks without groups.
    pub fn ungrouped(marks: &'a [Self]) -> Vec<&'a Self> {
        let one = |mark: &'a Self| match &mark.body {
            Body::Group(group) => Self::ungrouped(&group.marks),
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

    fn text(text: &TextLayout<'_>, scale: f64) -> Self {
        let mut hasher = hasher();
        (text.origin.x.to_bits(), text.origin.y.to_bits()).hash(&mut hasher);
        Self { key: hasher.finish(), ..Self::whole(text.on_page(scale)) }
    }

    /// An item that is drawn whole.
    fn whole(bounds: Rect) -> Self {
        Self { bounds: bounds.inflate(MARGIN, MARGIN), key: 0, path: Arc::default(), outline: None }
    }
}

/// Dots, some of them to a piece.
fn dots(centres: &[PagePoint], radius: f64, scale: f64) -> Vec<Piece> {
    centres.chunks(MANY).filter_map(|centres| Piece::filled(discs(centres, radius, scale))).collect()
}
