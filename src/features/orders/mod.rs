//! Orders and their tracking timeline.

mod details;
mod facts;
mod guest_list;
mod headline;
mod journey;
mod lines;
mod list_page;
mod order_card;
mod order_list;
mod order_page;
mod parcels;
mod scenarios;
mod undo;
mod words;

pub use list_page::OrdersPage;
pub use order_page::OrderPage;
