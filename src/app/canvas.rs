//! The map in the window: moves, zooms, clicks, what is under the pointer, and the scale.

use std::sync::Arc;

use egui::{
    Align2, Color32, ColorImage, FontId, Pos2, Rect, Response, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo,
    pos2, vec2,
};

use super::drawing::{Drawing, DrawingMode, Drawn, Wanted};
use super::look;
use crate::model::{Sense as HeldSense, TractKind};
use crate::scene::CREDITS;
use crate::session::{Command, Picked, Session, ViewMove, pick};
use crate::symbology::Theme;
use crate::units::{PagePoint, PageRect};
use crate::world::{World, holders_in_words};

/// The map is drawn so much wider and higher than the window shows, so that a drag uncovers no blank.
const WIDER: f64 = 1.3;

/// The map in the window.
pub struct Canvas {
    drawing: Drawing,
    shown: Option<Shown>,
    /// Where a rectangle to zoom to was begun.
    box_from: Option<Pos2>,
}

struct Shown {
    texture: TextureHandle,
    wanted: Wanted,
}

impl Canvas {
    pub fn new(world: Arc<World>, mode: DrawingMode, ctx: &egui::Context) -> Self {
        Self { drawing: Drawing::new(world, mode, ctx), shown: None, box_from: None }
    }

    pub fn canvas_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme) -> Vec<Command> {
        let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, "Map"));
        let page = page_of(rect);
        let mut commands = Vec::new();
        if page != session.page {
            commands.push(Command::SetPage(page));
            ui.ctx().request_repaint();
        }
        self.draw(ui, session, rect);
        commands.extend(self.moves(ui, &response, page));
        let under = response
            .hover_pos()
            .filter(|_| !response.dragged())
            .map(|at| pick(&session.world, &session.options(), session.view, page, page_point(at)))
            .unwrap_or_default();
        if response.clicked() && !ui.input(|input| input.modifiers.shift) {
            commands.extend(choose(&under));
        }
        commands.extend(regions(ui, session, rect));
        hover_words(ui, &response, session, &under);
        furniture(ui, session, theme, rect);
        commands
    }

    /// Shows the newest drawing where its ground now lies.
    fn draw(&mut self, ui: &Ui, session: &Session, rect: Rect) {
        let scale = f64::from(ui.ctx().pixels_per_point());
        self.drawing.ask(Wanted {
            view: session.view,
            width: (f64::from(rect.width()) * WIDER).round().max(1.0),
            height: (f64::from(rect.height()) * WIDER).round().max(1.0),
            scale,
            theme: session.theme,
            options: session.options(),
        });
        if let Some(Drawn { wanted, raster }) = self.drawing.take() {
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
        let Some(Shown { texture, wanted }) = &self.shown else { return };
        let page = page_of(rect);
        let extent = wanted.view.extent(PageRect::new(0.0, 0.0, wanted.width, wanted.height));
        let (a, b) = (session.view.page_from_map(extent.min, page), session.view.page_from_map(extent.max, page));
        let at = Rect::from_two_pos(screen_point(a), screen_point(b));
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().with_clip_rect(rect).image(texture.id(), at, uv, Color32::WHITE);
    }

    fn moves(&mut self, ui: &Ui, response: &Response, page: PageRect) -> Vec<Command> {
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
        debug_assert!(page.width >= 0.0);
        commands
    }
}

fn choose(under: &[Picked]) -> Vec<Command> {
    let offered: Vec<String> = under.iter().map(|picked| picked.id.clone()).collect();
    match under.first() {
        Some(first) => vec![Command::SelectFrom { id: first.id.clone(), offered }],
        None => vec![Command::Clear],
    }
}

