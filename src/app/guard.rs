//! Tells a window that cannot be opened from a fault of the program. The window library panics where a file of the
//! system is missing, and that is to be told as what it is; every other panic is a fault of ours, at any time.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// Whose turn it is: what panics while the window library opens the window is the library's.
#[derive(Clone, Default)]
pub struct Turn {
    ours: Arc<AtomicBool>,
}

/// Why the window is no more, or never was, with what the panic said in one line.
#[derive(Debug, PartialEq, Eq)]
pub enum Ended {
    /// The window library could not open it.
    NoWindow(String),
    /// The program has a fault.
    Fault(String),
}

impl Turn {
    /// From now on a panic is ours.
    pub fn is_ours(&self) {
        self.ours.store(true, Ordering::Relaxed);
    }

    /// From now on a panic is that of the window library, which is still at opening the window.
    pub fn is_theirs(&self) {
        self.ours.store(false, Ordering::Relaxed);
    }
}

/// Runs the window. A panic of the library on this thread is kept to be told in place of a backtrace; any other goes to
/// the usual hook as well, which prints it, on whichever thread it comes.
pub fn guarded<T>(turn: &Turn, window: impl FnOnce() -> T) -> Result<T, Ended> {
    let said: Arc<Mutex<Option<String>>> = Arc::default();
    let heard = Arc::clone(&said);
    let here = thread::current().id();
    let turn = turn.clone();
    let theirs = turn.clone();
    let usual: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = panic::take_hook().into();
    let kept = Arc::clone(&usual);
    panic::set_hook(Box::new(move |info| {
        let is_here = thread::current().id() == here;
        if is_here && let Ok(mut heard) = heard.lock() {
            *heard = Some(info.to_string().split_whitespace().collect::<Vec<_>>().join(" "));
        }
        if !is_here || theirs.ours.load(Ordering::Relaxed) {
            kept(info);
        }
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(window));
    panic::set_hook(Box::new(move |info| usual(info)));
    done.map_err(|_| {
        let reason = said.lock().ok().and_then(|mut said| said.take()).unwrap_or_else(|| "…".to_owned());
        if turn.ours.load(Ordering::Relaxed) { Ended::Fault(reason) } else { Ended::NoWindow(reason) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One test, since the hook is one for the whole process.
    #[test]
    fn only_what_panics_while_the_window_is_being_opened_is_a_missing_window() {
        let printed: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = Arc::clone(&printed);
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| seen.lock().unwrap().push(info.to_string())));

        let before = guarded(&Turn::default(), || panic!("no libX11"));
        let turn = Turn::default();
        let while_made = guarded(&turn, || {
            turn.is_ours();
            panic!("no font");
        });
        let turn = Turn::default();
        let between = guarded(&turn, || {
            turn.is_ours();
            turn.is_theirs();
            panic!("no libEGL");
        });
        let worker = guarded(&Turn::default(), || thread::spawn(|| panic!("no ink")).join().is_err());
        let well = guarded(&Turn::default(), || 7);

        panic::set_hook(usual);
        let says = |ended: &Ended, words: &str| matches!(ended, Ended::NoWindow(said) if said.contains(words));
        assert!(says(&before.unwrap_err(), "no libX11"));
        assert!(says(&between.unwrap_err(), "no libEGL"));
        assert!(matches!(while_made.unwrap_err(), Ended::Fault(said) if said.contains("no font")));
        assert_eq!((worker, well), (Ok(true), Ok(7)));
        let printed = printed.lock().unwrap();
        let is_printed = |words: &str| printed.iter().any(|line| line.contains(words));
        assert_eq!(["no libX11", "no font", "no libEGL", "no ink"].map(is_printed), [false, true, false, true]);
    }
}
