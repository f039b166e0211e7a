//! The chart of areas over time, stacked by holder, on the axis of the timeline.

use egui::{Rect, Stroke, Ui, Vec2b, pos2};
use egui_plot::PlotPoint;

use crate::app::look;
use crate::app::widgets::{Requests, faint, time_axis};
use crate::model::{Day, Holder, Sense, TractKind};
use crate::session::{AreaOverTime, Command, Session, StripScale};
use crate::symbology::Theme;
use crate::text::Texts;
use crate::world::World;

/// The chart, worked out anew only when its tracts or its sense change.
#[derive(Default)]
pub struct AreaChart {
    of: Option<(Vec<usize>, Sense)>,
    areas: Option<AreaOverTime>,
    /// Who holds the ground in fact is charted, not who by right.
    in_fact: bool,
}

/// The tracts that the chart is about, those chosen or else those whose middle is in sight, and the key that says which.
fn tracts(session: &Session) -> (Vec<usize>, &'static str) {
    let world = &session.world;
    let chosen = session.selection().map(|id| world.ground_of(id).tracts).unwrap_or_default();
    if !chosen.is_empty() {
        return (chosen, "areas.of-the-chosen");
    }
    let shown = session.view().extent(session.page());
    let land = |at: &usize| world.tract_kind(*at) == Some(TractKind::Land);
    let in_sight = |at: &usize| world.label_point(*at).is_some_and(|point| shown.contains(point));
    ((0..world.ground.tracts().len()).filter(land).filter(in_sight).collect(), "areas.in-sight")
}

impl AreaChart {
    pub fn chart_ui(&mut self, ui: &mut Ui, session: &Session, theme: &Theme, wanted: Option<(f64, f64)>) -> Requests {
        let mut asked = Requests::default();
        let sense = if self.in_fact { Sense::DeFacto } else { Sense::DeJure };
        let (tracts, head) = tracts(session);
        let texts = &session.texts;
        let last = session.world.last_day();
        if self.of.as_ref() != Some(&(tracts.clone(), sense)) {
            self.areas = Some(AreaOverTime::new(&session.world, &tracts, sense, session.world.first_day(), last));
            self.of = Some((tracts, sense));
        }
        let Some(areas) = &self.areas else { return asked };
        ui.horizontal(|ui| {
            for (name, in_fact) in [(Sense::DeJure, false), (Sense::DeFacto, true)] {
                let text = egui::RichText::new(texts.word(name)).size(12.0);
                if ui.selectable_label(self.in_fact == in_fact, text).clicked() {
                    self.in_fact = in_fact;
                }
            }
            ui.label(faint(texts.fill(head, &[("area", &texts.area(areas.total_km2))])));
        });
        let scale = StripScale::new(&session.world);
        time_axis::small_names_ui(ui);
        let response =
            time_axis::plot("areas", texts, &scale, &session.world.settings.time.years, ui.available_width())
                .height(ui.available_height().max(60.0))
                .show_grid(Vec2b::new(false, false))
                .default_x_bounds(time_axis::WHOLE.0, time_axis::WHOLE.1)
                .show(ui, |plot| {
                    if let Some((from, to)) = wanted {
                        plot.set_plot_bounds_x(from..=to);
                    }
                    time_axis::zoom_by_wheel(plot);
                });
        response
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, texts.say("areas.chart")));
        let to_screen = |place: f64, part: f64| response.transform.position_from_point(&PlotPoint::new(place, part));
        paint(ui, response.response.rect, theme, areas, &scale, &to_screen);
        let now = to_screen(scale.position(session.state().day), 0.0).x;
        let painter = ui.painter().with_clip_rect(response.response.rect);
        painter.vline(now, response.response.rect.y_range(), Stroke::new(2.0, look::colour(theme.ground.accent)));
        names(&painter, response.response.rect, theme, session, areas, now, &to_screen);
        if let Some(at) = response.response.hover_pos() {
            let day = scale.day(response.transform.value_from_position(at).x.clamp(0.0, 1.0));
            if response.response.clicked() {
                asked.push(Command::SetDay(day));
            }
            response.response.on_hover_text_at_pointer(areas_text(session, areas, day));
        }
        asked
    }
}

