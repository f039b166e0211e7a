//! The record and its ground, joined: every layer on the map plane, who holds what on a day, what refers
//! to what. All that is derived once and used by everything above.

mod day;
mod links;
mod occasion;
mod relief;
mod said;
mod span;
mod steps;

use std::collections::HashMap;
use std::sync::OnceLock;

pub use crate::model::Relation;
pub use day::{DayMap, TractHolders};
pub use links::{Link, Links};
pub use occasion::Occasion;
pub use relief::Relief;
pub use steps::{Change, ClaimChange, Step, StepChange};

use crate::catalog::{Catalog, Line};
use crate::geometry::{Ground, Polyline, Projection, area_km2, length_km};
use crate::model::{
    Atlas, Certainty, Day, Kind, Origin, Place, Problem, Sense, Settings, Severity, TractKind, Waypoint, When,
};
use crate::symbology::{Symbology, Theme, ThemeChoice};
use crate::text::Texts;
use crate::units::{LonLat, MapPoint, MapRect};

/// Everything that the atlas knows, ready to be drawn and asked.
pub struct World {
    /// What the atlas covers and how it is cut.
    pub settings: Settings,
    /// The colours of the atlas.
    pub symbology: std::sync::Arc<Symbology>,
    /// The record.
    pub atlas: Atlas,
    /// How degrees become metres of the map plane.
    pub projection: Projection,
    /// The outlines of the tracts, joined.
    pub ground: Ground,
    /// Shores of the sea.
    pub coast: Vec<MapLine>,
    /// Lakes.
    pub lakes: Vec<MapArea>,
    /// Rivers.
    pub rivers: Vec<MapLine>,
    /// Railways.
    pub railways: Vec<MapLine>,
    /// Borders of today.
    pub modern: Vec<MapLine>,
    /// Lines of treaties that were drawn by hand.
    pub drawn: Vec<MapLine>,
    /// In the order of the record.
    pub segments: Vec<MapLine>,
    /// Land of the wider region, coarse, in degrees.
    pub locator: Vec<Vec<Vec<LonLat>>>,
    /// The shape of the land, for shading.
    pub relief: Option<Relief>,
    /// What was wrong with the data, in the order of the files.
    pub problems: Vec<Problem>,
    /// The outlines as they were read, for measuring.
    outlines: HashMap<String, Vec<Vec<Vec<LonLat>>>>,
    outline_origins: HashMap<String, Origin>,
    segment_lines: HashMap<String, Vec<Vec<LonLat>>>,
    holdings: Vec<TractHoldings>,
    /// The arcs between two tracts, by their positions, smaller first: what the record says of the edge.
    edges: HashMap<(usize, usize), usize>,
    /// Where the places lie on the map plane, in the order of the record; the waypoints likewise.
    place_points: Vec<MapPoint>,
    waypoint_points: Vec<Option<MapPoint>>,
    areas_km2: Vec<OnceLock<f64>>,
    links: OnceLock<Links>,
}

/// A line on the map plane.
#[derive(Clone, Debug)]
pub struct MapLine {
    /// The id of the entry that it belongs to.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// How soon it is shown, 1 (first) upwards.
    pub rank: u8,
    /// When it came to be.
    pub from: Option<When>,
    /// When it ceased to be.
    pub to: Option<When>,
    /// How sure its course is.
    pub certainty: Option<Certainty>,
    /// What a reader should know of its course.
    pub note: Option<String>,
    /// Its parts.
    pub courses: Vec<Polyline>,
}

/// An area on the map plane, as closed rings for the even-odd rule.
#[derive(Clone, Debug)]
pub struct MapArea {
    /// Its name.
    pub name: Option<String>,
    /// Its rings, outer ones and holes alike.
    pub rings: Vec<Polyline>,
    /// The rectangle around it.
    pub extent: MapRect,
}

/// The holdings of one tract, as positions in the table, in order of time.
#[derive(Clone, Debug, Default)]
struct TractHoldings {
    de_jure: Vec<usize>,
    de_facto: Vec<usize>,
    claims: Vec<usize>,
}

