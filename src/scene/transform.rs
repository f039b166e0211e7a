//! Items put elsewhere in another size, for painters that cannot leave that to what they write into.

use std::borrow::Cow;

use super::item::{Group, PlacedGlyph, SceneItem, Stroke, TextItem, Transform};
use crate::units::{PagePoint, PageRect};

impl Group {
    /// The same picture without a transform of its own, put elsewhere by `by`.
    fn placed(&self, by: Transform) -> Self {
        let by = self.transform.then(by);
        Self {
            items: self.items.iter().map(|item| item.placed(by)).collect(),
            clip: self.clip.as_ref().map(|rings| by.lines(rings)),
            transform: Transform::IDENTITY,
            keep: self.keep,
        }
    }
}

impl SceneItem {
    /// The same picture with no transform in any group, for painters that work on the page itself. Items are copied
    /// only where there is a transform.
    pub fn untransformed(items: &[Self]) -> Cow<'_, [Self]> {
        if items.iter().any(Self::has_transform) {
            Cow::Owned(items.iter().map(|item| item.placed(Transform::IDENTITY)).collect())
        } else {
            Cow::Borrowed(items)
        }
    }

    fn has_transform(&self) -> bool {
        let Self::Group(group) = self else { return false };
        group.transform != Transform::IDENTITY || group.items.iter().any(Self::has_transform)
    }

    /// The same item put elsewhere.
    fn placed(&self, by: Transform) -> Self {
        if let Self::Group(group) = self {
            return Self::Group(group.placed(by));
        }
        if by == Transform::IDENTITY {
            return self.clone();
        }
        match self {
            Self::Fill { rings, colour } => Self::Fill { rings: by.lines(rings), colour: *colour },
            // The grid of a pattern goes with its group.
            Self::Patterned { rings, pattern, colour } => pattern.drawn_in(rings, *colour).placed(by),
            Self::Lines { lines, stroke } => Self::Lines { lines: by.lines(lines), stroke: by.stroke(stroke) },
            Self::Dots { centres, radius, colour } => {
                Self::Dots { centres: by.line(centres), radius: radius * by.scale, colour: *colour }
            }
            Self::Text(text) => Self::Text(by.text(text)),
            Self::Image { picture, at } => Self::Image { picture: picture.clone(), at: by.rect(*at) },
            Self::Link { area, target } => Self::Link { area: by.rect(*area), target: target.clone() },
            Self::Group(_) => self.clone(),
        }
    }
}

impl Default for Transform {
    fn default() -> Self {
        Self::IDENTITY
    }
}

impl Transform {
    /// Leaves everything where it is.
    pub const IDENTITY: Self = Self { scale: 1.0, x: 0.0, y: 0.0 };

    /// This one, and then another.
    pub fn then(self, next: Self) -> Self {
        Self { scale: self.scale * next.scale, x: self.x * next.scale + next.x, y: self.y * next.scale + next.y }
    }

    /// Where a point comes to lie.
    pub fn point(self, point: PagePoint) -> PagePoint {
        PagePoint::new(point.x * self.scale + self.x, point.y * self.scale + self.y)
    }

    /// Where a rectangle comes to lie.
    pub fn rect(self, rect: PageRect) -> PageRect {
        let corner = self.point(PagePoint::new(rect.x, rect.y));
        PageRect::new(corner.x, corner.y, rect.width * self.scale, rect.height * self.scale)
    }

    fn line(self, line: &[PagePoint]) -> Vec<PagePoint> {
        line.iter().map(|point| self.point(*point)).collect()
    }

    fn lines(self, lines: &[Vec<PagePoint>]) -> Vec<Vec<PagePoint>> {
        lines.iter().map(|line| self.line(line)).collect()
    }

    fn stroke(self, stroke: &Stroke) -> Stroke {
        Stroke {
            colour: stroke.colour,
            width: stroke.width * self.scale,
            dash: stroke.dash.iter().map(|length| length * self.scale).collect(),
        }
    }

    fn text(self, text: &TextItem) -> TextItem {
        let glyph = |glyph: &PlacedGlyph| PlacedGlyph {
            at: self.point(glyph.at),
            advance: glyph.advance * self.scale,
            ..glyph.clone()
        };
        TextItem {
            size: text.size * self.scale,
            halo: text.halo.map(|(colour, width)| (colour, width * self.scale)),
            glyphs: text.glyphs.iter().map(glyph).collect(),
            ..text.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inner_transform_comes_before_the_outer_one() {
        let inner = Transform { scale: 2.0, x: 1.0, y: 0.0 };
        let outer = Transform { scale: 3.0, x: 0.0, y: 5.0 };
        let at = PagePoint::new(1.0, 1.0);
        assert_eq!(inner.then(outer).point(at), outer.point(inner.point(at)));
        assert_eq!(inner.then(outer).point(at), PagePoint::new(9.0, 11.0));
    }
}
