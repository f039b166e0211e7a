//! Everything that a reader can ask of a session.

use std::sync::Arc;

use crate::layer::{FeatureRef, Layer};
use crate::map::Picked;
use crate::model::{Day, Problem};
use crate::symbology::ThemeChoice;
use crate::units::{PagePoint, PageRect};
use crate::view::{BaseLayer, Compare, MapState, Senses};

/// A wish. `Session::apply` alone carries it out.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Choose an entry.
    Select(String),
    /// Choose one of several things that lay under the pointer.
    SelectFrom {
        picked: Picked,
        offered: Vec<Picked>,
    },
    /// Choose a feature of one of the reader's own layers.
    SelectFeature(FeatureRef),
    Clear,
    /// Show what a link says; what of it cannot be used is among `Session::take_faults`.
    OpenLink(String),
    /// Show another state; what of it cannot be used is among `Session::take_faults`.
    OpenState(Box<MapState>),
    Back,
    Forward,
    SetDay(Day),
    /// To the next or previous day on which the map changes.
    Step {
        forward: bool,
    },
    ToggleEra(String),
    /// Show the line of an era and go to its day.
    ChooseEra(String),
    OnlyEra(String),
    SetSenses(Senses),
    ToggleBase(BaseLayer),
    /// Lay a layer over the atlas; one from the same source goes.
    AddLayer {
        layer: Arc<Layer>,
        /// What was wrong with its source.
        problems: Vec<Problem>,
    },
    /// Show or hide a layer that was added.
    ShowLayer {
        layer: Arc<Layer>,
        shown: bool,
    },
    /// Take a layer away that was added.
    RemoveLayer(Arc<Layer>),
    SetTheme(ThemeChoice),
    Move(ViewMove),
    /// Show an entry on the map without choosing it.
    FlyTo(String),
    /// Choose an entry, and show it where it is out of sight.
    GoTo(String),
    SideBySide(Option<[String; 2]>),
    /// Compare the map with another day, or with none.
    Compare(Option<Compare>),
    SwapDays,
    HatchChanges(bool),
    /// Leave what only changed its government out of the hatching and the table.
    CountriesOnly(bool),
    /// The map has another place or size in the window.
    SetPage(PageRect),
}

/// A move of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewMove {
    /// The ground follows the hand by so many points.
    Pan {
        dx: f64,
        dy: f64,
    },
    /// Nearer by a factor, about a point of the page or its middle.
    Zoom {
        factor: f64,
        about: Option<PagePoint>,
    },
    /// To what a rectangle of the page holds.
    Box(PageRect),
    FitAll,
    FitSelection,
}
