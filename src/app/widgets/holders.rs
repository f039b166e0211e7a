//! Who held a region: two strips, by right and in fact, over the whole time of the atlas.

use egui::{Rect, Stroke, Ui, pos2, vec2};

use super::requests::Requests;
use super::text::faint;
use crate::app::look;
use crate::model::{Day, Holding, Sense};
use crate::session::{Command, Session, Strip, StripScale};
use crate::symbology::Theme;

/// Draws two strips, by right and in fact, from the first to the last day of the atlas, with the day of the map on them. A
/// click goes to a day.
pub fn holders_ui(ui: &mut Ui, session: &Session, theme: &Theme, tract: usize) -> Requests {
    let mut asked = Requests::default();
    let scale = StripScale::new(&session.world);
    for sense in [Sense::DeJure, Sense::DeFacto] {
        ui.horizontal(|ui| asked += strip_ui(ui, session, theme, &scale, (tract, sense)));
    }
    ui.horizontal(|ui| years_ui(ui, session, theme, &scale));
    asked
}

fn strip_ui(ui: &mut Ui, session: &Session, theme: &Theme, scale: &StripScale, of: (usize, Sense)) -> Requests {
    const HIGH: f32 = 15.0;
    let mut asked = Requests::default();
    let (world, texts, (tract, sense)) = (&session.world, &session.texts, of);
    let (word, name) = match sense {
        Sense::DeJure => ("strip.right", "strip.right-name"),
        Sense::DeFacto => ("strip.fact", "strip.fact-name"),
    };
    ui.add_sized([34.0, HIGH], egui::Label::new(faint(texts.say(word))));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HIGH), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Slider, true, texts.say(name)));
    let x = |part: f64| rect.left() + rect.width() * to_f32(part);
    for piece in &Strip::new(world, tract, sense, scale).pieces {
        let part = Rect::from_min_max(pos2(x(piece.from), rect.top()), pos2(x(piece.to), rect.bottom()));
        paint_holding(ui, theme, part, piece.holding);
    }
    let edge = Stroke::new(0.8, look::colour(theme.ground.edge));
    ui.painter().rect_stroke(rect, 0.0, edge, egui::StrokeKind::Inside);
    let now = x(scale.position(session.state().day));
    ui.painter().vline(now, rect.expand(2.0).y_range(), Stroke::new(2.0, look::colour(theme.ground.accent)));
    let Some(pointer) = response.hover_pos() else { return asked };
    let day = scale.day(f64::from((pointer.x - rect.left()) / rect.width()));
    if response.clicked() {
        asked.push(Command::SetDay(day));
    }
    if let Some(holding) = world.holding_on(tract, sense, day) {
        let span = texts.span_to_today(&holding.from, holding.to.as_ref());
        let holders = world.holders_text(texts, &holding.holders);
        response.on_hover_text_at_pointer(format!("{holders}\n{span}"));
    }
    asked
}

/// Draws the years below the strips.
fn years_ui(ui: &mut Ui, session: &Session, theme: &Theme, scale: &StripScale) {
    ui.add_space(42.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 12.0), egui::Sense::hover());
    let mut free_from = f32::NEG_INFINITY;
    for year in session.world.strip_years() {
        let Some(day) = Day::from_ymd_opt(year, 1, 1) else { continue };
        let x = rect.left() + rect.width() * to_f32(scale.position(day));
        // Years that would touch the one before them give way.
        if x < free_from {
            continue;
        }
        free_from = x + 30.0;
        let font = egui::FontId::proportional(10.0);
        let colour = look::colour(theme.ground.faint_ink);
        ui.painter().text(pos2(x, rect.top()), egui::Align2::CENTER_TOP, year.to_string(), font, colour);
    }
}

fn paint_holding(ui: &Ui, theme: &Theme, rect: Rect, holding: &Holding) {
    let painter = ui.painter().with_clip_rect(rect);
    let share = rect.height() / holding.holders.len().max(1) as f32;
    for (nth, holder) in holding.holders.iter().enumerate() {
        let top = rect.top() + share * nth as f32;
        let part = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + share));
        let Some(polity) = holder.polity() else {
            let stroke = Stroke::new(0.7, look::colour(theme.ground.undetermined));
            let mut x = (part.left() / 6.0).floor() * 6.0 - part.height();
            while x < part.right() {
                painter.line_segment([pos2(x, part.top()), pos2(x + part.height(), part.bottom())], stroke);
                x += 6.0;
            }
            continue;
        };
        painter.rect_filled(part, 0.0, look::colour(theme.polity(polity).fill.with_opacity(0.8)));
    }
    painter.vline(rect.left(), rect.y_range(), Stroke::new(0.6, look::colour(theme.ground.page)));
}

#[expect(clippy::cast_possible_truncation, reason = "egui works in f32")]
fn to_f32(value: f64) -> f32 {
    value as f32
}
