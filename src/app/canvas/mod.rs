//! The map in the window: moves, zooms, clicks, what is under the pointer, and the scale.

mod furniture;
mod hover;
mod pane;
mod plates;
mod screen;
mod swipe;

use std::sync::Arc;

use egui::{Pos2, Rect, Response, Ui, WidgetInfo, vec2};

use super::drawing::DrawingMode;
use super::widgets::Requests;
use crate::map::{MapOptions, Picked, pick};
use crate::model::{Sense, TractKind};
use crate::session::{Command, Session, ViewMove};
use crate::symbology::Theme;
use crate::view::CompareMode;
use crate::world::World;
use furniture::furniture_ui;
use hover::hover_words;
use pane::Pane;
use plates::date_plates;
use screen::{page_point, page_rect, screen_point, screen_rect};
use swipe::swipe_ui;

/// The map in the window: one pane, or two where days are compared.
pub struct Canvas {
    panes: [Pane; 2],
    /// Where a rectangle to zoom to was begun.
    box_from: Option<Pos2>,
    /// The reader was told of a drawing that was begun again: once is enough.
    told: bool,
}

impl Canvas {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        let pane = || Pane::new(Arc::clone(&world), mode, ctx);
        Self { panes: [pane(), pane()], box_from: None, told: false }
    }

    /// Why a drawing had to be begun again, where that is to be told.
    pub fn take_begun_again(&mut self) -> Option<String> {
        let why = self.panes.iter_mut().find_map(Pane::take_begun_again)?;
        let told = std::mem::replace(&mut self.told, true);
        (!told).then_some(why)
    }

    /// Draws the map and what lies on it. Where it is shown `alone`, it names its day itself.
    pub fn canvas_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, alone: bool) -> Requests {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), egui::Sense::click_and_drag());
        response
            .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, session.texts.say("map.name")));
        let mut asked = Requests::default();
        let [other, own] = session.windows(page_rect(rect));
        let page = own.page;
        if page != session.page() {
            asked.push(Command::SetPage(page));
            ui.ctx().request_repaint();
        }
        let options = session.options();
        let [first, second] = &mut self.panes;
        if let Some(compare) = session.state().compare.filter(|compare| compare.mode != CompareMode::Ghost) {
            let before = MapOptions { day: compare.with, changed_since: None, ..options.clone() };
            first.pane_ui(ui, session, before, screen_rect(other.page), screen_rect(other.shown));
        }
        second.pane_ui(ui, session, options.clone(), screen_rect(own.page), screen_rect(own.shown));
        asked += swipe_ui(ui, session, rect);
        asked += self.moves_ui(ui, &response);
        // The pointer may be over the map of the other day, which in part has a page of its own.
        let hovered = response.hover_pos().filter(|_| !response.dragged());
        let compared = session.state().compare.filter(|compare| compare.mode != CompareMode::Ghost);
        let over_other = compared.filter(|_| hovered.is_some_and(|at| other.shown.contains(page_point(at))));
        let (pointed, options) = match over_other {
            Some(compare) => (other.page, MapOptions { day: compare.with, ..options }),
            None => (page, options),
        };
        let under = hovered
            .map(|at| pick(&session.world, &options, session.view(), pointed, page_point(at)))
            .unwrap_or_default();
        if response.clicked() && !ui.input(|input| input.modifiers.shift) {
            asked.push(choose(&under));
        }
        asked += regions_ui(ui, session, screen_rect(page));
        hover_words(&response, session, &options, &under);
        date_plates(ui, session, theme, rect, alone);
        furniture_ui(ui, session, theme, rect);
        asked
    }

    /// Moves and zooms the map by drags, the wheel, pinches and double clicks.
    fn moves_ui(&mut self, ui: &mut Ui, response: &Response) -> Requests {
        let mut asked = Requests::default();
        let shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started() && shift {
            self.box_from = ui.input(|input| input.pointer.press_origin());
        }
        match (self.box_from, response.interact_pointer_pos()) {
            (Some(from), Some(to)) => {
                let drawn = Rect::from_two_pos(from, to);
                let accent = ui.visuals().hyperlink_color;
                ui.painter().rect(
                    drawn,
                    0.0,
                    accent.gamma_multiply(0.12),
                    egui::Stroke::new(1.5, accent),
                    egui::StrokeKind::Inside,
                );
                if response.drag_stopped() {
                    self.box_from = None;
                    if drawn.width() > 6.0 && drawn.height() > 6.0 {
                        asked.push(Command::Move(ViewMove::Box(page_rect(drawn))));
                    }
                }
            }
            _ => {
                if !ui.input(|input| input.pointer.primary_down()) {
                    self.box_from = None;
                }
                let by = response.drag_delta();
                if response.dragged() && by != egui::Vec2::ZERO && self.box_from.is_none() {
                    asked.push(Command::Move(ViewMove::Pan { dx: f64::from(by.x), dy: f64::from(by.y) }));
                }
            }
        }
        if let Some(at) = response.hover_pos() {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = f64::from(pinch) * (f64::from(scroll) / 240.0).exp();
            if (factor - 1.0).abs() > 1e-4 {
                asked.push(Command::Move(ViewMove::Zoom { factor, about: Some(page_point(at)) }));
            }
            if response.double_clicked() {
                asked.push(Command::Move(ViewMove::Zoom { factor: 2.0, about: Some(page_point(at)) }));
            }
        }
        asked
    }
}

/// The command of a click on what lies under the pointer, the topmost first.
fn choose(under: &[Picked]) -> Command {
    match under.first() {
        Some(first) => Command::SelectFrom { picked: first.clone(), offered: under.to_vec() },
        None => Command::Clear,
    }
}

/// Gives every region in sight by name and state, for those who read the screen by ear and work with the keys.
fn regions_ui(ui: &mut Ui, session: &Session, rect: Rect) -> Requests {
    let world = &session.world;
    let day = world.day_map(session.state().day);
    let mut asked = Requests::default();
    for (at, ground) in world.ground.tracts().iter().enumerate() {
        let Some(tract) = world.atlas.tracts.get(&ground.id).filter(|tract| tract.kind == TractKind::Land) else {
            continue;
        };
        let Some(middle) = world.label_point(at) else { continue };
        let middle = screen_point(session.view().page_from_map(middle, page_rect(rect)));
        if !rect.contains(middle) {
            continue;
        }
        // Two points wide: large enough to be reached by keys and assistive tools, too small to be in a mouse's way.
        let response = ui.interact(
            Rect::from_center_size(middle, vec2(2.0, 2.0)),
            ui.scope_id().with(("region", at)),
            egui::Sense::click(),
        );
        let (right, fact) = (day.holders(at, Sense::DeJure), day.holders(at, Sense::DeFacto));
        let state = world.held_text(&session.texts, right, fact);
        let chosen = session.selection() == Some(&ground.id);
        response.widget_info(|| {
            WidgetInfo::selected(egui::accesskit::Role::Button, true, chosen, format!("{}, {state}", tract.name))
        });
        if response.has_focus() {
            let accent = ui.visuals().hyperlink_color;
            ui.painter().circle_stroke(middle, 12.0, egui::Stroke::new(3.0, accent));
        }
        if response.clicked() {
            asked.push(Command::Select(ground.id.clone()));
        }
    }
    asked
}
