//! The timeline along the bottom: instruments as spans, events as marks, the day as a line with a handle.
//! The plot of `egui_plot` holds the axis and its moves; the spans and marks are painted over it.

mod areas;
mod board;
mod marks;
mod signs;
mod spans;

use std::time::Duration;

use egui::{Pos2, Rect, Response, RichText, Stroke, Ui, Vec2b, pos2};
use egui_plot::{PlotPoint, PlotTransform};

use super::look;
use super::widgets::{Requests, time_axis};
use crate::model::Day;
use crate::session::{Command, Session, StripScale, Timeline};
use crate::symbology::Theme;
use areas::AreaChart;
use board::{Board, Hovered};

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
    /// The day at the last drawing: where it changes to one out of sight, the timeline follows.
    followed: Day,
    /// The pointer is on the plot.
    pointed_at: bool,
    /// The plot and the place of the handle in it at the last drawing.
    drawn: Option<(Rect, f32)>,
    /// The chart of areas is shown in place of the timeline.
    shows_areas: bool,
    areas: AreaChart,
}

/// How far from the line of the day, in points, it can be taken hold of.
const HANDLE: f32 = 10.0;

impl TimelinePanel {
    pub fn new(session: &Session) -> Self {
        let scale = StripScale::new(&session.world);
        Self {
            timeline: Timeline::new(&session.world, &session.texts, scale),
            playing: false,
            speed: 1.0,
            last_step: 0.0,
            wanted: None,
            scrubbing: false,
            followed: session.state().day,
            pointed_at: false,
            drawn: None,
            shows_areas: false,
            areas: AreaChart::default(),
        }
    }

    /// Starts or stops going through the changes by itself.
    pub fn play_or_stop(&mut self) {
        self.playing = !self.playing;
    }

    /// Whether the pointer was on the timeline when it was last drawn.
    pub fn take_pointed_at(&mut self) -> bool {
        std::mem::take(&mut self.pointed_at)
    }

