//! The piece of ground that a map on a page shows: one rectangle cut from what the atlas covers, as large as the page
//! allows.

use crate::map::{GroundShown, ground_shown};
use crate::units::{MapPoint, MapRect, PageRect};
use crate::view::{Extent, MapState, MapView};
use crate::world::World;

/// Ground around an entry that fills the map, and all there is around a point, in metres.
const AROUND_M: f64 = 15_000.0;

/// Where a map lies on a page, and what it shows there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fitted {
    /// The rectangle of the page: the room that there is, less what would show no ground.
    pub rect: PageRect,
    /// The ground in it.
    pub view: MapView,
}

/// The map of a state in the room that a page has for it. Of the whole atlas as much is shown as fits into the room, and
/// its focus always; ground that is chosen is shown whole.
pub fn fit(world: &World, state: &MapState, room: PageRect) -> Fitted {
    let covered = world.projection.core();
    match ground_shown(world, state) {
        Some(GroundShown::View(view)) => Fitted { rect: room, view },
        Some(GroundShown::Extent(extent)) => {
            let named = matches!(&state.extent, Extent::Around(id) if world.atlas.extents.contains(id));
            let wanted = if named { extent } else { extent.grown_m(AROUND_M) };
            within(covered, wanted, 0.0, room)
        }
        None => {
            let focus = world.settings.focus.as_ref().map_or(covered, |focus| world.projection.extent_of(focus));
            let fullest = (covered.width_m() / room.width).min(covered.height_m() / room.height);
            within(covered, focus, fullest, room)
        }
    }
}

/// A view of at least `least_scale` metres for a point that shows the whole of `wanted`, moved so that it leaves `covered`
/// nowhere it need not; the room shrinks where it would.
fn within(covered: MapRect, wanted: MapRect, least_scale: f64, room: PageRect) -> Fitted {
    let needed = (wanted.width_m() / room.width).max(wanted.height_m() / room.height);
    let view = MapView::new(wanted.centre(), needed.max(least_scale));
    let scale = view.metres_per_point();
    let ground = covered.union(wanted);
    let side = |room: f64, ground_m: f64| room.min(ground_m / scale);
    let (width, height) = (side(room.width, ground.width_m()), side(room.height, ground.height_m()));
    let rect = PageRect::new(room.x + (room.width - width) / 2.0, room.y + (room.height - height) / 2.0, width, height);
    let kept = |middle: f64, from: f64, to: f64, length: f64| {
        let half = length * scale / 2.0;
        if to - from <= 2.0 * half { f64::midpoint(from, to) } else { middle.clamp(from + half, to - half) }
    };
    let middle = wanted.centre();
    let centre = MapPoint::new(
        kept(middle.x, ground.min.x, ground.max.x, width),
        kept(middle.y, ground.min.y, ground.max.y, height),
    );
    Fitted { rect, view: MapView::new(centre, scale) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(west: f64, south: f64, east: f64, north: f64) -> MapRect {
        MapRect { min: MapPoint::new(west, south), max: MapPoint::new(east, north) }
    }

    #[test]
    fn the_map_fills_its_room_and_leaves_the_ground_nowhere() {
        let (covered, focus) = (ground(0.0, 0.0, 600_000.0, 400_000.0), ground(1e5, 1e5, 5e5, 3e5));
        let room = PageRect::new(0.0, 0.0, 1_000.0, 1_000.0);
        let Fitted { rect, view } = within(covered, focus, 400.0, room);
        assert_eq!(rect, room);
        let shown = view.extent(rect);
        assert!(shown.min.x >= 0.0 && shown.min.y >= -1e-6 && shown.max.x <= 6e5 && shown.max.y <= 4e5 + 1e-6);
    }

    #[test]
    fn what_must_be_seen_is_seen_though_the_map_be_smaller() {
        let (covered, focus) = (ground(0.0, 0.0, 600_000.0, 400_000.0), ground(1e5, 1e5, 5e5, 3e5));
        let room = PageRect::new(0.0, 0.0, 200.0, 1_000.0);
        let Fitted { rect, view } = within(covered, focus, 400.0, room);
        assert!((rect.height - 200.0).abs() < 1e-6, "{rect:?}");
        let shown = view.extent(rect);
        assert!(shown.min.x <= 1e5 + 1e-6 && shown.max.x >= 5e5 - 1e-6);
    }
}
