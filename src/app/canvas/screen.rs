//! The screen of egui and the page of the map: the same place in the types of both.

use egui::{Pos2, Rect, pos2, vec2};

use crate::units::{PagePoint, PageRect};

/// A rectangle of the page on the screen.
#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
pub fn screen_rect(page: PageRect) -> Rect {
    Rect::from_min_size(pos2(page.x as f32, page.y as f32), vec2(page.width as f32, page.height as f32))
}

/// A rectangle of the screen on the page.
pub fn page_rect(rect: Rect) -> PageRect {
    PageRect::new(f64::from(rect.left()), f64::from(rect.top()), f64::from(rect.width()), f64::from(rect.height()))
}

/// A point of the screen on the page.
pub fn page_point(at: Pos2) -> PagePoint {
    PagePoint::new(f64::from(at.x), f64::from(at.y))
}

/// A point of the page on the screen.
#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
pub fn screen_point(at: PagePoint) -> Pos2 {
    pos2(at.x as f32, at.y as f32)
}
