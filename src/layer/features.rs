//! The features of a layer on the map plane: their shapes in columns, found by where they lie. Shapes are weighed for
//! every level of detail when they are made; nothing is projected when they are drawn.

use std::ops::Range;

use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::feature::Feature;
use super::polylines::{Polylines, Weighed};
use crate::catalog::OverlayFeature;
use crate::geometry::Projection;
use crate::units::{LonLat, MapPoint, MapRect};

/// The features of a layer, in the order of their source.
pub struct Features {
    features: Vec<Feature>,
    /// The shapes of all features, those of each one after another.
    shapes: Vec<Shape>,
    parts: Polylines,
    /// The shapes by their extents.
    index: RTree<Place>,
    extent: MapRect,
    largest_kind: Option<ShapeKind>,
}

type Place = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// One shape of a feature: its points, a line, or an area with its holes.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The position of the feature that it belongs to.
    pub feature: usize,
    /// What kind of shape it is.
    pub kind: ShapeKind,
    /// The smallest rectangle of the map that holds it.
    pub extent: MapRect,
    /// Its lines among those of all shapes: one, or the rings of an area, the outer one first, closed.
    parts: Range<usize>,
}

/// The kinds of shapes, the most precise first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShapeKind {
    /// Points, each by itself.
    Points,
    /// A line.
    Line,
    /// An area with its holes.
    Area,
}

/// A feature near a point of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The position of the feature.
    pub feature: usize,
    /// The kind of the shape that is near.
    pub kind: ShapeKind,
    /// How far off it is, in metres of the map; 0 inside of an area.
    pub distance_m: f64,
}

/// A feature on the map plane, before it is put into the columns.
struct Placed {
    feature: Feature,
    shapes: Vec<(ShapeKind, Vec<Weighed>, MapRect)>,
}

