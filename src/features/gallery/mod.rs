//! The gallery of components, for designers: every component of `ui/` in every state,
//! and the tokens. Only development builds have it.
//!
//! `tests/gallery.rs` holds that nothing is missing here.

mod actions;
mod choices;
mod failure;
mod feedback;
mod fields;
mod goods;
mod icons;
mod page;
mod samples;
mod specimen;
mod structure;
mod switches;
mod tokens;

pub use page::GalleryPage;
