//! The storefront's pages, and whether what they would show exists.

use percent_encoding::percent_decode_str;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::catalog::entity::category;
use crate::error::AppResult;
use crate::products::entity::product;
use crate::products::retired::{self, Retired};
use crate::state::AppState;

/// A page of the storefront.
#[derive(Debug, PartialEq, Eq)]
enum Page<'a> {
    /// Always there; what is personal is checked by the API.
    Fixed,
    /// A category's list.
    Category(&'a str),
    /// A product.
    Product(&'a str),
    /// None.
    Unknown,
}

/// Whether a page is there.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is.
    Here,
    /// It never was.
    Missing,
    /// It was, and will not be again.
    Gone,
    /// What it showed is now the product of this name.
    Renamed(String),
}

/// Whether the page at a path is there. Whatever the answer is, the same document shows it.
pub async fn standing(state: &AppState, path: &str) -> AppResult<Standing> {
    let db = &state.db.read;
    let is_there = match page(path) {
        Page::Fixed => true,
        Page::Unknown => false,
        Page::Category(slug) => {
            let found = category::Entity::find().filter(category::Column::Slug.eq(decode(slug)));
            found.count(db).await? > 0
        }
        Page::Product(slug) => {
            let slug = decode(slug);
            let found = product::Entity::find().filter(product::Column::Slug.eq(&slug));
            if found.count(db).await? == 0 {
                return Ok(match retired::find(db, &slug).await? {
                    None => Standing::Missing,
                    Some(Retired::Gone) => Standing::Gone,
                    Some(Retired::Renamed(slug)) => Standing::Renamed(slug),
                });
            }
            true
        }
    };
    Ok(if is_there { Standing::Here } else { Standing::Missing })
}

fn decode(slug: &str) -> String {
    percent_decode_str(slug).decode_utf8_lossy().replace('\0', "\u{fffd}")
}

fn page(path: &str) -> Page<'_> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let segments: Vec<_> = path.split('/').skip(1).collect();
    match segments.as_slice() {
        [] => Page::Fixed,
        ["search" | "sign-in" | "cart" | "checkout" | "orders" | "me" | "privacy" | "about"]
        | ["demo", "inbox"] => Page::Fixed,
        // Where a development build can write it.
        ["gallery"] | ["gallery", _] if cfg!(debug_assertions) => Page::Fixed,
        ["c", slug] if !slug.is_empty() => Page::Category(slug),
        ["p", slug] if !slug.is_empty() => Page::Product(slug),
        ["orders", id] if !id.is_empty() => Page::Fixed,
        ["orders", id, "review", line] if !id.is_empty() && !line.is_empty() => Page::Fixed,
        _ => Page::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages() {
        for path in
            ["/", "/search", "/cart", "/orders/1", "/orders/1/review/2", "/demo/inbox", "/me/"]
        {
            assert_eq!(page(path), Page::Fixed, "{path}");
        }
        assert_eq!(page("/c/shoes"), Page::Category("shoes"));
        assert_eq!(page("/p/laptop"), Page::Product("laptop"));
        for path in ["/c", "/c/", "/nothing", "/p/a/b", "/orders/1/review", "/demo"] {
            assert_eq!(page(path), Page::Unknown, "{path}");
        }
    }
}
