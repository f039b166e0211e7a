//! What the user is looking at, without a window: the state, the commands that change it, the history, what
//! lies under the pointer, and what is kept from one run to the next.

mod area;
mod command;
mod history;
mod pick;
mod state;
mod strip;
mod timeline;

pub use area::{AreaOverTime, AreaStretch};
pub use command::{Command, ViewMove};
pub use history::History;
pub use pick::{Picked, pick};
pub use state::{SavedState, StateError};
pub use strip::{Strip, StripPiece, StripScale};
pub use timeline::{Timeline, TimelineMark, TimelineSpan};

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::{Day, Era, Sense};
use crate::scene::{BaseLayer, Compare, CompareMode, Focus, MapOptions, MapView, MapWindow, Senses};
use crate::symbology::ThemeChoice;
use crate::units::{MapRect, PageRect};
use crate::world::{Step, World};

/// The state of one reader's work.
pub struct Session {
    pub world: Arc<World>,
    pub view: MapView,
    /// The rectangle of the window that the map fills, in points.
    pub page: PageRect,
    pub day: Day,
    /// The day on which the program runs, where that is known.
    pub today: Option<Day>,
    pub senses: Senses,
    pub eras: BTreeSet<String>,
    pub base: BTreeSet<BaseLayer>,
    pub theme: ThemeChoice,
    /// What else lay under the pointer when the selection was made, the selection included.
    pub offered: Vec<String>,
    /// Two articles that are read side by side.
    pub side_by_side: Option<(String, String)>,
    /// The day that the map is compared with, and how.
    pub compare: Option<Compare>,
    /// The comparison before: the next one begins with it.
    pub last_compare: Option<Compare>,
    /// Whether what changed hands since that day is hatched.
    pub hatch_changes: bool,
    /// Whether what only changed its government is left out of that, and of the table.
    pub countries_only: bool,
    history: History,
    /// Whether the view still shows the whole frame because nobody has moved it.
    fits_all: bool,
}

/// How the window is to be opened.
#[derive(Clone, Debug, Default)]
pub struct WindowOptions {
    pub date: Option<Day>,
    /// The id of what is chosen at first.
    pub select: Option<String>,
    /// GeoJSON files to show over the map.
    pub files: Vec<PathBuf>,
    /// A data folder to lay over the embedded one.
    pub data: Option<PathBuf>,
}

/// The first day that the atlas knows.
pub fn first_day() -> Day {
    Day::from_ymd_opt(1800, 1, 1).unwrap_or(Day::MIN)
}

/// The end of the time that the atlas shows: the last day of the year after the latest change in the record.
pub fn last_day(world: &World) -> Day {
    use chrono::Datelike as _;
    let latest_event = world.atlas.events.iter().map(|event| event.date.earliest()).max();
    let latest_era = world.atlas.eras.iter().map(|era| era.date.earliest()).max();
    latest_event.max(latest_era).and_then(|day| Day::from_ymd_opt(day.year(), 12, 31)).unwrap_or(Day::MAX)
}

impl Session {
    pub fn new(world: Arc<World>, saved: SavedState) -> Self {
        let view = saved.view.filter(MapView::is_sane);
        let day = saved.day.clamp(first_day(), last_day(&world));
        let known = |id: &String| world.atlas.kind_of(id).is_some();
        let mut history = History::default();
        if let Some(id) = saved.selection.filter(known) {
            history.go(Some(id));
        }
        Self {
            view: view.unwrap_or_else(|| MapView::fitting(world.projection.frame_extent(), 800.0, 600.0, 10.0)),
            fits_all: view.is_none(),
            page: PageRect::new(0.0, 0.0, 800.0, 600.0),
            day,
            today: None,
            senses: saved.senses,
            eras: saved.eras.into_iter().filter(known).collect(),
            base: saved.base,
            theme: saved.theme,
            offered: Vec::new(),
            side_by_side: None,
            compare: None,
            last_compare: None,
            hatch_changes: false,
            countries_only: true,
            history,
            world,
        }
    }

    /// The day that “today” means: no later than the last of the atlas.
    pub fn today(&self) -> Day {
        let last = last_day(&self.world);
        self.today.map_or(last, |today| today.clamp(first_day(), last))
    }

    /// What is chosen, by id.
    pub fn selection(&self) -> Option<&str> {
        self.history.current()
    }

    pub fn can_go_back(&self) -> bool {
        self.history.can_go_back()
    }

    pub fn can_go_forward(&self) -> bool {
        self.history.can_go_forward()
    }

    /// What the map shows now.
    pub fn options(&self) -> MapOptions {
        MapOptions {
            day: self.day,
            senses: self.senses,
            eras: self.eras.clone(),
            base: self.base.clone(),
            focus: self.focus(),
            ghost: self.compare.filter(|compare| compare.mode == CompareMode::Ghost).map(|compare| compare.with),
            changed_since: self.compare.filter(|_| self.hatch_changes).map(|compare| compare.with),
            countries_only: self.countries_only,
        }
    }

