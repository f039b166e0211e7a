//! Which names go first on the map: what comes later gives way to what has its place.

use super::labels::Labels;
use super::places::is_settlement;
use crate::map::border::EraLine;
use crate::model::PlaceKind;
use crate::view::{BaseLayer, NamesShown};
use crate::world::DayMap;

impl Labels<'_> {
    /// The least importance of a town that is named on a map with few names, and named first on any other.
    fn least_of_few(&self) -> usize {
        let few = self.context.theme.looks.near.few;
        match self.context.options.names {
            NamesShown::All => 1,
            _ => 1 + few.iter().filter(|from| self.nearness() >= **from).count(),
        }
    }

    /// Places every name that the options ask for, the most important first.
    pub fn place(&mut self, day: &DayMap<'_>, eras: &[EraLine<'_>]) {
        let options = self.context.options;
        let shows = |layer, from| options.names >= from && options.shows(layer);
        if options.names == NamesShown::None {
            return;
        }
        if shows(BaseLayer::Graticule, NamesShown::All) {
            self.degrees();
        }
        self.chosen_place();
        if shows(BaseLayer::Segments, NamesShown::All) {
            self.segment_numbers();
        }
        self.chosen_segments();
        if shows(BaseLayer::Towns, NamesShown::Few) {
            let least = self.least_of_few();
            self.places(|place| is_settlement(place) && usize::from(place.importance) <= least);
        }
        self.polities(day);
        self.number_blanks();
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
        self.features();
        if shows(BaseLayer::LocalNames, NamesShown::All) {
            self.local_names(day);
        }
    }
}
