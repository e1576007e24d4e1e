//! What everybody may read: catalog, products, reviews, the cart's quote.

use super::endpoint::Endpoint;
use crate::ProblemCode::{InvalidInput, NotFound};
use crate::cart::CartQuote;
use crate::catalog::{Home, ProductList, Sort};
use crate::products::ProductPage;
use crate::reviews::{Review, ReviewSort};

const ETAG: &str = "Changes with the answer; send it back as `If-None-Match`.";

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("/api/home", "catalog", "home", "Everything the home page shows.")
            .lang()
            .answer::<Home>(200, "The home page.")
            .answer_header("ETag", ETAG)
            .answers_empty(304, "Not changed."),
        Endpoint::get("/api/products", "catalog", "list_products", "A list of products.")
            .lang()
            .query("category", "Slug of a category.")
            .query("q", "Words to search for.")
            .query_as::<Sort>("sort", "How to sort; `relevance` unless said.")
            .query_number("price_min", "Lowest price, in minor units.")
            .query_number("price_max", "Highest price, in minor units.")
            .query("in_stock", "`true`: only what is in stock.")
            .query("cursor", "`meta.next` of the page before.")
            .query_number("limit", "Products of a page, 24 unless said, at most 60.")
            .answer::<ProductList>(200, "A page of the list.")
            .answer_header("ETag", ETAG)
            .answers_empty(304, "Not changed.")
            .problems(&[InvalidInput, NotFound]),
        Endpoint::get("/api/products/{slug}", "products", "product", "One product in full.")
            .lang()
            .answer::<ProductPage>(200, "The product page.")
            .answer_header("ETag", ETAG)
            .answers_empty(304, "Not changed.")
            .answers_empty(308, "Has another name now; `Location` leads to it.")
            .problems(&[NotFound]),
        Endpoint::get(
            "/api/products/{slug}/reviews",
            "reviews",
            "list_reviews",
            "A product's reviews.",
        )
        .lang()
        .query_number("rating", "Only those with so many stars, 1 to 5.")
        .query("with_photos", "`true`: only those with photos.")
        .query_as::<ReviewSort>("sort", "How to sort; `helpful` unless said.")
        .query("cursor", "`meta.next` of the page before.")
        .query_number("limit", "Reviews of a page, 10 unless said, at most 50.")
        .answer_list::<Review>("A page of the reviews.")
        .answer_header("ETag", ETAG)
        .answers_empty(304, "Not changed.")
        .problems(&[InvalidInput, NotFound]),
        Endpoint::get("/api/cart", "cart", "cart", "What the lines cost now.")
            .lang()
            .query("lines", "`<variant>:<quantity>`, joined by commas; at most 50.")
            .answer::<CartQuote>(200, "The lines as they are now, and their quote.")
            .problems(&[InvalidInput]),
    ]
}
