//! The map in the window: moves, zooms, clicks, what is under the pointer, and the scale.

use std::sync::Arc;

use egui::{
    Align2, Color32, ColorImage, FontId, Pos2, Rect, Response, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo,
    pos2, vec2,
};

use super::drawing::{Drawing, DrawingMode, Drawn, Outcome, Wanted};
use super::furniture::furniture_ui;
use super::look;
use super::words::in_visual_order;
use crate::map::MapOptions;
use crate::map::{Picked, pick};
use crate::model::{Holder, Sense as HeldSense, TractKind};
use crate::session::{Command, Session, ViewMove};
use crate::symbology::Theme;
use crate::units::{PagePoint, PageRect};
use crate::view::{Compare, CompareMode};
use crate::world::World;

/// The map is drawn so much wider and higher than the window shows, so that a drag uncovers no blank.
const WIDER: f64 = 1.3;

/// The map in the window: one pane, or two where days are compared.
pub struct Canvas {
    panes: [Pane; 2],
    /// Where a rectangle to zoom to was begun.
    box_from: Option<Pos2>,
    /// The reader was told of a drawing that was begun again: once is enough.
    told: bool,
}

/// A drawing and the ground it shows.
struct Pane {
    drawing: Drawing,
    shown: Option<Shown>,
    /// Why the last drawing failed.
    failed: Option<String>,
    /// Why a drawing was begun again, until it is told.
    begun_again: Option<String>,
}

struct Shown {
    texture: TextureHandle,
    wanted: Wanted,
}

impl Canvas {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        let pane = || Pane {
            drawing: Drawing::new(Arc::clone(&world), mode, ctx),
            shown: None,
            failed: None,
            begun_again: None,
        };
        Self { panes: [pane(), pane()], box_from: None, told: false }
    }

    /// Why a drawing had to be begun again, where that is to be told.
    pub fn take_begun_again(&mut self) -> Option<String> {
        let why = self.panes.iter_mut().find_map(|pane| pane.begun_again.take())?;
        let told = std::mem::replace(&mut self.told, true);
        (!told).then_some(why)
    }

    /// `alone`: nothing but the map is shown, so that it has to name its day itself.
    pub fn canvas_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, alone: bool) -> Vec<Command> {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        response
            .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, session.texts.say("map.name")));
        let mut commands = Vec::new();
        let [other, own] = session.windows(page_of(rect));
        let page = own.page;
        if page != session.page() {
            commands.push(Command::SetPage(page));
            ui.ctx().request_repaint();
        }
        let options = session.options();
        let [first, second] = &mut self.panes;
        if let Some(compare) = session.state().compare.filter(|compare| compare.mode != CompareMode::Ghost) {
            let before = MapOptions { day: compare.with, changed_since: None, ..options.clone() };
            first.draw(ui, session, before, screen_rect(other.page), screen_rect(other.shown));
        }
        second.draw(ui, session, options.clone(), screen_rect(own.page), screen_rect(own.shown));
        let handled = swipe_ui(ui, session, &response, rect, &mut commands);
        if !handled {
            commands.extend(self.moves(ui, &response));
        }
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
            commands.extend(choose(&under));
        }
        commands.extend(regions(ui, session, screen_rect(page)));
        hover_words(&response, session, &options, &under);
        date_plates(ui, session, theme, rect, alone);
        furniture_ui(ui, session, theme, rect);
        commands
    }

    fn moves(&mut self, ui: &Ui, response: &Response) -> Vec<Command> {
        let mut commands = Vec::new();
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
                        commands.push(Command::Move(ViewMove::Box(page_of(drawn))));
                    }
                }
            }
            _ => {
                if !ui.input(|input| input.pointer.primary_down()) {
                    self.box_from = None;
                }
                let by = response.drag_delta();
                if response.dragged() && by != egui::Vec2::ZERO && self.box_from.is_none() {
                    commands.push(Command::Move(ViewMove::Pan { dx: f64::from(by.x), dy: f64::from(by.y) }));
                }
            }
        }
        if let Some(at) = response.hover_pos() {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = f64::from(pinch) * (f64::from(scroll) / 240.0).exp();
            if (factor - 1.0).abs() > 1e-4 {
                commands.push(Command::Move(ViewMove::Zoom { factor, about: Some(page_point(at)) }));
            }
            if response.double_clicked() {
                commands.push(Command::Move(ViewMove::Zoom { factor: 2.0, about: Some(page_point(at)) }));
            }
        }
        commands
    }
}

