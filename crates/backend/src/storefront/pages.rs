//! The storefront's pages, and whether what they would show exists.

use axum::http::StatusCode;
use percent_encoding::percent_decode_str;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::catalog::entity::category;
use crate::error::AppResult;
use crate::products::entity::product;
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

/// 200 for a page that exists, else 404. Both are shown by the same document.
pub async fn status(state: &AppState, path: &str) -> AppResult<StatusCode> {
    let there = match page(path) {
        Page::Fixed => true,
        Page::Unknown => false,
        Page::Category(slug) => {
            let slug = decode(slug);
            let found = category::Entity::find().filter(category::Column::Slug.eq(slug));
            found.count(&state.db.read).await? > 0
        }
        Page::Product(slug) => {
            let slug = decode(slug);
            let found = product::Entity::find().filter(product::Column::Slug.eq(slug));
            found.count(&state.db.read).await? > 0
        }
    };
    Ok(if there { StatusCode::OK } else { StatusCode::NOT_FOUND })
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
