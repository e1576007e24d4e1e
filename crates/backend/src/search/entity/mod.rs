//! Rows of the search index.

pub mod search_term;
