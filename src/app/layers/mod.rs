//! The layers: eras, senses, ground, and the legend of what is visible.

mod own;

use egui::{Color32, CornerRadius, Pos2, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::look;
use super::widgets::{Requests, faint};
use crate::map::{LegendSign, compared_legend};
use crate::model::Era;
use crate::session::{Command, Session};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::view::{BaseLayer, Senses};
use own::own_layers_ui;

/// Draws the panel. `reading` are the names of files that are being read.
pub fn layers_ui<'a>(
    ui: &mut Ui,
    session: &Session,
    theme: &Theme,
    reading: impl Iterator<Item = &'a str>,
) -> Requests {
    let mut asked = Requests::default();
    let texts = &session.texts;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        heading_ui(ui, texts.say("layers.eras"));
        for era in &session.world.atlas.eras {
            asked += era_ui(ui, session, theme, era);
        }
        ui.add_space(8.0);
        heading_ui(ui, texts.say("layers.senses"));
        asked += senses_ui(ui, texts, session.state().senses);
        ui.add_space(8.0);
        heading_ui(ui, texts.say("layers.own"));
        asked += own_layers_ui(ui, session, reading);
        ui.add_space(8.0);
        heading_ui(ui, texts.say("layers.base"));
        for layer in BaseLayer::ALL {
            let mut on = session.state().shows(layer);
            let key = format!("layer.{}", layer.id());
            let name = match layer {
                BaseLayer::Segments => texts.layer_of_stretches(&session.world.settings.segments),
                _ => texts.say(&key),
            };
            if ui.checkbox(&mut on, name).changed() {
                asked.push(Command::ToggleBase(layer));
            }
        }
        ui.add_space(8.0);
        heading_ui(ui, texts.say("legend.title"));
        legend_ui(ui, session, theme);
        ui.add_space(12.0);
    });
    asked
}

fn heading_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).font(look::semibold(13.5)));
    ui.add_space(1.0);
}

fn era_ui(ui: &mut Ui, session: &Session, theme: &Theme, era: &Era) -> Requests {
    let mut asked = Requests::default();
    let (look, texts) = (theme.era(&era.id), &session.texts);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        let mut on = session.state().eras.contains(&era.id);
        let response = ui.checkbox(&mut on, "");
        response.widget_info(|| {
            let name = texts.fill("layers.line-of", &[("era", &era.name)]);
            egui::WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, on, name)
        });
        if response.changed() {
            asked.push(Command::ToggleEra(era.id.clone()));
        }
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 14.0), Sense::hover());
        line_sample(ui, rect, look::colour(look.colour), 2.0, &look.dash);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let only = ui
                .add(egui::Button::new(RichText::new(texts.say("layers.only")).size(11.5)).frame(false))
                .on_hover_text(texts.say("layers.only-tip"));
            only.widget_info(|| {
                let name = texts.fill("layers.only-era", &[("era", &era.name)]);
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name)
            });
            if only.clicked() {
                asked.push(Command::OnlyEra(era.id.clone()));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let name = ui
                    .add(egui::Label::new(RichText::new(era.short_name()).size(14.0)).truncate().sense(Sense::click()));
                let tip = format!("{}: {}\n{}", era.name, era.status, era.note.as_deref().unwrap_or_default());
                let click = texts.fill("layers.click-to-go", &[("date", &texts.when(&era.date))]);
                let tip = format!("{}\n{click}", tip.trim());
                if name.on_hover_text(tip).clicked() {
                    asked.push(Command::ChooseEra(era.id.clone()));
                }
            });
        });
    });
    if session.state().eras.contains(&era.id) {
        ui.horizontal(|ui| {
            ui.add_space(22.0);
            ui.add(egui::Label::new(faint(format!("{} · {}", texts.when(&era.date), era.status))).wrap());
        });
    }
    asked
}

fn senses_ui(ui: &mut Ui, texts: &Texts, senses: Senses) -> Requests {
    let mut asked = Requests::default();
    let mut new = senses;
    for (on, name, tip) in [
        (&mut new.de_jure, "sense.de-jure-head", "sense.de-jure-tip"),
        (&mut new.de_facto, "sense.de-facto-head", "sense.de-facto-tip"),
        (&mut new.claims, "head.claimed", "sense.claimed-tip"),
    ] {
        ui.checkbox(on, texts.say(name)).on_hover_text(texts.say(tip));
    }
    if new != senses {
        asked.push(Command::SetSenses(new));
    }
    asked
}

