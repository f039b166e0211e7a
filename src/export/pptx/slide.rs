//! One slide and its notes, as the XML of `PresentationML`.

use std::fmt::Write as _;

use super::deck::{Slide, TextBox, TextRun};
use crate::export::xml::{HEAD, escape};
use crate::units::PageRect;

/// English Metric Units of a point: 914 400 make an inch.
const EMU: f64 = 12_700.0;

pub const NAMESPACES: &str = r#"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main""#;

/// What every tree of shapes begins with.
const TREE: &str = r#"<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>"#;

/// A length in points as whole English Metric Units.
#[expect(clippy::cast_possible_truncation, reason = "a slide has some ten million of them")]
pub fn emu(points: f64) -> i64 {
    (points * EMU).round() as i64
}

/// A slide: its picture, above it the title and the text. The picture is the part `rId2`.
pub fn slide(slide: &Slide) -> String {
    let picture = format!(
        r#"<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture" descr="{}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>"#,
        escape(&slide.description),
        place(slide.at)
    );
    let title = shape(
        r#"<p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>"#,
        &slide.title,
    );
    let text =
        slide.text.as_ref().map(|text| shape(r#"<p:cNvPr id="3" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/>"#, text));
    document("sld", &format!("{picture}{title}{}", text.unwrap_or_default()))
}

/// The notes of a slide.
pub fn notes(slide: &Slide) -> String {
    let paragraph = |text: &String| format!(r#"<a:p><a:r><a:rPr lang="en"/><a:t>{}</a:t></a:r></a:p>"#, escape(text));
    let paragraphs = slide.notes.iter().map(paragraph).collect::<Vec<_>>().concat();
    let paragraphs = if paragraphs.is_empty() { "<a:p/>".to_owned() } else { paragraphs };
    let image = r#"<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"#;
    let body = format!(
        r#"<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"#
    );
    document("notes", &format!("{image}{body}"))
}

fn document(kind: &str, shapes: &str) -> String {
    format!(
        r"{HEAD}<p:{kind} {NAMESPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{kind}>"
    )
}

fn shape(named: &str, text: &TextBox) -> String {
    let mut paragraphs = String::new();
    for run in &text.runs {
        let _ = write!(paragraphs, "<a:p>{}</a:p>", self::run(run));
    }
    if text.runs.is_empty() {
        paragraphs.push_str("<a:p/>");
    }
    format!(
        r#"<p:sp><p:nvSpPr>{named}</p:nvSpPr><p:spPr>{}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"#,
        place(text.room)
    )
}

/// A paragraph of one look; sizes are in hundredths of a point.
#[expect(clippy::cast_possible_truncation, reason = "sizes of type are small")]
fn run(run: &TextRun) -> String {
    let size = ((run.size * 100.0).round() as i64).clamp(100, 400_000);
    format!(
        r#"<a:r><a:rPr lang="en" sz="{size}" b="{}"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:rPr><a:t>{}</a:t></a:r>"#,
        u8::from(run.bold),
        run.colour.to_hex().trim_start_matches('#').to_uppercase(),
        escape(&run.text)
    )
}

fn place(rect: PageRect) -> String {
    let [x, y, width, height] = [rect.x, rect.y, rect.width.max(1.0), rect.height.max(1.0)].map(emu);
    format!(r#"<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>"#)
}
