//! Lists: a page of items and how to get the next.

use serde::{Deserialize, Serialize};

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct List<T> {
    /// The items, in order.
    pub items: Vec<T>,
    /// Where this page stands.
    pub meta: Meta,
}

/// Where a page stands in its list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Meta {
    /// Items in the whole list, when that is known.
    pub total: Option<u64>,
    /// Cursor of the next page (seek pagination, stable under inserts); `None` on the last.
    pub next: Option<String>,
}
