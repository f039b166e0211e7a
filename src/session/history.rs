//! Where the reader has been, as in a browser.

/// The selections before and after the present one, which the state of the map has.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Option<String>>,
    future: Vec<Option<String>>,
}

/// More than a lesson needs.
const LONGEST: usize = 500;

impl History {
    /// Goes to a selection; what lay ahead is forgotten. Going to where one is already changes nothing.
    pub fn go(&mut self, current: &mut Option<String>, to: Option<String>) {
        if to == *current {
            return;
        }
        self.past.push(std::mem::replace(current, to));
        self.future.clear();
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
    }

    /// Goes to the selection before the present one, if there is one.
    pub fn back(&mut self, current: &mut Option<String>) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(current, before));
        }
    }

    /// Goes to the selection that was left by going back, if there is one.
    pub fn forward(&mut self, current: &mut Option<String>) {
        if let Some(next) = self.future.pop() {
            self.past.push(std::mem::replace(current, next));
        }
    }

    /// Whether something was chosen before.
    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something was chosen after what is chosen now.
    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_work_as_in_a_browser() {
        let (mut history, mut current) = (History::default(), None);
        for id in ["kars", "nakhchivan", "batumi"] {
            history.go(&mut current, Some(id.to_owned()));
        }
        history.back(&mut current);
        history.back(&mut current);
        assert_eq!(current.as_deref(), Some("kars"));
        history.forward(&mut current);
        assert_eq!(current.as_deref(), Some("nakhchivan"));
        history.go(&mut current, Some("olti".to_owned()));
        assert!(!history.can_go_forward());
        history.back(&mut current);
        assert_eq!(current.as_deref(), Some("nakhchivan"));
    }

    #[test]
    fn going_nowhere_leaves_no_trace() {
        let (mut history, mut current) = (History::default(), None);
        history.go(&mut current, Some("kars".to_owned()));
        history.go(&mut current, Some("kars".to_owned()));
        history.back(&mut current);
        assert_eq!(current, None);
        assert!(!history.can_go_back());
    }
}
