//! How many names stand on a map.

/// How many names stand on a map, from all to none. Each step has what the next has, and more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamesShown {
    /// No name at all.
    None,
    /// The names of those who hold the ground.
    States,
    /// These and the towns of the first importance.
    Few,
    /// All names of the layers that are shown, as far as there is room.
    #[default]
    All,
}

impl NamesShown {
    /// Every choice, from most names to none.
    pub const ALL: [Self; 4] = [Self::All, Self::Few, Self::States, Self::None];

    /// The name in links, state files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Few => "few",
            Self::States => "states",
            Self::None => "none",
        }
    }

    /// The choice that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|names| names.id() == id)
    }
}
