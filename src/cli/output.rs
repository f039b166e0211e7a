//! Printing on standard output, as one document at once, and writing into what a reader names as output. A reader who
//! closes the pipe early is no error.

use std::io;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use crate::failure::Failure;
use crate::platform::{self, Existing};
use crate::text::Texts;

/// Prints JSON, or the text that `text` makes of the same value.
pub fn print<T: Serialize>(value: &T, json: bool, text: impl FnOnce(&T) -> String) -> anyhow::Result<()> {
    if json {
        let mut document =
            serde_json::to_string_pretty(value).context(Texts::english().say("failure.no-json").to_owned())?;
        document.push('\n');
        printed(platform::print_json(&document))
    } else {
        print_text(&text(value))
    }
}

/// Prints a text of several lines.
pub fn print_text(text: &str) -> anyhow::Result<()> {
    printed(platform::print(text))
}

/// Writes bytes into a file, or onto standard output where that is what the file is called. What is not fit for a terminal
/// is not sent to one.
pub fn write(file: &Path, bytes: &[u8], existing: Existing) -> anyhow::Result<()> {
    if !is_standard_output(file) {
        return Ok(platform::write_whole(file, bytes, existing)?);
    }
    if platform::prints_to_terminal() {
        let failure = Failure::usage(Texts::english().say("output.terminal"));
        return Err(failure.hint(Texts::english().say("output.terminal-hint")).into());
    }
    printed(platform::print_bytes(bytes))
}

/// What becomes of a file that is there, as `--no-clobber` asks.
pub fn existing(no_clobber: bool) -> Existing {
    if no_clobber { Existing::Keep } else { Existing::Replace }
}

/// Whether a file is called as standard output is: `-`.
pub fn is_standard_output(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn printed(done: io::Result<()>) -> anyhow::Result<()> {
    done.context(Texts::english().say("failure.no-output").to_owned())
}

/// An area for printing: to a thousandth of a square kilometre, and a length to a metre.
pub fn thousandths(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}
