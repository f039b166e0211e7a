//! What stands on the page that is to be saved.

use std::sync::Arc;

use egui::{ComboBox, RichText, TextEdit, Ui};

use super::wish::PageWish;
use crate::app::look;
use crate::model::Entry as _;
use crate::page::{BlockKind, Extras, PageChoice, Template, words_of};
use crate::session::Session;
use crate::symbology::{Audience, Style, ThemeChoice};
use crate::text::Texts;
use crate::view::{Extent, MapState, NamesShown};

/// The template that the dialog begins with: what a teacher needs most.
const FIRST: &str = "slide";

/// The choices about a page.
pub struct PageForm {
    template: Arc<Template>,
    audience: Option<Audience>,
    style: Style,
    theme: ThemeChoice,
    ground: GroundChoice,
    names: Option<NamesShown>,
    legend: bool,
    /// The title and the sentence as they were typed; none as long as they are those of the record.
    title: Option<String>,
    reading: Option<String>,
    article: Option<String>,
}

/// Which ground is on the page.
#[derive(Clone, Debug, PartialEq)]
enum GroundChoice {
    /// Everything that the atlas covers.
    Whole,
    /// What the window shows.
    Window,
    /// A named piece of the map, by id.
    Named(String),
}

impl Default for PageForm {
    fn default() -> Self {
        Self {
            template: Arc::clone(Template::by_id(FIRST).unwrap_or(Template::usual())),
            audience: None,
            style: Style::default(),
            // What is printed or shown on a wall need not be as dark as the window.
            theme: ThemeChoice::Light,
            ground: GroundChoice::Whole,
            names: None,
            legend: true,
            title: None,
            reading: None,
            article: None,
        }
    }
}

impl PageForm {
    /// Title and sentence are those of the record again: another map may be shown.
    pub fn forget_words(&mut self) {
        self.title = None;
        self.reading = None;
    }

    /// The page as it is chosen.
    pub fn wanted(&self, session: &Session) -> PageWish {
        let article = self.template.has(BlockKind::Article).then(|| self.article(session)).flatten();
        let choice = PageChoice {
            audience: self.audience,
            style: self.style,
            names: self.names,
            extras: Extras {
                title: self.title.clone(),
                subtitle: self.reading.clone(),
                without_legend: !self.legend,
                article,
            },
            ..PageChoice::new(&self.template)
        };
        let extent = match &self.ground {
            GroundChoice::Window => return PageWish::of_window(session, choice, self.theme),
            GroundChoice::Whole => Extent::Whole,
            GroundChoice::Named(id) => Extent::Around(id.clone()),
        };
        PageWish { choice, state: MapState { extent, ..session.state().clone() }, theme: self.theme }
    }

    /// The article that is chosen, else the one to begin with.
    fn article(&self, session: &Session) -> Option<String> {
        self.article.clone().or_else(|| first_article(session))
    }

    /// The choices.
    pub fn page_ui(&mut self, ui: &mut Ui, session: &Session) {
        let texts = &session.texts;
        egui::Grid::new("page").num_columns(2).spacing([8.0, 6.0]).show(ui, |ui| {
            ui.label(texts.say("save.page"));
            ComboBox::from_id_salt("template").width(210.0).selected_text(self.template.name.as_str()).show_ui(
                ui,
                |ui| {
                    for template in Template::all().iter().filter(|template| template.has(BlockKind::Map)) {
                        let chosen = template.id == self.template.id;
                        if ui.selectable_label(chosen, template.name.as_str()).clicked() {
                            self.template = Arc::clone(template);
                        }
                    }
                },
            );
            ui.end_row();
            ui.label(texts.say("save.ground"));
            self.ground_ui(ui, session);
            ui.end_row();
            ui.label(texts.say("save.reader"));
            choice_ui(ui, texts, "reader", &mut self.audience, &Audience::ALL.map(|one| (one, audience_key(one))));
            ui.end_row();
            ui.label(texts.say("save.names"));
            choice_ui(ui, texts, "names", &mut self.names, &NamesShown::ALL.map(|one| (one, names_key(one))));
            ui.end_row();
            ui.label(texts.say("save.style"));
            ui.horizontal(|ui| {
                for style in Style::ALL {
                    ui.selectable_value(&mut self.style, style, texts.say(style_key(style)));
                }
            });
            ui.end_row();
            if self.template.has(BlockKind::Article) {
                ui.label(texts.say("save.article"));
                self.article_ui(ui, session);
                ui.end_row();
            }
        });
        ui.horizontal(|ui| {
            ui.checkbox(&mut self.legend, texts.say("save.legend"));
            let mut dark = self.theme == ThemeChoice::Dark;
            if ui
                .add_enabled(self.style == Style::Colour, egui::Checkbox::new(&mut dark, texts.say("save.dark")))
                .changed()
            {
                self.theme = if dark { ThemeChoice::Dark } else { ThemeChoice::Light };
            }
        });
        self.words_ui(ui, session);
    }

