//! The search field and its answers.

use egui::{Area, Frame, Id, Key, Modifiers, Order, Response, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::app::look;
use crate::app::widgets::{Requests, faint, in_visual_order};
use crate::search::{Hit, SearchIndex};
use crate::session::{Command, Session};
use crate::view::MapState;

/// How many answers are shown.
const MOST: usize = 14;

/// The text that is searched for, and what was found.
#[derive(Default)]
pub struct SearchField {
    text: String,
    asked: String,
    hits: Vec<Hit>,
    marked: usize,
    /// The chosen row is to come into sight.
    follow: bool,
    /// What was found is shown, or that nothing was.
    open: bool,
    has_focus: bool,
    wants_focus: bool,
    /// Made when something is searched for, in the language of the session.
    index: Option<SearchIndex>,
}

impl SearchField {
    /// Puts the cursor into the field.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Whether Escape is meant for the field.
    pub fn takes_escape(&self) -> bool {
        self.has_focus || self.open
    }

    /// Empties the field and leaves it.
    pub fn leave(&mut self, ctx: &egui::Context) {
        self.close();
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused().filter(|_| self.has_focus) {
                memory.surrender_focus(focused);
            }
        });
        self.has_focus = false;
    }

    pub fn search_ui(&mut self, ui: &mut Ui, session: &Session, width: f32) -> Requests {
        let mut asked = Requests::default();
        let field =
            TextEdit::singleline(&mut self.text).desired_width(width).hint_text(session.texts.say("search.hint"));
        // The arrows choose among the answers while the field has the keys.
        let (down, up, enter) = ui.input_mut(|input| {
            let open = self.open && !self.hits.is_empty();
            (
                open && input.consume_key(Modifiers::NONE, Key::ArrowDown),
                open && input.consume_key(Modifiers::NONE, Key::ArrowUp),
                open && input.key_pressed(Key::Enter),
            )
        });
        let response = ui.add(field);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::SearchInput, true, session.texts.say("search.name"))
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        self.has_focus = response.has_focus();
        let pasted = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Paste(_))));
        if MapState::is_link(&self.text) {
            self.asked.clone_from(&self.text);
            self.hits.clear();
            self.open = true;
            if pasted || response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                asked.push(Command::OpenLink(self.text.clone()));
                self.close();
            }
        } else if self.text != self.asked {
            self.ask(session);
        }
        if response.gained_focus() && !self.asked.trim().is_empty() {
            self.open = true;
        }
        if down {
            self.marked = (self.marked + 1).min(self.hits.len().saturating_sub(1));
        }
        if up {
            self.marked = self.marked.saturating_sub(1);
        }
        self.follow = down || up;
        if enter && let Some(hit) = self.hits.get(self.marked) {
            asked.push(Command::GoTo(hit.id.clone()));
            self.close();
        }
        if self.open {
            asked += self.answers_ui(ui, session, &response);
        }
        asked
    }

    fn ask(&mut self, session: &Session) {
        self.asked = self.text.clone();
        self.marked = 0;
        let of_language = |index: &SearchIndex| *index.texts() == session.texts;
        let made = self.index.take().filter(of_language);
        let index = self.index.insert(made.unwrap_or_else(|| SearchIndex::new(&session.world, &session.texts)));
        self.hits = index.search(&self.text, MOST);
        self.open = !self.text.trim().is_empty();
    }

    fn close(&mut self) {
        self.text.clear();
        self.asked.clear();
        self.hits.clear();
        self.open = false;
    }

    fn answers_ui(&mut self, ui: &Ui, session: &Session, field: &Response) -> Requests {
        let mut asked = Requests::default();
        let lowest = ui.ctx().content_rect().bottom() - field.rect.bottom() - 24.0;
        let area = Area::new(Id::unique("search-answers"))
            .order(Order::Foreground)
            .fixed_pos(field.rect.left_bottom() + vec2(0.0, 4.0))
            .constrain(true)
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_width(430.0);
                    if MapState::is_link(&self.text) {
                        ui.label(session.texts.say("search.opens-link"));
                    } else if self.hits.is_empty() {
                        ui.label(session.texts.say("search.nothing"));
                    }
                    // An area remembers its height; the list is given its own, or it would stay as small as the first.
                    let height = lowest.clamp(80.0, 460.0);
                    ui.set_max_height(height);
                    ScrollArea::vertical().max_height(height).show(ui, |ui| {
                        for (at, hit) in self.hits.iter().enumerate() {
                            let marked = at == self.marked;
                            asked += hit_ui(ui, session, hit, marked, marked && self.follow);
                        }
                    });
                });
            });
        let elsewhere = ui.input(|input| input.pointer.any_click())
            && !area.response.contains_pointer()
            && !field.contains_pointer();
        if asked.go_to_an_entry() {
            self.close();
        } else if elsewhere {
            self.open = false;
        }
        asked
    }
}

/// Draws one answer, and brings it into sight where that is asked for. An answer that is not alive on the day offers to go
/// to its time.
fn hit_ui(ui: &mut Ui, session: &Session, hit: &Hit, marked: bool, follow: bool) -> Requests {
    let mut asked = Requests::default();
    let fill = if marked { ui.visuals().selection.bg_fill } else { egui::Color32::TRANSPARENT };
    let shown = Frame::NONE.fill(fill).corner_radius(3).inner_margin(4).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let mut clicked = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            clicked = ui.link(RichText::new(in_visual_order(&hit.name)).font(look::semibold(14.0))).clicked();
            ui.label(faint(session.texts.word(hit.kind)));
            if hit.matched != hit.name {
                ui.label(faint(in_visual_order(&hit.matched)));
            }
            if let Some(alive) = hit.alive.as_ref().filter(|alive| !alive.covers(session.state().day)) {
                ui.label(faint(alive.text(&session.texts)));
                if let Some(day) = alive.a_day()
                    && ui
                        .small_button(session.texts.say("search.go-there"))
                        .on_hover_text(session.texts.say("search.go-there-tip"))
                        .clicked()
                {
                    asked.push(Command::SetDay(day));
                }
            }
        });
        if let Some(sentence) = &hit.sentence {
            ui.add(egui::Label::new(RichText::new(in_visual_order(sentence)).size(12.5)).wrap());
        }
        clicked
    });
    if follow {
        ui.scroll_to_rect(shown.response.rect, None);
    }
    if shown.inner || shown.response.interact(egui::Sense::click()).clicked() {
        asked.push(Command::GoTo(hit.id.clone()));
    }
    asked
}
