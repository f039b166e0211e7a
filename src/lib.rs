//! Kars Atlas as a library: the record of a border and of the treaties that moved it, and everything that
//! draws it. The window is behind the feature `gui`.

#[cfg(feature = "gui")]
pub mod app;
pub mod cache;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod embedded;
pub mod export;
pub mod failure;
pub mod geometry;
pub mod layer;
pub mod map;
pub mod model;
pub mod opening;
pub mod page;
pub mod picture;
pub mod platform;
pub mod record;
pub mod scene;
pub mod search;
pub mod session;
pub mod symbology;
pub mod text;
pub mod typeset;
pub mod units;
pub mod view;
pub mod world;
