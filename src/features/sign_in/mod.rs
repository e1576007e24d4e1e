//! Sign in by one-time code.

mod code_step;
mod contact_step;
mod demo;
mod draft;
mod page;

pub use page::SignInPage;
