//! The instruments on the timeline.

use egui::{Color32, CornerRadius, FontId, Rect, Stroke, StrokeKind, pos2, vec2};

use super::board::{Board, Hovered};
use super::signs::diamond;
use crate::app::look;
use crate::session::TimelineSpan;

/// The height of a lane of names, and of the row above them for instruments whose names have no room.
const LANE: f32 = 13.0;
const NAMELESS: f32 = 9.0;

/// Draws the instruments above `bottom`, each in the lowest lane where its name has room. Those that drew the lines of
/// the eras come first; what is chosen changes no other's place.
pub fn spans_ui(board: &Board<'_>, spans: &[TimelineSpan], bottom: f32) -> Option<Hovered> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of lanes")]
    let count = ((bottom - board.rect.top() - NAMELESS) / LANE).max(0.0) as usize;
    let mut lanes = vec![Lane::default(); count];
    let mut by_weight: Vec<&TimelineSpan> = spans.iter().collect();
    by_weight.sort_by_key(|span| !span.drew_a_line);
    let mut placed: Vec<Placed<'_>> =
        by_weight.into_iter().filter_map(|span| Placed::new(board, span, &mut lanes)).collect();
    // Over the others, since its name is shown also where there is no room for it.
    placed.sort_by_key(|placed| board.is_chosen(&placed.span.id));
    let drawn = placed.iter().filter_map(|placed| span_ui(board, placed, bottom));
    drawn.min_by(|a, b| a.distance.total_cmp(&b.distance))
}

/// An instrument and where it stands.
struct Placed<'a> {
    span: &'a TimelineSpan,
    /// Its signing, in points of the screen.
    signed: f32,
    /// The lane of its name, and where in it the name begins; `None` where it has no room.
    name: Option<(usize, f32)>,
}

impl<'a> Placed<'a> {
    /// `None` for an instrument out of sight.
    fn new(board: &Board<'_>, span: &'a TimelineSpan, lanes: &mut [Lane]) -> Option<Self> {
        let rect = board.rect;
        let signed = board.x(span.signed);
        let end = span.force.map_or(signed, |(_, to)| board.x(to));
        if end < rect.left() || signed > rect.right() {
            return None;
        }
        // As broad as when it is chosen, so that it keeps its place.
        let width = board.painter.layout_no_wrap(span.name.clone(), look::semibold(11.0), Color32::BLACK).size().x;
        // The name stands right of the sign, or left of it where there alone is room.
        let name_at = signed.max(rect.left() + 2.0) + 7.0;
        let right = (name_at, (name_at - 13.0, name_at + width + 6.0));
        let left = (signed - width - 7.0, (signed - width - 11.0, signed + 6.0));
        let fits = |name: &(f32, Stretch)| name.1.0 >= rect.left() - 7.0 && name.1.1 <= rect.right() + 4.0;
        let names: Vec<(f32, Stretch)> = [right, left].into_iter().filter(fits).collect();
        Some(Self { span, signed, name: Lane::place(lanes, &names, (signed, end)) })
    }
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
fn span_ui(board: &Board<'_>, placed: &Placed<'_>, bottom: f32) -> Option<Hovered> {
    let Board { painter, rect, session, theme, .. } = board;
    let Placed { span, signed, name } = *placed;
    let x = |place| board.x(place);
    let chosen = board.is_chosen(&span.id);
    let y = match name {
        Some((lane, _)) => bottom - LANE * (lane as f32 + 0.5),
        None => rect.top() + NAMELESS / 2.0 + 1.0,
    };
    let (colour, faint) = if span.status.ever_in_force() {
        (look::colour(theme.ground.border), look::colour(theme.ground.border.with_opacity(0.35)))
    } else {
        (look::colour(theme.ground.never), look::colour(theme.ground.never))
    };
    if name.is_some()
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
    let ink = look::colour(theme.ground.ink);
    let font = if chosen { look::semibold(11.0) } else { FontId::proportional(11.0) };
    let galley = painter.layout_no_wrap(span.name.clone(), font, ink);
    let beside = || {
        let right = signed.max(rect.left()) + 9.0;
        if right + galley.size().x < rect.right() { right } else { signed - 9.0 - galley.size().x }
    };
    // A name left of its sign ends there.
    let in_lane = name.map(|(_, at)| if at < signed { signed - 7.0 - galley.size().x } else { at });
    if let Some(name_at) = in_lane.or_else(|| chosen.then(beside)) {
        let text_at = pos2(name_at, (y - galley.size().y / 2.0 - 1.0).max(rect.top() + 1.0));
        let text_rect = Rect::from_min_size(text_at, galley.size());
        hit = hit.union(text_rect);
        if chosen {
            let plate = text_rect.expand2(vec2(2.0, 0.0));
            painter.rect_filled(plate, 2.0, look::colour(theme.ground.paper));
            let accent = Stroke::new(1.0, look::colour(theme.ground.accent));
            painter.rect_stroke(plate, 2.0, accent, StrokeKind::Outside);
        }
        painter.galley(text_at, galley, ink);
    }
    let pointer = board.pointer.filter(|at| hit.contains(*at))?;
    let instrument = session.world.atlas.instruments.get(&span.id)?;
    let texts = &session.texts;
    let signed_on = texts.when(&instrument.signed);
    let dates = match &instrument.in_force {
        Some(from) => {
            texts.fill("instrument.signed-and-in-force", &[("signed", &signed_on), ("date", &texts.when(from))])
        }
        None => {
            let status = texts.word(instrument.status);
            texts.fill("instrument.signed-with-status", &[("signed", &signed_on), ("status", &status)])
        }
    };
    Some(Hovered {
        id: span.id.clone(),
        words: format!("{}\n{dates}", instrument.name),
        day: instrument.signed.earliest(),
        // What is drawn over the others is also hit first.
        distance: if chosen {
            -1.0
        } else if name.is_some() {
            0.0
        } else {
            pointer.distance(pos2(signed, y))
        },
    })
}
