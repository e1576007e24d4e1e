//! The cart, and what it costs.

mod basket;
mod line;
mod page;
mod prices;
mod totals;

pub use basket::{Basket, BasketLine, LineState};
pub use page::CartPage;
pub use prices::{Prices, use_prices};
pub use totals::Totals;
