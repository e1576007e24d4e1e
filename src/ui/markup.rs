//! Markup as text, for what never changes once it is shown.
//!
//! A view of Leptos is built node by node, each one a few calls from Wasm into the
//! browser. A picture, a price or the words of a tile have nothing to listen to: as
//! text the browser parses them in one go, and where the server has written them
//! nothing is left to do. `docs/adr/0008` tells what it saves.
//!
//! `maud` escapes whatever stands in `(parentheses)`.

pub use maud::{Markup, html};
