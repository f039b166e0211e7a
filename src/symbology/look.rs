//! How things are drawn apart from their colours: widths, dashes, hatches, sizes of signs and names, and from which scale
//! on a thing is shown. All of it comes from `assets/theme.toml`; lengths are points of the page.

use serde::Deserialize;

use super::Colour;

/// Every look of the map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Looks {
    /// Lines, by what they are.
    pub lines: LineLooks,
    /// Hatches and dots on ground.
    pub hatches: HatchLooks,
    /// Signs of places.
    pub signs: SignLooks,
    /// Names.
    pub names: NameLooks,
    /// The ways lines keep off one another.
    pub offsets: Offsets,
    /// What is shown from how near.
    pub near: Nearness,
    /// What stands around the map.
    pub page: PageLooks,
    /// The looks that holders have in a photocopy, by the number that the symbology gives them.
    pub copies: Vec<CopyLook>,
}

/// The sizes of what stands around the map: text by the height of its type.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PageLooks {
    /// The day of the map.
    pub date: f64,
    /// The title, which may be set smaller where it has no room.
    pub title: f64,
    /// The sentence that says what is to be seen.
    pub reading: f64,
    /// The headings of the legend and of running text.
    pub heading: f64,
    /// The words of the legend.
    pub legend: f64,
    /// Running text, and the cells of tables.
    pub text: f64,
    /// Credits and the numbers of the scale.
    pub credits: f64,
    /// Lines between parts.
    pub rule: f64,
    /// The room between parts.
    pub gap: f64,
}

/// A line apart from its colour.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineLook {
    /// Its width.
    pub width: f64,
    /// How much of its colour it has, 0 to 1.
    #[serde(default = "whole")]
    pub opacity: f64,
    /// Lengths on and off; empty for a solid line.
    #[serde(default)]
    pub dash: Vec<f64>,
}

/// A hatch apart from its colour.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HatchLook {
    /// How far its lines, or its rows of dots, lie apart.
    pub spacing: f64,
    /// The width of a line, or the radius of a dot.
    pub width: f64,
    /// How much of its colour it has, 0 to 1.
    #[serde(default = "whole")]
    pub opacity: f64,
    /// The angle of its lines in degrees, clockwise from level.
    #[serde(default)]
    pub angle: f64,
    /// How much further the hatch of each further holder of the same ground is turned, in degrees.
    #[serde(default)]
    pub turn: f64,
}

/// The lines of the map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LineLooks {
    /// The shore of the sea.
    pub coast: LineLook,
    /// The shore of a lake.
    pub lake_shore: LineLook,
    /// Rivers of the first, second and third rank.
    pub rivers: [LineLook; 3],
    /// Meridians and parallels.
    pub graticule: LineLook,
    /// Railways, and the ties across them.
    pub railway: LineLook,
    /// The ties across a railway.
    pub railway_tie: LineLook,
    /// Today's borders behind those of the day.
    pub modern: LineLook,
    /// Lines of annexes.
    pub annex: LineLook,
    /// The border that is shown by stretches.
    pub segments: LineLook,
    /// A border by right.
    pub in_force: LineLook,
    /// A border by right where the right of one side is in dispute.
    pub disputed: LineLook,
    /// A border by right on one side of ground whose holder is not determined.
    pub provisional: LineLook,
    /// A line between those who hold the ground in fact.
    pub front: LineLook,
    /// The line between two tracts of one holder.
    pub edge: LineLook,
    /// The soft band beside a border, in the hue of the holder on its side.
    pub band: LineLook,
    /// The doubt about a line, as it stands in the legend; on the map it is as broad as the doubt.
    pub doubt: LineLook,
    /// The outline of what somebody claims.
    pub claim: LineLook,
    /// The line of an era, its dash apart, and the rim below it.
    pub era: LineLook,
    /// The rim below the line of an era.
    pub era_rim: LineLook,
    /// The borders of another day over the map, and the rim below them.
    pub ghost: LineLook,
    /// The rim below the borders of another day.
    pub ghost_rim: LineLook,
    /// The outline of what is chosen; beside chosen stretches of border; and the rim below it.
    pub chosen: LineLook,
    /// The outline of chosen ground where stretches of border are chosen too.
    pub chosen_thin: LineLook,
    /// The rim below the outline of what is chosen.
    pub chosen_rim: LineLook,
    /// A chosen stretch of border.
    pub chosen_segment: LineLook,
    /// The rim below a chosen stretch of border.
    pub chosen_segment_rim: LineLook,
    /// The ring round a chosen place.
    pub chosen_point: LineLook,
    /// The rim below the ring round a chosen place.
    pub chosen_point_rim: LineLook,
    /// The edge of the map.
    pub neatline: LineLook,
}

