//! The window: the only folder that names egui. Panels draw what the session holds and return what the
//! reader asked for; nothing is decided here.

mod canvas;
mod compare;
mod detail;
mod drawing;
mod guard;
mod help;
mod keys;
mod layers;
mod look;
mod opening;
mod save;
mod side_by_side;
mod start;
mod telling;
mod timeline;
mod top_bar;
mod widgets;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{CentralPanel, Frame, Panel};

use crate::failure::tell_error;
use crate::model::Day;
use crate::session::{Command, Session, StoredState, WindowState};
use crate::symbology::{Theme, ThemeChoice};
use crate::text::Given;
use crate::view::{Fault, MapState, PartFault, part};
use crate::world::World;

pub use drawing::DrawingMode;
use save::{SaveError, SaveWish, Saved};
pub use start::run;
use widgets::{Request, Requests, WindowCommand};

/// The program's window.
pub struct KarsAtlas {
    session: Session,
    canvas: canvas::Canvas,
    theme: Theme,
    shown_theme: Option<ThemeChoice>,
    top_bar: top_bar::TopBar,
    timeline: timeline::TimelinePanel,
    compare: compare::ComparePanel,
    save: save::SaveDialog,
    opening: opening::Opening,
    saving: save::Saving,
    toasts: egui_notify::Toasts,
    layers_open: bool,
    details_open: bool,
    timeline_open: bool,
    /// Everything but the map is hidden, for a lesson.
    only_map: bool,
    help_open: bool,
    /// A text was being typed when the last frame ended.
    typing: bool,
    /// What was read at the start; the parts that a newer version wrote are kept in it.
    stored: StoredState,
    state_file: Option<PathBuf>,
}

impl KarsAtlas {
    /// The window on a world, as the last run left it. Drawings are made as `mode` says.
    pub fn new(ctx: &egui::Context, world: Arc<World>, stored: StoredState, mode: DrawingMode) -> Self {
        look::install_fonts(ctx);
        let (session, faults) = Session::new(Arc::clone(&world), stored.map.clone(), stored.window.theme);
        let mut app = Self {
            canvas: canvas::Canvas::new(Arc::clone(&world), mode, ctx),
            opening: opening::Opening::new(world, mode, ctx),
            theme: session.world.theme(session.theme),
            shown_theme: None,
            top_bar: top_bar::TopBar::default(),
            timeline: timeline::TimelinePanel::new(&session),
            compare: compare::ComparePanel::default(),
            save: save::SaveDialog::new(mode),
            saving: save::Saving::default(),
            toasts: egui_notify::Toasts::default().with_anchor(egui_notify::Anchor::BottomRight),
            layers_open: stored.window.layers_open,
            details_open: stored.window.details_open,
            timeline_open: stored.window.timeline_open,
            only_map: false,
            help_open: false,
            typing: false,
            stored,
            state_file: None,
            session,
        };
        app.tell_faults(&faults);
        app
    }

    /// Shows a day and an entry that the command line names; what the atlas does not know is told.
    pub fn open_at(&mut self, day: Option<Day>, select: Option<String>) {
        if let Some(day) = day {
            self.carry_out(Command::OpenState(Box::new(MapState { day, ..self.session.state().clone() })));
        }
        if let Some(id) = select {
            if self.session.world.atlas.kind_of(&id).is_some() {
                self.session.apply(Command::GoTo(id));
            } else {
                self.tell_faults(&[PartFault {
                    part: part::SELECT.to_owned(),
                    given: id.clone(),
                    fault: Fault::NoEntry(id),
                }]);
            }
        }
    }

    /// Keeps the state in a file when the window closes.
    pub fn keeping_state_in(mut self, file: Option<PathBuf>) -> Self {
        self.state_file = file;
        self
    }

    /// What the reader is looking at.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session, for what changes it from outside of the window.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The state to keep for the next run.
    pub fn to_stored(&self) -> StoredState {
        let mut stored = self.stored.clone();
        stored.map = self.session.state().clone();
        stored.window = WindowState {
            theme: self.session.theme,
            layers_open: self.layers_open,
            details_open: self.details_open,
            timeline_open: self.timeline_open,
            ..stored.window
        };
        stored
    }

    /// Reads files of the reader's own beside the window, and lays them over the map.
    pub fn open_files(&mut self, files: Vec<PathBuf>) {
        self.opening.open_files(files);
    }

    /// Opens what was dropped on the window, and lays what has been read over the map.
    fn take_files(&mut self, ui: &egui::Ui) {
        let dropped = ui.input(|input| input.raw.dropped_files.clone());
        self.opening.open_dropped(dropped);
        for opened in self.opening.take() {
            match opened.read {
                Ok((layer, problems)) => {
                    self.tell_of(&layer, &problems);
                    self.carry_out(Command::AddLayer { layer, problems });
                }
                Err(error) => {
                    let given: &Given<'_> = &[("file", &opened.name), ("reason", &error)];
                    self.tell(&self.session.texts.fill("layers.not-read", given));
                }
            }
        }
    }