/// The handle between two days; whether it has the pointer.
fn swipe_ui(ui: &Ui, session: &Session, map: &Response, rect: Rect, commands: &mut Vec<Command>) -> bool {
    let Some(compare) = session.state().compare.filter(|compare| compare.mode == CompareMode::Swipe) else {
        return false;
    };
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let x = rect.left() + rect.width() * compare.at as f32;
    let handle = Rect::from_center_size(pos2(x, rect.center().y), vec2(22.0, 44.0));
    let response = ui.interact(handle, ui.scope_id().with("swipe"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, compare.at, session.texts.say("compare.line")));
    let accent = ui.visuals().hyperlink_color;
    let painter = ui.painter().with_clip_rect(rect);
    painter.vline(x, rect.y_range(), egui::Stroke::new(3.0, accent));
    painter.rect_filled(handle.shrink2(vec2(5.0, 0.0)), 6.0, accent);
    painter.text(handle.center(), Align2::CENTER_CENTER, "◂▸", FontId::proportional(10.0), Color32::WHITE);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    let mut move_to = |x: f32| {
        let at = f64::from((x - rect.left()) / rect.width()).clamp(0.0, 1.0);
        commands.push(Command::Compare(Some(Compare { at, ..compare })));
    };
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        move_to(at.x);
    }
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    if response.has_focus() {
        let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        painter.rect_stroke(handle, 6.0, egui::Stroke::new(2.0, accent), egui::StrokeKind::Outside);
        let by = ui.input_mut(|input| {
            f32::from(i8::from(input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowRight)))
                - f32::from(i8::from(input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowLeft)))
        });
        if by != 0.0 {
            move_to(x + by * rect.width() * 0.02);
        }
    }
    response.dragged() || (map.dragged() && response.is_pointer_button_down_on())
}

impl Pane {
    /// Shows the newest drawing where its ground now lies: the view fills `page`, and `cut` of it is seen.
    fn draw(&mut self, ui: &mut Ui, session: &Session, options: MapOptions, page: Rect, cut: Rect) {
        self.drawing.ask(Wanted {
            view: session.view(),
            width: (f64::from(page.width()) * WIDER).round().max(1.0),
            height: (f64::from(page.height()) * WIDER).round().max(1.0),
            scale: f64::from(ui.ctx().pixels_per_point()),
            theme: session.theme,
            options,
        });
        while let Some(outcome) = self.drawing.take() {
            self.failed = None;
            match outcome {
                Outcome::Drawn(drawn) => self.take(ui, *drawn),
                Outcome::Failed(why) => self.failed = Some(why),
                Outcome::BegunAgain(why) => self.begun_again = Some(why),
            }
        }
        let Some(why) = &self.failed else { return self.show(ui, session, page, cut) };
        // In place of the last picture, which would be taken for what is asked for.
        let words =
            egui::RichText::new(session.texts.fill("drawing.failed", &[("reason", why)])).font(look::semibold(15.0));
        ui.put(cut.shrink(24.0).with_max_y(cut.top() + 96.0), egui::Label::new(words).wrap());
    }

    fn take(&mut self, ui: &Ui, Drawn { wanted, raster }: Drawn) {
        let size = [raster.width as usize, raster.height as usize];
        let image = ColorImage::from_rgba_premultiplied(size, &raster.rgba);
        let texture = match self.shown.take() {
            Some(mut shown) => {
                shown.texture.set(image, TextureOptions::LINEAR);
                shown.texture
            }
            None => ui.ctx().load_texture("map", image, TextureOptions::LINEAR),
        };
        self.shown = Some(Shown { texture, wanted });
    }

    /// Paints the picture where its ground now lies.
    fn show(&self, ui: &Ui, session: &Session, page: Rect, cut: Rect) {
        let Some(Shown { texture, wanted }) = &self.shown else { return };
        let extent = wanted.view.extent(PageRect::new(0.0, 0.0, wanted.width, wanted.height));
        let to_screen = |point| screen_point(session.view().page_from_map(point, page_of(page)));
        let at = Rect::from_two_pos(to_screen(extent.min), to_screen(extent.max));
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().with_clip_rect(cut).image(texture.id(), at, uv, Color32::WHITE);
    }
}

/// The two dates of a comparison on the map, or the one day and what changed on it where nothing else tells it.
fn date_plates(ui: &Ui, session: &Session, theme: &Theme, rect: Rect, alone: bool) {
    let painter = ui.painter().with_clip_rect(rect);
    let ink = look::colour(theme.ground.ink);
    let texts = &session.texts;
    let text = |words: String, font: FontId, top: f32, right: bool| {
        let galley = painter.layout(words, font, ink, rect.width() - 36.0);
        let left = if right { rect.right() - galley.size().x - 18.0 } else { rect.left() + 18.0 };
        let at = pos2(left, rect.top() + top);
        let back = Rect::from_min_size(at, galley.size()).expand2(vec2(8.0, 3.0));
        painter.rect_filled(back, 4.0, look::colour(theme.ground.page.with_opacity(0.9)));
        painter.galley(at, galley, ink);
    };
    let plate = |words: String, right: bool| text(words, look::serif(15.0), 12.0, right);
    let Some(compare) = session.state().compare else {
        if alone {
            text(texts.day(session.state().day), look::serif(26.0), 14.0, false);
            if let (_, _, Some(change)) = session.present_step() {
                text(change, FontId::proportional(15.0), 56.0, false);
            }
        }
        return;
    };
    if compare.mode == CompareMode::Ghost {
        let (day, with) = (texts.day(session.state().day), texts.day(compare.with));
        plate(texts.fill("compare.with-borders", &[("day", &day), ("with", &with)]), false);
    } else {
        plate(texts.day(compare.with), false);
        plate(texts.day(session.state().day), true);
    }
}

