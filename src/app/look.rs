//! The look of the window, from the theme of the map: fonts, colours, frames. The one place that makes an
//! egui colour.

use std::sync::Arc;

use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Frame, Margin, Stroke, TextStyle};

use crate::embedded::{self, FontFile};
use crate::symbology::{Colour, Theme, ThemeChoice};

/// The families beyond egui's own.
pub const SERIF: &str = "serif";
pub const SEMIBOLD: &str = "semibold";
pub const ITALIC: &str = "italic";

/// A colour of the theme for egui.
#[expect(clippy::disallowed_methods, reason = "the one place that makes an egui colour")]
pub fn colour(from: Colour) -> Color32 {
    Color32::from_rgba_unmultiplied(from.red, from.green, from.blue, from.alpha)
}

pub fn serif(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SERIF.into()))
}

pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ITALIC.into()))
}

/// The bundled fonts, each family with those of the other scripts behind it.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let scripts: [&FontFile; 6] = [
        &embedded::NOTO_SANS_GEORGIAN,
        &embedded::NOTO_SANS_ARMENIAN,
        &embedded::NOTO_SANS_ARABIC,
        &embedded::NOTO_SANS_SC,
        &embedded::NOTO_SANS_SYMBOLS,
        &embedded::NOTO_SANS_SYMBOLS_2,
    ];
    let own: [&FontFile; 4] = [
        &embedded::NOTO_SANS,
        &embedded::NOTO_SANS_SEMIBOLD,
        &embedded::NOTO_SANS_ITALIC,
        &embedded::NOTO_SERIF_SEMIBOLD,
    ];
    for file in own.into_iter().chain(scripts) {
        fonts.font_data.insert(file.name.to_owned(), Arc::new(FontData::from_static(file.bytes)));
    }
    let mut family = |name: FontFamily, first: &FontFile| {
        let behind = scripts.iter().map(|file| file.name.to_owned());
        let sans = (first.name != embedded::NOTO_SANS.name).then(|| embedded::NOTO_SANS.name.to_owned());
        let all = std::iter::once(first.name.to_owned()).chain(sans).chain(behind).collect();
        fonts.families.insert(name, all);
    };
    family(FontFamily::Proportional, &embedded::NOTO_SANS);
    family(FontFamily::Monospace, &embedded::NOTO_SANS);
    family(FontFamily::Name(SERIF.into()), &embedded::NOTO_SERIF_SEMIBOLD);
    family(FontFamily::Name(SEMIBOLD.into()), &embedded::NOTO_SANS_SEMIBOLD);
    family(FontFamily::Name(ITALIC.into()), &embedded::NOTO_SANS_ITALIC);
    ctx.set_fonts(fonts);
}

/// Colours and sizes of everything around the map.
pub fn install_style(ctx: &egui::Context, theme: &Theme) {
    let ground = &theme.ground;
    let (base, mut visuals) = match theme.choice {
        ThemeChoice::Light => (egui::Theme::Light, egui::Visuals::light()),
        ThemeChoice::Dark => (egui::Theme::Dark, egui::Visuals::dark()),
    };
    visuals.panel_fill = colour(ground.page);
    visuals.window_fill = colour(ground.page);
    visuals.extreme_bg_color = colour(ground.paper);
    visuals.faint_bg_color = colour(ground.paper);
    visuals.override_text_color = Some(colour(ground.ink));
    visuals.hyperlink_color = colour(ground.accent);
    visuals.selection.bg_fill = colour(ground.accent.with_opacity(0.22));
    visuals.selection.stroke = Stroke::new(1.0, colour(ground.accent));
    visuals.window_stroke = Stroke::new(1.0, colour(ground.edge));
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(1.0, colour(ground.edge.with_opacity(0.5)));
    visuals.widgets.noninteractive.fg_stroke = Stroke::new(1.0, colour(ground.ink));
    for widget in [
        &mut visuals.widgets.inactive,
        &mut visuals.widgets.hovered,
        &mut visuals.widgets.active,
        &mut visuals.widgets.open,
    ] {
        widget.corner_radius = CornerRadius::same(4);
    }
    visuals.widgets.inactive.bg_stroke = Stroke::new(0.8, colour(ground.edge.with_opacity(0.6)));
    visuals.widgets.inactive.bg_fill = colour(ground.paper);
    visuals.widgets.inactive.weak_bg_fill = colour(ground.edge.with_opacity(0.16));
    visuals.widgets.hovered.weak_bg_fill = colour(ground.edge.with_opacity(0.30));
    visuals.widgets.hovered.bg_stroke = Stroke::new(1.0, colour(ground.edge));
    ctx.set_theme(base);
    ctx.style_mut_of(base, |style| {
        style.visuals = visuals;
        style.spacing.item_spacing = egui::vec2(8.0, 5.0);
        style.spacing.button_padding = egui::vec2(8.0, 3.0);
        style.url_in_tooltip = true;
        // A scrollbar has its own room; what stands at the edge of a list can be clicked.
        style.spacing.scroll.floating_allocated_width = style.spacing.scroll.bar_width;
        style.text_styles = [
            (TextStyle::Small, FontId::proportional(12.0)),
            (TextStyle::Body, FontId::proportional(15.0)),
            (TextStyle::Button, FontId::proportional(14.0)),
            (TextStyle::Heading, serif(22.0)),
            (TextStyle::Monospace, FontId::monospace(13.0)),
        ]
        .into();
    });
}

pub fn bar_frame(theme: &Theme) -> Frame {
    Frame::NONE.fill(colour(theme.ground.page)).inner_margin(Margin::symmetric(12, 7))
}

pub fn side_frame(theme: &Theme) -> Frame {
    Frame::NONE.fill(colour(theme.ground.page)).inner_margin(Margin { left: 12, right: 3, top: 8, bottom: 4 })
}

/// Contents that take the width they are given: a long word never pushes a panel wider.
pub fn of_fixed_width<R>(ui: &mut egui::Ui, contents: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let rect = ui.available_rect_before_wrap();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    child.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let inner = contents(&mut child);
    ui.allocate_rect(rect, egui::Sense::hover());
    inner
}
