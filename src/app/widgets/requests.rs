//! What a reader asks for in the window: the one type that every panel returns. A panel draws what it is given and changes
//! nothing but what it remembers of itself.

use std::ops::AddAssign;

use crate::session::Command;

/// A command to the window itself: what concerns neither the map nor the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowCommand {
    /// Hide everything but the map, or show it again.
    OnlyMap,
    /// Open or close the help page.
    Help,
    /// Open or close the panel of layers.
    Layers,
    /// Open or close the panel about what is chosen.
    Details,
    /// Open or close the timeline.
    Timeline,
    /// Start or stop the player.
    Play,
    /// Begin a comparison of two days, or end it.
    Compare,
    /// Ask for a file of the reader's own.
    OpenData,
    /// Open the dialog for saving.
    SavePicture,
    /// Put the map on the clipboard as a picture.
    CopyPicture,
    /// Put a link to the map on the clipboard.
    CopyLink,
    /// Put a citation on the clipboard, and say so.
    CopyCitation(String),
    /// Put the cursor into the date field.
    GoToDate,
    /// Put the cursor into the search field.
    Search,
    /// Say that a text is no date.
    NoDay(String),
}

/// One thing that the reader asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// For the session.
    Session(Command),
    /// For the window.
    Window(WindowCommand),
}

impl From<Command> for Request {
    fn from(command: Command) -> Self {
        Self::Session(command)
    }
}

impl From<WindowCommand> for Request {
    fn from(command: WindowCommand) -> Self {
        Self::Window(command)
    }
}

/// What the reader asked for in one frame, in the order in which it was asked.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Requests(Vec<Request>);

impl Requests {
    /// Adds a request behind the others.
    pub fn push(&mut self, request: impl Into<Request>) {
        self.0.push(request.into());
    }

    /// Whether the reader goes to an entry.
    pub fn go_to_an_entry(&self) -> bool {
        self.0.iter().any(|request| matches!(request, Request::Session(Command::GoTo(_))))
    }
}

impl AddAssign for Requests {
    fn add_assign(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

impl IntoIterator for Requests {
    type Item = Request;
    type IntoIter = std::vec::IntoIter<Request>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
