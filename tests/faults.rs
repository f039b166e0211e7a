//! One fault of every kind, seeded through a data folder laid over the atlas, and named with file and line.

#![cfg(test)]

use std::fs;

use kars_atlas::model::{Holder, Problem, Sense};
use kars_atlas::world::World;
use kars_atlas::{catalog, check};

/// The atlas with a folder of one file laid over it.
fn world_under(file: &str, text: &str) -> World {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let source = catalog::Source { over: Some(folder.path().to_owned()), ..catalog::Source::default() };
    World::new(catalog::load_from(&source).unwrap())
}

/// The faults that a folder with one file brings; those of the atlas itself are left out.
fn faults_of(file: &str, text: &str) -> Vec<Problem> {
    let world = world_under(file, text);
    let mut problems = world.problems.clone();
    problems.extend(check::check(&world));
    problems.retain(|problem| problem.file.contains(file) || problem.file.contains("data/layers/tracts.geojson"));
    problems
}

/// Everything that the samples rest on, so that each has one fault alone.
const GROUND: &str = r#"
[[source]]
id = "zz-source"
kind = "own"
title = "A source"

[[polity]]
id = "zz-polity"
name = "A polity"
cite = ["zz-source"]

[[place]]
id = "zz-place"
name = "A place"
kind = "town"
at = [43.1, 40.6]
certainty = "certain"
cite = ["zz-source"]

[[person]]
id = "zz-person"
name = "A person"
lived = "1880/1920-05"
certainty = "certain"
cite = ["zz-source"]

"#;

/// A sample, and for each fault in it: the line within the sample, the path, a word of the message.
type Sample = (&'static str, &'static [(usize, &'static str, &'static str)]);

