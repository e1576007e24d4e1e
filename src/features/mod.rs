//! One folder a journey: its pages, their parts and their logic.

pub mod account;
pub mod bundles;
pub mod cart;
pub mod checkout;
pub mod demo_inbox;
pub mod errors;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod head;
pub mod home;
pub mod in_turn;
pub mod list;
pub mod load;
pub mod one_click;
pub mod orders;
pub mod pictures;
pub mod prefetch;
pub mod product;
pub mod review;
pub mod shell;
pub mod sign_in;
pub mod sign_in_link;
pub mod written;
