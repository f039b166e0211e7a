//! What the user is looking at, without a window: the state, the commands that change it, the history, what
//! lies under the pointer, and what is kept from one run to the next.

mod area;
mod command;
mod history;
mod layers;
mod stored;
mod strip;
mod timeline;
mod typed_day;

pub use area::{AreaOverTime, AreaStretch};
pub use command::{Command, ViewMove};
pub use history::History;
use layers::Layers;
pub use layers::ShownLayer;
pub use stored::{StateError, StoredState, WindowState};
pub use strip::{Strip, StripPiece, StripScale};
pub use timeline::{EventMark, Timeline, TimelineSpan};

use std::path::PathBuf;
use std::sync::Arc;

use crate::catalog::Source;
use crate::layer::{FeatureRef, Layer};
use crate::map::{GroundShown, MapOptions, Picked, fit_to_record, geo_view, ground_shown};
use crate::model::{Day, Era, Sense};
use crate::symbology::ThemeChoice;
use crate::text::Texts;
use crate::units::{MapRect, PagePoint, PageRect};
use crate::view::{Compare, Extent, Fault, MapState, MapView, MapWindow, PartFault};
use crate::world::{Step, World};

/// The state of one reader's work.
pub struct Session {
    /// The atlas that is read.
    pub world: Arc<World>,
    /// What the map shows. `apply` alone changes it.
    state: MapState,
    /// The view that `state.extent` means on the present page.
    view: MapView,
    /// The rectangle of the window that the map fills, in points.
    page: PageRect,
    /// The day on which the program runs, where that is known.
    pub today: Option<Day>,
    /// The words of the window, in the language of the state.
    pub texts: Texts,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// What else lay under the pointer when the selection was made, the selection included.
    pub offered: Vec<Picked>,
    /// The feature of one of the reader's layers that is chosen in place of an entry.
    feature: Option<FeatureRef>,
    layers: Layers,
    /// The comparison before: the next one begins with it.
    pub last_compare: Option<Compare>,
    history: History,
    /// What of links and states could not be used since it was last asked for.
    faults: Vec<PartFault>,
}

/// How the window is to be opened.
#[derive(Clone, Debug, Default)]
pub struct WindowOptions {
    /// The day of the map at first.
    pub date: Option<Day>,
    /// The id of what is chosen at first.
    pub select: Option<String>,
    /// A state file to open.
    pub state: Option<PathBuf>,
    /// A link to open.
    pub link: Option<String>,
    /// GeoJSON files to show over the map.
    pub files: Vec<PathBuf>,
    /// Where the atlas comes from.
    pub source: Source,
}

/// What is shown where nothing else is asked for.
pub fn start_state(world: &World) -> MapState {
    MapState::on(world.start_day())
}

/// Page around everything that the atlas covers, in points.
const WHOLE_MARGIN: f64 = 28.0;

impl Session {
    /// A session that begins with a state, as far as the record knows what it names; what it does not know is told.
    pub fn new(world: Arc<World>, state: MapState, theme: ThemeChoice) -> (Self, Vec<PartFault>) {
        let (state, faults) = fit_to_record(&world, state, &start_state(&world));
        let page = PageRect::new(0.0, 0.0, 800.0, 600.0);
        let view = MapView::fitting(world.projection.frame_extent(), page.width, page.height, WHOLE_MARGIN);
        let mut session = Self {
            texts: Texts::or_english(state.lang.as_deref()),
            world,
            state,
            view,
            page,
            today: None,
            theme,
            offered: Vec::new(),
            feature: None,
            layers: Layers::default(),
            last_compare: None,
            history: History::default(),
            faults: Vec::new(),
        };
        session.take_extent();
        (session, faults)
    }

    /// What the map shows.
    pub fn state(&self) -> &MapState {
        &self.state
    }

    /// The piece of the map plane that is shown.
    pub fn view(&self) -> MapView {
        self.view
    }

    /// The rectangle of the window that the map fills, in points.
    pub fn page(&self) -> PageRect {
        self.page
    }