const SAMPLES: &[Sample] = &[
    // Ids that lead nowhere.
    (
        "[[event]]\nid = 'zz-e'\ndate = '1920'\ntitle = 'T'\ntext = 'T'\nkind = 'war'\ncertainty = 'certain'\n\
         tracts = ['zz-1']\nplaces = ['zz-2']\npeople = ['zz-3']\ninstruments = ['zz-4']\ncite = ['zz-5, p. 3']\n",
        &[
            (1, "event[zz-e].tracts", "`zz-1`"),
            (1, "event[zz-e].places", "`zz-2`"),
            (1, "event[zz-e].people", "`zz-3`"),
            (1, "event[zz-e].instruments", "`zz-4`"),
            (1, "event[zz-e].cite", "`zz-5`"),
        ],
    ),
    (
        "[[article]]\nid = 'zz-i/1'\nlabel = 'L'\ntitle = 'T'\ntext = 'See [there](zz-6).'\nrendering = 'complete'\n\
         unread = [2]\ntracts = ['zz-1']\nsegments = ['zz-7']\nplaces = ['zz-2']\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "article[zz-i/1].id", "`zz-i`"),
            (1, "article[zz-i/1].text", "`zz-6`"),
            (1, "article[zz-i/1].tracts", "`zz-1`"),
            (1, "article[zz-i/1].segments", "`zz-7`"),
            (1, "article[zz-i/1].places", "`zz-2`"),
            (1, "article[zz-i/1].unread", "no paragraph 2"),
        ],
    ),
    (
        "\n[[instrument]]\nid = 'zz-i'\nname = 'N'\nkind = 'treaty'\nparties = ['zz-8', 'A power in words']\nsigned = '1920'\n\
         place = 'zz-2'\nexchanged_at = 'zz-9'\nsupersedes = ['zz-4']\nsuperseded_by = ['zz-10']\nstatus = 'executed'\n\
         summary = 'S'\ncertainty = 'certain'\ncite = ['zz-source']\nratified = [{ by = 'zz-11' }]\n\
         [[instrument.signatory]]\nperson = 'zz-3'\nfor = 'zz-12'\noffice = 'O'\n",
        &[
            (2, "instrument[zz-i].parties[0]", "`zz-8`"),
            (2, "instrument[zz-i].place", "`zz-2`"),
            (2, "instrument[zz-i].exchanged_at", "`zz-9`"),
            (2, "instrument[zz-i].supersedes", "`zz-4`"),
            (2, "instrument[zz-i].superseded_by", "`zz-10`"),
            (2, "instrument[zz-i].ratified[0].by", "`zz-11`"),
            (2, "instrument[zz-i].signatory[0].person", "`zz-3`"),
            (2, "instrument[zz-i].signatory[0].for", "`zz-12`"),
        ],
    ),
    (
        "[[disagreement]]\nid = 'zz-d'\nquestion = 'Q'\nabout = ['zz-1']\nreading = 'R'\ncertainty = 'disputed'\n\
         cite = ['zz-source']\npositions = [{ says = 'S', who = 'W', cite = [] }]\n",
        &[(1, "disagreement[zz-d].about", "`zz-1`"), (1, "disagreement[zz-d].positions[0].cite", "no source")],
    ),
    (
        "[[era]]\nid = 'zz-era'\nname = 'N'\ndate = '1920'\ninstruments = ['zz-4']\nstatus = 'S'\nline_of = ['zz-8']\n\
         in_force = true\nsigned = [{ polity = 'zz-12', tracts = ['zz-1'] }]\n",
        &[
            (1, "era[zz-era].instruments", "`zz-4`"),
            (1, "era[zz-era].line_of", "`zz-8`"),
            (1, "era[zz-era].signed[0].polity", "`zz-12`"),
            (1, "era[zz-era].signed[0].tracts", "`zz-1`"),
        ],
    ),
    (
        "[[parallel]]\ntopic = 'T'\narticles = ['zz-i/1', 'zz-place']\ndifference = 'D'\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[(1, "parallel[T].articles", "nothing has the id"), (1, "parallel[T].articles", "is the id of a place")],
    ),
    (
        "[[waypoint]]\nid = 'zz-w'\nname = 'N'\nannexes = [{ article = 'zz-i/1', order = 1 }]\nat = [10.0, 40.0]\ngrade = 'A'\n\
         segment = 'zz-7'\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "waypoint[zz-w].annexes[0].article", "`zz-i/1`"),
            (1, "waypoint[zz-w].segment", "`zz-7`"),
            (1, "waypoint[zz-w].at", "outside the frame"),
        ],
    ),
    (
        "[[claim]]\ntract = 'zz-1'\nby = 'zz-8'\nfrom = '1920'\nground = ['zz-4']\ntext = 'T'\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "claim[zz-1 zz-8 1920].tract", "`zz-1`"),
            (1, "claim[zz-1 zz-8 1920].by", "`zz-8`"),
            (1, "claim[zz-1 zz-8 1920].ground", "`zz-4`"),
        ],
    ),
    (
        "[[edge]]\nbetween = ['zz-1', 'kars']\nmade = 'drawn'\nerror_m = 5.0\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[(1, "edge[zz-1 kars].between", "`zz-1`")],
    ),
    // Statements without a source, events without a region, texts left empty.
    (
        "[[event]]\nid = 'zz-e'\ndate = '1920'\ntitle = ''\ntext = ' '\nkind = 'war'\ncertainty = 'certain'\ncite = []\n",
        &[
            (1, "event[zz-e]", "no region"),
            (1, "event[zz-e].title", "empty"),
            (1, "event[zz-e].text", "empty"),
            (1, "event[zz-e].cite", "no source"),
        ],
    ),
    // Names without a language, characters that no font has.
    (
        "[[place]]\nid = 'zz-p'\nname = 'N'\nnames = [{ text = 'ᚠᚢᚦ', lang = '' }, { text = 'M', lang = 'Armenian' }]\n\
         kind = 'town'\nat = [10.0, 40.0]\ntract = 'kars'\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "place[zz-p].names[0].lang", "no language"),
            (1, "place[zz-p].names[1].lang", "`Armenian`"),
            (1, "place[zz-p].names[0].text", "U+16A0"),
            (1, "place[zz-p].at", "outside the frame"),
        ],
    ),
    // Dates that cannot be.
    (
        "[[instrument]]\nid = 'zz-i'\nname = 'N'\nkind = 'treaty'\nparties = ['zz-polity', 'A power in words']\nsigned = '1920-10-13'\n\
         signed_julian = '1920-10-01'\nexchanged = '1920-10-01'\nin_force = '1920-10-02'\nended = '1920-09'\nstatus = 'executed'\n\
         summary = 'S'\ncertainty = 'certain'\ncite = ['zz-source']\nratified = [{ by = 'zz-polity', date = '1920-10-12' }]\n\
         [[instrument.signatory]]\nperson = 'zz-person'\nfor = 'zz-polity'\noffice = 'O'\n",
        &[
            (1, "instrument[zz-i].signed_julian", "13 days behind"),
            (1, "instrument[zz-i].exchanged", "before it was signed"),
            (1, "instrument[zz-i].in_force", "before it was signed"),
            (1, "instrument[zz-i].ended", "before it was signed"),
            (1, "instrument[zz-i].ended", "before it was in force"),
            (1, "instrument[zz-i].ratified[0].date", "ratified before it was signed"),
            (1, "instrument[zz-i].ratified[0].date", "in force before it was ratified"),
            (1, "instrument[zz-i].ratified[0].date", "exchanged before this one was given"),
            (1, "instrument[zz-i].signatory[0]", "cannot have signed"),
        ],
    ),
    (
        "[[person]]\nid = 'zz-p'\nname = 'N'\nlived = '1700/1920'\noffices = [{ office = 'O', polity = 'zz-8', from = '1920', to = '1919' }]\n\
         names = [{ text = 'M', lang = 'ru', from = '1920', to = '1900' }]\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "person[zz-p].lived", "life of more than"),
            (1, "person[zz-p].offices[0].polity", "`zz-8`"),
            (1, "person[zz-p].offices[0].to", "before it begins"),
            (1, "person[zz-p].names[0].to", "before it begins"),
        ],
    ),
    // Holdings.
    (
        "[[holding]]\ntract = 'kars'\nsense = 'de-jure'\nholders = ['zz-8']\nfrom = '1850-01-01'\nto = '1850-02-01'\n\
         certainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "holding[kars de-jure 1850-01-01]", "neither `by`"),
            (1, "holding[kars de-jure 1850-01-01].from", "not on 1800-01-01"),
            (1, "holding[kars de-jure 1850-01-01].to", "none follows"),
            (1, "holding[kars de-jure 1850-01-01].holders", "`zz-8`"),
        ],
    ),
    (
        "[[holding]]\ntract = 'olti'\nsense = 'de-jure'\nholders = ['none']\nfrom = '1800-01-01'\nto = '1850'\nno_treaty = 'W'\n\
         certainty = 'certain'\ncite = ['zz-source']\n\
         [[holding]]\ntract = 'olti'\nsense = 'de-jure'\nholders = ['none']\nfrom = '1849-06-01'\nno_treaty = 'W'\n\
         certainty = 'certain'\ncite = ['zz-source']\n",
        &[(10, "holding[olti de-jure 1849-06-01].from", "overlap")],
    ),
    // Circles.
    (
        "[[polity]]\nid = 'zz-b'\nname = 'N'\npart_of = [{ polity = 'zz-a' }]\ncite = ['zz-source']\n\
         [[polity]]\nid = 'zz-a'\nname = 'N'\npart_of = [{ polity = 'zz-b' }]\ncite = ['zz-source']\n",
        &[(6, "polity[zz-a].part_of", "`zz-a` is part of `zz-b` is part of `zz-a`")],
    ),
    (
        "[[instrument]]\nid = 'zz-i'\nname = 'N'\nkind = 'treaty'\nsigned = '1920'\nstatus = 'in-force'\nsummary = 'S'\n\
         supersedes = ['zz-j']\ncertainty = 'certain'\ncite = ['zz-source']\n\
         [[instrument]]\nid = 'zz-j'\nname = 'N'\nkind = 'treaty'\nsigned = '1920'\nstatus = 'in-force'\nsummary = 'S'\n\
         supersedes = ['zz-i']\nsuperseded_by = ['zz-i']\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[(1, "instrument[zz-i].supersedes", "`zz-i` supersedes `zz-j` supersedes `zz-i`")],
    ),
    // Marks of running text.
    (
        "[[polity]]\nid = 'zz-a'\nname = 'N'\nnote = 'An [open](kars and **open'\ncite = ['zz-source']\n",
        &[(1, "polity[zz-a].note", "`](`"), (1, "polity[zz-a].note", "`**`")],
    ),
    (
        "[[tract]]\nid = 'zz-t'\nname = 'N'\nkind = 'land'\nimportance = 1\nlabel = [50.0, 40.0]\ncertainty = 'certain'\ncite = ['zz-source']\n\
         [[holding]]\ntract = 'zz-t'\nsense = 'de-jure'\nholders = []\nfrom = '1801-01-01'\nto = '1900'\nby = ['zz-4']\n\
         certainty = 'certain'\ncite = ['zz-source']\n\
         [[holding]]\ntract = 'zz-t'\nsense = 'de-jure'\nholders = ['zz-polity']\nfrom = '1902-01-01'\nto = '1950'\nno_treaty = 'W'\n\
         certainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "tract[zz-t]", "no outline"),
            (1, "tract[zz-t]", "no holding de facto"),
            (1, "tract[zz-t].label", "outside the frame"),
            (9, "holding[zz-t de-jure 1801-01-01].by", "`zz-4`"),
            (9, "holding[zz-t de-jure 1801-01-01].holders", "no holder"),
            (9, "holding[zz-t de-jure 1801-01-01].from", "not on 1800-01-01"),
            (18, "holding[zz-t de-jure 1902-01-01].from", "a gap"),
            (18, "holding[zz-t de-jure 1902-01-01].to", "none follows"),
        ],
    ),
    // Counts of people.
    (
        "[[census]]\nunit = 'U'\ncount = 'C'\ndate = '1897'\nby = 'mother-tongue'\ntotal = 3\n\
         groups = [{ name = 'A', people = 2 }, { name = 'B', people = 2 }, { name = 'C' }]\n\
         certainty = 'probable'\ncite = ['zz-source']\n\
         [[census]]\nunit = 'U'\ncount = 'D'\ndate = '1897'\nby = 'religion'\n\
         groups = [{ name = 'A', share = 99.0 }, { name = 'B', share = 2.0 }]\ncertainty = 'probable'\ncite = ['zz-source']\n",
        &[
            (1, "census[U, C].groups", "more than the total"),
            (1, "census[U, C].groups", "neither"),
            (10, "census[U, D].groups", "more than the total"),
        ],
    ),
    // Grades above what they rest on.
    (
        "[[source]]\nid = 'zz-unseen'\nkind = 'book'\ntitle = 'T'\nseen = 'not-seen'\n\
         [[event]]\nid = 'zz-e'\ndate = '1920'\ntitle = 'T'\ntext = 'T'\nkind = 'war'\nplaces = ['zz-place']\n\
         certainty = 'certain'\ncite = ['zz-source', 'zz-unseen']\n",
        &[(6, "event[zz-e].cite", "`zz-unseen`")],
    ),
    // Ground.
    (
        "[[segment]]\nid = 'zz-s'\nname = 'N'\narticles = ['zz-i/1']\ncertainty = 'certain'\ncite = ['zz-source']\n\
         [[edge]]\nbetween = ['batumi', 'zangezur']\nmade = 'drawn'\nerror_m = 5.0\ncertainty = 'certain'\ncite = ['zz-source']\n",
        &[
            (1, "segment[zz-s]", "no course"),
            (1, "segment[zz-s].articles", "`zz-i/1`"),
            (7, "edge[batumi zangezur]", "no line in common"),
        ],
    ),
];

