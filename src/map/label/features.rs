//! The names of features of the layers that a reader laid over the atlas: beside points, along lines, on areas that are
//! wide enough for them.

use super::labels::Labels;
use crate::geometry::clip;
use crate::layer::{Layer, Shape, ShapeKind};
use crate::map::layers::colour;
use crate::scene::{Anchor, TextLook};
use crate::typeset::Face;
use crate::units::{MapRect, PagePoint};

/// For each layer, room is looked for this many times: a map has room for some hundred names, and more attempts would
/// only take time.
const MOST_TRIED: usize = 2_000;
/// No letter is narrower than this part of the size, on the average of a name.
const NARROWEST: f64 = 0.3;

impl Labels<'_> {
    /// Names of features, the layer on top first, since its names are the newest wish.
    pub(super) fn features(&mut self) {
        let context = self.context;
        let shown = context.view.extent(context.page);
        for layer in context.options.layers.iter().rev() {
            let look = TextLook { colour: colour(&layer.style, context.theme), ..self.look(Face::SansSemiBold, 9.5) };
            let mut named = None;
            let mut tried = 0;
            let mut shapes = layer.features.shapes_meeting(&shown);
            // A point has one place for its name, an area many.
            shapes.sort_by_key(|shape| shape.kind);
            for shape in shapes {
                if tried == MOST_TRIED {
                    break;
                }
                if named == Some(shape.feature) {
                    continue;
                }
                let Some(name) = layer.features.get(shape.feature).and_then(|feature| feature.name()) else { continue };
                let width = name.chars().count() as f64 * look.size * NARROWEST;
                let size = shape.extent.width_m().max(shape.extent.height_m()) / context.view.metres_per_point();
                if shape.kind != ShapeKind::Points && size < width {
                    continue;
                }
                tried += 1;
                if self.name_of_shape(layer, shape, look, &name, &shown) {
                    named = Some(shape.feature);
                }
            }
        }
    }

    fn name_of_shape(&mut self, layer: &Layer, shape: &Shape, look: TextLook, name: &str, shown: &MapRect) -> bool {
        let context = self.context;
        match shape.kind {
            ShapeKind::Points => {
                let Some(first) = layer.features.lines(shape, 0.0, shown).flatten().next() else { return false };
                let at = context.view.page_from_map(first, context.page);
                context.shows(at)
                    && [(6.0, Anchor::Start), (-6.0, Anchor::End)].into_iter().any(|(aside, anchor)| {
                        self.try_level(look, name, PagePoint::new(at.x + aside, at.y + 3.0), anchor)
                    })
            }
            ShapeKind::Line => {
                let smooth_m = 2.5 * context.view.metres_per_point();
                let page = |point| context.view.page_from_map(point, context.page);
                let lines: Vec<_> = layer
                    .features
                    .lines(shape, smooth_m, shown)
                    .map(|line| line.into_iter().map(page).collect::<Vec<_>>())
                    .flat_map(|line| clip::line(&line, context.shown))
                    .collect();
                self.try_along(look, name, &lines, 4.0)
            }
            ShapeKind::Area => {
                let middle = shape.extent.centre();
                let room = shape.extent.width_m() / context.view.metres_per_point();
                if !layer.features.is_inside(shape, middle) || look.width(name) > room {
                    return false;
                }
                let at = context.view.page_from_map(middle, context.page);
                self.try_level(look, name, PagePoint::new(at.x, at.y + look.size * 0.33), Anchor::Middle)
            }
        }
    }
}
