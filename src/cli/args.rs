//! The arguments of every command. What an argument alone can show to be wrong is refused here; what needs
//! the atlas is refused by the command.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::model::{Day, day_from_words};
use crate::units::LonLat;

/// The border between Turkey and the South Caucasus, and the treaties that moved it.
///
/// Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "kars-atlas", version, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A folder of data to lay over the atlas (the form of `data/`)
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// The day that the window shows
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,
    /// What the window selects
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// GeoJSON files to lay over the map
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes the map of a day as a finished figure; needs no display
    Export(ExportArgs),
    /// Says who held a point or a tract on a day
    Query(QueryArgs),
    /// Lists the tracts whose holder differs between two days
    Changes(ChangesArgs),
    /// Lists every date on which something changes
    Steps(StepsArgs),
    /// Shows an entry with all its links, both ways
    Show(ShowArgs),
    /// Searches names, articles, events, people and sources
    Search(SearchArgs),
    /// Lists the entries of a kind
    List(ListArgs),
    /// Writes the whole record for use elsewhere
    Record(RecordArgs),
    /// Cites an entry
    Cite(CiteArgs),
    /// Says how many statements stand at which grade of certainty, as Markdown
    Coverage,
    /// Judges the atlas, or GeoJSON files
    Check(CheckArgs),
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The day that the map shows
    #[arg(long, value_parser = day, required_unless_present = "compare")]
    pub date: Option<Day>,
    /// Two days to compare in one figure
    #[arg(long, value_name = "A,B", value_parser = two_days, conflicts_with = "date")]
    pub compare: Option<TwoDays>,
    /// How the two days are shown
    #[arg(long = "as", value_enum, default_value = "swipe")]
    pub compare_as: CompareName,
    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Width and height in pixels (points in SVG and PDF), 200 to 8192 each
    #[arg(long, value_name = "WxH", default_value = "1920x1080", value_parser = size)]
    pub size: Size,
    /// The format; left out, the ending of the file says it
    #[arg(long, value_enum)]
    pub format: Option<FormatName>,
    /// What stands out, while the rest is dimmed
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// Zooms to the selection
    #[arg(long, requires = "select")]
    pub zoom: bool,
    #[arg(long, value_enum, default_value = "light")]
    pub theme: ThemeName,
    /// Eras whose lines are shown, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub eras: Vec<String>,
    /// In which senses ground is held
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["de-jure", "de-facto"])]
    pub senses: Vec<SenseName>,
    /// GeoJSON files to lay over the map
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct QueryArgs {
    /// The day that is asked for
    #[arg(long, value_parser = day)]
    pub date: Day,
    /// A point in degrees, longitude first
    #[arg(long, value_name = "LON,LAT", value_parser = lonlat, allow_hyphen_values = true)]
    #[arg(required_unless_present = "tract", conflicts_with = "tract")]
    pub at: Option<LonLat>,
    /// A tract by its id
    #[arg(long, value_name = "ID")]
    pub tract: Option<String>,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ChangesArgs {
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Day,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Day,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct StepsArgs {
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    pub id: String,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct SearchArgs {
    /// What to look for
    #[arg(required = true, num_args = 1..)]
    pub text: Vec<String>,
    /// The most hits to give
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub limit: usize,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct ListArgs {
    #[arg(value_enum)]
    pub kind: ListKind,
    /// Prints JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// GeoJSON files; without any, the atlas is judged
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    Png,
    Svg,
    Pdf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SenseName {
    DeJure,
    DeFacto,
    Claims,
    /// The ground alone
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListKind {
    Tracts,
    Instruments,
    Articles,
    Events,
    Segments,
    Polities,
    Places,
    Waypoints,
    People,
    Sources,
    /// Where the sources contradict one another
    Claims,
    Eras,
}

/// A size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// The smallest and the largest side of a picture.
const SIDES: std::ops::RangeInclusive<u32> = 200..=8192;

fn day(text: &str) -> Result<Day, String> {
    day_from_words(text)
        .ok_or_else(|| "not a date (write 1921-10-13, 13 October 1921, October 1921 or 1921)".to_owned())
}

fn size(text: &str) -> Result<Size, String> {
    let parts = text.split_once(['x', 'X', '×']).and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    let Some((width, height)) = parts else {
        return Err("write width and height in pixels, as in 1920x1080".to_owned());
    };
    if SIDES.contains(&width) && SIDES.contains(&height) {
        Ok(Size { width, height })
    } else {
        Err(format!("each side must have {} to {} pixels", SIDES.start(), SIDES.end()))
    }
}

fn lonlat(text: &str) -> Result<LonLat, String> {
    let number = |part: &str| part.trim().parse().ok().filter(|number: &f64| number.is_finite());
    text.split_once(',')
        .and_then(|(lon, lat)| Some(LonLat::new(number(lon)?, number(lat)?)))
        .ok_or_else(|| "write longitude and latitude in degrees, as in 43.09,40.61".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_one_another() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_size_has_two_sane_sides() {
        assert_eq!(size("640x480"), Ok(Size { width: 640, height: 480 }));
        for text in ["640", "640x", "x480", "0x0", "-5x10", "100x100", "8193x1000", "1e3x1000", "99999999999x1000"] {
            assert!(size(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_point_is_two_finite_numbers() {
        assert_eq!(lonlat("43.09, 40.61"), Ok(LonLat::new(43.09, 40.61)));
        assert_eq!(lonlat("-43.09,40.61"), Ok(LonLat::new(-43.09, 40.61)));
        for text in ["", "43", "43;40", "nan,40", "43,inf", "43,40,5"] {
            assert!(lonlat(text).is_err(), "{text}");
        }
    }
}

#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    #[arg(long, value_enum)]
    pub format: RecordFormat,
    /// The file to write; for CSV the folder
    #[arg(long, short, value_name = "PATH")]
    pub output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct CiteArgs {
    pub id: String,
    #[arg(long, value_enum, default_value = "note")]
    pub format: CiteFormat,
}

/// The forms that the whole record goes out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RecordFormat {
    /// One GeoJSON file in the Linked Places format
    LinkedPlaces,
    /// A folder with one file a table
    Csv,
}

/// The forms of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CiteFormat {
    /// A note in the Chicago style
    Note,
    Bibtex,
    /// CSL-JSON
    Csl,
}

/// Two days, as `1878-07-12,1921-10-13`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoDays {
    pub a: Day,
    pub b: Day,
}

fn two_days(text: &str) -> Result<TwoDays, String> {
    let (a, b) = text.split_once(',').ok_or("write two days with a comma between them: 1878-07-12,1921-10-13")?;
    Ok(TwoDays { a: day(a)?, b: day(b)? })
}

/// How two days are shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CompareName {
    /// A at the left of a line, B at its right
    Swipe,
    SideBySide,
    /// The borders of A over the map of B
    Ghost,
}
