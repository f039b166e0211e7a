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
    let mut lanes = vec![Vec::new(); count];
    let mut by_weight: Vec<&TimelineSpan> = spans.iter().collect();
    by_weight.sort_by_key(|span| (!board.is_chosen(&span.id), !span.drew_a_line));
    let drawn = by_weight.into_iter().filter_map(|span| span_ui(board, span, bottom, &mut lanes));
    drawn.min_by(|a, b| a.distance.total_cmp(&b.distance))
}

/// An instrument: a thin line from its signing to its force, a bar while it bound, a hollow mark if it never did.
fn span_ui(board: &Board<'_>, span: &TimelineSpan, bottom: f32, lanes: &mut [Vec<(f32, f32)>]) -> Option<Hovered> {
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
    let needed = (name_at - 13.0, name_at + galley.size().x + 6.0);
    let lane = lanes.iter().position(|taken| taken.iter().all(|(from, to)| *to <= needed.0 || needed.1 <= *from));
    let y = match lane {
        Some(lane) => {
            if let Some(taken) = lanes.get_mut(lane) {
                taken.push(needed);
            }
            bottom - LANE * (lane as f32 + 0.5)
        }
        None => rect.top() + NAMELESS / 2.0 + 1.0,
    };
    let (colour, faint) = if span.status.ever_in_force() {
        (look::colour(theme.ground.border), look::colour(theme.ground.border.with_opacity(0.35)))
    } else {
        (look::colour(theme.ground.never), look::colour(theme.ground.never))
    };
    if lane.is_some()
        && let Some((from, to)) = span.force
    {
        painter.line_segment([pos2(signed, y + 5.2), pos2(x(from), y + 5.2)], Stroke::new(1.0, colour));
        let bar = Rect::from_min_max(pos2(x(from), y + 4.0), pos2(x(to), y + 6.5));
        painter.rect_filled(bar, CornerRadius::ZERO, faint);
    }
    for ratified in &span.ratified {
        painter.vline(x(*ratified), y + 3.2..=y + 7.2, Stroke::new(1.2, colour));
    }
    let fill = if span.status.ever_in_force() { colour } else { Color32::TRANSPARENT };
    painter.add(diamond(pos2(signed, y), fill, colour));
    let mut hit = Rect::from_center_size(pos2(signed, y), vec2(10.0, 10.0));
    if lane.is_some() {
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
        distance: if lane.is_some() { 0.0 } else { pointer.distance(pos2(signed, y)) },
    })
}
