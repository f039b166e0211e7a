//! The page of a feature from a file of the reader's own: its name, and its properties in the order of the file. All of
//! it is plain text: nothing of a foreign file is taken for a link.

use egui::{Label, RichText, Ui};

use crate::app::look;
use crate::app::widgets::{faint, in_visual_order, title_ui};
use crate::layer::{FeatureRef, plain_text};
use crate::text::Texts;

/// Longer values are cut off: a panel is no place for a whole geometry in a property.
const MOST_CHARACTERS: usize = 2_000;

/// What the file says of a feature.
pub fn feature_ui(ui: &mut Ui, texts: &Texts, chosen: &FeatureRef) {
    let Some(feature) = chosen.feature() else { return };
    title_ui(ui, &in_visual_order(&chosen.title()), &in_visual_order(&chosen.layer.name));
    let id = feature.id.iter().map(|id| (texts.say("layers.feature-id"), id.clone()));
    let properties = feature.properties.iter().map(|(key, value)| (key.as_str(), plain_text(value)));
    for (key, text) in id.chain(properties).filter(|(_, text)| !text.is_empty()) {
        ui.add_space(4.0);
        ui.label(RichText::new(in_visual_order(key)).font(look::semibold(13.0)));
        let short: String = text.chars().take(MOST_CHARACTERS).collect();
        let mark = if short.len() < text.len() { "…" } else { "" };
        ui.add(Label::new(in_visual_order(&short) + mark).wrap());
    }
    ui.add_space(8.0);
    ui.add(
        Label::new(faint(
            texts.fill("layers.feature-on-line", &[("file", &chosen.layer.source.0), ("line", &feature.line)]),
        ))
        .wrap(),
    );
}