/// Every region in sight by name and state, for those who read the screen by ear and work with the keys.
fn regions(ui: &Ui, session: &Session, rect: Rect) -> Vec<Command> {
    let world = &session.world;
    let day = world.on(session.day);
    let mut commands = Vec::new();
    for (at, ground) in world.ground.tracts().iter().enumerate() {
        let Some(tract) = world.atlas.tracts.get(&ground.id).filter(|tract| tract.kind == TractKind::Land) else {
            continue;
        };
        let Some(middle) = world.label_point(at) else { continue };
        let middle = screen_point(session.view.page_from_map(middle, page_of(rect)));
        if !rect.contains(middle) {
            continue;
        }
        // Two points wide: large enough to be reached by keys and assistive tools, too small to be in a mouse's way.
        let response = ui.interact(
            Rect::from_center_size(middle, vec2(2.0, 2.0)),
            ui.scope_id().with(("region", at)),
            Sense::click(),
        );
        let state = held_in_words(world, day.holders(at, HeldSense::DeJure), day.holders(at, HeldSense::DeFacto));
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

/// `by right Georgia (Soviet), in fact Armenia`.
pub fn held_in_words(world: &World, right: &[String], fact: &[String]) -> String {
    let names = |ids: &[String]| holders_in_words(world, ids);
    if right == fact { names(right) } else { format!("by right {}, in fact {}", names(right), names(fact)) }
}

fn hover_words(ui: &Ui, response: &Response, session: &Session, under: &[Picked]) {
    if under.is_empty() || response.dragged() {
        return;
    }
    let world = &session.world;
    let mut lines: Vec<String> = under.iter().map(|picked| picked.name.clone()).collect();
    if let Some(tract) = under.last().and_then(|picked| world.ground.position(&picked.id)) {
        let right = world.holding_on(tract, HeldSense::DeJure, session.day).map_or(&[][..], |holding| &holding.holders);
        let fact = world.holding_on(tract, HeldSense::DeFacto, session.day).map_or(&[][..], |holding| &holding.holders);
        if world
            .atlas
            .tracts
            .get(world.ground.id(tract).unwrap_or_default())
            .is_some_and(|tract| tract.kind == TractKind::Land)
        {
            lines.push(held_in_words(world, right, fact));
        }
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
    let _ = ui;
}

/// Scale bar at the lower left, credits at the lower right.
fn furniture(ui: &Ui, session: &Session, theme: &Theme, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect);
    let ink = look::colour(theme.ground.ink);
    let back = look::colour(theme.ground.page.with_opacity(0.82));
    let (km, width) = scale(session.view.metres_per_point(), 1_000.0);
    let (versts, versts_width) = scale(session.view.metres_per_point(), 1_066.8);
    let old = chrono::Datelike::year(&session.day) < 1924;
    let left = rect.left() + 16.0;
    let base = rect.bottom() - if old { 34.0 } else { 20.0 };
    let box_width = width.max(versts_width) + 84.0;
    painter.rect_filled(
        Rect::from_min_max(pos2(left - 8.0, base - 14.0), pos2(left + box_width, rect.bottom() - 8.0)),
        4.0,
        back,
    );
    let bar = |y: f32, width: f32, text: String, up: f32| {
        let stroke = egui::Stroke::new(1.3, ink);
        painter
            .line(vec![pos2(left, y + up), pos2(left, y), pos2(left + width, y), pos2(left + width, y + up)], stroke);
        painter.text(pos2(left + width + 7.0, y), Align2::LEFT_CENTER, text, FontId::proportional(11.0), ink);
    };
    bar(base, width, format!("{km} km"), -5.0);
    if old {
        bar(base + 14.0, versts_width, format!("{versts} versts"), 5.0);
    }
    let font = FontId::proportional(10.0);
    let faint = look::colour(theme.ground.faint_ink);
    let room = (rect.width() - box_width - 60.0).max(120.0);
    let credits = painter.layout(CREDITS.to_owned(), font, faint, room);
    let size = credits.size();
    let at = pos2(rect.right() - size.x - 10.0, rect.bottom() - size.y - 8.0);
    painter.rect_filled(Rect::from_min_size(at, size).expand(4.0), 4.0, back);
    painter.galley(at, credits, faint);
}

/// A round length and its width on the screen.
#[expect(clippy::cast_possible_truncation, reason = "a width on the screen")]
fn scale(metres_per_point: f64, unit_m: f64) -> (f64, f32) {
    let most = 130.0 * metres_per_point / unit_m;
    let power = 10_f64.powf(most.max(1e-9).log10().floor());
    let length = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|step| *step <= most).unwrap_or(power);
    (length, (length * unit_m / metres_per_point) as f32)
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
