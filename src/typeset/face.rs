//! The faces that a text can have, and the names of the fonts behind them.

/// How a text is to look; characters that the face lacks come from the fonts of their scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Noto Sans.
    Sans,
    /// Noto Sans, half bold.
    SansSemiBold,
    /// Noto Sans, slanted.
    SansItalic,
    /// Noto Serif.
    Serif,
    /// Noto Serif, half bold.
    SerifSemiBold,
    /// Noto Serif, slanted.
    SerifItalic,
}

/// A bundled font file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(pub(super) u8);

impl Face {
    /// The font of the face's own characters.
    pub(super) fn font(self) -> FontId {
        FontId(match self {
            Self::Sans => 0,
            Self::SansSemiBold => 1,
            Self::SansItalic => 2,
            Self::Serif => 3,
            Self::SerifSemiBold => 4,
            Self::SerifItalic => 5,
        })
    }
}

impl FontId {
    /// The place of the font among all of them, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}
