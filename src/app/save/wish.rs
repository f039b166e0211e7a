//! The page that is wanted: how it is laid out, what its map shows, light or dark.

use std::sync::Arc;

use crate::layer::Layer;
use crate::page::{PageChoice, Template, lay_out, map_room};
use crate::scene::Scene;
use crate::session::Session;
use crate::symbology::ThemeChoice;
use crate::view::{Extent, MapState};
use crate::world::World;

/// A page that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct PageWish {
    /// How it is laid out.
    pub choice: PageChoice,
    /// What its map shows.
    pub state: MapState,
    /// Light or dark.
    pub theme: ThemeChoice,
}

impl PageWish {
    /// A page with the whole ground of the window in the room that it has for its map.
    pub fn of_window(session: &Session, choice: PageChoice, theme: ThemeChoice) -> Self {
        let mut state = session.state().clone();
        let (window, room) = (session.page(), map_room(&session.world, &session.world.theme(theme), &state, &choice));
        if let Extent::At(view) = &mut state.extent {
            view.metres_per_point *= (window.width / room.width.max(1.0)).max(window.height / room.height.max(1.0));
        }
        Self { choice, state, theme }
    }

    /// What the window shows, as a figure with its present theme.
    pub fn figure_of_window(session: &Session) -> Self {
        Self::of_window(session, PageChoice::new(Template::usual()), session.theme)
    }

    /// The page itself.
    pub fn scene(&self, world: &World, layers: &[Arc<Layer>]) -> Scene {
        lay_out(world, layers, &world.theme(self.theme), &self.state, &self.choice)
    }
}