#[test]
fn each_kind_of_fault_is_named_with_file_and_line() {
    let first_line = GROUND.lines().count();
    for (sample, expected) in SAMPLES {
        let found = faults_of("sample.toml", &format!("{GROUND}{sample}"));
        let found: Vec<&Problem> = found.iter().filter(|problem| problem.file.ends_with("sample.toml")).collect();
        for (line, path, word) in *expected {
            let named = found.iter().any(|problem| {
                problem.line == first_line + line && problem.path == *path && problem.message.contains(word)
            });
            assert!(named, "{path} ({word}) at line {} is not among\n{}", first_line + line, in_lines(&found));
        }
        assert_eq!(found.len(), expected.len(), "more is named than was seeded:\n{}", in_lines(&found));
    }
}

#[test]
fn a_sound_sample_has_no_fault() {
    let found = faults_of("sample.toml", GROUND);
    assert!(found.is_empty(), "{}", in_lines(&found.iter().collect::<Vec<_>>()));
}

#[test]
fn a_holding_surer_than_all_that_made_it_so_is_named() {
    let sample = |certainty: &str| {
        format!(
            "{GROUND}[[event]]\nid = 'zz-e'\ndate = '1800'\ntitle = 'T'\ntext = 'T'\nkind = 'war'\nplaces = ['zz-place']\n\
             certainty = '{certainty}'\ncite = ['zz-source']\n\
             [[holding]]\ntract = 'batumi'\nsense = 'de-jure'\nholders = ['zz-polity']\nfrom = '1800-01-01'\n\
             by = ['zz-e']\ncertainty = 'certain'\ncite = ['zz-source']\n"
        )
    };
    assert!(faults_of("sample.toml", &sample("certain")).is_empty());
    let found = faults_of("sample.toml", &sample("probable"));
    let named = found
        .iter()
        .any(|problem| problem.path.rsplit('.').next() == Some("by") && problem.message.contains("none of what made"));
    assert!(named, "{}", in_lines(&found.iter().collect::<Vec<_>>()));
}

