//! Rows of pictures.

pub mod picture;
