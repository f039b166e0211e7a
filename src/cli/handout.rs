//! `handout`: days on paper for a class, as a PDF of true size. The file is there whole or not at all.

use super::args::HandoutArgs;
use super::export::writable;
use super::load;
use super::output::{existing, write};
use crate::catalog::Source;
use crate::export::document_pdf;
use crate::page::{HandoutChoice, Paper, Words, handout};
use crate::symbology::{Style, ThemeChoice};
use crate::text::Texts;

/// Writes the handout of some days.
pub fn run(args: &HandoutArgs, source: &Source, texts: &Texts) -> anyhow::Result<()> {
    let existing = existing(args.no_clobber);
    writable(&args.output, existing)?;
    let world = load::world(source)?;
    for day in &args.dates {
        load::recorded(&world, *day)?;
    }
    if let Some(id) = args.articles.iter().find(|id| !world.atlas.articles.contains(id)) {
        let ids: Vec<&str> = world.atlas.articles.iter().map(|article| article.id.as_str()).collect();
        return Err(load::unknown("failure.no-article", id, &ids).into());
    }
    let usual = if args.worksheet { Style::Outline } else { Style::Photocopy };
    let words = if args.words { Words::Given } else { Words::NotGiven };
    let choice = HandoutChoice {
        days: args.dates.clone(),
        paper: Paper::from_id(&args.paper).unwrap_or_default(),
        style: args.style.as_deref().and_then(Style::from_id).unwrap_or(usual),
        articles: args.articles.clone(),
        worksheet: args.worksheet.then_some(words),
    };
    let document = handout(&world, &world.theme(ThemeChoice::Light), texts, &choice);
    write(&args.output, &document_pdf(&document)?, existing)
}
