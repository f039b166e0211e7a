//! The axis of time that the timeline and the chart of areas share: its scale, its marks, its moves.

use chrono::Datelike as _;
use egui::{Color32, FontId, Ui, Vec2b, vec2};
use egui_plot::{GridInput, GridMark, Plot, PlotUi};

use crate::model::Day;
use crate::session::StripScale;
use crate::text::Texts;

/// A plot along time, from 0 to 1 of the scale, on `width` points.
pub fn plot<'a>(id: &str, texts: &Texts, scale: &StripScale, years: &[i32], width: f32) -> Plot<'a> {
    let width = f64::from(width.max(1.0));
    let (marks_scale, names_scale, years, texts) = (scale.clone(), scale.clone(), years.to_vec(), texts.clone());
    Plot::new(id)
        .show_y(false)
        .show_axes(Vec2b::new(true, false))
        .allow_zoom(Vec2b::new(true, false))
        .allow_drag(Vec2b::new(true, false))
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .default_y_bounds(0.0, 1.0)
        .cursor_color(Color32::TRANSPARENT)
        .label_formatter(|_| None)
        .x_grid_spacer(move |input| year_marks(&marks_scale, &years, input, width))
        .x_axis_formatter(move |mark, _| mark_text(&texts, &names_scale, mark))
}

/// Makes the names of the marks small.
pub fn small_names_ui(ui: &mut Ui) {
    ui.style_mut().text_styles.insert(egui::TextStyle::Body, FontId::proportional(11.0));
}

/// So much is shown beyond the ends of the scale, so that the first year has room for its name.
const BEYOND: f64 = 0.02;
/// The stretch that shows everything.
pub const WHOLE: (f64, f64) = (-BEYOND, 1.0 + BEYOND);

/// The wheel zooms about the pointer; nothing further beyond the ends of the scale is shown.
pub fn zoom_by_wheel(plot: &mut PlotUi<'_>) {
    let wheel = plot.ctx().input(|input| input.smooth_scroll_delta().y);
    if plot.response().hovered() && wheel != 0.0 {
        plot.zoom_bounds_around_hovered(vec2((wheel / 200.0).exp(), 1.0));
    }
    let bounds = plot.plot_bounds();
    let ([from, _], [to, _]) = (bounds.min(), bounds.max());
    let (least, most) = (from.max(WHOLE.0), to.min(WHOLE.1));
    if most - least > 1e-5 && (least > from || most < to) {
        plot.set_plot_bounds_x(least..=most);
    }
}

/// Moves the stretch that is shown, without zooming, so that a place out of sight comes to its middle.
pub fn follow(plot: &mut PlotUi<'_>, place: f64) {
    let bounds = plot.plot_bounds();
    let ([from, _], [to, _]) = (bounds.min(), bounds.max());
    if !(from..=to).contains(&place) {
        let width = (to - from).min(1.0);
        let start = (place - width / 2.0).clamp(0.0, 1.0 - width);
        plot.set_plot_bounds_x(start..=start + width);
    }
}

/// Marks of the axis: years, then months, then days, as there is room for them on `width` points.
fn year_marks(scale: &StripScale, years: &[i32], input: GridInput, width: f64) -> Vec<GridMark> {
    const ROOM: f64 = 44.0;
    let (from, to) = (scale.day(input.bounds.0.clamp(0.0, 1.0)), scale.day(input.bounds.1.clamp(0.0, 1.0)));
    let apart = (input.bounds.1 - input.bounds.0) / width * ROOM;
    let mut marks: Vec<GridMark> = Vec::new();
    let mut put = |day: Option<Day>, share: f64| {
        let Some(day) = day.filter(|day| (from..=to).contains(day)) else { return };
        let value = scale.position(day);
        // What would stand on the name of a weightier mark gives way.
        if marks.iter().all(|mark| (mark.value - value).abs() >= apart * share) {
            marks.push(GridMark { value, step_size: input.base_step_size * 40.0 });
        }
    };
    let new_year = |year: i32| Day::from_ymd_opt(year, 1, 1);
    for year in years {
        put(new_year(*year), 1.0);
    }
    // Round years before the others.
    for every in [50, 10, 1] {
        for year in (from.year()..=to.year()).filter(|year| year % every == 0) {
            put(new_year(year), 1.0);
        }
    }
    let days = (to - from).num_days();
    if days < 1_500 {
        for year in from.year()..=to.year() {
            for month in [7, 4, 10, 2, 3, 5, 6, 8, 9, 11, 12] {
                put(Day::from_ymd_opt(year, month, 1), 1.3);
            }
        }
    }
    if days < 90 {
        for day in from.iter_days().take_while(|day| *day <= to).filter(|day| day.day() != 1) {
            put(Some(day), 0.5);
        }
    }
    marks.sort_by(|a, b| a.value.total_cmp(&b.value));
    marks
}

fn mark_text(texts: &Texts, scale: &StripScale, mark: GridMark) -> String {
    let day = scale.day(mark.value);
    if day.ordinal() == 1 {
        day.year().to_string()
    } else if day.day() == 1 {
        texts.short_month_and_year(day)
    } else {
        day.day().to_string()
    }
}
