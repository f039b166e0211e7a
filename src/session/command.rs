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
        /// What is chosen.
        picked: Picked,
        /// Everything that lay there, the topmost first.
        offered: Vec<Picked>,
    },
    /// Choose a feature of one of the reader's own layers.
    SelectFeature(FeatureRef),
    /// Choose nothing.
    Clear,
    /// Show what a link says; what of it cannot be used is among `Session::take_faults`.
    OpenLink(String),
    /// Show another state; what of it cannot be used is among `Session::take_faults`.
    OpenState(Box<MapState>),
    /// Choose what was chosen before.
    Back,
    /// Choose again what was chosen after it.
    Forward,
    /// Show the map of a day, or of the nearest day that the atlas shows.
    SetDay(Day),
    /// To the next or previous day on which the map changes.
    Step {
        /// Whether to the next; else to the previous.
        forward: bool,
    },
    /// Show the line of an era by its id, or hide it.
    ToggleEra(String),
    /// Show the line of an era and go to its day.
    ChooseEra(String),
    /// Show the line of this era alone and go to its day.
    OnlyEra(String),
    /// Show who held ground in these senses.
    SetSenses(Senses),
    /// Show or hide a layer under or over the holdings.
    ToggleBase(BaseLayer),
    /// Lay a layer over the atlas; one from the same source goes.
    AddLayer {
        /// The layer.
        layer: Arc<Layer>,
        /// What was wrong with its source.
        problems: Vec<Problem>,
    },
    /// Show or hide a layer that was added.
    ShowLayer {
        /// The layer.
        layer: Arc<Layer>,
        /// Whether it is to be shown.
        shown: bool,
    },
    /// Take a layer away that was added.
    RemoveLayer(Arc<Layer>),
    /// Light or dark.
    SetTheme(ThemeChoice),
    /// Move the map.
    Move(ViewMove),
    /// Show an entry on the map without choosing it.
    FlyTo(String),
    /// Choose an entry, and show it where it is out of sight.
    GoTo(String),
    /// Read two articles side by side, by their ids, or no longer.
    SideBySide(Option<[String; 2]>),
    /// Compare the map with another day, or with none.
    Compare(Option<Compare>),
    /// Exchange the two days that are compared.
    SwapDays,
    /// Hatch what differs between the two days, or no longer.
    HatchChanges(bool),
    /// Leave what only changed its government out of the hatching and the table.
    CountriesOnly(bool),
    /// The map has another place or size in the window.
    SetPage(PageRect),
}

/// A move of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewMove {
    /// The ground follows the hand by this many points.
    Pan {
        /// Points to the right.
        dx: f64,
        /// Points down.
        dy: f64,
    },
    /// Nearer by a factor, about a point of the page or its middle.
    Zoom {
        /// More than 1 comes nearer.
        factor: f64,
        /// The point of the page that stays where it is; `None` for the middle.
        about: Option<PagePoint>,
    },
    /// To what a rectangle of the page holds.
    Box(PageRect),
    /// Show everything.
    FitAll,
    /// Show what is chosen, with ground around it.
    FitSelection,
}