    /// The state as a link, its view rounded as `GeoView::rounded` says.
    pub fn link(&self) -> String {
        let mut state = self.state.clone();
        if let Extent::At(view) = &mut state.extent {
            *view = view.rounded();
        }
        state.to_link()
    }

    /// What of links and states could not be used since this was last asked.
    pub fn take_faults(&mut self) -> Vec<PartFault> {
        std::mem::take(&mut self.faults)
    }

    fn open_link(&mut self, link: &str) {
        let (state, faults) = MapState::from_link(link, &start_state(&self.world));
        let is_link = !faults.iter().any(|fault| fault.fault == Fault::NoLink);
        self.faults.extend(faults);
        if is_link {
            self.open(state);
        }
    }

    /// Shows another state, as far as the record knows what it names. It is a step of the history.
    fn open(&mut self, state: MapState) {
        let (mut state, faults) = fit_to_record(&self.world, state, &start_state(&self.world));
        let selection = state.selection.take();
        state.selection.clone_from(&self.state.selection);
        self.last_compare = state.compare.or(self.last_compare);
        self.texts = Texts::or_english(state.lang.as_deref());
        self.state = state;
        self.history.go(&mut self.state.selection, selection);
        self.offered.clear();
        self.feature = None;
        self.take_extent();
        self.faults.extend(faults);
    }

    /// The day that “today” means: no later than the last of the atlas.
    pub fn today(&self) -> Day {
        let last = self.world.last_day();
        self.today.map_or(last, |today| today.clamp(self.world.first_day(), last))
    }

    /// What is chosen, by id.
    pub fn selection(&self) -> Option<&str> {
        self.state.selection.as_deref()
    }

    /// Whether `Command::Back` has somewhere to go.
    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    /// Whether `Command::Forward` has somewhere to go.
    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// What the map shows, its ids looked up.
    pub fn options(&self) -> MapOptions {
        let mut options = MapOptions::resolve(&self.world, &self.state);
        options.layers = self.layers.shown();
        options.focus.feature.clone_from(&self.feature);
        options
    }

    /// The layers that the reader laid over the atlas, the lowest first.
    pub fn layers(&self) -> &[ShownLayer] {
        self.layers.all()
    }

    /// Those of them that are on the map.
    pub fn shown_layers(&self) -> Vec<Arc<Layer>> {
        self.layers.shown()
    }

