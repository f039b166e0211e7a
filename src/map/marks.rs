//! Signs on the map: town rings, peaks, seals, waypoints, railway ties, the relief.

use std::sync::{Arc, Mutex, OnceLock};

use super::context::MapContext;
use super::label::Labels;
use crate::model::PlaceKind;
use crate::scene::{Picture, SceneItem, Stroke, circle};
use crate::symbology::{Theme, ThemeChoice};
use crate::units::{LonLat, PagePoint};
use crate::world::World;

/// The signs of everything that got a name, and of what is chosen.
pub fn marks(context: &MapContext<'_>, labels: &mut Labels<'_>, items: &mut Vec<SceneItem>) {
    let (look, lines, signs) = (&context.theme.ground, &context.theme.looks.lines, &context.theme.looks.signs);
    for mark in labels.take_marks() {
        match mark.kind {
            PlaceKind::Mountain | PlaceKind::Pass => {
                let s = signs.peak;
                let triangle = vec![
                    PagePoint::new(mark.at.x, mark.at.y - s),
                    PagePoint::new(mark.at.x + s, mark.at.y + s * 0.7),
                    PagePoint::new(mark.at.x - s, mark.at.y + s * 0.7),
                ];
                items.push(SceneItem::Fill { rings: vec![triangle], colour: look.faint_ink });
            }
            PlaceKind::Town | PlaceKind::Village | PlaceKind::Station | PlaceKind::Fort | PlaceKind::Ruin => {
                let [first, middle, least] = signs.town;
                let radius = match mark.importance {
                    0 | 1 => first,
                    2 | 3 => middle,
                    _ => least,
                };
                items.push(SceneItem::Dots {
                    centres: vec![mark.at],
                    radius: radius + signs.town_rim,
                    colour: look.halo.with_opacity(0.8),
                });
                items.push(SceneItem::Dots { centres: vec![mark.at], radius, colour: look.ink });
                items.push(SceneItem::Dots {
                    centres: vec![mark.at],
                    radius: radius - signs.town_ring,
                    colour: look.paper,
                });
                if mark.seal {
                    let (centres, [outer, ring, inner]) = (vec![mark.at], signs.seal);
                    items.push(SceneItem::Dots { centres: centres.clone(), radius: outer, colour: look.seal });
                    items.push(SceneItem::Dots { centres: centres.clone(), radius: ring, colour: look.paper });
                    items.push(SceneItem::Dots { centres, radius: inner, colour: look.seal });
                }
            }
            PlaceKind::River | PlaceKind::Lake | PlaceKind::Region => {}
        }
    }
    if let Some(at) = context.options.focus.point.as_deref().and_then(|id| point_of(context.world, id)) {
        let ring = circle(context.point(at), signs.chosen);
        items.push(SceneItem::Lines {
            lines: vec![ring.clone()],
            stroke: Stroke::of(&lines.chosen_point_rim, look.selection_halo),
        });
        items.push(SceneItem::Lines { lines: vec![ring], stroke: Stroke::of(&lines.chosen_point, look.accent) });
    }
}

/// The position of a place or waypoint.
fn point_of(world: &World, id: &str) -> Option<LonLat> {
    world
        .atlas
        .places
        .get(id)
        .map(|place| place.at)
        .or_else(|| world.atlas.waypoints.get(id).and_then(|waypoint| waypoint.at))
}

/// The hill shading as shadow and light over the paper, made once for each theme.
pub fn relief_picture(world: &World, theme: &Theme) -> Option<Arc<Picture>> {
    type Made = (ThemeChoice, usize, Arc<Picture>);
    static MADE: OnceLock<Mutex<Vec<Made>>> = OnceLock::new();
    let relief = world.relief.as_ref()?;
    let made = MADE.get_or_init(Mutex::default);
    let mut made = made.lock().ok()?;
    let known = |each: &&Made| each.0 == theme.choice && each.1 == relief.png.len();
    if let Some((_, _, picture)) = made.iter().find(known) {
        return Some(Arc::clone(picture));
    }
    let picture = Arc::new(shade(&relief.png, theme)?);
    made.push((theme.choice, relief.png.len(), Arc::clone(&picture)));
    Some(picture)
}

fn shade(bytes: &[u8], theme: &Theme) -> Option<Picture> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut grey = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut grey).ok()?;
    let samples = info.color_type.samples();
    let strength = theme.ground.relief;
    let rgba = grey
        .chunks_exact(samples)
        .take((info.width * info.height) as usize)
        .flat_map(|pixel| {
            let value = f64::from(pixel.first().copied().unwrap_or(128)) - 128.0;
            let tone = if value < 0.0 { 0 } else { 255 };
            let alpha = (value.abs() / 128.0 * strength).clamp(0.0, 1.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
            let alpha = (alpha * 255.0) as u8;
            [tone, tone, tone, alpha]
        })
        .collect();
    Some(Picture { width: info.width, height: info.height, rgba })
}
