//! The template of a page that a command is asked for.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;

use crate::failure::Failure;
use crate::page::Template;
use crate::platform;

/// The template that is named: one that is built in, or a file.
pub fn template(page: Option<&str>) -> anyhow::Result<Option<Arc<Template>>> {
    let Some(page) = page else { return Ok(None) };
    if let Some(template) = Template::by_id(page) {
        return Ok(Some(Arc::clone(template)));
    }
    let file = Path::new(page);
    if !file.is_file() {
        let ids: Vec<&str> = Template::all().iter().map(|template| template.id.as_str()).collect();
        let failure = Failure::usage(format!("there is no page `{page}`, and no file of that name"));
        return Err(failure.hint(format!("pages: {}", ids.join(", "))).into());
    }
    let text = String::from_utf8(platform::read(file)?).with_context(|| format!("{page} is no UTF-8 text"))?;
    let id = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let template = Template::read(&id, &text).with_context(|| format!("{page} is no template"))?;
    Ok(Some(Arc::new(template)))
}
