//! Standard output and standard error. What cannot be told is not told: a message never breaks the work that it is about.
//! Characters that would steer a terminal, or turn its text round, are shown and not sent.

use std::cell::RefCell;
use std::fmt::{Display, Write as _};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Tells a line on standard error, whatever it holds. Where standard error is full or closed it is lost.
pub fn tell(line: impl Display) {
    let mut line = on_one_line(&line.to_string());
    line.push('\n');
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// A line of a terminal that is written over: how far some work has come. Where standard error goes elsewhere, or is full or
/// closed, nothing is told.
pub struct LineOver {
    /// What stands there.
    last: RefCell<String>,
    is_terminal: bool,
}

impl Default for LineOver {
    fn default() -> Self {
        Self { last: RefCell::default(), is_terminal: io::stderr().is_terminal() }
    }
}

impl LineOver {
    /// Tells another line in place of the last.
    pub fn tell(&self, line: &str) {
        if self.is_terminal && self.last.replace(line.to_owned()) != line {
            write_over(&on_one_line(line));
        }
    }

    /// Clears the line.
    pub fn end(&self) {
        if self.is_terminal {
            write_over("\u{1b}[K");
        }
    }
}

fn write_over(text: &str) {
    let mut errors = io::stderr().lock();
    let _ = write!(errors, "\r{text}").and_then(|()| errors.flush());
}

/// Does some work, and says on a terminal what is being done where it takes more than a moment.
pub fn while_told<T>(line: &str, work: impl FnOnce() -> T) -> T {
    const MOMENT: Duration = Duration::from_secs(1);
    if !io::stderr().is_terminal() || !super::has_threads() {
        return work();
    }
    let (done, is_done) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if is_done.recv_timeout(MOMENT) == Err(RecvTimeoutError::Timeout) {
                tell(line);
            }
        });
        let worked = work();
        drop(done);
        worked
    })
}

/// Prints a text of several lines on standard output. A reader who closes the pipe early is no error.
pub fn print(text: &str) -> io::Result<()> {
    print_bytes(shown(text, |c| matches!(c, '\n' | '\t'), plainly).as_bytes())
}

/// Prints a JSON document on standard output: as `print`, with the escapes of JSON.
pub fn print_json(document: &str) -> io::Result<()> {
    print_bytes(shown(document, |c| c == '\n', as_json).as_bytes())
}

/// Prints bytes as they are.
pub fn print_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Whether standard output goes to a terminal.
pub fn prints_to_terminal() -> bool {
    io::stdout().is_terminal()
}

/// A text on one line, with what steers a terminal shown.
pub fn on_one_line(text: &str) -> String {
    shown(text, |_| false, plainly)
}

fn shown(text: &str, passes: impl Fn(char) -> bool, show: impl Fn(char, &mut String)) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) && !passes(c) { show(c, &mut shown) } else { shown.push(c) }
    }
    shown
}

/// Control characters, and those that turn the direction of a text (Unicode Standard Annex 9).
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A line break is a space, any other is its number.
fn plainly(c: char, into: &mut String) {
    if matches!(c, '\n' | '\r' | '\t') {
        into.push(' ');
    } else {
        let _ = write!(into, "<U+{:04X}>", u32::from(c));
    }
}

/// They stand in strings alone, and all of them are in the basic plane.
fn as_json(c: char, into: &mut String) {
    let _ = write!(into, "\\u{:04x}", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_letters_pass() {
        let name = "Ka\u{1b}]0;x\u{7}rs \u{202e}\u{9b}é ə Қарс گومری\u{200c} x\r\ny";
        assert_eq!(on_one_line(name), "Ka<U+001B>]0;x<U+0007>rs <U+202E><U+009B>é ə Қарс گومری\u{200c} x  y");
        let json = serde_json::json!({ "a": name }).to_string();
        let printed = shown(&json, |c| c == '\n', as_json);
        assert!(!printed.contains(['\u{202e}', '\u{9b}', '\u{1b}']), "{printed}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&printed).unwrap()["a"], name);
    }
}
