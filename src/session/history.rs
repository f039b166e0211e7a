//! Where the reader has been, as in a browser.

/// Selections in the order in which they were made, with a place among them.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Option<String>>,
    current: Option<String>,
    future: Vec<Option<String>>,
}

/// More than a lesson needs.
const LONGEST: usize = 500;

impl History {
    pub fn current(&self) -> Option<&str> {
        self.current.as_deref()
    }

    /// Goes to a selection; what lay ahead is forgotten. Going to where one is already changes nothing.
    pub fn go(&mut self, to: Option<String>) {
        if to == self.current {
            return;
        }
        self.past.push(std::mem::replace(&mut self.current, to));
        self.future.clear();
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
    }

    pub fn back(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.current, before));
        }
    }

    pub fn forward(&mut self) {
        if let Some(next) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.current, next));
        }
    }

    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_work_as_in_a_browser() {
        let mut history = History::default();
        for id in ["kars", "nakhchivan", "batumi"] {
            history.go(Some(id.to_owned()));
        }
        history.back();
        history.back();
        assert_eq!(history.current(), Some("kars"));
        history.forward();
        assert_eq!(history.current(), Some("nakhchivan"));
        history.go(Some("olti".to_owned()));
        assert!(!history.can_go_forward());
        history.back();
        assert_eq!(history.current(), Some("nakhchivan"));
    }

    #[test]
    fn going_nowhere_leaves_no_trace() {
        let mut history = History::default();
        history.go(Some("kars".to_owned()));
        history.go(Some("kars".to_owned()));
        history.back();
        assert_eq!(history.current(), None);
        assert!(!history.can_go_back());
    }
}
