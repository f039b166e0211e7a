//! The names along rivers, lines of eras and stretches of the border.

use super::labels::Labels;
use crate::geometry::Polyline;
use crate::geometry::clip;
use crate::map::border::EraLine;
use crate::scene::{Anchor, TextLook, at_distance, length};
use crate::typeset::Face;
use crate::units::PagePoint;
use crate::world::MapLine;

impl Labels<'_> {
    pub(super) fn rivers(&mut self) {
        let world = self.context.world;
        let mut rivers: Vec<&MapLine> = world.rivers.iter().filter(|river| river.name.is_some()).collect();
        rivers.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
        let mut named: Vec<&str> = Vec::new();
        let ([_, third, every], [large, small]) =
            (self.context.theme.looks.near.rivers, self.context.theme.looks.names.river);
        for river in rivers {
            let Some(name) = river.name.as_deref() else { continue };
            if river.rank > 2 && self.nearness() < third || named.contains(&name) && self.nearness() < every {
                continue;
            }
            let size = if river.rank == 1 { large } else { small };
            let look = TextLook { colour: self.context.theme.ground.water_ink, ..self.look(Face::SerifItalic, size) }
                .spaced(0.05);
            let lines: Vec<_> = river.courses.iter().flat_map(|course| self.smooth(course)).collect();
            if self.try_along(look, name, &lines, 3.0) {
                named.push(name);
            }
        }
    }

    /// A line that is smooth enough to set a name along.
    fn smooth(&self, course: &Polyline) -> Vec<Vec<PagePoint>> {
        let tolerance = 2.5 * self.context.view.metres_per_point();
        let points: Vec<PagePoint> = course
            .simplified(tolerance)
            .map(|point| self.context.view.page_from_map(point, self.context.page))
            .collect();
        clip::line(&points, self.context.shown)
    }

    pub(super) fn era(&mut self, era: &EraLine<'_>) {
        let colour = self.context.theme.era(&era.era.id).colour;
        let look = TextLook { colour, ..self.look(Face::SansSemiBold, self.context.theme.looks.names.era) };
        let joined: Vec<Vec<PagePoint>> = join(&era.lines).iter().map(|line| calmed(line)).collect();
        self.try_along(look, era.era.short_name(), &joined, 4.5);
    }

    pub(super) fn segment_numbers(&mut self) {
        let world = self.context.world;
        let [number, _] = self.context.theme.looks.names.segment;
        let look = TextLook { colour: self.context.theme.ground.accent, ..self.look(Face::SansSemiBold, number) };
        for segment in &world.segments {
            let Some(id) = &segment.id else { continue };
            let lines: Vec<_> = segment.courses.iter().flat_map(|course| self.context.lines(course)).collect();
            let Some(line) = lines.iter().max_by(|a, b| length(a).total_cmp(&length(b))) else { continue };
            if let Some((point, angle)) = at_distance(line, length(line) / 2.0) {
                let (sin, cos) = angle.sin_cos();
                let text = id.to_uppercase();
                let _ = [9.0, -9.0].iter().any(|aside| {
                    let at = PagePoint::new(point.x + sin * aside, point.y - cos * aside + 3.0);
                    self.try_level(look, &text, at, Anchor::Middle)
                });
            }
        }
    }

    pub(super) fn chosen_segments(&mut self) {
        let world = self.context.world;
        let [_, chosen] = self.context.theme.looks.names.segment;
        let look = TextLook { colour: self.context.theme.ground.accent, ..self.look(Face::SansSemiBold, chosen) };
        for id in &self.context.options.focus.ground.segments {
            let Some(line) = world.segment(id) else { continue };
            let Some(name) = &line.name else { continue };
            let lines: Vec<_> = line.courses.iter().flat_map(|course| self.smooth(course)).collect();
            self.try_along(look, name, &lines, 6.0);
        }
    }
}

/// A line with a point only each so often, so that a name does not follow every bend.
fn calmed(line: &[PagePoint]) -> Vec<PagePoint> {
    const APART: f64 = 12.0;
    let mut calm: Vec<PagePoint> = Vec::new();
    for (nth, point) in line.iter().enumerate() {
        if nth + 1 == line.len() || calm.last().is_none_or(|last| last.distance(*point) >= APART) {
            calm.push(*point);
        }
    }
    calm
}

/// Joins lines end to end where they meet, so that a name finds a long one to stand on.
fn join(lines: &[Vec<PagePoint>]) -> Vec<Vec<PagePoint>> {
    const NEAR: f64 = 3.0;
    let mut joined: Vec<Vec<PagePoint>> = Vec::new();
    for line in lines {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { continue };
        let mut merged = line.clone();
        if let Some(at) = joined.iter().position(|known| {
            [known.first(), known.last()]
                .into_iter()
                .flatten()
                .any(|end| end.distance(*first) < NEAR || end.distance(*last) < NEAR)
        }) {
            let mut known = joined.swap_remove(at);
            if known.first().is_some_and(|end| end.distance(*first) < NEAR || end.distance(*last) < NEAR) {
                known.reverse();
            }
            if known.last().is_some_and(|end| end.distance(*last) < NEAR) {
                merged.reverse();
            }
            known.extend(merged);
            merged = known;
        }
        joined.push(merged);
    }
    joined
}
