//! Rows of products.

pub mod merchant;
pub mod merchant_text;
pub mod product;
pub mod product_picture;
pub mod product_text;
pub mod retired_slug;
pub mod variant;
pub mod variant_text;