/// How a holder’s ground looks in a photocopy.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyLook {
    /// The ground.
    pub grey: Colour,
    /// Lines over it.
    #[serde(default)]
    pub lines: Option<HatchLook>,
    /// Dots over it.
    #[serde(default)]
    pub dots: Option<HatchLook>,
}

/// The hatches of the map.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HatchLooks {
    /// Ground whose holder is not determined.
    pub undetermined: HatchLook,
    /// Ground that several hold together by right: a stripe of each.
    pub together: HatchLook,
    /// Ground that somebody holds in fact.
    pub in_fact: HatchLook,
    /// What of a tint is left below the hatch where only holders in fact are shown, 0 to 1.
    pub in_fact_tint: f64,
    /// Ground of a land that governs itself under another.
    pub autonomy: HatchLook,
    /// The sea in a photocopy.
    pub copied_sea: HatchLook,
    /// Ground that passed to another.
    pub changed: HatchLook,
    /// The dots of local republics by right.
    pub dots: HatchLook,
    /// How much of their colour those dots have where the ground is held in fact, 0 to 1.
    pub dots_in_fact: f64,
}

/// The signs of places.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignLooks {
    /// The radii of the rings of towns: of the first importance, of the second and third, of all others.
    pub town: [f64; 3],
    /// How far the rim reaches beyond a ring.
    pub town_rim: f64,
    /// The width of a ring.
    pub town_ring: f64,
    /// How far the name of a town stands from the middle of its ring.
    pub town_gap: f64,
    /// The radii of the seal of a place where something was signed that day: its three discs, from the outside.
    pub seal: [f64; 3],
    /// Half the width of the triangle of a peak or pass.
    pub peak: f64,
    /// The radius of the ring round a chosen place.
    pub chosen: f64,
    /// How far the ties of a railway lie apart, and half their length.
    pub railway_tie: [f64; 2],
}

/// The names of the map.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NameLooks {
    /// Those who hold the ground: the sizes that are tried in turn.
    pub polity: [f64; 3],
    /// Regions of the first importance, of the second, of all others.
    pub region: [f64; 3],
    /// The sea.
    pub sea: f64,
    /// Towns of the first importance, of the second, of all others.
    pub town: [f64; 3],
    /// The size of the local name of a town, for that of its name.
    pub local: f64,
    /// Peaks and passes.
    pub peak: f64,
    /// Lakes.
    pub lake: f64,
    /// Rivers of the first rank, and of all others.
    pub river: [f64; 2],
    /// Points of annexes.
    pub waypoint: f64,
    /// Eras along their lines.
    pub era: f64,
    /// Stretches of the border by their number, and chosen ones by their name.
    pub segment: [f64; 2],
    /// Degrees at the edge of the map.
    pub degree: f64,
    /// A chosen place.
    pub chosen: f64,
    /// The width of the rim for a size.
    pub rim_part: f64,
    /// The least and the greatest width of the rim.
    pub rim: [f64; 2],
    /// How much of its colour the rim has, 0 to 1.
    pub rim_opacity: f64,
    /// How far names of holders stand clear of all others.
    pub clear: f64,
}

/// How far lines keep off one another.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Offsets {
    /// The lines of eras that run together.
    pub era: f64,
    /// The outline of the first claimant from the border, inwards.
    pub claim: f64,
    /// The outline of each further claimant from the one before.
    pub next_claim: f64,
}

/// From how near things are shown. Nearness is points of the page for a kilometre of the map.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Nearness {
    /// Where places of the second to the fifth importance begin to be named.
    pub places: [f64; 4],
    /// Where towns of the second and of the third importance begin to be named on maps with few names.
    pub few: [f64; 2],
    /// Where the names of holders end.
    pub polities_until: f64,
    /// Where rivers of the third rank begin to be drawn, and to be named; and where every piece of a river is named.
    pub rivers: [f64; 3],
    /// Where points of annexes begin to be named.
    pub waypoints: f64,
    /// How broad the doubt about a line must be to be drawn, and how broad it is drawn at most, in points.
    pub doubt: [f64; 2],
    /// How large the ground of a holder must be to be named: the side of a square of its size, in points.
    pub polity_ground: f64,
}

fn whole() -> f64 {
    1.0
}