#[test]
fn outlines_that_do_not_fit_are_named_with_file_and_line() {
    let square = |id: &str, west: f64| {
        format!(
            r#"{{"type": "Feature", "id": "{id}", "properties": {{}}, "geometry": {{"type": "Polygon", "coordinates":
            [[[{west}, 40.0], [{east}, 40.0], [{east}, 40.2], [{west}, 40.2], [{west}, 40.0]]]}}}}"#,
            east = west + 0.2
        )
    };
    let text = format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [\n{},\n{}]}}",
        square("zz-loose", 43.0),
        square("zz-over", 43.0)
    );
    let found = faults_of("layers/tracts.geojson", &text);
    let named =
        |line: usize, word: &str| found.iter().any(|problem| problem.line == line && problem.message.contains(word));
    let all: Vec<&Problem> = found.iter().collect();
    assert!(named(2, "no `[[tract]]`"), "{}", in_lines(&all));
    assert!(named(4, "no `[[tract]]`"), "{}", in_lines(&all));
    assert!(named(4, "overlaps `zz-loose`") || named(2, "overlaps `zz-over`"), "{}", in_lines(&all));
    assert!(named(2, "no neighbour shares") || named(4, "no neighbour shares"), "{}", in_lines(&all));
}

#[test]
fn neighbours_without_an_edge_and_lines_that_cross_are_named() {
    // Two triangles over the edge of one another, far from any vertex of the atlas.
    let text = r#"{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "zz-a", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[43.01, 40.01], [43.03, 40.01], [43.02, 40.03], [43.01, 40.01]]]}},
{"type": "Feature", "id": "zz-b", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[43.01, 40.01], [43.02, 39.99], [43.03, 40.01], [43.01, 40.01]]]}},
{"type": "Feature", "id": "zz-c", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[43.015, 40.005], [43.025, 40.005], [43.02, 40.05], [43.015, 40.005]]]}}]}"#;
    let found = faults_of("layers/tracts.geojson", text);
    let all: Vec<&Problem> = found.iter().collect();
    let named =
        |line: usize, word: &str| found.iter().any(|problem| problem.line == line && problem.message.contains(word));
    assert!(named(2, "no `[[edge]]` says how the line between `zz-a` and `zz-b`"), "{}", in_lines(&all));
    assert!(named(2, "lines cross"), "{}", in_lines(&all));
}