    /// The feature of one of these layers that is chosen; no entry is chosen then.
    pub fn feature(&self) -> Option<&FeatureRef> {
        self.feature.as_ref()
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Select(id) => self.select(&id),
            Command::SelectFrom { picked, offered } => {
                match picked {
                    Picked::Entry { id, .. } => self.select(&id),
                    Picked::Feature(feature) => self.select_feature(feature),
                }
                self.offered = offered;
            }
            Command::SelectFeature(feature) => self.select_feature(feature),
            Command::Clear => self.travel(|history, selection| history.go(selection, None)),
            Command::Back => self.travel(History::back),
            Command::Forward => self.travel(History::forward),
            Command::OpenLink(link) => self.open_link(&link),
            Command::OpenState(state) => self.open(*state),
            Command::SetDay(day) => self.state.day = self.world.nearest_day(day),
            Command::Step { forward } => {
                if let Some(day) = self.next_step(forward) {
                    self.state.day = day;
                }
            }
            Command::ToggleEra(id) => {
                if !self.state.eras.remove(&id) && self.world.atlas.eras.get(&id).is_some() {
                    self.state.eras.insert(id);
                }
            }
            Command::ChooseEra(id) => self.show_era(&id),
            Command::OnlyEra(id) => {
                self.state.eras.clear();
                self.show_era(&id);
            }
            Command::SetSenses(senses) => self.state.senses = senses,
            Command::ToggleBase(layer) => {
                if !self.state.layers.remove(layer.id()) {
                    self.state.layers.insert(layer.id().to_owned());
                }
            }
            Command::AddLayer { layer, problems } => {
                self.layers.add(layer, problems);
                self.forget_lost_features();
            }
            Command::ShowLayer { layer, shown } => self.layers.show(&layer, shown),
            Command::RemoveLayer(layer) => {
                self.layers.remove(&layer);
                self.forget_lost_features();
            }
            Command::SetTheme(theme) => self.theme = theme,
            Command::Move(to) => self.move_view(to),
            Command::FlyTo(id) => {
                if let Some(extent) = self.world.extent_of(&id) {
                    self.fit(extent);
                }
            }
            Command::GoTo(id) => {
                self.select(&id);
                if let Some(extent) = self.world.extent_of(&id)
                    && !self.shows_well(extent)
                {
                    self.fit(extent);
                }
            }
            Command::SideBySide(pair) => self.state.beside = pair,
            Command::Compare(compare) => {
                self.last_compare = self.state.compare.or(self.last_compare);
                self.state.compare =
                    compare.map(|compare| Compare { with: self.world.nearest_day(compare.with), ..compare });
            }
            Command::SwapDays => {
                if let Some(compare) = &mut self.state.compare {
                    std::mem::swap(&mut compare.with, &mut self.state.day);
                }
            }
            Command::HatchChanges(on) => self.state.hatch_changes = on,
            Command::CountriesOnly(on) => self.state.countries_only = on,
            Command::SetPage(page) => self.set_page(page),
        }
    }

    /// The days on which the map changes in the senses that are shown, in order.
    pub fn steps(&self) -> Vec<Day> {
        self.shown_steps().map(|step| step.day).collect()
    }

    /// Which step the day stands at or after, counted from 1, of how many, and what it changed.
    pub fn present_step(&self) -> (usize, usize, Option<String>) {
        let steps: Vec<Step<'_>> = self.shown_steps().collect();
        let passed = steps.iter().take_while(|step| step.day <= self.state.day).count();
        let present = passed.checked_sub(1).and_then(|at| steps.get(at));
        let words = present.filter(|step| step.day == self.state.day).map(|step| step.text(&self.world, &self.texts));
        (passed, steps.len(), words)
    }

    fn shown_steps(&self) -> impl Iterator<Item = Step<'_>> {
        let senses = self.state.senses;
        let steps = if senses.claims { self.world.steps_with_claims() } else { self.world.steps() };
        steps.into_iter().filter_map(move |mut step| {
            step.changes.retain(|change| match change.sense {
                Sense::DeJure => senses.de_jure,
                Sense::DeFacto => senses.de_facto,
            });
            (!step.changes.is_empty() || !step.claims.is_empty()).then_some(step)
        })
    }

    fn next_step(&self, forward: bool) -> Option<Day> {
        let steps = self.steps();
        if forward {
            steps.into_iter().find(|day| *day > self.state.day)
        } else {
            steps.into_iter().rfind(|day| *day < self.state.day)
        }
    }

    /// Where the maps go in a rectangle of the window: of the other day, and of the map's own.
    pub fn windows(&self, page: PageRect) -> [MapWindow; 2] {
        self.state.compare.map_or([page.into(), page.into()], |compare| compare.windows(page))
    }

    fn select(&mut self, id: &str) {
        if self.world.atlas.kind_of(id).is_some() {
            self.travel(|history, selection| history.go(selection, Some(id.to_owned())));
        }
    }

    /// Changes what is chosen; what stood beside it goes.
    fn travel(&mut self, to: impl FnOnce(&mut History, &mut Option<String>)) {
        to(&mut self.history, &mut self.state.selection);
        self.offered.clear();
        self.feature = None;
        self.state.beside = None;
    }

    fn select_feature(&mut self, feature: FeatureRef) {
        self.travel(|history, selection| history.go(selection, None));
        self.feature = Some(feature);
    }

    /// Of a layer that is gone nothing stays chosen or offered.
    fn forget_lost_features(&mut self) {
        let layers = self.layers.all();
        let is_there = |feature: &FeatureRef| layers.iter().any(|known| Arc::ptr_eq(&known.layer, &feature.layer));
        self.feature.take_if(|feature| !is_there(feature));
        self.offered.retain(|picked| match picked {
            Picked::Entry { .. } => true,
            Picked::Feature(feature) => is_there(feature),
        });
    }

    /// The day on which the map of an era is shown: its own, or today where nothing has changed since.
    pub fn day_of_era(&self, era: &Era) -> Day {
        let (day, today) = (era.date.earliest(), self.today());
        let changed = |step: &Step| day < step.day && step.day <= today;
        if day < today && !self.world.steps().iter().any(changed) { today } else { day }
    }

    /// Shows the line of an era and the map of its day.
    fn show_era(&mut self, id: &str) {
        if let Some(era) = self.world.atlas.eras.get(id) {
            self.state.day = self.world.nearest_day(self.day_of_era(era));
            self.state.eras.insert(id.to_owned());
        }
    }

    fn set_page(&mut self, page: PageRect) {
        let changed = (page.width - self.page.width).abs() > 0.5 || (page.height - self.page.height).abs() > 0.5;
        self.page = page;
        if changed && !matches!(self.state.extent, Extent::At(_)) {
            self.take_extent();
        }
    }

    fn move_view(&mut self, to: ViewMove) {
        let view = match to {
            ViewMove::Pan { dx, dy } => self.view.panned(dx, dy),
            ViewMove::Zoom { factor, about } => {
                self.view.zoomed(factor, about.unwrap_or_else(|| self.page.centre()), self.page)
            }
            ViewMove::Box(rect) => {
                let a = self.view.map_from_page(PagePoint::new(rect.x, rect.y), self.page);
                let b = self.view.map_from_page(PagePoint::new(rect.right(), rect.bottom()), self.page);
                MapView::fitting(MapRect::around(&[a, b]), self.page.width, self.page.height, 0.0)
            }
            ViewMove::FitAll => {
                self.state.extent = Extent::Whole;
                self.take_extent();
                return;
            }
            ViewMove::FitSelection => {
                if let Some(extent) = self.selection().and_then(|id| self.world.extent_of(id)) {
                    self.fit(extent);
                }
                return;
            }
        };
        self.show(view.kept_inside(self.world.projection.frame_extent()));
    }

    /// Shows a view, and keeps it in degrees.
    fn show(&mut self, view: MapView) {
        self.state.extent = Extent::At(geo_view(&self.world, view));
        self.take_extent();
    }

    /// Works out the view that the state means on the present page.
    fn take_extent(&mut self) {
        self.view = match ground_shown(&self.world, &self.state) {
            Some(GroundShown::View(view)) => view,
            Some(GroundShown::Extent(extent)) => self.view_of(extent),
            None => {
                MapView::fitting(self.world.projection.frame_extent(), self.page.width, self.page.height, WHOLE_MARGIN)
            }
        };
    }

    /// Shows an extent with ground around it.
    fn fit(&mut self, extent: MapRect) {
        self.show(self.view_of(extent));
    }

    /// The view of an extent with ground around it; a point from a height at which a district can be seen.
    fn view_of(&self, extent: MapRect) -> MapView {
        const LEAST_M: f64 = 30_000.0;
        let margin = (LEAST_M - extent.width_m().max(extent.height_m())).max(0.0) / 2.0;
        let grown = extent.grown_m(margin + extent.width_m().max(extent.height_m()) * 0.12);
        MapView::fitting(grown, self.page.width, self.page.height, 16.0)
    }

    /// Whether an extent lies inside the view and is large enough to be seen.
    fn shows_well(&self, extent: MapRect) -> bool {
        let shown = self.view.extent(self.page);
        let inside = shown.contains(extent.min) && shown.contains(extent.max);
        let size = extent.width_m().max(extent.height_m()) / self.view.metres_per_point();
        inside && (size > 24.0 || extent.width_m() == 0.0)
    }
}
