//! The timeline along the bottom: instruments as spans, events as marks, the day as a line with a handle.
//! The plot of `egui_plot` holds the axis and its moves; the spans and names are painted over it.

use std::collections::HashSet;
use std::time::Duration;

use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, RichText, Stroke, StrokeKind, Ui, Vec2b, pos2, vec2,
};
use egui_plot::{PlotPoint, PlotTransform};

use super::area::AreaChart;
use super::{look, time_axis};
use crate::model::{Day, EventKind, Kind, day_in_words};
use crate::session::{Command, Session, StripScale, Timeline, TimelineMark, TimelineSpan, first_day, last_day};
use crate::symbology::Theme;

/// The timeline and the player.
pub struct TimelinePanel {
    timeline: Timeline,
    playing: bool,
    /// Steps in a second.
    speed: f32,
    last_step: f64,
    /// Ends of the view to set, in places of the scale.
    wanted: Option<(f64, f64)>,
    scrubbing: bool,
    /// The chart of areas is shown in place of the timeline.
    shows_areas: bool,
    areas: AreaChart,
}

/// What lies under the pointer.
struct Hovered {
    id: String,
    words: String,
    day: Day,
}

const LANE: f32 = 14.0;

impl TimelinePanel {
    pub fn new(session: &Session) -> Self {
        let scale = StripScale::until(last_day(&session.world));
        Self {
            timeline: Timeline::of(&session.world, scale),
            playing: false,
            speed: 1.0,
            last_step: 0.0,
            wanted: None,
            scrubbing: false,
            shows_areas: false,
            areas: AreaChart::default(),
        }
    }

    /// Starts or stops going through the changes by itself.
    pub fn play_or_stop(&mut self) {
        self.playing = !self.playing;
    }