impl Features {
    /// Places features on the map plane. Points that the projection cannot place are left out.
    pub fn new(read: Vec<OverlayFeature>, projection: &Projection) -> Self {
        let placed: Vec<Placed> = read.into_par_iter().map(|feature| place(feature, projection)).collect();
        let (mut features, mut shapes, mut parts) =
            (Vec::with_capacity(placed.len()), Vec::new(), Polylines::default());
        for (nth, Placed { feature, shapes: own }) in placed.into_iter().enumerate() {
            features.push(feature);
            for (kind, lines, extent) in own {
                let first = parts.len();
                for line in lines {
                    parts.push(line);
                }
                shapes.push(Shape { feature: nth, kind, extent, parts: first..parts.len() });
            }
        }
        let rectangle = |MapRect { min, max }: MapRect| Rectangle::from_corners([min.x, min.y], [max.x, max.y]);
        let places =
            shapes.iter().enumerate().map(|(nth, shape)| Place::new(rectangle(shape.extent), nth)).collect::<Vec<_>>();
        let extent = shapes.iter().fold(MapRect::EMPTY, |extent, shape| extent.union(shape.extent));
        let largest_kind = shapes.iter().map(|shape| shape.kind).max();
        Self { features, shapes, parts, index: RTree::bulk_load(places), extent, largest_kind }
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// A feature by its position.
    pub fn get(&self, at: usize) -> Option<&Feature> {
        self.features.get(at)
    }

    /// The features in the order of their source.
    pub fn iter(&self) -> impl Iterator<Item = &Feature> {
        self.features.iter()
    }

    /// How many points all shapes have.
    pub fn point_count(&self) -> usize {
        self.parts.all_points().len()
    }

    /// The smallest rectangle of the map that holds all shapes; empty where there are none.
    pub fn extent(&self) -> MapRect {
        self.extent
    }

    /// Areas where there are some, else lines, else points; `None` where there is no shape.
    pub fn largest_kind(&self) -> Option<ShapeKind> {
        self.largest_kind
    }

    /// Every shape, in the order of the source.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The shapes whose extents meet a rectangle, in the order of the source.
    pub fn shapes_meeting(&self, rect: &MapRect) -> Vec<&Shape> {
        let envelope = AABB::from_corners([rect.min.x, rect.min.y], [rect.max.x, rect.max.y]);
        let mut found: Vec<usize> =
            self.index.locate_in_envelope_intersecting(&envelope).map(|place| place.data).collect();
        found.sort_unstable();
        found.into_iter().filter_map(|nth| self.shapes.get(nth)).collect()
    }

    /// The shapes of one feature.
    pub fn shapes_of(&self, feature: usize) -> &[Shape] {
        let first = self.shapes.partition_point(|shape| shape.feature < feature);
        let end = self.shapes.partition_point(|shape| shape.feature <= feature);
        self.shapes.get(first..end).unwrap_or_default()
    }

    /// The lines of a shape as far as they matter at a tolerance, for what lies within a rectangle; rings are closed.
    pub fn lines(&self, shape: &Shape, tolerance_m: f64, within: &MapRect) -> impl Iterator<Item = Vec<MapPoint>> {
        shape.parts.clone().map(move |line| self.parts.simplified(line, tolerance_m, within))
    }

    /// Whether a point lies inside of an area and in none of its holes.
    pub fn is_inside(&self, shape: &Shape, point: MapPoint) -> bool {
        let crossings = |line| self.parts.crossings_right_of(line, point);
        shape.kind == ShapeKind::Area && shape.parts.clone().map(crossings).sum::<usize>() % 2 == 1
    }

    /// The features near a point: points within `points_m`, lines and the outlines of areas within `lines_m`, areas
    /// around it. The most precise kind comes first, then the nearest, of those the one that is drawn last.
    pub fn near(&self, at: MapPoint, points_m: f64, lines_m: f64) -> Vec<Hit> {
        let around = MapRect::around(&[at]).grown_m(points_m.max(lines_m));
        let mut hits: Vec<Hit> = self
            .shapes_meeting(&around)
            .into_iter()
            .filter_map(|shape| {
                let distance_m = self.distance_m(shape, at, points_m, lines_m)?;
                Some(Hit { feature: shape.feature, kind: shape.kind, distance_m })
            })
            .collect();
        hits.sort_by(|a, b| {
            a.kind.cmp(&b.kind).then(a.distance_m.total_cmp(&b.distance_m)).then(b.feature.cmp(&a.feature))
        });
        let mut known = std::collections::HashSet::new();
        hits.retain(|hit| known.insert(hit.feature));
        hits
    }

    fn distance_m(&self, shape: &Shape, at: MapPoint, points_m: f64, lines_m: f64) -> Option<f64> {
        let mut lines = shape.parts.clone();
        match shape.kind {
            ShapeKind::Points => lines
                .flat_map(|line| self.parts.points(line))
                .map(|point| point.distance_m(at))
                .min_by(f64::total_cmp)
                .filter(|distance_m| *distance_m <= points_m),
            ShapeKind::Area if self.is_inside(shape, at) => Some(0.0),
            ShapeKind::Line | ShapeKind::Area => {
                let distance = |line| self.parts.distance_m(line, at, lines_m);
                lines.by_ref().filter_map(distance).min_by(f64::total_cmp)
            }
        }
    }
}

fn place(read: OverlayFeature, projection: &Projection) -> Placed {
    let OverlayFeature { id, properties, points, lines, polygons, line } = read;
    let mut shapes = Vec::new();
    let points = projection.project_line(&points);
    if !points.is_empty() {
        let extent = MapRect::around(&points);
        shapes.push((ShapeKind::Points, vec![Weighed::loose(points)], extent));
    }
    let mut push = |kind, lines: &[Vec<LonLat>]| {
        let lines: Vec<Vec<MapPoint>> =
            lines.iter().map(|line| projection.project_line(line)).filter(|line| line.len() > 1).collect();
        let extent = lines.iter().fold(MapRect::EMPTY, |extent, line| extent.union(MapRect::around(line)));
        if !lines.is_empty() {
            shapes.push((kind, lines.into_iter().map(Weighed::new).collect(), extent));
        }
    };
    for line in lines.chunks(1) {
        push(ShapeKind::Line, line);
    }
    for rings in &polygons {
        push(ShapeKind::Area, rings);
    }
    Placed { feature: Feature { id, properties, line }, shapes }
}