impl World {
    /// Joins what was read. What does not fit becomes a problem.
    pub fn new(catalog: Catalog) -> Self {
        let Catalog { settings, mut symbology, atlas, layers, mut problems } = catalog;
        let projection = projection(&settings, &mut problems);
        symbology.fill_in(atlas.polities.iter().map(|polity| polity.id.as_str()));
        let outlines = || layers.outlines.iter().map(|outline| (outline.tract.as_str(), outline.polygons.as_slice()));
        let lines = |lines: &[Line]| lines.iter().map(|line| map_line(line, &projection)).collect::<Vec<_>>();
        let (ground, [rivers, railways, modern, drawn]) = rayon::join(
            || Ground::new(outlines(), &projection),
            || [&layers.rivers, &layers.railways, &layers.modern, &layers.drawn].map(|each| lines(each)),
        );
        let (mut coast, mut lakes) = (Vec::new(), Vec::new());
        for shore in layers.shores {
            let course = |points: &Vec<LonLat>| Polyline::new(projection.project_line(points));
            if !shore.lines.is_empty() {
                let courses = shore.lines.iter().map(course).collect();
                coast.push(MapLine::named(shore.name.clone(), courses));
            }
            if !shore.polygons.is_empty() {
                let rings: Vec<Polyline> = shore.polygons.iter().flatten().map(course).collect();
                let extent = rings.iter().fold(MapRect::EMPTY, |extent, ring| extent.union(ring.extent()));
                lakes.push(MapArea { name: shore.name, rings, extent });
            }
        }
        let segments = atlas
            .segments
            .iter()
            .filter_map(|segment| {
                let lines = layers.segments.get(&segment.id)?;
                let courses = lines.iter().map(|line| Polyline::new(projection.project_line(line))).collect();
                Some(MapLine { id: Some(segment.id.clone()), ..MapLine::named(Some(segment.name.clone()), courses) })
            })
            .collect();
        let holdings = sort_holdings(&atlas, &ground);
        let edges = sort_edges(&atlas, &ground);
        let outline_origins = layers
            .outlines
            .iter()
            .map(|outline| {
                let origin = Origin { file: outline.file.as_str().into(), line: outline.line };
                (outline.tract.clone(), origin)
            })
            .collect();
        let place_points = atlas.places.iter().map(|place| projection.map_from_lonlat(place.at)).collect();
        let waypoint_points =
            atlas.waypoints.iter().map(|point| point.at.map(|at| projection.map_from_lonlat(at))).collect();
        let areas_km2 = ground.tracts().iter().map(|_| OnceLock::new()).collect();
        Self {
            settings,
            symbology: std::sync::Arc::new(symbology),
            coast,
            lakes,
            rivers,
            railways,
            modern,
            drawn,
            segments,
            locator: layers.locator,
            relief: layers.relief.map(Relief::new),
            problems,
            outline_origins,
            outlines: layers.outlines.into_iter().map(|outline| (outline.tract, outline.polygons)).collect(),
            segment_lines: layers.segments,
            holdings,
            edges,
            place_points,
            waypoint_points,
            areas_km2,
            links: OnceLock::new(),
            atlas,
            projection,
            ground,
        }
    }

    /// A theme with the colours of the atlas.
    pub fn theme(&self, choice: ThemeChoice) -> Theme {
        Theme::new(choice, &self.symbology)
    }

    /// The area of a tract on the WGS84 ellipsoid, measured when first asked for.
    pub fn area_km2(&self, tract: usize) -> f64 {
        let measure =
            || self.ground.id(tract).and_then(|id| self.outlines.get(id)).map_or(0.0, |polygons| area_km2(polygons));
        self.areas_km2.get(tract).map_or(0.0, |area| *area.get_or_init(measure))
    }

    /// The polygons of a tract in degrees.
    pub fn outline(&self, tract: &str) -> Option<&[Vec<Vec<LonLat>>]> {
        self.outlines.get(tract).map(Vec::as_slice)
    }

    /// Where the outline of a tract stands.
    pub fn outline_origin(&self, tract: &str) -> Option<&Origin> {
        self.outline_origins.get(tract)
    }

    /// The course of a segment in degrees.
    pub fn segment_lines(&self, segment: &str) -> Option<&[Vec<LonLat>]> {
        self.segment_lines.get(segment).map(Vec::as_slice)
    }

    /// The length of a segment on the WGS84 ellipsoid.
    pub fn length_km(&self, segment: &str) -> f64 {
        self.segment_lines(segment).map_or(0.0, length_km)
    }

    /// The map line of a segment.
    pub fn segment(&self, id: &str) -> Option<&MapLine> {
        self.segments.iter().find(|line| line.id.as_deref() == Some(id))
    }

    /// The places with their points on the map plane.
    pub fn placed(&self) -> impl Iterator<Item = (&Place, MapPoint)> {
        self.atlas.places.iter().zip(self.place_points.iter().copied())
    }