    pub fn timeline_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme) -> Vec<Command> {
        let mut commands = Vec::new();
        self.controls_ui(ui, session, &mut commands);
        self.play(ui, session, &mut commands);
        if self.shows_areas {
            commands.extend(self.areas.chart_ui(ui, session, theme));
        } else {
            self.plot_ui(ui, session, theme, &mut commands);
        }
        commands
    }

    fn controls_ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let (at, of, words) = session.present_step();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let button = |ui: &mut Ui, sign: &str, name: &str| {
                let response = ui.small_button(sign).on_hover_text(name);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
                response.clicked()
            };
            if button(ui, "⏮", "First day (Ctrl-Home)") {
                commands.push(Command::SetDay(first_day()));
            }
            if button(ui, "◂", "Previous change ([)") {
                commands.push(Command::Step { forward: false });
            }
            let (sign, name) = if self.playing { ("⏸", "Stop (Space)") } else { ("⏵", "Play the changes (Space)") };
            if button(ui, sign, name) {
                self.play_or_stop();
            }
            if button(ui, "▸", "Next change (])") {
                commands.push(Command::Step { forward: true });
            }
            if button(ui, "⏭", "Today (Ctrl-End)") {
                commands.push(Command::SetDay(last_day(&session.world)));
            }
            let speed = egui::Slider::new(&mut self.speed, 0.25..=4.0).logarithmic(true).show_value(false);
            ui.spacing_mut().slider_width = 60.0;
            ui.add(speed).on_hover_text(format!("{:.1} changes a second", self.speed));
            for (name, areas) in [("Timeline", false), ("Areas", true)] {
                if ui.selectable_label(self.shows_areas == areas, RichText::new(name).size(12.5)).clicked() {
                    self.shows_areas = areas;
                }
            }
            for (name, ends) in [("all", (0.0, 1.0)), ("1914–24", (0.27, 0.81))] {
                if ui
                    .add(egui::Button::new(RichText::new(name).size(12.0)).frame(false))
                    .on_hover_text("Show this stretch of time")
                    .clicked()
                {
                    self.wanted = Some(ends);
                }
            }
            let place = format!("{at} of {of}");
            ui.label(RichText::new(place).font(look::semibold(13.0)));
            let words = words.unwrap_or_else(|| "no change on this day".to_owned());
            ui.add(egui::Label::new(RichText::new(&words).size(13.0)).truncate()).on_hover_text(words);
        });
    }

    fn play(&mut self, ui: &Ui, session: &Session, commands: &mut Vec<Command>) {
        if !self.playing {
            return;
        }
        let now = ui.input(|input| input.time);
        let every = f64::from(1.0 / self.speed);
        if now - self.last_step >= every {
            self.last_step = now;
            let (at, of, _) = session.present_step();
            if at >= of {
                self.playing = false;
                return;
            }
            commands.push(Command::Step { forward: true });
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64((every - (now - self.last_step)).max(0.01)));
    }

    fn plot_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, commands: &mut Vec<Command>) {
        let scale = self.timeline.scale;
        let wanted = self.wanted.take();
        let scrubbing = self.scrubbing;
        let width = time_axis::width(ui);
        let response = time_axis::plot("timeline", scale, width)
            .show_grid(Vec2b::new(true, false))
            .height(ui.available_height().max(60.0))
            .grid_color(look::colour(theme.ground.graticule))
            .allow_drag(Vec2b::new(!scrubbing, false))
            .default_x_bounds(0.24, 0.84)
            .show(ui, |plot| {
                if let Some((from, to)) = wanted {
                    plot.set_plot_bounds_x(from..=to);
                }
                time_axis::zoom_by_wheel(plot);
            });
        response.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Slider, true, "Timeline"));
        let hovered = self.paint(ui, &response.response, &response.transform, session, theme);
        self.pointer(ui, &response.response, &response.transform, session, hovered, commands);
    }

    /// Draws everything and finds what lies under the pointer.
    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        transform: &PlotTransform,
        session: &Session,
        theme: &Theme,
    ) -> Option<Hovered> {
        let painter = ui.painter().with_clip_rect(response.rect);
        let x = |place: f64| transform.position_from_point(&PlotPoint::new(place, 0.0)).x;
        let pointer = response.hover_pos();
        let mut hovered = None;
        let events_top = response.rect.bottom() - 38.0;
        let mut lanes: Vec<f32> = Vec::new();
        for span in &self.timeline.spans {
            if let Some(found) =
                span_ui(&painter, theme, session, span, &x, response.rect, events_top, &mut lanes, pointer)
            {
                hovered = Some(found);
            }
        }
        let mut named_to = f32::NEG_INFINITY;
        let about = Self::events_about(session);
        for mark in &self.timeline.marks {
            let concerned = about.as_ref().is_none_or(|about| about.contains(mark.id.as_str()));
            if let Some(found) =
                mark_ui(&painter, theme, session, mark, concerned, &x, response.rect, &mut named_to, pointer)
            {
                hovered = Some(found);
            }
        }
        let now = x(self.timeline.scale.position(session.day));
        let accent = look::colour(theme.ground.accent);
        painter.vline(now, response.rect.y_range(), Stroke::new(2.0, accent));
        painter.add(egui::Shape::convex_polygon(
            vec![
                pos2(now - 6.0, response.rect.top()),
                pos2(now + 6.0, response.rect.top()),
                pos2(now, response.rect.top() + 9.0),
            ],
            accent,
            Stroke::NONE,
        ));
        hovered
    }

    /// The events about the ground that is chosen; `None` where no ground is.
    fn events_about(session: &Session) -> Option<HashSet<&str>> {
        let id = session.selection()?;
        if session.world.ground_of(id).is_empty() {
            return None;
        }
        Some(session.world.links().around(&session.world.atlas, id, Kind::Event).into_iter().collect())
    }

    fn pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        transform: &PlotTransform,
        session: &Session,
        hovered: Option<Hovered>,
        commands: &mut Vec<Command>,
    ) {
        let place = |at: Pos2| transform.value_from_position(at).x.clamp(0.0, 1.0);
        let day = |at: Pos2| self.timeline.scale.day(place(at));
        let now = transform.position_from_point(&PlotPoint::new(self.timeline.scale.position(session.day), 0.0)).x;
        let near_handle = |at: Pos2| (at.x - now).abs() < 7.0;
        if let Some(at) = ui.input(|input| input.pointer.press_origin()).filter(|at| response.rect.contains(*at))
            && response.drag_started()
        {
            self.scrubbing = near_handle(at);
        }
        if self.scrubbing {
            match response.interact_pointer_pos() {
                Some(at) if response.dragged() => commands.push(Command::SetDay(day(at))),
                _ => self.scrubbing = false,
            }
        }
        if response.clicked() {
            match (&hovered, response.interact_pointer_pos()) {
                (Some(hovered), _) => {
                    commands.push(Command::SetDay(hovered.day));
                    commands.push(Command::Select(hovered.id.clone()));
                }
                (None, Some(at)) => commands.push(Command::SetDay(day(at))),
                (None, None) => {}
            }
        }
        if let Some(at) = response.hover_pos() {
            if near_handle(at) {
                ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            }
            let words = hovered.map_or_else(|| day_in_words(day(at)), |hovered| hovered.words);
            response.clone().on_hover_text_at_pointer(words);
        }
    }
}

