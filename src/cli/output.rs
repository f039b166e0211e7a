//! Printing on standard output, as one document at once. A reader who closes the pipe early is no error.

use std::io::{self, ErrorKind, Write};

use anyhow::Context;
use serde::Serialize;

use crate::text::Texts;

/// Prints JSON, or the text that `text` makes of the same value.
pub fn print<T: Serialize>(value: &T, json: bool, text: impl FnOnce(&T) -> String) -> anyhow::Result<()> {
    if json {
        let mut document =
            serde_json::to_string_pretty(value).context(Texts::english().say("failure.no-json").to_owned())?;
        document.push('\n');
        print_text(&document)
    } else {
        print_text(&text(value))
    }
}

/// Prints a text as it is.
pub fn print_text(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context(Texts::english().say("failure.no-output").to_owned())
        }
        _ => Ok(()),
    }
}

/// An area for printing: to a thousandth of a square kilometre, and a length to a metre.
pub fn thousandths(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}
