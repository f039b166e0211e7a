//! A scene or a document of several pages as PDF, by krilla: of true size, tagged.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::ContentTag;
use krilla::text::Font;

use super::error::ExportError;
use super::pdf_painter::{Painter, to_f32};
use super::structure::Structure;
use crate::scene;
use crate::scene::{Part, Provenance, Role, Scene, SceneItem};
use crate::text::Texts;
use crate::typeset::Fonts;
use crate::units::{PagePoint, PageRect};

/// A scene as a PDF of one page: one figure, with its description.
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, ExportError> {
    let figure = Part { element: 0, role: Role::Figure(scene.description.clone()), items: 0..scene.items.len() };
    write(metadata(scene), Texts::english().language(), &[(scene, &[figure])])
}

/// A document as a PDF of true size, tagged, with an outline of its headings.
pub fn document_pdf(document: &scene::Document) -> Result<Vec<u8>, ExportError> {
    let pages: Vec<(&Scene, &[Part])> =
        document.pages.iter().map(|leaf| (&leaf.scene, leaf.parts.as_slice())).collect();
    let metadata = Metadata::new()
        .title(document.title.clone())
        .producer(Texts::english().say("app.name").to_owned())
        .language(document.language.clone());
    write(metadata, &document.language, &pages)
}

fn write(metadata: Metadata, language: &str, pages: &[(&Scene, &[Part])]) -> Result<Vec<u8>, ExportError> {
    let has_outline = pages.iter().flat_map(|(_, parts)| *parts).any(|part| matches!(part.role, Role::Heading(..)));
    let mut document = Document::new_with(settings(has_outline));
    document.set_metadata(metadata);
    let fonts: Vec<Font> = Fonts::shared()
        .ids()
        .map(|id| Font::new(Fonts::shared().bytes(id).to_vec().into(), 0).ok_or(ExportError::Font))
        .collect::<Result<_, _>>()?;
    let mut structure = Structure::default();
    for (number, (scene, parts)) in pages.iter().enumerate() {
        page(&mut document, &fonts, scene, parts, number, &mut structure)?;
    }
    if has_outline {
        document.set_outline(structure.outline());
    }
    document.set_tag_tree(structure.tree(language));
    document.finish().map_err(|error| ExportError::Pdf(format!("{error:?}")))
}

/// What the picture shows and where it comes from, in the document’s information and its XMP.
fn metadata(scene: &Scene) -> Metadata {
    let texts = Texts::english();
    let name = texts.say("app.name").to_owned();
    let language = texts.language().to_owned();
    let metadata = Metadata::new().title(scene.description.clone()).producer(name.clone()).language(language);
    let Some(Provenance { citation, link, licence, version }) = scene.provenance.clone() else { return metadata };
    metadata
        .authors(vec![name])
        .creator(version.clone())
        .description([citation, link.clone(), licence].join("\n"))
        .keywords(vec![link, version])
}

/// What the file promises: one with headings all that readers with a screen reader need (PDF/UA-1).
fn settings(has_outline: bool) -> SerializeSettings {
    let accessible = || ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().ok();
    let usual = SerializeSettings::default();
    match has_outline.then(accessible).flatten() {
        Some(configuration) => SerializeSettings { configuration, ..usual },
        None => usual,
    }
}

fn page(
    document: &mut Document,
    fonts: &[Font],
    scene: &Scene,
    parts: &[Part],
    number: usize,
    structure: &mut Structure,
) -> Result<(), ExportError> {
    let paper = scene::Transform { scale: scene.scale.paper, ..scene::Transform::IDENTITY };
    let (width, height) = (scene.width * paper.scale, scene.height * paper.scale);
    let size = ExportError::Size { width, height };
    let mut page = document.start_page_with(PageSettings::from_wh(to_f32(width), to_f32(height)).ok_or(size)?);
    let mut surface = page.surface();
    let mut painter = Painter { surface: &mut surface, fonts, transform: paper, links: Vec::new() };
    painter.surface.push_transform(&Transform::from_scale(to_f32(paper.scale), to_f32(paper.scale)));
    painter.ornament(|painter| {
        painter.fill(&[PageRect::new(0.0, 0.0, scene.width, scene.height).ring()], scene.background);
    });
    let mut drawn = Vec::new();
    let mut next = 0;
    for part in parts {
        painter.ornament(|painter| painter.items(scene, next..part.items.start));
        let links = painter.links.len();
        let content = painter.surface.start_tagged(ContentTag::Other);
        painter.items(scene, part.items.clone());
        painter.surface.end_tagged();
        next = part.items.end;
        drawn.push((part, content, links..painter.links.len()));
    }
    painter.ornament(|painter| painter.items(scene, next..scene.items.len()));
    painter.surface.pop();
    let links = painter.links;
    surface.finish();
    for (part, content, range) in drawn {
        let of_part = links.get(range).unwrap_or_default();
        let annotations = of_part.iter().map(|(area, url)| page.add_tagged_annotation(link(*area, url))).collect();
        let at = first_point(scene, part).map(|point| paper.point(point));
        let place = at.map(|at| (number, Point::from_xy(0.0, to_f32(at.y))));
        structure.add(part, content, annotations, place);
    }
    page.finish();
    Ok(())
}

fn link(area: Rect, url: &str) -> Annotation {
    let link = LinkAnnotation::new(area, Target::Action(LinkAction::new(url.to_owned()).into()));
    Annotation::new_link(link, Some(url.to_owned()))
}

/// A little above the first words of a part.
fn first_point(scene: &Scene, part: &Part) -> Option<PagePoint> {
    scene.items.get(part.items.clone())?.iter().find_map(|item| match item {
        SceneItem::Text(text) => {
            text.glyphs.first().map(|glyph| PagePoint::new(glyph.at.x, (glyph.at.y - 2.0 * text.size).max(0.0)))
        }
        _ => None,
    })
}
