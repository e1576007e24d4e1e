//! Sign-in codes of the demo.

mod page;

pub use page::DemoInboxPage;
