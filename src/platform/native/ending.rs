//! What happens when the program is told to end, by Ctrl-C or by the system: files that were not finished are taken away,
//! and a window closes as if its reader had closed it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The exit status of a program that Ctrl-C has ended.
const ENDED: i32 = 130;
/// How long whoever closes in order has for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Files that are to be taken away if the program ends before they are finished.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
/// How to end in order, if anybody knows.
static IN_ORDER: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// From now on the program ends in order when it is told to end (INT, TERM, HUP). To be called once; where no thread can be
/// made it ends at once, as any program does.
pub fn prepare_to_end() {
    if super::has_threads() {
        let _ = ctrlc::set_handler(|| {
            let asked = IN_ORDER.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(ask) = asked {
                ask();
                std::thread::sleep(PATIENCE);
            }
            end();
        });
    }
}

/// How the program is to be asked to end: it has a few seconds to do so.
pub fn end_in_order(ask: impl Fn() + Send + 'static) {
    *IN_ORDER.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(ask));
}

/// Takes away what is unfinished, and ends. Nobody can begin another file meanwhile.
fn end() {
    let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    for file in unfinished.iter() {
        // One that is finished by now is not there.
        let _ = std::fs::remove_file(file);
    }
    std::process::exit(ENDED);
}

/// A file is begun.
pub(super) fn remember(file: &Path) {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_owned());
}

/// A file is finished or given up.
pub(super) fn forget(file: &Path) {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).remove(file);
}
