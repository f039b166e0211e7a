//! What the window tells: messages that come and go over the map.

use std::fmt::Display;
use std::time::Duration;

use super::{KarsAtlas, look};
use crate::layer::Layer;
use crate::model::Problem;
use crate::text::Given;
use crate::view::PartFault;

impl KarsAtlas {
    /// Tells the reader of something that went wrong.
    pub fn tell(&mut self, message: &str) {
        self.notify(message, "△", Duration::from_secs(12));
    }

    /// Tells that what was asked for is done, by the key of its text.
    pub(super) fn confirm(&mut self, key: &str) {
        let message = self.session.texts.say(key).to_owned();
        self.notify(&message, "✓", Duration::from_secs(5));
    }

    /// A message with a sign of the bundled fonts; those of the library are not among them.
    pub(super) fn notify(&mut self, message: &str, sign: &str, lasts: Duration) {
        let colour = look::colour(self.theme.ground.accent);
        self.toasts.custom(message, sign.to_owned(), colour).closable(false).duration(Some(lasts));
    }

    /// Tells what of a link or of a state could not be used.
    pub(super) fn tell_faults(&mut self, faults: &[PartFault]) {
        let texts = self.session.texts.clone();
        for fault in faults {
            self.tell(&fault.text(&texts));
        }
    }

    /// Says what was read of a file, and the first thing that was wrong with it.
    pub(super) fn tell_of(&mut self, layer: &Layer, problems: &[Problem]) {
        let texts = self.session.texts.clone();
        let features = texts.count("layers.features", layer.features.len(), &[]);
        let (name, features): (&dyn Display, &dyn Display) = (&layer.name, &features);
        match problems {
            [] => {
                let read = texts.fill("layers.read", &[("layer", name), ("features", features)]);
                self.notify(&read, "✓", Duration::from_secs(6));
            }
            [first, more @ ..] => {
                let problem = texts.problem(first);
                let given: &Given<'_> = &[("layer", name), ("features", features), ("problem", &problem)];
                self.tell(&match more.len() {
                    0 => texts.fill("layers.read-with-problem", given),
                    more => texts.count("layers.read-with-problems", more, given),
                });
            }
        }
    }
}
