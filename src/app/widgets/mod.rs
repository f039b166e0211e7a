//! What the panels of the window share: the requests that they return, running text with links, headings, an article, the
//! strips of who held a region, the axis of time. A panel uses these and no other panel.

mod article;
mod holders;
mod parts;
mod requests;
mod text;
pub mod time_axis;

pub use article::{article_block_ui, article_name, article_text_ui, article_ui};
pub use holders::holders_ui;
pub use parts::{
    around_ui, cite_ui, disagreements_ui, events_ui, folding_ui, grounds_ui, heading_ui, list_ui, names_ui, note_ui,
    state_on_the_day, title_ui,
};
pub use requests::{Request, Requests, WindowCommand};
pub use text::{differing_words, faint, in_visual_order, link_ui, running_text_ui};