    /// The whole window.
    pub fn window_ui(&mut self, ui: &mut egui::Ui) {
        self.take_theme(ui.ctx());
        self.take_files(ui);
        let mut asked = self.escape(ui);
        asked += keys::requests(ui, &self.session, self.timeline.take_pointed_at());
        if let Some(command) = keys::window_command(ui) {
            self.carry_out_in_window(command, ui.ctx());
        }
        if !self.only_map {
            asked += self.panels_ui(ui);
        }
        asked += CentralPanel::no_frame()
            .frame(Frame::NONE.fill(look::colour(self.theme.ground.page)))
            .show(ui, |ui| self.canvas.canvas_ui(ui, &self.session, &self.theme, self.only_map))
            .inner;
        asked += compare::changes_ui(ui.ctx(), &self.session, &mut self.compare);
        asked += side_by_side::side_by_side_ui(ui.ctx(), &self.session, &self.theme);
        if let Some(reason) = self.canvas.take_begun_again() {
            self.tell(&self.session.texts.fill("drawing.begun-again", &[("reason", &reason)]));
        }
        if let Some(wish) = self.save.save_ui(ui.ctx(), &self.session) {
            self.begin_saving(wish, ui.ctx());
        }
        self.end_saving(ui.ctx());
        self.saving.saving_ui(ui.ctx(), &self.session.texts);
        help::help_ui(ui.ctx(), &self.session.texts, &mut self.help_open);
        for request in asked {
            match request {
                Request::Session(command) => self.carry_out(command),
                Request::Window(command) => self.carry_out_in_window(command, ui.ctx()),
            }
        }
        self.toasts.show(ui.ctx());
        self.typing = ui.ctx().text_edit_focused();
        let size = ui.ctx().content_rect().size();
        self.stored.window.size = Some([size.x, size.y]);
    }

    /// Draws the panels around the map, the outermost first.
    fn panels_ui(&mut self, ui: &mut egui::Ui) -> Requests {
        let (session, theme) = (&self.session, &self.theme);
        let mut asked = Panel::top("top-bar")
            .frame(look::bar_frame(theme))
            .show(ui, |ui| top_bar::top_bar_ui(ui, session, &mut self.top_bar))
            .inner;
        if session.state().compare.is_some() {
            asked += Panel::top("compare-bar")
                .frame(look::bar_frame(theme))
                .show(ui, |ui| compare::compare_bar_ui(ui, session, &mut self.compare))
                .inner;
        }
        if self.timeline_open {
            let panel = &mut self.timeline;
            asked += Panel::bottom("timeline")
                .default_size(timeline::height(ui))
                .size_range(96.0..=440.0)
                .resizable(true)
                .frame(look::bar_frame(theme))
                .show(ui, |ui| look::of_fixed_width(ui, |ui| panel.timeline_ui(ui, session, theme)))
                .inner;
        }
        if self.layers_open {
            let reading = self.opening.reading();
            asked += Panel::left("layers")
                .default_size(LAYERS_WIDTH)
                .size_range(170.0..=340.0)
                .resizable(true)
                .frame(look::side_frame(theme))
                .show(ui, |ui| look::of_fixed_width(ui, |ui| layers::layers_ui(ui, session, theme, reading)))
                .inner;
        }
        if self.details_open {
            asked += Panel::right("details")
                .default_size(details_width(ui))
                .size_range(260.0..=640.0)
                .resizable(true)
                .frame(look::side_frame(theme))
                .show(ui, |ui| look::of_fixed_width(ui, |ui| detail::detail_ui(ui, session, theme)))
                .inner;
        }
        asked
    }

    /// Carries out what is asked of the session, and tells what of it could not be done.
    fn carry_out(&mut self, command: Command) {
        let chooses = matches!(
            command,
            Command::Select(_) | Command::SelectFrom { .. } | Command::SelectFeature(_) | Command::GoTo(_)
        );
        if chooses && !self.only_map {
            self.details_open = true;
        }
        self.session.apply(command);
        let faults = self.session.take_faults();
        self.tell_faults(&faults);
    }

    fn take_theme(&mut self, ctx: &egui::Context) {
        if self.shown_theme != Some(self.session.theme) {
            self.theme = self.session.world.theme(self.session.theme);
            look::install_style(ctx, &self.theme);
            self.shown_theme = Some(self.session.theme);
        }
    }

