//! Rows of categories.

pub mod category;
pub mod category_text;
