//! The files that are built into the program: the data folder and the assets. Nothing is read from elsewhere.

/// Every fact about the world: the names and bytes of the files of `data/`, sorted by name (see build.rs).
pub static DATA: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/data_files.rs"));

/// The words for people, a file for each language: the names and bytes of `assets/texts/`, sorted by name.
pub static TEXTS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/text_files.rs"));

/// How pages are laid out, a file for each: the names and bytes of `assets/templates/`, sorted by name.
pub static TEMPLATES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/template_files.rs"));

/// Colours, sizes and other settings of the look.
pub static THEME: &str = include_str!("../assets/theme.toml");

/// The program's icon, 256 x 256 PNG.
pub static ICON: &[u8] = include_bytes!("../assets/icon.png");

/// A font file.
pub struct FontFile {
    /// Its name without the ending.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

macro_rules! font {
    ($name:literal) => {
        FontFile { name: $name, bytes: include_bytes!(concat!("../assets/fonts/", $name, ".ttf")) }
    };
}

/// Text.
pub static NOTO_SANS: FontFile = font!("NotoSans-Regular");
/// Text that stands out, and headings within a panel.
pub static NOTO_SANS_SEMIBOLD: FontFile = font!("NotoSans-SemiBold");
/// Titles and remarks.
pub static NOTO_SANS_ITALIC: FontFile = font!("NotoSans-Italic");
/// Names of states.
pub static NOTO_SERIF: FontFile = font!("NotoSerif-Regular");
/// Headings.
pub static NOTO_SERIF_SEMIBOLD: FontFile = font!("NotoSerif-SemiBold");
/// Names of waters.
pub static NOTO_SERIF_ITALIC: FontFile = font!("NotoSerif-Italic");
/// Georgian letters.
pub static NOTO_SANS_GEORGIAN: FontFile = font!("NotoSansGeorgian-Regular");
/// Armenian letters.
pub static NOTO_SANS_ARMENIAN: FontFile = font!("NotoSansArmenian-Regular");
/// Arabic letters, for Persian and Ottoman Turkish as well.
pub static NOTO_SANS_ARABIC: FontFile = font!("NotoSansArabic-Regular");
/// Chinese characters.
pub static NOTO_SANS_SC: FontFile = font!("NotoSansSC-Regular");
/// Signs.
pub static NOTO_SANS_SYMBOLS: FontFile = font!("NotoSansSymbols-Regular");
/// More signs.
pub static NOTO_SANS_SYMBOLS_2: FontFile = font!("NotoSansSymbols2-Regular");
