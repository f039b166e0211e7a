//! The ways in which the ground of holders is told apart: by colour, by greys and patterns for a copier, or not at all.

/// How the ground of holders is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// By colour.
    #[default]
    Colour,
    /// By greys and patterns that a photocopier keeps.
    Photocopy,
    /// Not at all: white ground with borders and coast, to be coloured by hand.
    Outline,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Colour, Self::Photocopy, Self::Outline];

    /// The name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Colour => "colour",
            Self::Photocopy => "photocopy",
            Self::Outline => "outline",
        }
    }

    /// The style that `id` names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.id() == id)
    }
}
