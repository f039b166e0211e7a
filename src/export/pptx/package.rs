//! The parts of a file of slides and what leads from one to another. The least that `PowerPoint` opens without a repair: a
//! presentation, a master, a layout, a theme, slides, and for their notes a master with a theme of its own.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::deck::Deck;
use super::slide::{NAMESPACES, emu, notes, slide};
use crate::export::error::ExportError;
use crate::export::xml::{HEAD, elements, escape};

/// What the types of parts and of relationships begin with.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file of slides. The same slides give the same bytes.
pub fn pptx(deck: &Deck) -> Result<Vec<u8>, ExportError> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // Pictures are compressed already, and the rest is small.
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts(deck) {
        file.start_file(name, options)?;
        file.write_all(&bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(file.finish()?.into_inner())
}

/// Every part by its name, in order.
fn parts(deck: &Deck) -> Vec<(String, Vec<u8>)> {
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut put = |name: &str, text: String| parts.push((name.to_owned(), text.into_bytes()));
    put("[Content_Types].xml", content_types(deck.slides.len()));
    put(
        "_rels/.rels",
        relations(&[
            ("officeDocument".to_owned(), "ppt/presentation.xml".to_owned()),
            ("extended-properties".to_owned(), "docProps/app.xml".to_owned()),
            (CORE.to_owned(), "docProps/core.xml".to_owned()),
        ]),
    );
    put("docProps/core.xml", core(deck));
    put("docProps/app.xml", app(deck));
    put("ppt/presentation.xml", presentation(deck));
    put("ppt/_rels/presentation.xml.rels", presentation_relations(deck.slides.len()));
    let to = |targets: &[(&str, &str)]| {
        let owned = |(kind, target): &(&str, &str)| ((*kind).to_owned(), (*target).to_owned());
        relations(&targets.iter().map(owned).collect::<Vec<_>>())
    };
    put("ppt/slideMasters/slideMaster1.xml", include_str!("master.xml").to_owned());
    let master = [("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")];
    put("ppt/slideMasters/_rels/slideMaster1.xml.rels", to(&master));
    put("ppt/slideLayouts/slideLayout1.xml", include_str!("layout.xml").to_owned());
    put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", to(&[("slideMaster", "../slideMasters/slideMaster1.xml")]));
    put("ppt/theme/theme1.xml", include_str!("theme.xml").to_owned());
    put("ppt/theme/theme2.xml", include_str!("theme.xml").to_owned());
    put("ppt/notesMasters/notesMaster1.xml", include_str!("notes_master.xml").to_owned());
    put("ppt/notesMasters/_rels/notesMaster1.xml.rels", to(&[("theme", "../theme/theme2.xml")]));
    for (nth, each) in deck.slides.iter().enumerate() {
        let nth = nth + 1;
        let picture = format!("../media/image{nth}.png");
        let (own, notes_of) = (format!("../slides/slide{nth}.xml"), format!("../notesSlides/notesSlide{nth}.xml"));
        let layout = ("slideLayout", "../slideLayouts/slideLayout1.xml");
        put(&format!("ppt/slides/slide{nth}.xml"), slide(each));
        let links = to(&[layout, ("image", &picture), ("notesSlide", &notes_of)]);
        put(&format!("ppt/slides/_rels/slide{nth}.xml.rels"), links);
        put(&format!("ppt/notesSlides/notesSlide{nth}.xml"), notes(each));
        let links = to(&[("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", &own)]);
        put(&format!("ppt/notesSlides/_rels/notesSlide{nth}.xml.rels"), links);
    }
    let pictures = deck.slides.iter().enumerate();
    parts.extend(pictures.map(|(nth, slide)| (format!("ppt/media/image{}.png", nth + 1), slide.picture.clone())));
    parts
}

/// The one kind of relationship that has a whole address of its own.
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// What a part leads to, `rId1` first.
fn relations(targets: &[(String, String)]) -> String {
    let mut out =
        format!(r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for (nth, (kind, target)) in targets.iter().enumerate() {
        let kind = if kind.starts_with("http") { kind.clone() } else { format!("{RELATION}/{kind}") };
        let _ = write!(out, r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#, nth + 1);
    }
    out.push_str("</Relationships>");
    out
}

fn content_types(slides: usize) -> String {
    let mut out = format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>"#
    );
    let mut put = |part: &str, kind: &str| {
        let _ = write!(out, r#"<Override PartName="/{part}" ContentType="{kind}+xml"/>"#);
    };
    put("ppt/presentation.xml", &format!("{TYPE}.presentation.main"));
    put("ppt/slideMasters/slideMaster1.xml", &format!("{TYPE}.slideMaster"));
    put("ppt/slideLayouts/slideLayout1.xml", &format!("{TYPE}.slideLayout"));
    put("ppt/notesMasters/notesMaster1.xml", &format!("{TYPE}.notesMaster"));
    for nth in 1..=2 {
        put(&format!("ppt/theme/theme{nth}.xml"), "application/vnd.openxmlformats-officedocument.theme");
    }
    for nth in 1..=slides {
        put(&format!("ppt/slides/slide{nth}.xml"), &format!("{TYPE}.slide"));
        put(&format!("ppt/notesSlides/notesSlide{nth}.xml"), &format!("{TYPE}.notesSlide"));
    }
    put("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
    put("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties");
    out.push_str("</Types>");
    out
}

/// The master is `rId1`, the master of notes `rId2`, and the slides follow the theme, from `rId4` on.
fn presentation_relations(slides: usize) -> String {
    let fixed = [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("theme", "theme/theme1.xml"),
    ];
    let fixed = fixed.map(|(kind, target)| (kind.to_owned(), target.to_owned()));
    let slides = (1..=slides).map(|nth| ("slide".to_owned(), format!("slides/slide{nth}.xml")));
    relations(&fixed.into_iter().chain(slides).collect::<Vec<_>>())
}

fn presentation(deck: &Deck) -> String {
    let id = |nth| format!(r#"<p:sldId id="{}" r:id="rId{}"/>"#, 256 + nth, 4 + nth);
    let ids = (0..deck.slides.len()).map(id).collect::<Vec<_>>().concat();
    let slides = if ids.is_empty() { ids } else { format!("<p:sldIdLst>{ids}</p:sldIdLst>") };
    format!(
        r#"{HEAD}<p:presentation {NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>{slides}<p:sldSz cx="{}" cy="{}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>"#,
        emu(deck.width),
        emu(deck.height)
    )
}

/// Title, citation, licence and link, as the properties of the file. Without dates: the same slides are the same file.
fn core(deck: &Deck) -> String {
    let provenance = &deck.provenance;
    let said = elements(&[
        ("dc:title", deck.title.as_str()),
        ("dc:creator", &provenance.version),
        ("dc:description", &format!("{}\n{}", provenance.citation, provenance.licence)),
        ("cp:keywords", &provenance.link),
    ]);
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{said}</cp:coreProperties>"#
    )
}

fn app(deck: &Deck) -> String {
    format!(
        r#"{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{}</Application><Slides>{}</Slides></Properties>"#,
        escape(&deck.provenance.version),
        deck.slides.len()
    )
}
