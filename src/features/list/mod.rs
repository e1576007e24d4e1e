//! Lists of products: a category's, or a search's.

mod active_filters;
mod filters;
mod later_filters;
mod page;
mod query;
mod results;

pub use filters::{FilterSheet, Filters};
pub use page::{CategoryPage, SearchPage};
pub use query::ListQuery;