    pub fn timeline_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme) -> Requests {
        let mut asked = Requests::default();
        asked += self.controls_ui(ui, session, theme);
        asked += self.play(ui, session);
        if self.shows_areas {
            asked += self.areas.chart_ui(ui, session, theme, self.wanted.take());
        } else {
            asked += self.plot_ui(ui, session, theme);
        }
        asked
    }

    fn controls_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme) -> Requests {
        let mut asked = Requests::default();
        let (at, of, words) = session.present_step();
        let texts = &session.texts;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let button = |ui: &mut Ui, sign: &str, name: &str| {
                let name = texts.say(name);
                let response = ui.small_button(sign).on_hover_text(name);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
                response.clicked()
            };
            if button(ui, "⏮", "timeline.first-day") {
                asked.push(Command::SetDay(session.world.first_day()));
            }
            if button(ui, "◂", "timeline.previous") {
                asked.push(Command::Step { forward: false });
            }
            let (sign, name) = if self.playing { ("⏸", "timeline.stop") } else { ("⏵", "timeline.play") };
            if button(ui, sign, name) {
                self.play_or_stop();
            }
            if button(ui, "▸", "timeline.next") {
                asked.push(Command::Step { forward: true });
            }
            if button(ui, "⏭", "timeline.today") {
                asked.push(Command::SetDay(session.today()));
            }
            let speed = egui::Slider::new(&mut self.speed, 0.25..=4.0).logarithmic(true).show_value(false);
            ui.spacing_mut().slider_width = 60.0;
            ui.add(speed)
                .on_hover_text(texts.fill("timeline.speed", &[("number", &texts.number(self.speed.into(), 1))]));
            for (name, areas) in [("timeline.name", false), ("timeline.areas", true)] {
                if ui.selectable_label(self.shows_areas == areas, RichText::new(texts.say(name)).size(12.5)).clicked() {
                    self.shows_areas = areas;
                }
            }
            let spans = session.world.settings.time.spans.iter().map(|span| {
                let place = |day| self.timeline.scale.position(day);
                (span.name.as_str(), (place(span.from) - 0.01, place(span.to) + 0.01))
            });
            for (name, ends) in std::iter::once((texts.say("timeline.all"), time_axis::WHOLE)).chain(spans) {
                if ui
                    .add(egui::Button::new(RichText::new(name).size(12.0)).frame(false))
                    .on_hover_text(texts.say("timeline.stretch-tip"))
                    .clicked()
                {
                    self.wanted = Some(ends);
                }
            }
            if !self.shows_areas {
                signs::signs_ui(ui, texts, theme);
            }
            let place = texts.fill("timeline.step-of", &[("step", &at), ("steps", &of)]);
            ui.label(RichText::new(place).font(look::semibold(13.0)));
            let words = words.unwrap_or_else(|| texts.say("timeline.no-change").to_owned());
            // Where it is cut off, the label itself says the whole on hovering.
            ui.add(egui::Label::new(RichText::new(words).size(13.0)).truncate());
        });
        asked
    }

    fn play(&mut self, ui: &Ui, session: &Session) -> Requests {
        let mut asked = Requests::default();
        if !self.playing {
            return asked;
        }
        let now = ui.input(|input| input.time);
        let every = f64::from(1.0 / self.speed);
        if now - self.last_step >= every {
            self.last_step = now;
            let (at, of, _) = session.present_step();
            if at >= of {
                self.playing = false;
                return asked;
            }
            asked.push(Command::Step { forward: true });
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64((every - (now - self.last_step)).max(0.01)));
        asked
    }

    fn plot_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme) -> Requests {
        let mut asked = Requests::default();
        let scale = self.timeline.scale.clone();
        let wanted = self.wanted.take();
        let scrubbing = self.is_scrubbing(ui);
        let moved = std::mem::replace(&mut self.followed, session.state().day) != session.state().day;
        let now = scale.position(session.state().day);
        time_axis::small_names_ui(ui);
        let response = time_axis::plot(
            "timeline",
            &session.texts,
            &scale,
            &session.world.settings.time.years,
            ui.available_width(),
        )
        .show_grid(Vec2b::new(true, false))
        .height(ui.available_height().max(60.0))
        .grid_color(look::colour(theme.ground.graticule))
        .allow_drag(Vec2b::new(!scrubbing, false))
        .default_x_bounds(0.24, 0.84)
        .show(ui, |plot| {
            if let Some((from, to)) = wanted {
                plot.set_plot_bounds_x(from..=to);
            }
            if moved && !scrubbing {
                time_axis::follow(plot, now);
            }
            time_axis::zoom_by_wheel(plot);
        });
        response.response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::Slider, true, session.texts.say("timeline.name"))
        });
        let board = Board {
            painter: ui.painter().with_clip_rect(response.response.rect),
            rect: response.response.rect,
            transform: response.transform,
            pointer: response.response.hover_pos(),
            session,
            theme,
        };
        self.pointed_at = response.response.contains_pointer();
        let hovered = self.paint(&board);
        asked += self.pointer(ui, &response.response, &response.transform, session, hovered);
        asked
    }

    /// Whether the handle is held. That is settled when the button goes down, before the plot can take the drag for its own.
    fn is_scrubbing(&mut self, ui: &Ui) -> bool {
        let (pressed, down, at) = ui.input(|input| {
            (input.pointer.primary_pressed(), input.pointer.primary_down(), input.pointer.press_origin())
        });
        if pressed {
            let on_handle = |at: Pos2| {
                self.drawn.is_some_and(|(rect, handle)| rect.contains(at) && (at.x - handle).abs() <= HANDLE)
            };
            let free = at.is_some_and(|at| ui.ctx().layer_id_at(at) == Some(ui.layer_id()));
            self.scrubbing = free && at.is_some_and(on_handle);
        }
        self.scrubbing &= down;
        self.scrubbing
    }

    /// Draws everything and finds what lies under the pointer.
    fn paint(&self, board: &Board<'_>) -> Option<Hovered> {
        let events = marks::Rows::within(board.rect, self.timeline.regions.len());
        let spans = spans::spans_ui(board, &self.timeline.spans, events.top);
        let marks = marks::marks_ui(board, &self.timeline, &events);
        let now = board.x(self.timeline.scale.position(board.session.state().day));
        let accent = look::colour(board.theme.ground.accent);
        let top = board.rect.top();
        board.painter.vline(now, board.rect.y_range(), Stroke::new(2.0, accent));
        board.painter.add(egui::Shape::convex_polygon(
            vec![pos2(now - 6.0, top), pos2(now + 6.0, top), pos2(now, top + 9.0)],
            accent,
            Stroke::NONE,
        ));
        self.edges(board, now);
        spans.into_iter().chain(marks).min_by(|a, b| a.distance.total_cmp(&b.distance))
    }

    /// An arrow towards the day where it is out of sight, and the month where the axis names days alone.
    fn edges(&self, board: &Board<'_>, now: f32) {
        let Board { painter, rect, session, theme, .. } = board;
        let accent = look::colour(theme.ground.accent);
        let plate = |text: String, colour, right: bool| {
            let galley = painter.layout_no_wrap(text, look::semibold(11.0), colour);
            let x = if right { rect.right() - galley.size().x - 6.0 } else { rect.left() + 6.0 };
            let at = pos2(x, rect.top() + 2.0);
            let back = Rect::from_min_size(at, galley.size()).expand(3.0);
            painter.rect_filled(back, 3.0, look::colour(theme.ground.page.with_opacity(0.92)));
            painter.galley(at, galley, colour);
        };
        if now < rect.left() {
            plate(format!("◂ {}", session.texts.day(session.state().day)), accent, false);
        } else if now > rect.right() {
            plate(format!("{} ▸", session.texts.day(session.state().day)), accent, true);
        }
        let day = |x: f32| {
            let place = board.transform.value_from_position(pos2(x, rect.center().y)).x;
            self.timeline.scale.day(place.clamp(0.0, 1.0))
        };
        let (from, to) = (day(rect.left()), day(rect.right()));
        if (to - from).num_days() < 150 {
            let (a, b) = (session.texts.month_and_year(from), session.texts.month_and_year(to));
            let words = if a == b { a } else { session.texts.from_to(&a, &b) };
            // Beside the arrow, not on it.
            plate(words, look::colour(theme.ground.ink), now < rect.left());
        }
    }

    fn pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        transform: &PlotTransform,
        session: &Session,
        hovered: Option<Hovered>,
    ) -> Requests {
        let mut asked = Requests::default();
        let place = |at: Pos2| transform.value_from_position(at).x.clamp(0.0, 1.0);
        let day = |at: Pos2| self.timeline.scale.day(place(at));
        let now =
            transform.position_from_point(&PlotPoint::new(self.timeline.scale.position(session.state().day), 0.0)).x;
        self.drawn = Some((response.rect, now));
        if self.scrubbing
            && response.dragged()
            && let Some(at) = response.interact_pointer_pos()
        {
            asked.push(Command::SetDay(day(at)));
        }
        if response.clicked() {
            match (&hovered, response.interact_pointer_pos()) {
                (Some(hovered), _) => {
                    asked.push(Command::SetDay(hovered.day));
                    asked.push(Command::Select(hovered.id.clone()));
                }
                (None, Some(at)) => asked.push(Command::SetDay(day(at))),
                (None, None) => {}
            }
        }
        if let Some(at) = response.hover_pos() {
            if (at.x - now).abs() <= HANDLE {
                ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            }
            let words = hovered.map_or_else(|| session.texts.day(day(at)), |hovered| hovered.words);
            response.clone().on_hover_text_at_pointer(words);
        }
        asked
    }
}

/// The height of the panel at first: its share of the window.
pub fn height(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() * 0.27).clamp(150.0, 260.0)
}