fn legend_ui(ui: &mut Ui, session: &Session, theme: &Theme) {
    for entry in
        compared_legend(&session.world, theme, &session.options(), session.state().compare, session.view(), None)
    {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 14.0), Sense::hover());
            sign(ui, rect, &entry.sign, theme);
            ui.add(egui::Label::new(RichText::new(&entry.text).size(13.0)).wrap());
        });
    }
}

fn sign(ui: &Ui, rect: Rect, sign: &LegendSign, theme: &Theme) {
    let painter = ui.painter().with_clip_rect(rect);
    let edge = Stroke::new(0.7, look::colour(theme.ground.edge));
    let paper = look::colour(theme.ground.paper);
    match sign {
        LegendSign::Tint { fill, dots } => {
            painter.rect(rect, CornerRadius::ZERO, paper, edge, StrokeKind::Inside);
            painter.rect_filled(rect.shrink(0.7), 0.0, look::colour(*fill));
            if let Some(dots) = dots {
                for at in [0.2, 0.5, 0.8] {
                    painter.circle_filled(
                        pos2(rect.left() + rect.width() * at, rect.center().y),
                        1.0,
                        look::colour(*dots),
                    );
                }
            }
        }
        LegendSign::Copied(copy) => {
            painter.rect(rect, CornerRadius::ZERO, look::colour(copy.grey), edge, StrokeKind::Inside);
        }
        LegendSign::Hatch { fill } => {
            painter.rect(rect, CornerRadius::ZERO, paper, edge, StrokeKind::Inside);
            hatch(&painter, rect, Stroke::new(2.0, look::colour(*fill)), 6.0, true);
        }
        LegendSign::Autonomy { fill, line } => {
            painter.rect(rect, CornerRadius::ZERO, paper, edge, StrokeKind::Inside);
            painter.rect_filled(rect.shrink(0.7), 0.0, look::colour(*fill));
            hatch(&painter, rect, Stroke::new(1.8, look::colour(*line)), 6.0, true);
        }
        LegendSign::Undetermined { line } => {
            painter.rect(rect, CornerRadius::ZERO, paper, edge, StrokeKind::Inside);
            hatch(&painter, rect, Stroke::new(0.7, look::colour(*line)), 6.0, false);
        }
        LegendSign::Line { colour, width, dash } => line_sample(ui, rect, look::colour(*colour), *width, dash),
        LegendSign::Railway { colour } => {
            let colour = look::colour(*colour);
            painter.hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colour));
            for step in 1..5_u8 {
                let x = rect.left() + rect.width() * f32::from(step) / 5.0;
                painter.vline(x, rect.center().y - 2.5..=rect.center().y + 2.5, Stroke::new(1.0, colour));
            }
        }
        LegendSign::Ring { colour } => {
            painter.circle_stroke(rect.center(), 2.8, Stroke::new(1.3, look::colour(*colour)));
        }
    }
}

fn hatch(painter: &egui::Painter, rect: Rect, stroke: Stroke, spacing: f32, rising: bool) {
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        let (top, bottom) = if rising { (x + rect.height(), x) } else { (x, x + rect.height()) };
        painter.line_segment([pos2(top, rect.top()), pos2(bottom, rect.bottom())], stroke);
        x += spacing;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "lengths on the screen")]
fn line_sample(ui: &Ui, rect: Rect, colour: Color32, width: f64, dash: &[f64]) {
    let stroke = Stroke::new(width as f32, colour);
    let ends: [Pos2; 2] = [rect.left_center(), rect.right_center()];
    if dash.is_empty() {
        ui.painter().line_segment(ends, stroke);
        return;
    }
    let on: Vec<f32> = dash.iter().step_by(2).map(|length| (*length as f32).max(1.0)).collect();
    let off: Vec<f32> = dash.iter().skip(1).step_by(2).map(|length| *length as f32).collect();
    ui.painter().extend(egui::Shape::dashed_line_with_offset(&ends, stroke, &on, &off, 0.0));
}
