//! The template of a page that a command is asked for.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;

use crate::failure::Failure;
use crate::page::Template;
use crate::platform;
use crate::text::Texts;

/// The template that is named: one that is built in, or a file.
pub fn template(page: Option<&str>) -> anyhow::Result<Option<Arc<Template>>> {
    let Some(page) = page else { return Ok(None) };
    if let Some(template) = Template::by_id(page) {
        return Ok(Some(Arc::clone(template)));
    }
    let (file, texts) = (Path::new(page), Texts::english());
    if !file.is_file() {
        let ids: Vec<&str> = Template::all().iter().map(|template| template.id.as_str()).collect();
        let failure = Failure::usage(texts.fill("export.no-page", &[("page", &page)]));
        return Err(failure.hint(texts.fill("export.pages", &[("ids", &ids.join(", "))])).into());
    }
    let text =
        String::from_utf8(platform::read(file)?).with_context(|| texts.fill("export.no-text", &[("file", &page)]))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let template = Template::read(&id, &text).with_context(|| texts.fill("export.no-template", &[("file", &page)]))?;
    Ok(Some(Arc::new(template)))
}
