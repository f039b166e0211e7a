//! A map state with its ids looked up: what is to be drawn, as positions in the record.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use crate::layer::{FeatureRef, Layer};
use crate::model::{Day, Kind};
use crate::text::Texts;
use crate::units::MapRect;
use crate::view::{
    BaseLayer, CompareMode, Extent, Fault, GeoView, MapState, MapView, NamesShown, PartFault, Senses, part,
};
use crate::world::{GroundOf, World};

/// What a map shows, its ids looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct MapOptions {
    /// The day of the map.
    pub day: Day,
    /// The senses in which ground is shown as held.
    pub senses: Senses,
    /// The eras whose lines are shown, by id.
    pub eras: BTreeSet<String>,
    /// The layers under and over the holdings.
    pub base: BTreeSet<BaseLayer>,
    /// The layers that a reader lays over the atlas and that are shown, the lowest first. Those of two maps are the same
    /// where they are one: what they hold is not compared.
    pub layers: Vec<Arc<Layer>>,
    /// What stands out.
    pub focus: Focus,
    /// A day whose borders are shown over the map.
    pub ghost: Option<Day>,
    /// A day since which what changed hands is hatched.
    pub changed_since: Option<Day>,
    /// Of that only what passed from one country to another, not what changed its government.
    pub countries_only: bool,
    /// How many names stand on the map.
    pub names: NamesShown,
    /// Whether numbers stand in place of the names of states and towns; meant for maps with few names.
    pub blanks: bool,
    /// The words of the map and of its legend.
    pub texts: Texts,
}

/// What is chosen: it stands out, and the rest is dimmed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Focus {
    /// The tracts and segments that stand out.
    pub ground: GroundOf,
    /// A place or waypoint to mark, by id.
    pub point: Option<String>,
    /// A feature of one of the layers that a reader lays over the atlas.
    pub feature: Option<FeatureRef>,
    /// Whether the rest is dimmed.
    pub dims: bool,
    /// What is chosen, in words, for the heading of a figure.
    pub name: Option<String>,
}

impl Focus {
    /// What an entry makes stand out. The rest is dimmed for what lies elsewhere than on the map: an article, an
    /// instrument, an event, a disagreement.
    pub fn on(world: &World, id: &str) -> Self {
        let ground = world.ground_of(id);
        let kind = world.atlas.kind_of(id);
        let point = matches!(kind, Some(Kind::Place | Kind::Waypoint)).then(|| id.to_owned());
        let speaks = matches!(kind, Some(Kind::Article | Kind::Instrument | Kind::Event | Kind::Disagreement));
        Self { dims: speaks && !ground.is_empty(), ground, point, feature: None, name: world.atlas.name_of(id) }
    }

    /// What a state makes stand out: what is chosen, and the articles that are read side by side.
    fn of_state(world: &World, state: &MapState) -> Self {
        let Some(id) = &state.selection else { return Self::default() };
        let mut focus = Self::on(world, id);
        for article in state.beside.iter().flatten() {
            focus.ground.join(world.ground_of(article));
        }
        focus
    }
}

impl MapOptions {
    /// Looks up what a state shows, without layers of a reader's own. What the record does not know is not drawn; `fit_to_record` names it.
    pub fn resolve(world: &World, state: &MapState) -> Self {
        let with = |mode| state.compare.filter(|compare| compare.mode == mode).map(|compare| compare.with);
        Self {
            day: state.day,
            senses: state.senses,
            eras: state.eras.clone(),
            base: state.layers.iter().filter_map(|layer| BaseLayer::from_id(layer)).collect(),
            layers: Vec::new(),
            focus: Focus::of_state(world, state),
            ghost: with(CompareMode::Ghost),
            changed_since: state.compare.filter(|_| state.hatch_changes).map(|compare| compare.with),
            countries_only: state.countries_only,
            names: state.names,
            blanks: false,
            texts: Texts::or_english(state.lang.as_deref()),
        }
    }

    /// Whether a layer is shown.
    pub fn shows(&self, layer: BaseLayer) -> bool {
        self.base.contains(&layer)
    }
}

/// Fits a state to a record: what the record does not know, or no map of it can show, is told. Days and ids that it
/// does not know are put back to what they are in `start`; they are kept in `unknown`, so that another record finds
/// them again.
pub fn fit_to_record(world: &World, mut state: MapState, start: &MapState) -> (MapState, Vec<PartFault>) {
    let mut faults = Vec::new();
    let mut refuse = |part: &str, given: &str, fault: Fault| {
        faults.push(PartFault { part: part.to_owned(), given: given.to_owned(), fault });
    };
    let (from, to) = (world.first_day(), world.last_day());
    let outside = |day: Day| !(from..=to).contains(&day);
    let no_entry = |id: &str| Fault::NoEntry(id.to_owned());
    if outside(state.day) {
        refuse(part::DATE, &state.day.to_string(), Fault::Outside { from, to });
        state.day = start.day;
    }
    if let Some(compare) = state.compare.filter(|compare| outside(compare.with)) {
        refuse(part::COMPARE, &compare.with.to_string(), Fault::Outside { from, to });
        state.compare = None;
    }
    if let Some(id) = state.selection.take_if(|id| world.atlas.kind_of(id).is_none()) {
        refuse(part::SELECT, &id, no_entry(&id));
        state.unknown.insert(part::SELECT.to_owned(), Value::from(id));
    }
    if let Some(pair) = state.beside.take_if(|pair| pair.iter().any(|id| !world.atlas.articles.contains(id))) {
        for id in pair.iter().filter(|id| !world.atlas.articles.contains(id)) {
            refuse(part::BESIDE, id, no_entry(id));
        }
        state.unknown.insert(part::BESIDE.to_owned(), Value::from(pair.to_vec()));
    }
    for era in state.eras.iter().filter(|era| !world.atlas.eras.contains(era)) {
        refuse(part::ERAS, era, no_entry(era));
    }
    for layer in state.layers.iter().filter(|layer| BaseLayer::from_id(layer).is_none()) {
        refuse(part::LAYERS, layer, Fault::NotOneOf(BaseLayer::ALL.map(BaseLayer::id).to_vec()));
    }
    if let Extent::Around(id) = &state.extent
        && world.extent_of(id).is_none()
    {
        let fault = if world.atlas.kind_of(id).is_none() { no_entry(id) } else { Fault::NoGround };
        refuse(part::EXTENT, id, fault);
        state.extent = Extent::Whole;
    }
    (state, faults)
}

/// The ground that a state shows, where it is not everything.
pub fn ground_shown(world: &World, state: &MapState) -> Option<GroundShown> {
    match &state.extent {
        Extent::Whole => None,
        Extent::Around(id) => world.extent_of(id).map(GroundShown::Extent),
        Extent::At(view) => {
            let middle = world.projection.map_from_lonlat(view.at);
            middle.x.is_finite().then(|| GroundShown::View(MapView::new(middle, view.metres_per_point)))
        }
    }
}

/// Ground to be shown, on the map plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GroundShown {
    /// As near as the page allows.
    Extent(MapRect),
    /// A view that is the same on every page.
    View(MapView),
}

/// A view in degrees.
pub fn geo_view(world: &World, view: MapView) -> GeoView {
    GeoView { at: world.projection.lonlat_from_map(view.centre()), metres_per_point: view.metres_per_point() }
}
