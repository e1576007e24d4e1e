//! One product: its page, and its card in lists.

mod buy_box;
mod card;
mod details;
mod gallery;
mod loading;
mod options;
mod page;
pub mod reviews;
mod selection;

pub use card::{GRID, product_card, with_actions};
pub use loading::{LoadingTiles, loading_product};
pub use page::ProductPage;
pub use selection::initial;