fn choose(under: &[Picked]) -> Vec<Command> {
    match under.first() {
        Some(first) => vec![Command::SelectFrom { picked: first.clone(), offered: under.to_vec() }],
        None => vec![Command::Clear],
    }
}

/// Every region in sight by name and state, for those who read the screen by ear and work with the keys.
fn regions(ui: &Ui, session: &Session, rect: Rect) -> Vec<Command> {
    let world = &session.world;
    let day = world.on(session.state().day);
    let mut commands = Vec::new();
    for (at, ground) in world.ground.tracts().iter().enumerate() {
        let Some(tract) = world.atlas.tracts.get(&ground.id).filter(|tract| tract.kind == TractKind::Land) else {
            continue;
        };
        let Some(middle) = world.label_point(at) else { continue };
        let middle = screen_point(session.view().page_from_map(middle, page_of(rect)));
        if !rect.contains(middle) {
            continue;
        }
        // Two points wide: large enough to be reached by keys and assistive tools, too small to be in a mouse's way.
        let response = ui.interact(
            Rect::from_center_size(middle, vec2(2.0, 2.0)),
            ui.scope_id().with(("region", at)),
            Sense::click(),
        );
        let (right, fact) = (day.holders(at, HeldSense::DeJure), day.holders(at, HeldSense::DeFacto));
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
            commands.push(Command::Select(ground.id.clone()));
        }
    }
    commands
}

/// What lies under the pointer, and who holds and claims it on the day of the picture that the pointer is on.
fn hover_words(response: &Response, session: &Session, options: &MapOptions, under: &[Picked]) {
    if under.is_empty() || response.dragged() {
        return;
    }
    let world = &session.world;
    let mut lines: Vec<String> = under.iter().map(|picked| in_visual_order(&picked.name())).collect();
    if session.state().compare.is_some() {
        lines.insert(1, session.texts.day(options.day));
    }
    let tract = under.last().and_then(Picked::id).and_then(|id| world.ground.position(id));
    if let Some(tract) = tract.filter(|tract| world.tract_kind(*tract) == Some(TractKind::Land)) {
        let day = world.on(options.day);
        let (right, fact) = (day.holders(tract, HeldSense::DeJure), day.holders(tract, HeldSense::DeFacto));
        lines.push(world.held_text(&session.texts, right, fact));
        if options.senses.claims
            && let Some(held) = day.get(tract)
        {
            let by: Vec<Holder> = held.claims.iter().map(|claim| Holder::Polity(claim.by.clone())).collect();
            if !by.is_empty() {
                let by = world.holders_text(&session.texts, &by);
                lines.push(session.texts.fill("map.claimed-by", &[("holders", &by)]));
            }
        }
    }
    if let Some(doubt) = doubt_under(session, response) {
        lines.push(doubt);
    }
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(280.0);
        for (nth, line) in lines.iter().enumerate() {
            if nth == 0 {
                ui.label(egui::RichText::new(line).font(look::semibold(14.0)));
            } else {
                ui.label(egui::RichText::new(line).small());
            }
        }
    });
}

/// Where the pointer is near a line that is not sure: how it was made, and how far it may be off.
fn doubt_under(session: &Session, response: &Response) -> Option<String> {
    const NEAR: f64 = 5.0;
    const SURE_M: f64 = 500.0;
    let world = &session.world;
    let here = session.view().map_from_page(page_point(response.hover_pos()?), session.page());
    let within_m = NEAR * session.view().metres_per_point();
    let nearest = world
        .ground
        .arcs()
        .iter()
        .filter_map(|arc| Some((arc.course.distance_m(here, within_m)?, arc)))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    let edge = world.edge(nearest.1.left?, nearest.1.right?).filter(|edge| edge.error_m > SURE_M)?;
    let off = session.texts.about_metres(edge.error_m);
    Some(session.texts.fill("map.line-not-sure", &[("length", &off), ("note", &edge.note)]))
}

#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
fn screen_rect(page: PageRect) -> Rect {
    Rect::from_min_size(pos2(page.x as f32, page.y as f32), vec2(page.width as f32, page.height as f32))
}

fn page_of(rect: Rect) -> PageRect {
    PageRect::new(f64::from(rect.left()), f64::from(rect.top()), f64::from(rect.width()), f64::from(rect.height()))
}

fn page_point(at: Pos2) -> PagePoint {
    PagePoint::new(f64::from(at.x), f64::from(at.y))
}

#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
fn screen_point(at: PagePoint) -> Pos2 {
    pos2(at.x as f32, at.y as f32)
}
