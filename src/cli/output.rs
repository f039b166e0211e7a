//! Printing on standard output, as one document at once. A reader who closes the pipe early is no error.

use std::io::{self, ErrorKind, Write};

use anyhow::Context;
use serde::Serialize;

/// Prints JSON, or the text that `text` makes of the same value.
pub fn print<T: Serialize>(value: &T, json: bool, text: impl FnOnce(&T) -> String) -> anyhow::Result<()> {
    if json {
        let mut document = serde_json::to_string_pretty(value).context("the answer could not be written as JSON")?;
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
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("cannot write to standard output"),
        _ => Ok(()),
    }
}

/// An area for printing: to a thousandth of a square kilometre, and a length to a metre.
pub fn thousandths(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}
