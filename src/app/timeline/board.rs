//! What the spans and marks of the timeline are painted on.

use egui::{Painter, Pos2, Rect};
use egui_plot::{PlotPoint, PlotTransform};

use crate::model::Day;
use crate::session::Session;
use crate::symbology::Theme;

/// What lies under the pointer.
pub struct Hovered {
    pub id: String,
    pub words: String,
    pub day: Day,
    /// How far from the pointer, in points.
    pub distance: f32,
}

/// Where and with what the timeline is painted.
pub struct Board<'a> {
    pub painter: Painter,
    pub rect: Rect,
    pub transform: PlotTransform,
    pub pointer: Option<Pos2>,
    pub session: &'a Session,
    pub theme: &'a Theme,
}

impl Board<'_> {
    /// Where a place of the scale, 0 to 1, lies on the screen.
    pub fn x(&self, place: f64) -> f32 {
        self.transform.position_from_point(&PlotPoint::new(place, 0.0)).x
    }

    pub fn is_chosen(&self, id: &str) -> bool {
        self.session.selection() == Some(id)
    }
}
