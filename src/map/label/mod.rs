//! Names on the map: the most important first, no two touching, less important ones giving way.

mod areas;
mod labels;
mod lines;
mod places;

pub use labels::Labels;

use super::border::EraLine;
use crate::model::PlaceKind;
use crate::scene::{Anchor, TextLook};
use crate::typeset::Face;
use crate::units::PagePoint;
use crate::view::{BaseLayer, NamesShown};
use crate::world::DayMap;
use places::is_settlement;

impl Labels<'_> {
    pub fn place(&mut self, day: &DayMap<'_>, eras: &[EraLine<'_>]) {
        let options = self.context.options;
        let shows = |layer, from| options.names >= from && options.shows(layer);
        if options.names == NamesShown::None {
            return;
        }
        self.chosen_place();
        if shows(BaseLayer::Segments, NamesShown::All) {
            self.segment_numbers();
        }
        self.chosen_segments();
        if shows(BaseLayer::Towns, NamesShown::Few) {
            self.places(|place| is_settlement(place) && place.importance <= 1);
        }
        self.polities(day);
        for era in eras {
            self.era(era);
        }
        if shows(BaseLayer::Regions, NamesShown::All) {
            self.regions();
        }
        if shows(BaseLayer::Waypoints, NamesShown::All) {
            self.waypoints();
        }
        if shows(BaseLayer::Towns, NamesShown::All) {
            self.places(|place| is_settlement(place) && place.importance > 1);
        }
        if shows(BaseLayer::Mountains, NamesShown::All) {
            self.places(|place| matches!(place.kind, PlaceKind::Mountain | PlaceKind::Pass));
        }
        if shows(BaseLayer::Lakes, NamesShown::All) {
            self.places(|place| place.kind == PlaceKind::Lake);
        }
        if shows(BaseLayer::Rivers, NamesShown::All) {
            self.rivers();
        }
        self.overlays();
        if shows(BaseLayer::LocalNames, NamesShown::All) {
            self.local_names(day);
        }
    }

    fn overlays(&mut self) {
        let look = TextLook { colour: self.context.theme.ground.seal, ..self.look(Face::SansSemiBold, 9.5) };
        for feature in self.context.world.overlays.iter().flat_map(|overlay| &overlay.features) {
            if let (Some(name), Some(at)) = (feature.name(), feature.points.first()) {
                let at = self.context.point(*at);
                self.try_level(look, name, PagePoint::new(at.x + 6.0, at.y + 3.0), Anchor::Start);
            }
        }
    }
}
