//! The arguments of every command. What an argument alone can show to be wrong is refused here; what needs
//! the atlas is refused by the command.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::values::{Size, TwoDays, day, lonlat, names, scale, seconds, size, two_days};
use crate::model::Day;
use crate::page::Paper;
use crate::symbology::{Audience, Style};
use crate::units::LonLat;
use crate::view::{BaseLayer, CompareMode, NamesShown, Senses};

/// The border between Turkey and the South Caucasus, and the treaties that moved it.
///
/// Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "kars-atlas", version, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A folder with another atlas, in place of the one that is built in (the form of `data/`)
    #[arg(long, value_name = "DIR", global = true)]
    pub atlas: Option<PathBuf>,
    /// A folder of data to lay over the atlas (the form of `data/`)
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// The day that the window shows
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,
    /// What the window selects
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// A state file that the window opens in
    #[arg(long, value_name = "FILE")]
    pub state: Option<PathBuf>,
    /// A link to open, or GeoJSON files to lay over the map
    #[arg(value_name = "LINK|FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes the map of a day as a finished figure; needs no display
    Export(Box<ExportArgs>),
    /// Writes the maps of a span of time as a picture that moves; needs no display
    Animate(AnimateArgs),
    /// Writes days on paper for a class: map, holders, events, articles, questions; needs no display
    Handout(HandoutArgs),
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
    /// Prints the link of a map: it opens in the window, and with `export --link`
    Link(Box<LinkArgs>),
    /// Judges the atlas, or GeoJSON files
    Check(CheckArgs),
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    #[command(flatten)]
    pub state: StateArgs,
    /// The file to write; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Leaves a file that is there alone, and fails
    #[arg(long)]
    pub no_clobber: bool,
    /// The page by its use, or a file with a template of your own [default: figure]
    #[arg(long, value_name = "PAGE|FILE")]
    pub page: Option<String>,
    /// Width and height of the picture in pixels, 200 to 8192 each; everything on the page grows with it
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<Size>,
    /// Whom type and signs are for; left out, as the page has it
    #[arg(long, value_name = "READER", value_parser = names(&Audience::ALL.map(Audience::id)))]
    pub text: Option<String>,
    /// How the ground of holders is told apart
    #[arg(long, value_name = "STYLE", default_value = "colour", value_parser = names(&Style::ALL.map(Style::id)))]
    pub style: String,
    /// The title; an empty one is none
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The sentence below the title; an empty one is none
    #[arg(long, value_name = "TEXT")]
    pub subtitle: Option<String>,
    /// Whether there is a legend
    #[arg(long, value_name = "on|off", default_value = "on", value_parser = names(&["on", "off"]))]
    pub legend: String,
    /// An article whose text stands beside the map
    #[arg(long, value_name = "ID")]
    pub article: Option<String>,
    /// Several days: a map of each on one page, or with `--format pptx` a slide of each
    #[arg(long, value_name = "DATE", value_delimiter = ',', value_parser = day)]
    pub dates: Vec<Day>,
    /// The format; left out, the ending of the file says it
    #[arg(long, value_enum)]
    pub format: Option<FormatName>,
    /// How the words of an SVG stand in it: as text that can be edited where the fonts are, or as outlines
    #[arg(long, value_enum, default_value = "outlines")]
    pub text_as: TextAsName,
    /// Zooms to the selection
    #[arg(long, requires = "select", conflicts_with_all = ["at", "extent"])]
    pub zoom: bool,
    #[arg(long, value_enum, default_value = "light")]
    pub theme: ThemeName,
    /// GeoJSON files to lay over the map
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct HandoutArgs {
    /// The days, each on pages of its own
    #[arg(long, value_name = "DATE", value_delimiter = ',', value_parser = day, required = true)]
    pub dates: Vec<Day>,
    /// The PDF to write
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Leaves a file that is there alone, and fails
    #[arg(long)]
    pub no_clobber: bool,
    /// The paper
    #[arg(long, value_name = "PAPER", default_value = "a4", value_parser = names(&Paper::ALL.map(Paper::id)))]
    pub paper: String,
    /// Takes the names off the map; the answers stand on the last page
    #[arg(long)]
    pub worksheet: bool,
    /// Lists the names that are to be found, in the order of the alphabet
    #[arg(long, requires = "worksheet")]
    pub words: bool,
    /// The articles that are printed, by id; left out, those that moved the ground
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub articles: Vec<String>,
    /// How the ground of holders is told apart [default: photocopy, of a worksheet outline]
    #[arg(long, value_name = "STYLE", value_parser = names(&Style::ALL.map(Style::id)))]
    pub style: Option<String>,
}

