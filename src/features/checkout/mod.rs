//! The checkout: one page, at most eight fields.

mod address;
mod contact;
mod form;
mod form_view;
mod goods;
mod outcome;
mod page;
mod payment;
mod wanted;

pub use page::CheckoutPage;
pub use wanted::buy_href;