fn paint(
    ui: &Ui,
    rect: Rect,
    theme: &Theme,
    areas: &AreaOverTime,
    scale: &StripScale,
    to_screen: &impl Fn(f64, f64) -> egui::Pos2,
) {
    let painter = ui.painter().with_clip_rect(rect);
    for stretch in &areas.stretches {
        let mut below = 0.0;
        for (holder, area) in &stretch.areas {
            let above = below + area / areas.total_km2.max(1e-9);
            let a = to_screen(scale.position(stretch.from), below);
            let b = to_screen(scale.position(stretch.until), above);
            let part = Rect::from_two_pos(a, b);
            below = above;
            if part.right() < rect.left() || part.left() > rect.right() {
                continue;
            }
            if let Some(polity) = holder.polity() {
                // A little wider, so that no seam shows between two stretches.
                let part = part.expand2(egui::vec2(0.4, 0.0));
                painter.rect_filled(part, 0.0, look::colour(theme.polity(polity).fill));
            } else {
                let line = Stroke::new(0.6, look::colour(theme.ground.undetermined));
                let painter = painter.with_clip_rect(part.intersect(rect));
                let mut x = part.left() - part.height();
                while x < part.right() {
                    painter.line_segment([pos2(x, part.bottom()), pos2(x + part.height(), part.top())], line);
                    x += 9.0;
                }
            }
        }
    }
}

/// The holders and their areas on the day, in their bands beside its line.
fn names(
    painter: &egui::Painter,
    rect: Rect,
    theme: &Theme,
    session: &Session,
    areas: &AreaOverTime,
    now: f32,
    to_screen: &impl Fn(f64, f64) -> egui::Pos2,
) {
    const LEAST: f32 = 13.0;
    let Some(stretch) = areas.stretches.iter().rfind(|stretch| stretch.from <= session.state().day) else {
        return;
    };
    let ink = look::colour(theme.ground.ink);
    let mut below = 0.0;
    for (holder, area) in &stretch.areas {
        let above = below + area / areas.total_km2.max(1e-9);
        let (bottom, top) = (to_screen(0.0, below).y, to_screen(0.0, above).y);
        below = above;
        if bottom - top < LEAST {
            continue;
        }
        let texts = &session.texts;
        let text = format!("{} {}", holder_name(&session.world, texts, holder), texts.area(*area));
        let galley = painter.layout_no_wrap(text, egui::FontId::proportional(11.0), ink);
        let wide = galley.size().x + 8.0;
        let left = if now + wide > rect.right() { now - wide } else { now + 8.0 };
        let at = pos2(left, (top + bottom - galley.size().y) / 2.0);
        let back = Rect::from_min_size(at, galley.size()).expand2(egui::vec2(3.0, 0.0));
        painter.rect_filled(back, 2.0, look::colour(theme.ground.page.with_opacity(0.75)));
        painter.galley(at, galley, ink);
    }
}

fn holder_name<'a>(world: &'a World, texts: &'a Texts, holder: &Holder) -> &'a str {
    match holder.polity().and_then(|id| world.atlas.polities.get(id)) {
        Some(polity) => polity.short_name(),
        None => texts.say("holder.nobody"),
    }
}

/// The day, and each holder with its area on it.
fn areas_text(session: &Session, areas: &AreaOverTime, day: Day) -> String {
    let texts = &session.texts;
    let mut lines = vec![texts.day(day)];
    if let Some(stretch) = areas.stretches.iter().rfind(|stretch| stretch.from <= day) {
        for (holder, area) in stretch.areas.iter().rev() {
            let holder = holder_name(&session.world, texts, holder);
            lines.push(texts.fill("areas.of-holder", &[("holder", &holder), ("area", &texts.area(*area))]));
        }
    }
    lines.join("\n")
}
