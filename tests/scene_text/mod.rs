//! A display list as text, so that a change of what is drawn can be read in a diff: one line per item, without the
//! points themselves.

use std::fmt::Write as _;

use kars_atlas::scene::{Dash, Group, LinkTarget, Pattern, SceneItem, TextItem, Transform};
use kars_atlas::symbology::Colour;
use kars_atlas::units::{PagePoint, PageRect};

/// One line per item: its kind, colour, sizes, how many parts and points it has, and the rectangle around its points,
/// in points of the page rounded to a tenth. The items of a group follow it, indented. Equal lists give equal texts;
/// lists of equal texts may differ in the course of their lines.
pub fn describe(items: &[SceneItem]) -> String {
    let mut out = String::new();
    write_items(items, 0, &mut out);
    out
}

fn write_items(items: &[SceneItem], depth: usize, out: &mut String) {
    for item in items {
        let _ = writeln!(out, "{:indent$}{}", "", line(item), indent = depth * 2);
        if let SceneItem::Group(group) = item {
            write_items(&group.items, depth + 1, out);
        }
    }
}

fn line(item: &SceneItem) -> String {
    match item {
        SceneItem::Fill { rings, colour } => format!("fill {} {}", ink(*colour), extent(rings)),
        SceneItem::Patterned { rings, pattern, colour } => {
            format!("{} {} {}", pattern_words(*pattern), ink(*colour), extent(rings))
        }
        SceneItem::Lines { lines, stroke } => {
            format!("lines {} width {:.1}{} {}", ink(stroke.colour), stroke.width, dash(&stroke.dash), extent(lines))
        }
        SceneItem::Dots { centres, radius, colour } => {
            format!("dots {} radius {radius:.1} {}", ink(*colour), extent(std::slice::from_ref(centres)))
        }
        SceneItem::Text(text) => text_line(text),
        SceneItem::Image { picture, at } => {
            format!("image {}x{} {}", picture.width, picture.height, rect(*at))
        }
        SceneItem::Group(group) => group_line(group),
        SceneItem::Link { area, target: LinkTarget::Url(url) } => format!("link {url} {}", rect(*area)),
    }
}

fn text_line(text: &TextItem) -> String {
    let halo = text.halo.map(|(colour, width)| format!(" halo {} {width:.1}", ink(colour))).unwrap_or_default();
    let origins: Vec<PagePoint> = text.glyphs.iter().map(|glyph| glyph.at).collect();
    format!("text {:?} size {:.1} {}{halo} {}", text.text, text.size, ink(text.colour), extent(&[origins]))
}

fn group_line(group: &Group) -> String {
    let mut line = "group".to_owned();
    if group.keep {
        line.push_str(" kept");
    }
    if group.transform != Transform::IDENTITY {
        let Transform { scale, x, y } = group.transform;
        let _ = write!(line, " scaled {scale:.3} moved {x:.1},{y:.1}");
    }
    if let Some(clip) = &group.clip {
        let _ = write!(line, " within {}", extent(clip));
    }
    line
}

fn pattern_words(pattern: Pattern) -> String {
    match pattern {
        Pattern::Lines { spacing, angle, width } => {
            format!("hatch {spacing:.1} turned {angle:.2} width {width:.1}")
        }
        Pattern::Dots { spacing, radius } => format!("dotted {spacing:.1} radius {radius:.1}"),
    }
}

fn ink(colour: Colour) -> String {
    if colour.alpha == u8::MAX { colour.to_hex() } else { format!("{}/{:.2}", colour.to_hex(), colour.opacity()) }
}

fn dash(dash: &Dash) -> String {
    let mut lengths = String::new();
    for length in dash {
        let _ = write!(lengths, " {length:.1}");
    }
    if lengths.is_empty() { lengths } else { format!(" dash{lengths}") }
}

/// How many lines and points there are, and the rectangle around them.
fn extent(lines: &[Vec<PagePoint>]) -> String {
    let mut points = lines.iter().flatten();
    let count = format!("{}/{}", lines.len(), lines.iter().map(Vec::len).sum::<usize>());
    let Some(first) = points.next() else { return count };
    let (mut low, mut high) = (*first, *first);
    for point in points {
        low = PagePoint::new(low.x.min(point.x), low.y.min(point.y));
        high = PagePoint::new(high.x.max(point.x), high.y.max(point.y));
    }
    format!("{count} {}", corners(low, high))
}

fn rect(rect: PageRect) -> String {
    corners(PagePoint::new(rect.x, rect.y), PagePoint::new(rect.right(), rect.bottom()))
}

fn corners(low: PagePoint, high: PagePoint) -> String {
    format!("[{} {} {} {}]", tenth(low.x), tenth(low.y), tenth(high.x), tenth(high.y))
}

/// Without the sign of a zero.
fn tenth(value: f64) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" { "0.0".to_owned() } else { text }
}