/// What a map shows, option by option. With `--link` or `--state` the options change what stands there.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct StateArgs {
    /// A link whose map is shown; other options change it
    #[arg(long, value_name = "LINK")]
    pub link: Option<String>,
    /// A state file whose map is shown; other options change it
    #[arg(long, value_name = "FILE", conflicts_with = "link")]
    pub state: Option<PathBuf>,
    /// The day that the map shows
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub date: Option<Day>,
    /// Two days to compare in one figure
    #[arg(long, value_name = "A,B", value_parser = two_days, conflicts_with = "date")]
    pub compare: Option<TwoDays>,
    /// How the two days are shown [default: swipe]
    #[arg(long = "as", value_name = "HOW", value_parser = names(&CompareMode::ALL.map(CompareMode::id)))]
    pub compare_as: Option<String>,
    /// What stands out, while the rest is dimmed
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// Eras whose lines are shown, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub eras: Option<Vec<String>>,
    /// In which senses ground is held [default: de-jure,de-facto]
    #[arg(long, value_name = "SENSE", value_delimiter = ',', value_parser = names(&Senses::IDS))]
    pub senses: Option<Vec<String>>,
    /// The layers under and over the holdings
    #[arg(long, value_name = "LAYER", value_delimiter = ',', value_parser = names(&BaseLayer::ALL.map(BaseLayer::id)))]
    pub layers: Option<Vec<String>>,
    /// How many names stand on the map [default: all]
    #[arg(long, value_name = "NAMES", value_parser = names(&NamesShown::ALL.map(NamesShown::id)))]
    pub names: Option<String>,
    /// The middle of the map in degrees, longitude first
    #[arg(long, value_name = "LON,LAT", value_parser = lonlat, allow_hyphen_values = true, requires = "scale")]
    pub at: Option<LonLat>,
    /// Metres of the map for a point of the page
    #[arg(long, value_name = "METRES", value_parser = scale, requires = "at")]
    pub scale: Option<f64>,
    /// An entry whose ground fills the map
    #[arg(long, value_name = "ID", conflicts_with = "at")]
    pub extent: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct LinkArgs {
    #[command(flatten)]
    pub state: StateArgs,
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
    /// Slides for `PowerPoint` and `LibreOffice`, one a day
    Pptx,
}

/// How the words of an SVG stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TextAsName {
    /// The same picture with any fonts
    Outlines,
    /// Words that can be edited
    Text,
}

#[derive(Debug, clap::Args)]
pub struct AnimateArgs {
    /// The first day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub from: Day,
    /// The last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub to: Day,
    /// The file to write, .gif or .png (APNG); for frames the folder
    #[arg(long, short, value_name = "PATH")]
    pub output: PathBuf,
    /// Leaves a file that is there alone, and fails
    #[arg(long)]
    pub no_clobber: bool,
    /// Width and height of the picture in pixels
    #[arg(long, value_name = "WxH", value_parser = size, default_value = "1280x720")]
    pub size: Size,
    /// How long each map is shown; the last is held longer
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "1.5")]
    pub seconds_per_step: f64,
    /// On which days there is a map
    #[arg(long, value_enum, default_value = "step")]
    pub every: Every,
    /// The format; left out, the ending of the file says it
    #[arg(long, value_enum)]
    pub format: Option<FilmFormat>,
    /// The page by its use, or a file with a template of your own [default: slide]
    #[arg(long, value_name = "PAGE|FILE")]
    pub page: Option<String>,
    /// What stands out, while the rest is dimmed
    #[arg(long, value_name = "ID")]
    pub select: Option<String>,
    /// An entry whose ground fills the map
    #[arg(long, value_name = "ID")]
    pub extent: Option<String>,
    /// Eras whose lines are shown, by id
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub eras: Option<Vec<String>>,
}

/// On which days an animation has a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Every {
    /// Each day on which the map changes
    Step,
    /// The first of each month
    Month,
    /// The first of each year
    Year,
}

/// The forms of an animation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FilmFormat {
    /// 255 colours, shown everywhere
    Gif,
    /// APNG, in full colour
    Png,
    /// Numbered PNG pictures in a folder
    Frames,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    Light,
    Dark,
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
    /// Who claimed a tract without holding it by right
    Claims,
    /// Where the sources contradict one another
    Disagreements,
    Eras,
}

#[derive(Debug, clap::Args)]
pub struct RecordArgs {
    #[arg(long, value_enum)]
    pub format: RecordFormat,
    /// The file to write, `-` for standard output; for CSV the folder
    #[arg(long, short, value_name = "PATH")]
    pub output: PathBuf,
    /// Leaves a file that is there alone, and fails
    #[arg(long)]
    pub no_clobber: bool,
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
    /// A folder with one file per table
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_one_another() {
        Args::command().debug_assert();
    }
}