    /// What stands out on the map.
    pub fn focus(&self) -> Focus {
        let Some(id) = self.selection() else { return Focus::default() };
        let mut focus = Focus::on(&self.world, id);
        if let Some((a, b)) = &self.side_by_side {
            let ground = &mut focus.ground;
            for article in [a, b] {
                let other = self.world.ground_of(article);
                ground.tracts.extend(other.tracts);
                ground.segments.extend(other.segments);
            }
            ground.tracts.sort_unstable();
            ground.tracts.dedup();
            ground.segments.sort();
            ground.segments.dedup();
        }
        focus
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Select(id) => self.select(&id),
            Command::SelectFrom { id, offered } => {
                self.select(&id);
                self.offered = offered;
            }
            Command::Clear => {
                self.history.go(None);
                self.offered.clear();
                self.side_by_side = None;
            }
            Command::Back => {
                self.history.back();
                self.offered.clear();
                self.side_by_side = None;
            }
            Command::Forward => {
                self.history.forward();
                self.offered.clear();
                self.side_by_side = None;
            }
            Command::SetDay(day) => self.day = day.clamp(first_day(), last_day(&self.world)),
            Command::Step { forward } => {
                if let Some(day) = self.next_step(forward) {
                    self.day = day;
                }
            }
            Command::ToggleEra(id) => {
                if !self.eras.remove(&id) && self.world.atlas.eras.get(&id).is_some() {
                    self.eras.insert(id);
                }
            }
            Command::ChooseEra(id) => self.show_era(&id),
            Command::OnlyEra(id) => {
                self.eras.clear();
                self.show_era(&id);
            }
            Command::SetSenses(senses) => self.senses = senses,
            Command::ToggleBase(layer) => {
                if !self.base.remove(&layer) {
                    self.base.insert(layer);
                }
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
            Command::SideBySide(pair) => self.side_by_side = pair,
            Command::Compare(compare) => {
                let last = last_day(&self.world);
                self.last_compare = self.compare.or(self.last_compare);
                self.compare =
                    compare.map(|compare| Compare { with: compare.with.clamp(first_day(), last), ..compare });
            }
            Command::SwapDays => {
                if let Some(compare) = &mut self.compare {
                    std::mem::swap(&mut compare.with, &mut self.day);
                }
            }
            Command::HatchChanges(on) => self.hatch_changes = on,
            Command::CountriesOnly(on) => self.countries_only = on,
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
        let passed = steps.iter().take_while(|step| step.day <= self.day).count();
        let present = passed.checked_sub(1).and_then(|at| steps.get(at));
        let words = present.filter(|step| step.day == self.day).map(|step| step.in_words(&self.world));
        (passed, steps.len(), words)
    }

    fn shown_steps(&self) -> impl Iterator<Item = Step<'_>> {
        let senses = self.senses;
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
            steps.into_iter().find(|day| *day > self.day)
        } else {
            steps.into_iter().rfind(|day| *day < self.day)
        }
    }

    /// Where the maps go in a rectangle of the window: of the other day, and of the map's own.
    pub fn windows(&self, page: PageRect) -> [MapWindow; 2] {
        self.compare.map_or([page.into(), page.into()], |compare| compare.windows(page))
    }

    /// What is to be kept for the next run.
    pub fn to_saved(&self) -> SavedState {
        SavedState {
            day: self.day,
            senses: self.senses,
            eras: self.eras.clone(),
            base: self.base.clone(),
            theme: self.theme,
            view: (!self.fits_all).then_some(self.view),
            selection: self.selection().map(str::to_owned),
            ..SavedState::default()
        }
    }

    fn select(&mut self, id: &str) {
        if self.world.atlas.kind_of(id).is_some() {
            self.history.go(Some(id.to_owned()));
            self.offered.clear();
            self.side_by_side = None;
        }
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
            self.day = self.day_of_era(era).clamp(first_day(), last_day(&self.world));
            self.eras.insert(id.to_owned());
        }
    }

    fn set_page(&mut self, page: PageRect) {
        let changed = (page.width - self.page.width).abs() > 0.5 || (page.height - self.page.height).abs() > 0.5;
        self.page = page;
        if changed && self.fits_all {
            self.fit_all();
        }
    }

    fn move_view(&mut self, to: ViewMove) {
        self.fits_all = false;
        self.view = match to {
            ViewMove::Pan { dx, dy } => self.view.panned(dx, dy),
            ViewMove::Zoom { factor, about } => {
                self.view.zoomed(factor, about.unwrap_or_else(|| self.page.centre()), self.page)
            }
            ViewMove::Box(rect) => {
                let a = self.view.map_from_page(crate::units::PagePoint::new(rect.x, rect.y), self.page);
                let b = self.view.map_from_page(crate::units::PagePoint::new(rect.right(), rect.bottom()), self.page);
                MapView::fitting(MapRect::of(&[a, b]), self.page.width, self.page.height, 0.0)
            }
            ViewMove::FitAll => {
                self.fit_all();
                return;
            }
            ViewMove::FitSelection => {
                if let Some(extent) = self.selection().and_then(|id| self.world.extent_of(id)) {
                    self.fit(extent);
                }
                return;
            }
        }
        .kept_inside(self.world.projection.frame_extent());
    }

    fn fit_all(&mut self) {
        self.view = MapView::fitting(self.world.projection.frame_extent(), self.page.width, self.page.height, 28.0);
        self.fits_all = true;
    }

    /// Shows an extent with ground around it; a point from a height at which a district can be seen.
    fn fit(&mut self, extent: MapRect) {
        const LEAST_M: f64 = 30_000.0;
        let margin = (LEAST_M - extent.width_m().max(extent.height_m())).max(0.0) / 2.0;
        let grown = extent.grown_m(margin + extent.width_m().max(extent.height_m()) * 0.12);
        self.view = MapView::fitting(grown, self.page.width, self.page.height, 16.0);
        self.fits_all = false;
    }

    /// Whether an extent lies inside the view and is large enough to be seen.
    fn shows_well(&self, extent: MapRect) -> bool {
        let shown = self.view.extent(self.page);
        let inside = shown.contains(extent.min) && shown.contains(extent.max);
        let size = extent.width_m().max(extent.height_m()) / self.view.metres_per_point();
        inside && (size > 24.0 || extent.width_m() == 0.0)
    }
}
