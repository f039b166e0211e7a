//! Work beside the window. Where no thread can be made it is done at once, and a panic in it is an answer like any other.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex};

use thiserror::Error;

use super::native::spawn;

/// Work that was begun and gives one answer.
pub struct Job<T> {
    answer: Receiver<Result<T, Died>>,
}

/// What stands for the words of work that ended without any.
const UNKNOWN: &str = "…";

/// The work ended in a panic, which says this; `…` where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Died(String);

impl<T: Send + 'static> Job<T> {
    /// Begins the work on a thread of its own, or does it at once where none can be made. `wake` is called when the
    /// answer is there.
    pub fn start(work: impl FnOnce() -> T + Send + 'static, wake: impl FnOnce() + Send + 'static) -> Self {
        let (sender, answer) = channel();
        let run = move || {
            answered(work, &sender);
            wake();
        };
        // A thread that could not be made takes what it was to run with it.
        let run = Arc::new(Mutex::new(Some(run)));
        let theirs = Arc::clone(&run);
        let begin = |run: &Mutex<Option<_>>| run.lock().ok().and_then(|mut run| run.take());
        if spawn(move || begin(&theirs).into_iter().for_each(|run| run())).is_err()
            && let Some(run) = begin(&run)
        {
            run();
        }
        Self { answer }
    }

    /// Does the work before it returns.
    pub fn at_once(work: impl FnOnce() -> T) -> Self {
        let (sender, answer) = channel();
        answered(work, &sender);
        Self { answer }
    }

    /// The answer, once, when it is there.
    pub fn poll(&self) -> Option<Result<T, Died>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Died(UNKNOWN.to_owned()))),
        }
    }
}

fn answered<T>(work: impl FnOnce() -> T, sender: &Sender<Result<T, Died>>) {
    let answer = catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Died(said(panic.as_ref())));
    // Whoever asked may be gone by now.
    let _ = sender.send(answer);
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or(UNKNOWN).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_answers_once_and_wakes_whoever_waits() {
        let (woken, waits) = channel();
        let job = Job::start(|| 7, move || woken.send(()).unwrap());
        waits.recv().unwrap();
        assert_eq!(job.poll(), Some(Ok(7)));
        assert!(Job::at_once(|| 8).poll() == Some(Ok(8)));
    }

    #[test]
    fn work_that_panics_is_told_and_wakes_too() {
        let (woken, waits) = channel();
        let job: Job<()> = Job::start(|| panic!("no {}", "ink"), move || woken.send(()).unwrap());
        waits.recv().unwrap();
        assert_eq!(job.poll(), Some(Err(Died("no ink".to_owned()))));
    }
}