    /// Title and sentence, to be edited.
    fn words_ui(&mut self, ui: &mut Ui, session: &Session) {
        let texts = &session.texts;
        let PageWish { choice, state, .. } = self.wanted(session);
        let own = words_of(&session.world, texts, &state, &PageChoice { extras: Extras::default(), ..choice });
        for (key, words, own, rows) in
            [("save.page-title", &mut self.title, own.0, 1), ("save.reading", &mut self.reading, own.1, 3)]
        {
            ui.horizontal(|ui| {
                ui.label(RichText::new(texts.say(key)).font(look::semibold(13.0)));
                if words.is_some() && ui.small_button(texts.say("save.as-recorded")).clicked() {
                    *words = None;
                }
            });
            let mut text = words.clone().unwrap_or_else(|| own.clone());
            let field = ui.add(TextEdit::multiline(&mut text).desired_rows(rows).desired_width(f32::INFINITY));
            field.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, texts.say(key)));
            if field.changed() {
                *words = (text != own).then_some(text);
            }
        }
    }

    fn ground_ui(&mut self, ui: &mut Ui, session: &Session) {
        let texts = &session.texts;
        let name = match &self.ground {
            GroundChoice::Whole => texts.say("save.whole").to_owned(),
            GroundChoice::Window => texts.say("save.window").to_owned(),
            GroundChoice::Named(id) => session.world.atlas.name_of(id).unwrap_or_default(),
        };
        ComboBox::from_id_salt("ground").width(210.0).selected_text(name).show_ui(ui, |ui| {
            ui.selectable_value(&mut self.ground, GroundChoice::Whole, texts.say("save.whole"));
            ui.selectable_value(&mut self.ground, GroundChoice::Window, texts.say("save.window"));
            for extent in &session.world.atlas.extents {
                ui.selectable_value(&mut self.ground, GroundChoice::Named(extent.id.clone()), &extent.name);
            }
        });
    }

    fn article_ui(&mut self, ui: &mut Ui, session: &Session) {
        let atlas = &session.world.atlas;
        let shown = self.article(session).unwrap_or_default();
        ComboBox::from_id_salt("article").width(210.0).selected_text(article_name(session, &shown)).show_ui(ui, |ui| {
            for article in &atlas.articles {
                let Some(id) = article.id() else { continue };
                if ui.selectable_label(shown == id, article_name(session, id)).clicked() {
                    self.article = Some(id.to_owned());
                }
            }
        });
    }
}

/// The article to begin with: the one that is chosen, else the first of the instrument that is, else the first of the
/// latest instrument signed by the day of the map.
fn first_article(session: &Session) -> Option<String> {
    let atlas = &session.world.atlas;
    let chosen = session.selection();
    if let Some(id) = chosen.filter(|id| atlas.articles.contains(id)) {
        return Some(id.to_owned());
    }
    let first_of = |instrument| atlas.articles_of(instrument).next();
    let signed = || {
        let day = session.state().day;
        let by_then = atlas.instruments.iter().filter(|instrument| instrument.signed.earliest() <= day);
        let with_articles = by_then.filter(|instrument| first_of(&instrument.id).is_some());
        with_articles.max_by_key(|instrument| instrument.signed.earliest()).map(|instrument| instrument.id.as_str())
    };
    let article = chosen.and_then(first_of).or_else(|| first_of(signed()?))?;
    Some(article.id.clone())
}

/// An article with its instrument.
fn article_name(session: &Session, id: &str) -> String {
    let article = session.world.atlas.articles.get(id);
    article.map_or_else(String::new, |article| session.world.whole_article_text(&session.texts, article))
}

/// A choice that the page makes of itself where the reader makes none.
fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    texts: &Texts,
    salt: &str,
    chosen: &mut Option<T>,
    all: &[(T, &'static str)],
) {
    let name = |one: Option<T>| match all.iter().find(|(each, _)| Some(*each) == one) {
        Some((_, key)) => texts.say(key),
        None => texts.say("save.as-the-page"),
    };
    ComboBox::from_id_salt(salt).width(210.0).selected_text(name(*chosen)).show_ui(ui, |ui| {
        for one in std::iter::once(None).chain(all.iter().map(|(one, _)| Some(*one))) {
            ui.selectable_value(chosen, one, name(one));
        }
    });
}

fn audience_key(audience: Audience) -> &'static str {
    match audience {
        Audience::Screen => "save.for-screen",
        Audience::Class => "save.for-class",
        Audience::Print => "save.for-print",
    }
}

fn names_key(names: NamesShown) -> &'static str {
    match names {
        NamesShown::All => "save.names-all",
        NamesShown::Few => "save.names-few",
        NamesShown::States => "save.names-states",
        NamesShown::None => "save.names-none",
    }
}

fn style_key(style: Style) -> &'static str {
    match style {
        Style::Colour => "save.colour",
        Style::Photocopy => "save.photocopy",
        Style::Outline => "save.outline",
    }
}
