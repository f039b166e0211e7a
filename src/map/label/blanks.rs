//! Numbers in place of the names of states and towns, for maps on which a reader is to find the names.

use super::blank::{Blank, BlankKind};
use super::labels::Labels;
use crate::scene::{Anchor, SceneItem, Stroke, TextLook, circle};
use crate::typeset::Face;
use crate::units::{PagePoint, PageRect};

impl Labels<'_> {
    /// Takes the name that was placed last off the map, where it has no names but numbers. It consists of so many lines.
    pub(super) fn take_off(&mut self, lines: usize, name: &str, kind: BlankKind, at: PagePoint) {
        if self.context.options.blanks {
            self.items.truncate(self.items.len().saturating_sub(lines));
            // The ring of a state is higher than its name was.
            self.taken.push(PageRect::new(at.x, at.y, 0.0, 0.0).grown(self.radius() * 1.7));
            self.blanks.push(Blank { number: 0, name: name.to_owned(), kind, at });
        }
    }

    /// Where the number of a town stands whose name was to begin, end or have its middle at a point.
    pub(super) fn beside(&self, at: PagePoint, anchor: Anchor, size: f64) -> PagePoint {
        let dx = match anchor {
            Anchor::Start => self.radius(),
            Anchor::Middle => 0.0,
            Anchor::End => -self.radius(),
        };
        PagePoint::new(at.x + dx, at.y - size * 0.36)
    }

    /// Gives the names that were taken off their numbers: states first, each from west to east.
    pub(super) fn number_blanks(&mut self) {
        self.blanks.sort_by(|a, b| a.kind.cmp(&b.kind).then(a.at.x.total_cmp(&b.at.x)));
        for (nth, blank) in self.blanks.iter_mut().enumerate() {
            blank.number = nth + 1;
        }
    }

    /// The names that were taken off, in the order of their numbers.
    pub fn into_blanks(self) -> Vec<Blank> {
        self.blanks
    }

    /// The numbers on the map, each in a ring: that of a state is the larger one.
    pub fn blank_signs(&self) -> Vec<SceneItem> {
        let ground = &self.context.theme.ground;
        let mut items = Vec::new();
        for blank in &self.blanks {
            let radius = self.radius() * if blank.kind == BlankKind::State { 1.3 } else { 1.0 };
            let ring = circle(blank.at, radius);
            items.push(SceneItem::Fill { rings: vec![ring.clone()], colour: ground.page });
            items.push(SceneItem::Lines { lines: vec![ring], stroke: Stroke::solid(ground.ink, radius * 0.12) });
            let look = TextLook::plain(Face::SansSemiBold, radius * 1.15, ground.ink);
            let baseline = PagePoint::new(blank.at.x, blank.at.y + look.size * 0.36);
            items.push(SceneItem::Text(look.level(&blank.number.to_string(), baseline, Anchor::Middle)));
        }
        items
    }

    /// The radius of the ring around the number of a town.
    fn radius(&self) -> f64 {
        self.context.theme.looks.names.town[0] * 0.8
    }
}