    /// The waypoints that have a position, with their points on the map plane.
    pub fn placed_waypoints(&self) -> impl Iterator<Item = (&Waypoint, MapPoint)> {
        self.atlas.waypoints.iter().zip(&self.waypoint_points).filter_map(|(waypoint, at)| Some((waypoint, (*at)?)))
    }

    /// What the record says of the line between two tracts.
    pub fn edge(&self, a: usize, b: usize) -> Option<&crate::model::Edge> {
        self.edges.get(&(a.min(b), a.max(b))).and_then(|at| self.atlas.edges.as_slice().get(*at))
    }

    /// What refers to what, worked out when first asked for.
    pub fn links(&self) -> &Links {
        self.links.get_or_init(|| Links::new(&self.atlas))
    }

    /// The ground that an entry is about: its tracts (as positions) and segments.
    pub fn ground_of(&self, id: &str) -> GroundOf {
        let mut ground = GroundOf::default();
        let tracts = |ids: &[String]| -> Vec<usize> { ids.iter().filter_map(|id| self.ground.position(id)).collect() };
        match self.atlas.kind_of(id) {
            Some(Kind::Tract) => ground.tracts.extend(self.ground.position(id)),
            Some(Kind::Segment) => ground.segments.push(id.to_owned()),
            Some(Kind::Article) => {
                if let Some(article) = self.atlas.articles.get(id) {
                    ground.tracts = tracts(&article.tracts);
                    ground.segments.clone_from(&article.segments);
                }
            }
            Some(Kind::Instrument) => {
                for article in self.atlas.articles_of(id) {
                    ground.tracts.extend(tracts(&article.tracts));
                    ground.segments.extend(article.segments.iter().cloned());
                }
            }
            Some(Kind::Event) => {
                if let Some(event) = self.atlas.events.get(id) {
                    ground.tracts = tracts(&event.tracts);
                }
            }
            Some(Kind::Disagreement) => {
                if let Some(disagreement) = self.atlas.disagreements.get(id) {
                    ground.tracts = tracts(&disagreement.about);
                }
            }
            _ => {}
        }
        ground.tracts.sort_unstable();
        ground.tracts.dedup();
        ground.segments.sort();
        ground.segments.dedup();
        ground
    }

    /// Where to look for an entry on the map; `None` where it has no place in the frame.
    pub fn extent_of(&self, id: &str) -> Option<MapRect> {
        let point = |at: LonLat| {
            self.projection.frame().contains(at).then(|| MapRect::around(&[self.projection.map_from_lonlat(at)]))
        };
        match self.atlas.kind_of(id) {
            Some(Kind::Place) => point(self.atlas.places.get(id)?.at),
            Some(Kind::Waypoint) => point(self.atlas.waypoints.get(id)?.at?),
            Some(Kind::MapExtent) => Some(self.projection.extent_of(&self.atlas.extents.get(id)?.frame)),
            _ => {
                let ground = self.ground_of(id);
                let tracts =
                    ground.tracts.iter().filter_map(|at| self.ground.tracts().get(*at)).map(|tract| tract.extent);
                let segments = ground.segments.iter().filter_map(|id| self.segment(id)).map(MapLine::extent);
                let extent = tracts.chain(segments).fold(MapRect::EMPTY, MapRect::union);
                (!extent.is_empty()).then_some(extent)
            }
        }
    }

    /// Whether a tract is land or sea; `None` for one that the record does not know.
    pub fn tract_kind(&self, tract: usize) -> Option<TractKind> {
        Some(self.atlas.tracts.get(self.ground.id(tract)?)?.kind)
    }

    /// Where the name of a tract goes: the point that the record gives, else the middle of its extent.
    pub fn label_point(&self, tract: usize) -> Option<MapPoint> {
        let ground = self.ground.tracts().get(tract)?;
        let given = self.atlas.tracts.get(&ground.id).and_then(|tract| tract.label);
        Some(given.map_or_else(|| ground.extent.centre(), |at| self.projection.map_from_lonlat(at)))
    }

    fn holding_positions(&self, tract: usize, sense: Sense) -> &[usize] {
        self.holdings.get(tract).map_or(&[], |holdings| match sense {
            Sense::DeJure => holdings.de_jure.as_slice(),
            Sense::DeFacto => holdings.de_facto.as_slice(),
        })
    }
}

