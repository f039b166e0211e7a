//! The events on the timeline, in a row for each region that they concern.

use std::collections::HashSet;

use egui::{Color32, FontId, Rect, Stroke, pos2, vec2};

use super::board::{Board, Hovered};
use crate::app::look;
use crate::model::{EventKind, Kind};
use crate::session::{EventMark, Session, Timeline};
use crate::symbology::Theme;

/// The least and the greatest height of a row, and its part of the panel's.
const ROW: (f32, f32) = (9.0, 13.0);
const ROW_PART: f32 = 0.055;
/// What stands above the rows: the names of weighty events.
const NAMES: f32 = 14.0;
/// Below this height all events share one row.
const LOW: f32 = 120.0;

/// The rows of the regions, from the top down.
pub struct Rows {
    /// Where they begin, names included.
    pub top: f32,
    first: f32,
    row: f32,
    count: usize,
}

impl Rows {
    pub fn within(rect: Rect, regions: usize) -> Self {
        let count = if rect.height() < LOW { 1 } else { regions.max(1) };
        let row = (rect.height() * ROW_PART).clamp(ROW.0, ROW.1);
        let height = row * count as f32 + 4.0;
        Self { top: rect.bottom() - height - NAMES, first: rect.bottom() - height + row / 2.0, row, count }
    }

    /// The heights of the rows that a mark concerns.
    fn heights(&self, mark: &EventMark) -> Vec<f32> {
        let height = |row: usize| self.first + self.row * row as f32;
        if self.count == 1 { vec![height(0)] } else { mark.regions.iter().map(|row| height(*row)).collect() }
    }
}

/// Draws the events in their rows.
pub fn marks_ui(board: &Board<'_>, timeline: &Timeline, rows: &Rows) -> Option<Hovered> {
    let about = events_about(board.session);
    let mut named_to = board.rect.left();
    let mut nearest: Option<Hovered> = None;
    for mark in &timeline.marks {
        let concerned = about.as_ref().is_none_or(|about| about.contains(mark.id.as_str()));
        let hovered = mark_ui(board, mark, concerned, rows, &mut named_to);
        nearest = [nearest, hovered].into_iter().flatten().min_by(|a, b| a.distance.total_cmp(&b.distance));
    }
    if rows.count > 1 {
        region_names(board, timeline, rows);
    }
    nearest
}

/// The events about the ground that is chosen; `None` where no ground is, or no event is about it.
fn events_about(session: &Session) -> Option<HashSet<&str>> {
    let id = session.selection()?;
    if session.world.ground_of(id).is_empty() {
        return None;
    }
    let about: HashSet<&str> =
        session.world.links().around(&session.world.atlas, id, Kind::Event).into_iter().collect();
    (!about.is_empty()).then_some(about)
}

/// The names of the rows at their left, over the marks.
fn region_names(board: &Board<'_>, timeline: &Timeline, rows: &Rows) {
    let ink = look::colour(board.theme.ground.faint_ink);
    let back = look::colour(board.theme.ground.page.with_opacity(0.88));
    for (row, name) in timeline.regions.iter().enumerate() {
        let galley = board.painter.layout_no_wrap(name.clone(), FontId::proportional(rows.row * 0.92), ink);
        let middle = rows.first + rows.row * row as f32;
        let at = pos2(board.rect.left() + 3.0, middle - galley.size().y / 2.0);
        board.painter.rect_filled(Rect::from_min_size(at, galley.size()).expand2(vec2(3.0, -1.5)), 2.0, back);
        board.painter.galley(at, galley, ink);
    }
}

/// An event: a sign by kind in each of its rows, blurred where the day is not sure, with its name where there is room.
fn mark_ui(board: &Board<'_>, mark: &EventMark, concerned: bool, rows: &Rows, named_to: &mut f32) -> Option<Hovered> {
    let Board { painter, rect, theme, .. } = board;
    let (from, to) = (board.x(mark.from), board.x(mark.to));
    if to < rect.left() - 4.0 || from > rect.right() + 4.0 {
        return None;
    }
    let chosen = board.is_chosen(&mark.id);
    let colour = kind_colour(theme, mark.kind).gamma_multiply(if concerned { 1.0 } else { 0.18 });
    let radius = if mark.importance <= 2 { 3.2 } else { 2.3 };
    let heights = rows.heights(mark);
    if let [first, .., last] = heights.as_slice() {
        painter.vline(from, *first..=*last, Stroke::new(1.0, colour.gamma_multiply(0.55)));
    }
    for y in &heights {
        if to - from > 2.0 {
            let fade = if mark.vague { 0.18 } else { 0.42 };
            let bar = Rect::from_min_max(pos2(from, y - 2.5), pos2(to, y + 2.5));
            painter.rect_filled(bar, 2.5, colour.gamma_multiply(fade));
        }
        let at = pos2(from, *y);
        if mark.vague {
            painter.circle(at, radius, look::colour(theme.ground.page), Stroke::new(1.2, colour));
        } else {
            painter.circle_filled(at, radius, colour);
        }
        if chosen {
            painter.circle_stroke(at, radius + 2.2, Stroke::new(1.6, look::colour(theme.ground.accent)));
        }
    }
    if from > *named_to && ((mark.importance <= 2 && concerned) || chosen) {
        let ink = look::colour(theme.ground.faint_ink);
        // A tilde stands before what happened on a day that is not sure.
        let title = if mark.vague { format!("~ {}", mark.title) } else { mark.title.clone() };
        let galley = painter.layout_no_wrap(title, FontId::proportional(10.5), ink);
        if from + galley.size().x < rect.right() {
            *named_to = from + galley.size().x + 10.0;
            painter.galley(pos2(from - 3.0, rows.top + NAMES - 2.0 - galley.size().y), galley, ink);
        }
    }
    let pointer = board.pointer?;
    let distance = heights.iter().map(|y| pointer.distance(pos2(from, *y))).fold(f32::INFINITY, f32::min);
    if distance > 7.0 {
        return None;
    }
    let event = board.session.world.atlas.events.get(&mark.id)?;
    let texts = &board.session.texts;
    let words = format!("{}\n{}\n{}", texts.when(&event.date), event.title, texts.word(event.kind));
    Some(Hovered { id: mark.id.clone(), words, day: event.date.earliest(), distance })
}

/// The kinds of events that share a colour: the key of their text, and one of them.
pub const GROUPS: [(&str, EventKind); 4] = [
    ("signs.treaties", EventKind::Treaty),
    ("signs.war", EventKind::War),
    ("signs.administration", EventKind::Administration),
    ("signs.frontier", EventKind::Demarcation),
];

pub fn kind_colour(theme: &Theme, kind: EventKind) -> Color32 {
    let ground = &theme.ground;
    look::colour(match kind {
        EventKind::Treaty | EventKind::Congress | EventKind::Diplomacy => ground.accent,
        EventKind::War | EventKind::Occupation => ground.ink,
        EventKind::Administration | EventKind::Proclamation => ground.water_ink,
        EventKind::Demarcation | EventKind::BorderRegime | EventKind::Naming => ground.ghost,
    })
}
