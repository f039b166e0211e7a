//! The instruments on the timeline.

use egui::{Color32, CornerRadius, FontId, Rect, Stroke, StrokeKind, pos2, vec2};

use super::signs::diamond;
use super::{Board, Hovered};
use crate::app::look;
use crate::session::TimelineSpan;

/// The height of a lane of names, and of the row above them for instruments whose names have no room.
const LANE: f32 = 13.0;
const NAMELESS: f32 = 9.0;

/// Draws the instruments above `bottom`, each in the lowest lane where its name has room. The chosen one and those that
/// drew the lines of the eras come first.
pub fn spans_ui(board: &Board<'_>, spans: &[TimelineSpan], bottom: f32) -> Option<Hovered> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of lanes")]
    let count = ((bottom - board.rect.top() - NAMELESS) / LANE).max(0.0) as usize;
    let mut lanes = vec![Lane::default(); count];
    let mut by_weight: Vec<&TimelineSpan> = spans.iter().collect();
    by_weight.sort_by_key(|span| (!board.is_chosen(&span.id), !span.drew_a_line));
    let drawn = by_weight.into_iter().filter_map(|span| span_ui(board, span, bottom, &mut lanes));
    drawn.min_by(|a, b| a.distance.total_cmp(&b.distance))
}

/// From where to where, in points of the screen.
type Stretch = (f32, f32);

/// What stands in a lane.
#[derive(Clone, Default)]
struct Lane {
    names: Vec<Stretch>,
    bars: Vec<Stretch>,
}

impl Lane {
    /// Takes the lowest lane where a name has room, one without bars of others before one with them: which lane, and where
    /// the name begins.
    fn place(lanes: &mut [Self], names: &[(f32, Stretch)], bar: Stretch) -> Option<(usize, f32)> {
        let apart = |a: &Stretch, b: &Stretch| a.1 <= b.0 || b.1 <= a.0;
        let clear = |taken: &[Stretch], own: Stretch| taken.iter().all(|taken| apart(taken, &own));
        let (at, (begins, name)) = [true, false].into_iter().find_map(|strict| {
            let found = |lane: &Self, name: Stretch| {
                let bars = clear(&lane.bars, bar) && clear(&lane.bars, name) && clear(&lane.names, bar);
                clear(&lane.names, name) && (!strict || bars)
            };
            let options =
                lanes.iter().enumerate().flat_map(|(at, lane)| names.iter().map(move |name| (at, lane, *name)));
            options.into_iter().find(|(_, lane, name)| found(lane, name.1)).map(|(at, _, name)| (at, name))
        })?;
        let lane = lanes.get_mut(at)?;
        lane.names.push(name);
        lane.bars.push(bar);
        Some((at, begins))
    }
}

/// An instrument: a thin line from its signing to its force, a bar while it bound, a hollow mark if it never did.
fn span_ui(board: &Board<'_>, span: &TimelineSpan, bottom: f32, lanes: &mut [Lane]) -> Option<Hovered> {
    let Board { painter, rect, session, theme, .. } = board;
    let x = |place| board.x(place);
    let signed = x(span.signed);
    let end = span.force.map_or(signed, |(_, to)| x(to));
    if end < rect.left() || signed > rect.right() {
        return None;
    }
    let ink = look::colour(theme.ground.ink);
    let chosen = board.is_chosen(&span.id);
    let font = if chosen { look::semibold(11.0) } else { FontId::proportional(11.0) };
    let galley = painter.layout_no_wrap(span.name.clone(), font, ink);
    let name_at = signed.max(rect.left() + 2.0) + 7.0;
    let width = galley.size().x;
    // The name stands right of the sign, or left of it where there alone is room.
    let right = (name_at, (name_at - 13.0, name_at + width + 6.0));
    let left = (signed - width - 7.0, (signed - width - 11.0, signed + 6.0));
    let fits = |name: &(f32, Stretch)| name.1.0 >= rect.left() - 7.0 && name.1.1 <= rect.right() + 4.0;
    let names: Vec<(f32, Stretch)> = [right, left].into_iter().filter(fits).collect();
    let bar = span.force.map_or((signed, signed), |(_, to)| (signed, x(to)));
    let place = Lane::place(lanes, &names, bar);
    let y = match place {
        Some((lane, _)) => bottom - LANE * (lane as f32 + 0.5),
        None => rect.top() + NAMELESS / 2.0 + 1.0,
    };
    let (colour, faint) = if span.status.ever_in_force() {
        (look::colour(theme.ground.border), look::colour(theme.ground.border.with_opacity(0.35)))
    } else {
        (look::colour(theme.ground.never), look::colour(theme.ground.never))
    };
    if place.is_some()
        && let Some((from, to)) = span.force
    {
        painter.line_segment([pos2(signed, y + 5.2), pos2(x(from), y + 5.2)], Stroke::new(1.0, colour));
        let bar = Rect::from_min_max(pos2(x(from), y + 4.0), pos2(x(to), y + 6.5));
        painter.rect_filled(bar, CornerRadius::ZERO, faint);
        if to < 1.0 {
            painter.vline(x(to), y + 1.5..=y + 6.5, Stroke::new(1.4, colour));
        }
    }
    for ratified in &span.ratified {
        painter.vline(x(*ratified), y + 3.2..=y + 7.2, Stroke::new(1.2, colour));
    }
    let fill = if span.status.ever_in_force() { colour } else { Color32::TRANSPARENT };
    painter.add(diamond(pos2(signed, y), fill, colour));
    let mut hit = Rect::from_center_size(pos2(signed, y), vec2(10.0, 10.0));
    if let Some((_, name_at)) = place {
        let text_at = pos2(name_at, y - galley.size().y / 2.0 - 1.0);
        let text_rect = Rect::from_min_size(text_at, galley.size());
        painter.galley(text_at, galley, ink);
        hit = hit.union(text_rect);
        if chosen {
            let accent = Stroke::new(1.0, look::colour(theme.ground.accent));
            painter.rect_stroke(text_rect.expand2(vec2(2.0, 0.0)), 2.0, accent, StrokeKind::Outside);
        }
    }
    let pointer = board.pointer.filter(|at| hit.contains(*at))?;
    let instrument = session.world.atlas.instruments.get(&span.id)?;
    let force = instrument
        .in_force
        .as_ref()
        .map_or_else(|| instrument.status.in_words().to_owned(), |from| format!("in force {}", from.to_words()));
    Some(Hovered {
        id: span.id.clone(),
        words: format!("{}\nsigned {}, {force}", instrument.name, instrument.signed.to_words()),
        day: instrument.signed.earliest(),
        distance: if place.is_some() { 0.0 } else { pointer.distance(pos2(signed, y)) },
    })
}
