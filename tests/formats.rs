//! What comes out of the atlas for slides, films and drawing programs, read back by readers that are not its own.

#![cfg(test)]
#![expect(clippy::case_sensitive_file_extension_comparisons, reason = "the names inside a package are ours")]

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use roxmltree::Document;
use zip::ZipArchive;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kars-atlas")).args(args).output().unwrap()
}

fn done(args: &[&str]) {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_string_lossy().into_owned()
}

fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).unwrap_or_else(|_| panic!("{name} is missing")).read_to_string(&mut text).unwrap();
    text
}

/// The words of the shape that has a placeholder of a type, or none.
fn words(slide: &str, placeholder: Option<&str>) -> String {
    let document = Document::parse(slide).unwrap();
    let of = |shape: &roxmltree::Node<'_, '_>| {
        let found = shape.descendants().find(|node| node.has_tag_name_local("ph"));
        found.and_then(|node| node.attribute("type").map(str::to_owned))
    };
    let shape = document
        .descendants()
        .find(|node| node.has_tag_name_local("sp") && of(node).as_deref() == placeholder)
        .unwrap_or_else(|| panic!("no shape {placeholder:?}"));
    let texts = shape.descendants().filter(|node| node.has_tag_name_local("t"));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect::<Vec<_>>().join("\n")
}

trait Local {
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

#[test]
fn slides_have_a_title_a_text_a_picture_and_notes_that_can_be_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let [file, again] = ["slides.pptx", "again.pptx"].map(|name| path(folder.path(), name));
    for file in [&file, &again] {
        done(&[
            "export",
            "--dates",
            "1878-07-14,1921-10-13",
            "--size",
            "960x540",
            "--format",
            "pptx",
            "--output",
            file,
        ]);
    }
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes == std::fs::read(&again).unwrap(), "the same slides are not the same file");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let second = part(&mut archive, "ppt/slides/slide2.xml");
    let title = words(&second, Some("title"));
    assert!(title.starts_with("13 October 1921\n") && title.lines().count() == 2, "{title}");
    let text = words(&second, None);
    assert!(text.len() > 30 && text.ends_with('.'), "{text}");
    assert!(second.contains("descr=\"Map of 13 October 1921: "));
    let notes = words(&part(&mut archive, "ppt/notesSlides/notesSlide2.xml"), Some("body"));
    assert!(notes.contains("Treaty of Kars") && notes.contains("kars-atlas:?date=1921-10-13"), "{notes}");
    assert!(notes.contains("Sources"), "{notes}");
    let core = part(&mut archive, "docProps/core.xml");
    assert!(core.contains("ODbL"), "{core}");
}

/// Every part has a type, and every relationship leads to a part.
#[test]
fn a_file_of_slides_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "slide.pptx");
    done(&["export", "--date", "1919-02-15", "--size", "960x540", "--output", &file]);
    let mut archive = ZipArchive::new(Cursor::new(std::fs::read(&file).unwrap())).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let types = part(&mut archive, "[Content_Types].xml");
    let types = Document::parse(&types).unwrap();
    let typed: Vec<&str> = types.descendants().filter_map(|node| node.attribute("PartName")).collect();
    for name in names.iter().filter(|name| name.ends_with(".xml") && !name.starts_with('[')) {
        assert!(typed.contains(&format!("/{name}").as_str()), "{name} has no type");
    }
    let mut links = 0;
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        let text = part(&mut archive, name);
        let folder = Path::new(name).parent().unwrap().parent().unwrap().to_owned();
        for target in Document::parse(&text).unwrap().descendants().filter_map(|node| node.attribute("Target")) {
            let mut at = folder.clone();
            for step in Path::new(target).components() {
                match step {
                    std::path::Component::ParentDir => assert!(at.pop()),
                    step => at.push(step),
                }
            }
            assert!(names.contains(&at.to_string_lossy().into_owned()), "{name} leads to {target}, which is not there");
            links += 1;
        }
    }
    assert!(links > 12, "{links}");
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let text = part(&mut archive, name);
        Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn an_animation_shows_each_day_and_holds_the_last_in_gif_and_png() {
    let folder = tempfile::tempdir().unwrap();
    let span =
        ["animate", "--from", "1921-03-01", "--to", "1921-10-13", "--size", "320x200", "--seconds-per-step", "0.5"];
    let [gif, png] = ["film.gif", "film.png"].map(|name| path(folder.path(), name));
    for file in [&gif, &png] {
        done(&[&span[..], &["--output", file]].concat());
    }
    let mut decoder = gif::DecodeOptions::new().read_info(Cursor::new(std::fs::read(&gif).unwrap())).unwrap();
    assert_eq!((decoder.width(), decoder.height()), (320, 200));
    let mut delays = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        assert!(frame.palette.is_none(), "a frame has a palette of its own: tints would flicker");
        delays.push(frame.delay);
    }
    assert!(delays.len() > 2, "{delays:?}");
    assert_eq!(delays.pop(), Some(400));
    assert!(delays.iter().all(|delay| *delay == 50), "{delays:?}");
    let reader = png::Decoder::new(Cursor::new(std::fs::read(&png).unwrap())).read_info().unwrap();
    let frames = reader.info().animation_control().unwrap().num_frames;
    assert_eq!(frames as usize, delays.len() + 1);
    assert!(reader.info().utf8_text.iter().any(|chunk| chunk.keyword == "Citation"));
}

#[test]
fn frames_are_numbered_pictures_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let frames = path(folder.path(), "frames");
    let span = ["animate", "--from", "1920-01-01", "--to", "1922-06-01", "--every", "year", "--size", "320x200"];
    done(&[&span[..], &["--format", "frames", "--output", &frames]].concat());
    let mut names: Vec<_> = std::fs::read_dir(&frames).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["0001.png", "0002.png", "0003.png", "0004.png"]);
}

#[test]
fn a_span_that_ends_before_it_begins_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "film.gif");
    let output = run(&["animate", "--from", "1922-01-01", "--to", "1921-01-01", "--output", &file]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let output = run(&["animate", "--from", "1921-01-01", "--to", "1922-01-01", "--output", "film.mp4"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn every_picture_says_inside_where_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let link = "kars-atlas:?date=1921-10-13&select=nakhchivan";
    for ending in ["png", "svg", "pdf"] {
        let file = path(folder.path(), &format!("map.{ending}"));
        done(&["export", "--date", "1921-10-13", "--select", "nakhchivan", "--size", "640x400", "--output", &file]);
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes).replace("&amp;", "&");
        assert!(text.contains(link), "{ending} has no link of its state");
        assert!(text.contains("ODbL 1.0") && text.contains("map of 13 October 1921"), "{ending}");
        assert!(text.contains(concat!("Kars Atlas ", env!("CARGO_PKG_VERSION"))), "{ending}");
    }
}

#[test]
fn words_of_an_svg_can_be_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "map.svg");
    done(&["export", "--date", "1921-10-13", "--size", "800x500", "--text-as", "text", "--output", &file]);
    let svg = std::fs::read_to_string(&file).unwrap();
    let document = Document::parse(&svg).unwrap();
    let texts: Vec<_> = document.descendants().filter(|node| node.has_tag_name_local("text")).collect();
    assert!(texts.iter().any(|node| node.text() == Some("Kars")), "no text says Kars");
    let families: Vec<_> = texts.iter().filter_map(|node| node.attribute("font-family")).collect();
    assert!(families.contains(&"Noto Serif") && families.contains(&"Noto Sans"), "{families:?}");
}