    /// Escape is for what lies on top: a list that is open, a field, a window above the map; then for what is chosen.
    /// egui has taken the focus from a field by now, so that what was typed in is asked of the last frame.
    fn escape(&mut self, ui: &egui::Ui) -> Requests {
        if egui::Popup::is_any_open(ui.ctx()) || !keys::escape_is_pressed(ui) {
            return Requests::default();
        }
        self.top_bar.forget_date();
        self.compare.forget_date();
        let mut asked = Requests::default();
        if self.top_bar.search.takes_escape() {
            self.top_bar.search.leave(ui.ctx());
        } else if self.help_open {
            self.help_open = false;
        } else if self.save.is_open() {
            self.save.close();
        } else if self.typing {
            // egui has left the field.
        } else if self.session.state().compare.is_some() && self.compare.table_open {
            self.compare.table_open = false;
        } else if self.session.state().beside.is_some() {
            asked.push(Command::SideBySide(None));
        } else if self.session.selection().is_some() || self.session.feature().is_some() {
            asked.push(Command::Clear);
        } else {
            return asked;
        }
        keys::take_escape(ui);
        asked
    }

    fn carry_out_in_window(&mut self, command: WindowCommand, ctx: &egui::Context) {
        match command {
            WindowCommand::OnlyMap => self.only_map = !self.only_map,
            WindowCommand::Help => self.help_open = !self.help_open,
            WindowCommand::Layers => self.layers_open = !self.layers_open,
            WindowCommand::Details => self.details_open = !self.details_open,
            WindowCommand::Timeline => self.timeline_open = !self.timeline_open,
            WindowCommand::Play => self.timeline.play_or_stop(),
            WindowCommand::Compare => self.compare_or_end(),
            WindowCommand::OpenData => self.opening.choose(),
            WindowCommand::SavePicture => self.save.open(&self.session),
            WindowCommand::CopyPicture => self.begin_saving(SaveWish::Copy { page: None }, ctx),
            WindowCommand::CopyLink => {
                ctx.copy_text(self.session.link());
                self.confirm("picture.link-copied");
            }
            WindowCommand::CopyCitation(text) => {
                ctx.copy_text(text);
                self.confirm("cite.copied");
            }
            WindowCommand::GoToDate => self.top_bar.focus_date(),
            WindowCommand::Search => self.top_bar.search.focus(),
            WindowCommand::NoDay(why) => self.notify(&why, "△", Duration::from_secs(6)),
        }
    }

    /// Begins a comparison with the days and the way of the last one, or ends the present one.
    fn compare_or_end(&mut self) {
        let session = &self.session;
        let first = || session.last_compare.unwrap_or_else(|| compare::first_comparison(session));
        let compare = session.state().compare.is_none().then(first);
        self.carry_out(Command::Compare(compare));
    }

    fn begin_saving(&mut self, wish: SaveWish, ctx: &egui::Context) {
        if let Err(error) = self.saving.begin(wish, &self.session, ctx) {
            self.tell(&error.say(&self.session.texts.clone()));
        }
    }

    /// Tells how the saving ended. What could not be saved may only have a wrong name: the dialog comes back for it.
    fn end_saving(&mut self, ctx: &egui::Context) {
        let Some(ended) = self.saving.take() else { return };
        let texts = self.session.texts.clone();
        let message = match ended {
            Err(error) if error.is_cancelled() => {
                return self.notify(texts.say("saving.cancelled"), "△", Duration::from_secs(5));
            }
            Ok(Saved::File(file)) => {
                let message = texts.fill("saving.saved", &[("file", &file.display())]);
                self.save.was_saved(file);
                message
            }
            Ok(Saved::Folder(folder)) => texts.fill("saving.saved-tables", &[("folder", &folder.display())]),
            Ok(Saved::Picture(raster)) => {
                let size = [raster.width as usize, raster.height as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &raster.rgba));
                texts.say("picture.copied").to_owned()
            }
            Err(error) => {
                if matches!(error, SaveError::File(_)) {
                    self.save.reopen();
                }
                return self.tell(&error.say(&texts));
            }
        };
        self.notify(&message, "✓", Duration::from_secs(8));
    }
}

/// The width of the layers panel at first.
const LAYERS_WIDTH: f32 = 222.0;

/// The map keeps three fifths of a small window; a large one gives the text the width it reads best at.
fn details_width(ui: &egui::Ui) -> f32 {
    (ui.ctx().content_rect().width() * 0.4 - LAYERS_WIDTH).clamp(270.0, 560.0)
}

impl eframe::App for KarsAtlas {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.window_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(file) = &self.state_file
            && let Err(error) = self.to_stored().store(file)
        {
            tell_error(&error.text(&self.session.texts));
        }
    }
}
