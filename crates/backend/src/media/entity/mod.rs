//! Rows of pictures.

pub mod picture;
pub mod upload;