/// The ground that an entry is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroundOf {
    /// Positions in `Ground::tracts`, sorted.
    pub tracts: Vec<usize>,
    /// Ids, sorted.
    pub segments: Vec<String>,
}

impl GroundOf {
    /// Adds the ground of another entry.
    pub fn join(&mut self, other: Self) {
        self.tracts.extend(other.tracts);
        self.tracts.sort_unstable();
        self.tracts.dedup();
        self.segments.extend(other.segments);
        self.segments.sort();
        self.segments.dedup();
    }

    /// Whether it is of no tract.
    pub fn is_empty(&self) -> bool {
        self.tracts.is_empty() && self.segments.is_empty()
    }
}

impl MapLine {
    fn named(name: Option<String>, courses: Vec<Polyline>) -> Self {
        Self { id: None, name, rank: 1, from: None, to: None, certainty: None, note: None, courses }
    }

    /// Whether it was there on a day; one without dates always was.
    pub fn is_there_on(&self, day: Day) -> bool {
        let built = self.from.as_ref().is_none_or(|from| from.earliest() <= day);
        built && self.to.as_ref().is_none_or(|to| to.latest().is_none_or(|last| day <= last))
    }

    /// The rectangle around it; `EMPTY` for none.
    pub fn extent(&self) -> MapRect {
        self.courses.iter().fold(MapRect::EMPTY, |extent, course| extent.union(course.extent()))
    }
}

/// The projection that the settings name, or where it cannot be used the one that fits their frame.
#[expect(clippy::unwrap_used, reason = "the plate carrée has a place for every frame of degrees")]
fn projection(settings: &Settings, problems: &mut Vec<Problem>) -> Projection {
    const PLATE_CARREE: &str = "+proj=eqc +datum=WGS84 +units=m +no_defs";
    let fitting = settings.frame.default_projection();
    match settings.projection.as_deref().map(|text| Projection::new(text, settings.frame)) {
        Some(Ok(projection)) => return projection,
        Some(Err(error)) => problems.push(Problem {
            severity: Severity::Error,
            file: "atlas.toml".to_owned(),
            line: 0,
            column: 0,
            path: "projection".to_owned(),
            message: error.to_string(),
            done: Texts::english().fill("world.drawn-by", &[("projection", &fitting)]),
        }),
        None => {}
    }
    Projection::new(&fitting, settings.frame).or_else(|_| Projection::new(PLATE_CARREE, settings.frame)).unwrap()
}

fn map_line(line: &Line, projection: &Projection) -> MapLine {
    MapLine {
        id: line.id.clone(),
        name: line.name.clone(),
        rank: line.rank,
        from: line.from.clone(),
        to: line.to.clone(),
        certainty: line.certainty,
        note: line.note.clone(),
        courses: line.lines.iter().map(|points| Polyline::new(projection.project_line(points))).collect(),
    }
}

fn sort_holdings(atlas: &Atlas, ground: &Ground) -> Vec<TractHoldings> {
    let mut sorted = vec![TractHoldings::default(); ground.tracts().len()];
    for (at, holding) in atlas.holdings.iter().enumerate() {
        if let Some(tract) = ground.position(&holding.tract).and_then(|tract| sorted.get_mut(tract)) {
            match holding.sense {
                Sense::DeJure => tract.de_jure.push(at),
                Sense::DeFacto => tract.de_facto.push(at),
            }
        }
    }
    for (at, claim) in atlas.claims.iter().enumerate() {
        if let Some(tract) = ground.position(&claim.tract).and_then(|tract| sorted.get_mut(tract)) {
            tract.claims.push(at);
        }
    }
    let (holdings, claims) = (atlas.holdings.as_slice(), atlas.claims.as_slice());
    for tract in &mut sorted {
        tract.de_jure.sort_by_key(|at| holdings.get(*at).map(|holding| &holding.from));
        tract.de_facto.sort_by_key(|at| holdings.get(*at).map(|holding| &holding.from));
        tract.claims.sort_by_key(|at| claims.get(*at).map(|claim| &claim.from));
    }
    sorted
}

fn sort_edges(atlas: &Atlas, ground: &Ground) -> HashMap<(usize, usize), usize> {
    atlas
        .edges
        .iter()
        .enumerate()
        .filter_map(|(at, edge)| {
            let [a, b] = &edge.between;
            let (a, b) = (ground.position(a)?, ground.position(b)?);
            Some(((a.min(b), a.max(b)), at))
        })
        .collect()
}