#[test]
fn problems_come_sorted_and_once() {
    let (sample, _) = SAMPLES[0];
    let twice = || faults_of("sample.toml", &format!("{GROUND}{sample}"));
    let (a, b) = (twice(), twice());
    let told = |problems: &[Problem]| problems.iter().map(|problem| problem.message.clone()).collect::<Vec<_>>();
    assert_eq!(told(&a), told(&b));
    assert!(
        a.windows(2).all(|pair| (&pair[0].file, pair[0].line) <= (&pair[1].file, pair[1].line) && pair[0] != pair[1])
    );
}

fn in_lines(problems: &[&Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn of_two_holdings_that_overlap_the_later_counts_and_check_says_so() {
    let chain = "tract = 'olti'\nsense = 'de-jure'\nno_treaty = 'W'\ncertainty = 'certain'\ncite = ['own-deduction']\n";
    let text = format!(
        "[[holding]]\n{chain}holders = ['none']\nfrom = '1800-01-01'\nto = '1850'\n\
         [[holding]]\n{chain}holders = ['ottoman-empire']\nfrom = '1849-06-01'\n"
    );
    let world = world_under("a.toml", &text);
    let tract = world.ground.position("olti").unwrap();
    let holders = |day: &str| world.day_map(day.parse().unwrap()).holders(tract, Sense::DeJure).to_vec();
    assert_eq!(holders("1849-05-31"), [Holder::Nobody]);
    assert_eq!(holders("1849-06-01"), [Holder::Polity("ottoman-empire".to_owned())]);
    assert!(world.steps().iter().any(|step| step.day.to_string() == "1849-06-01"), "the map changes on a step");
    let faults = faults_of("a.toml", &text);
    assert!(faults.iter().any(|fault| fault.done == "the later holding counts"), "{faults:?}");
}
