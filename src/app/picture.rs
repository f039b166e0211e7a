//! The map as a picture, with title, legend, scale and credits: saved as a file or put on the clipboard.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};

use egui::{ComboBox, RichText};

use super::look;
use crate::export::{ExportError, Format, Raster, export, raster};
use crate::page::{FigureSize, figure};
use crate::record::{linked_places, tables, write_file, write_files};
use crate::scene::Scene;
use crate::session::Session;
use crate::storage::write_whole;
use crate::symbology::{Theme, ThemeChoice};
use crate::view::Extent;

/// The dialog for saving a picture.
#[derive(Default)]
pub struct PictureDialog {
    open: bool,
    path: String,
    size: usize,
    whole: bool,
    browsing: Option<Receiver<Option<PathBuf>>>,
}

const SIZES: [(&str, f64, f64); 4] = [
    ("Screen, 1920 × 1080", 1_920.0, 1_080.0),
    ("Large screen, 3840 × 2160", 3_840.0, 2_160.0),
    ("Slide, 1600 × 1200", 1_600.0, 1_200.0),
    ("Print, A4 across at 300 dpi", 3_508.0, 2_480.0),
];

fn size(dialog: &PictureDialog) -> (&'static str, f64, f64) {
    let [usual, ..] = SIZES;
    SIZES.get(dialog.size).copied().unwrap_or(usual)
}

impl PictureDialog {
    pub fn is_open(&self) -> bool {
        self.open
    }

    pub fn close(&mut self) {
        self.open = false;
    }

    pub fn open(&mut self, session: &Session) {
        let folder = directories::UserDirs::new()
            .and_then(|dirs| dirs.picture_dir().or(Some(dirs.home_dir())).map(Path::to_owned))
            .unwrap_or_default();
        let days = match session.state().compare {
            Some(compare) => format!("{}-and-{}", compare.with, session.state().day),
            None => session.state().day.to_string(),
        };
        self.path = folder.join(format!("kars-atlas-{days}.png")).display().to_string();
        self.open = true;
    }
}

/// The dialog. Returns what to tell the reader once a picture was saved or could not be.
pub fn picture_ui(
    ctx: &egui::Context,
    dialog: &mut PictureDialog,
    session: &Session,
    theme: &Theme,
) -> Option<Result<String, String>> {
    if let Some(browsing) = &dialog.browsing
        && let Ok(chosen) = browsing.try_recv()
    {
        if let Some(path) = chosen {
            dialog.path = path.display().to_string();
        }
        dialog.browsing = None;
    }
    if !dialog.open {
        return None;
    }
    let (mut open, mut told) = (true, None);
    egui::Window::new("Save")
        .pivot(egui::Align2::CENTER_CENTER)
        .default_pos(ctx.content_rect().center())
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .show(ctx, |ui| {
            ui.label(RichText::new("The map as a picture").font(look::semibold(14.0)));
            ui.label("The file’s ending says what kind it is: .png, .svg or .pdf");
            ui.horizontal(|ui| {
                let field = ui.add(egui::TextEdit::singleline(&mut dialog.path).desired_width(380.0));
                field.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, "File of the picture")
                });
                if ui.button("Browse…").clicked() && dialog.browsing.is_none() {
                    dialog.browsing = Some(browse(Path::new(&dialog.path), ctx.clone()));
                }
            });
            ComboBox::from_label("Size").selected_text(size(dialog).0).show_ui(ui, |ui| {
                for (at, (name, ..)) in SIZES.iter().enumerate() {
                    ui.selectable_value(&mut dialog.size, at, *name);
                }
            });
            ui.checkbox(&mut dialog.whole, "The whole map, not the present view");
            ui.add_space(4.0);
            if ui.button(RichText::new("Save").font(look::semibold(14.0))).clicked() {
                told = Some(save(dialog, session, theme));
            }
            ui.separator();
            ui.label(RichText::new("The whole record, for use elsewhere").font(look::semibold(14.0)));
            ui.label("Written beside the picture: places and regions as Linked Places, or every table as CSV.");
            ui.horizontal(|ui| {
                if ui.button("Linked Places (GeoJSON)").clicked() {
                    told = Some(save_places(dialog, session));
                }
                if ui.button("CSV tables").clicked() {
                    told = Some(save_tables(dialog, session));
                }
            });
        });
    dialog.open = open && !matches!(told, Some(Ok(_)));
    told
}

/// The picture that Copy puts on the clipboard.
pub fn raster_of(session: &Session, theme: &Theme) -> Result<Raster, ExportError> {
    raster(&scene(session, theme, FigureSize { width: 1_920.0, height: 1_080.0 }, false), 1.0)
}

fn scene(session: &Session, theme: &Theme, size: FigureSize, whole: bool) -> Scene {
    let factor = size.width * 0.66 / session.page().width.max(1.0);
    let mut state = session.state().clone();
    match &mut state.extent {
        _ if whole => state.extent = Extent::Whole,
        Extent::At(view) => view.metres_per_point /= factor,
        Extent::Whole | Extent::Around(_) => {}
    }
    figure(&session.world, &session.shown_layers(), theme, &state, size)
}

fn save(dialog: &PictureDialog, session: &Session, theme: &Theme) -> Result<String, String> {
    let path = Path::new(dialog.path.trim());
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let format = match ending.as_str() {
        "png" => Format::Png,
        "svg" => Format::Svg,
        "pdf" => Format::Pdf,
        _ => return Err("The file must end in .png, .svg or .pdf".to_owned()),
    };
    // A picture for the page is light, whatever the window is.
    let light;
    let theme = if format == Format::Png {
        theme
    } else {
        light = session.world.theme(ThemeChoice::Light);
        &light
    };
    let (_, width, height) = size(dialog);
    let scene = scene(session, theme, FigureSize { width, height }, dialog.whole);
    let bytes = export(&scene, format).map_err(|error| error.to_string())?;
    write_whole(path, &bytes).map_err(|error| format!("Could not save {}: {error}", path.display()))?;
    Ok(format!("Saved {}", path.display()))
}

/// The folder that the path of the picture names.
fn folder(dialog: &PictureDialog) -> PathBuf {
    Path::new(dialog.path.trim()).parent().map(Path::to_owned).unwrap_or_default()
}

fn save_places(dialog: &PictureDialog, session: &Session) -> Result<String, String> {
    let path = folder(dialog).join("kars-atlas-places.geojson");
    let text = linked_places(&session.world).to_string();
    write_file(&path, text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(format!("Saved {}", path.display()))
}

fn save_tables(dialog: &PictureDialog, session: &Session) -> Result<String, String> {
    let path = folder(dialog).join("kars-atlas-tables");
    write_files(&path, &tables(&session.world)).map_err(|error| error.to_string())?;
    Ok(format!("Saved the tables in {}", path.display()))
}

/// Asks for a file beside the window, which stays alive meanwhile. Where the system has no file dialog
/// nothing comes back, and the path can still be typed.
fn browse(start: &Path, ctx: egui::Context) -> Receiver<Option<PathBuf>> {
    let (sender, receiver) = channel();
    let (folder, name) =
        (start.parent().map(Path::to_owned), start.file_name().map(|name| name.to_string_lossy().into_owned()));
    std::thread::spawn(move || {
        let mut dialog = rfd::FileDialog::new().add_filter("Picture", &["png", "svg", "pdf"]);
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        if let Some(name) = name {
            dialog = dialog.set_file_name(name);
        }
        // The window may be gone by now.
        let _ = sender.send(dialog.save_file());
        ctx.request_repaint();
    });
    receiver
}