/// An instrument: a thin line from its signing to its force, a bar while it bound, a hollow mark if it never did.
#[expect(clippy::too_many_arguments, reason = "one painter's step, called from one place")]
fn span_ui(
    painter: &Painter,
    theme: &Theme,
    session: &Session,
    span: &TimelineSpan,
    x: &impl Fn(f64) -> f32,
    rect: Rect,
    bottom: f32,
    lanes: &mut Vec<f32>,
    pointer: Option<Pos2>,
) -> Option<Hovered> {
    let signed = x(span.signed);
    let end = span.force.map_or(signed, |(_, to)| x(to));
    if end < rect.left() || signed > rect.right() {
        return None;
    }
    let ink = look::colour(theme.ground.ink);
    let chosen = session.selection() == Some(&span.id);
    let font = if chosen { look::semibold(11.0) } else { FontId::proportional(11.0) };
    let galley = painter.layout_no_wrap(span.name.clone(), font, ink);
    let name_at = signed.max(rect.left() + 2.0) + 7.0;
    let needed = name_at + galley.size().x + 8.0;
    let lane = lanes.iter().position(|free| *free <= signed.max(rect.left()) - 6.0).unwrap_or(lanes.len());
    if bottom - LANE * (lane as f32 + 1.0) < rect.top() {
        return None;
    }
    match lanes.get_mut(lane) {
        Some(free) => *free = needed,
        None => lanes.push(needed),
    }
    let y = bottom - LANE * (lane as f32 + 0.5);
    let (colour, faint) = if span.status.ever_in_force() {
        (look::colour(theme.ground.border), look::colour(theme.ground.border.with_opacity(0.35)))
    } else {
        (look::colour(theme.ground.never), look::colour(theme.ground.never))
    };
    if let Some((from, to)) = span.force {
        painter.line_segment([pos2(signed, y + 5.2), pos2(x(from), y + 5.2)], Stroke::new(1.0, colour));
        let bar = Rect::from_min_max(pos2(x(from), y + 4.0), pos2(x(to), y + 6.5));
        painter.rect_filled(bar, CornerRadius::ZERO, faint);
    }
    for ratified in &span.ratified {
        painter.vline(x(*ratified), y + 3.2..=y + 7.2, Stroke::new(1.2, colour));
    }
    let diamond = [vec2(0.0, -4.0), vec2(4.0, 0.0), vec2(0.0, 4.0), vec2(-4.0, 0.0)].map(|by| pos2(signed, y) + by);
    let fill = if span.status.ever_in_force() { colour } else { Color32::TRANSPARENT };
    painter.add(egui::Shape::convex_polygon(diamond.to_vec(), fill, Stroke::new(1.3, colour)));
    let text_at = pos2(name_at, y - galley.size().y / 2.0 - 1.0);
    let text_rect = Rect::from_min_size(text_at, galley.size());
    painter.galley(text_at, galley, ink);
    let hit = text_rect.union(Rect::from_center_size(pos2(signed, y), vec2(10.0, 10.0)));
    if chosen {
        painter.rect_stroke(
            text_rect.expand(2.0),
            2.0,
            Stroke::new(1.0, look::colour(theme.ground.accent)),
            StrokeKind::Outside,
        );
    }
    pointer.filter(|at| hit.contains(*at)).and_then(|_| {
        let instrument = session.world.atlas.instruments.get(&span.id)?;
        let force = instrument
            .in_force
            .as_ref()
            .map_or_else(|| instrument.status.in_words().to_owned(), |from| format!("in force {}", from.to_words()));
        let words = format!("{}\nsigned {}, {force}", instrument.name, instrument.signed.to_words());
        Some(Hovered { id: span.id.clone(), words, day: instrument.signed.earliest() })
    })
}

