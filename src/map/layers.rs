//! The layers that a reader lays over the atlas: their shapes, and the feature that is chosen.
//! What is not on the page is not looked at, and the rest only at the level of detail that the view shows.

use super::context::MapContext;
use crate::geometry::clip;
use crate::layer::{Features, Layer, Shape, ShapeKind, Style};
use crate::scene::{Group, SceneItem, Stroke, circle};
use crate::symbology::{Colour, Theme};
use crate::units::{MapRect, PagePoint};

/// The width of the rim around points, in points of the page.
const RIM: f64 = 1.0;

/// The layers in their order, the first lowest, each as one group.
pub fn layers(context: &MapContext<'_>) -> Vec<SceneItem> {
    context
        .options
        .layers
        .iter()
        .map(|layer| one_layer(context, layer))
        .filter(|items| !items.is_empty())
        .map(|items| SceneItem::Group(Group::kept(items)))
        .collect()
}

/// The areas of a layer, over them its lines, over them its points.
fn one_layer(context: &MapContext<'_>, layer: &Layer) -> Vec<SceneItem> {
    let style = &layer.style;
    let colour = colour(style, context.theme);
    let within = reach(context);
    let mut items = Vec::new();
    let (mut outlines, mut lines, mut points, mut specks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for shape in layer.features.shapes_meeting(&within) {
        match shape.kind {
            ShapeKind::Points => points.extend(page_points(context, &layer.features, shape, &within)),
            // A shape that is smaller than what is seen is a speck, so that many of them do not vanish together.
            ShapeKind::Line | ShapeKind::Area if is_speck(context, shape) => {
                specks.push(context.view.page_from_map(shape.extent.centre(), context.page));
            }
            ShapeKind::Line => lines.extend(page_lines(context, &layer.features, shape, &within)),
            ShapeKind::Area => {
                let rings = page_rings(context, &layer.features, shape, &within);
                if !rings.is_empty() {
                    items.push(SceneItem::Fill { rings, colour: colour.with_opacity(style.fill_opacity) });
                }
                outlines.extend(page_lines(context, &layer.features, shape, &within));
            }
        }
    }
    specks.retain(|at| context.bleed.contains(*at));
    for (lines, width) in [(outlines, style.outline_width), (lines, style.line_width)] {
        if !lines.is_empty() {
            items.push(SceneItem::Lines { lines, stroke: Stroke::solid(colour, width) });
        }
    }
    if !specks.is_empty() {
        items.push(SceneItem::Dots { centres: specks, radius: style.outline_width / 2.0, colour });
    }
    if !points.is_empty() {
        let rim = context.theme.ground.halo;
        items.push(SceneItem::Dots { centres: points.clone(), radius: style.point_radius + RIM, colour: rim });
        items.push(SceneItem::Dots { centres: points, radius: style.point_radius, colour });
    }
    items
}

/// The feature that is chosen, marked as chosen ground is.
pub fn chosen(context: &MapContext<'_>, items: &mut Vec<SceneItem>) {
    let Some(chosen) = &context.options.focus.feature else { return };
    if !context.options.layers.contains(&chosen.layer) {
        return;
    }
    let (look, within) = (&context.theme.ground, reach(context));
    let mut lines = Vec::new();
    for shape in chosen.layer.features.shapes_of(chosen.at) {
        if shape.kind == ShapeKind::Points || is_speck(context, shape) {
            let points = page_points(context, &chosen.layer.features, shape, &within);
            lines.extend(points.into_iter().take(MOST_RINGS).map(|at| circle(at, 8.0)));
        } else {
            lines.extend(page_lines(context, &chosen.layer.features, shape, &within));
        }
    }
    if !lines.is_empty() {
        let halo = Stroke::solid(look.selection_halo.with_opacity(0.75), 5.0);
        items.push(SceneItem::Lines { lines: lines.clone(), stroke: halo });
        items.push(SceneItem::Lines { lines, stroke: Stroke::solid(look.accent, 2.6) });
    }
}

/// Of a feature of thousands of points, this many are ringed: the rest would be one blot.
const MOST_RINGS: usize = 500;

/// The colour of a layer under a theme.
pub fn colour(style: &Style, theme: &Theme) -> Colour {
    style.colour.unwrap_or(theme.ground.seal)
}

/// The ground on which shapes are looked at: a point of the page more than what is drawn, so that rounding cuts nothing.
fn reach(context: &MapContext<'_>) -> MapRect {
    context.extent.grown_m(context.view.metres_per_point())
}

fn is_speck(context: &MapContext<'_>, shape: &Shape) -> bool {
    shape.extent.width_m().max(shape.extent.height_m()) < context.tolerance_m()
}

fn page_points(context: &MapContext<'_>, features: &Features, shape: &Shape, within: &MapRect) -> Vec<PagePoint> {
    on_page(context, features, shape, within).flatten().filter(|point| context.bleed.contains(*point)).collect()
}

fn page_lines(context: &MapContext<'_>, features: &Features, shape: &Shape, within: &MapRect) -> Vec<Vec<PagePoint>> {
    on_page(context, features, shape, within).flat_map(|line| clip::line(&line, context.bleed)).collect()
}

fn page_rings(context: &MapContext<'_>, features: &Features, shape: &Shape, within: &MapRect) -> Vec<Vec<PagePoint>> {
    on_page(context, features, shape, within)
        .map(|ring| clip::ring(&ring, context.bleed))
        .filter(|ring| ring.len() > 2)
        .collect()
}

/// The lines of a shape on the page, not cut yet.
fn on_page(
    context: &MapContext<'_>,
    features: &Features,
    shape: &Shape,
    within: &MapRect,
) -> impl Iterator<Item = Vec<PagePoint>> {
    features
        .lines(shape, context.tolerance_m(), within)
        .map(|line| line.into_iter().map(|point| context.view.page_from_map(point, context.page)).collect())
}