/// An event: a sign by kind, blurred where the day is not sure, with its name where there is room.
#[expect(clippy::too_many_arguments, reason = "one painter's step, called from one place")]
fn mark_ui(
    painter: &Painter,
    theme: &Theme,
    session: &Session,
    mark: &TimelineMark,
    concerned: bool,
    x: &impl Fn(f64) -> f32,
    rect: Rect,
    named_to: &mut f32,
    pointer: Option<Pos2>,
) -> Option<Hovered> {
    let (from, to) = (x(mark.from), x(mark.to));
    if to < rect.left() - 4.0 || from > rect.right() + 4.0 {
        return None;
    }
    let y = rect.bottom() - 9.0;
    let colour = kind_colour(theme, mark.kind).gamma_multiply(if concerned { 1.0 } else { 0.18 });
    let radius = if mark.importance <= 2 { 3.6 } else { 2.6 };
    if to - from > 2.0 {
        let fade = if mark.vague { 0.18 } else { 0.42 };
        let bar = Rect::from_min_max(pos2(from, y - 3.0), pos2(to, y + 3.0));
        painter.rect_filled(bar, 3.0, colour.gamma_multiply(fade));
    }
    let at = pos2(from, y);
    let chosen = session.selection() == Some(&mark.id);
    if mark.vague {
        painter.circle_stroke(at, radius, Stroke::new(1.2, colour));
    } else {
        painter.circle_filled(at, radius, colour);
    }
    if chosen {
        painter.circle_stroke(at, radius + 3.0, Stroke::new(1.6, look::colour(theme.ground.accent)));
    }
    if from > *named_to && ((mark.importance <= 2 && concerned) || chosen) && from >= rect.left() {
        let ink = look::colour(theme.ground.faint_ink);
        // A tilde stands before what happened on a day that is not sure.
        let title = if mark.vague { format!("~ {}", mark.title) } else { mark.title.clone() };
        let galley = painter.layout_no_wrap(title, FontId::proportional(10.5), ink);
        if from + galley.size().x < rect.right() {
            *named_to = from + galley.size().x + 10.0;
            painter.galley(pos2(from - 3.0, y - 6.0 - galley.size().y), galley, ink);
        }
    }
    pointer.filter(|pointer| pointer.distance(at) < 7.0).and_then(|_| {
        let event = session.world.atlas.events.get(&mark.id)?;
        let words = format!("{}\n{}", event.date.to_words(), event.title);
        Some(Hovered { id: mark.id.clone(), words, day: event.date.earliest() })
    })
}

fn kind_colour(theme: &Theme, kind: EventKind) -> Color32 {
    let ground = &theme.ground;
    look::colour(match kind {
        EventKind::Treaty | EventKind::Congress | EventKind::Diplomacy => ground.accent,
        EventKind::War | EventKind::Occupation => ground.ink,
        EventKind::Administration | EventKind::Proclamation => ground.shore,
        EventKind::Demarcation | EventKind::BorderRegime | EventKind::Naming => ground.ghost,
    })
}

/// The height of the panel with its controls.
pub const HEIGHT: f32 = 176.0;
