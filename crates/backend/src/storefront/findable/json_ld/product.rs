//! A product, what it costs, and what buyers say.

use serde_json::{Value, json};
use vitrine::routes::Route;
use vitrine_contract::Money;
use vitrine_contract::catalog::RatingSummary;
use vitrine_contract::products::{Product, ProductPage, Variant};
use vitrine_contract::reviews::Review;
use vitrine_i18n::{Locale, strings};

use super::super::address::Place;

/// So many pictures are named.
const PICTURES_MAX: usize = 3;
/// As wide as searches want them at least.
const PICTURE_WIDTH: u32 = 1200;
/// So many variants are told one by one; all count for the range of prices.
const OFFERS_MAX: usize = 20;
/// So many reviews are told; the page has more.
const REVIEWS_MAX: usize = 3;

/// The product, with the variant whose price the page shows.
pub fn product(place: &Place, page: &ProductPage, shown: Option<&Variant>) -> Value {
    let product = &page.product;
    let pictures = product.pictures.iter().take(PICTURES_MAX);
    let pictures: Vec<_> = pictures.map(|p| place.file(&p.url(PICTURE_WIDTH))).collect();
    let mut node = json!({
        "@type": "Product",
        "name": product.title,
        "description": product.summary,
        "url": place.canonical(),
        "image": pictures,
        "brand": { "@type": "Brand", "name": product.brand },
        "category": product.category.name,
    });
    if let Some(shown) = shown {
        node["sku"] = shown.sku.as_str().into();
        node["offers"] = offers(place, product, shown);
    }
    if page.review_summary.rating.count > 0 {
        node["aggregateRating"] = rating(page.review_summary.rating);
        let reviews = page.reviews.items.iter().take(REVIEWS_MAX);
        node["review"] = reviews.map(|written| review(place.locale, written)).collect();
    }
    node
}

/// One offer, or the range of them with the shown one first.
fn offers(place: &Place, product: &Product, shown: &Variant) -> Value {
    let seller = json!({ "@type": "Organization", "name": product.merchant.name });
    if product.variants.len() == 1 {
        let mut only = offer(shown, place.canonical());
        only["seller"] = seller;
        return only;
    }
    let prices = product.variants.iter().map(|variant| variant.price);
    let (low, high) = prices.fold((shown.price, shown.price), |(low, high), price| {
        let is = |a: Money, b: Money| a.amount() < b.amount();
        (if is(price, low) { price } else { low }, if is(high, price) { price } else { high })
    });
    let others = product.variants.iter().filter(|variant| variant.id != shown.id);
    let told = std::iter::once(shown).chain(others).take(OFFERS_MAX);
    let told: Vec<_> = told
        .map(|variant| {
            let (slug, id) = (product.slug.clone(), variant.id.as_str().to_owned());
            let url = place.url(&Route::Product { slug, variant: Some(id) });
            let mut offer = offer(variant, url);
            offer["name"] = variant.name.as_str().into();
            offer
        })
        .collect();
    json!({
        "@type": "AggregateOffer",
        "lowPrice": low.decimal(),
        "highPrice": high.decimal(),
        "priceCurrency": shown.price.currency().code(),
        "offerCount": product.variants.len(),
        "offers": told,
        "seller": seller,
    })
}

fn offer(variant: &Variant, url: String) -> Value {
    let stock = if variant.stock > 0 { "InStock" } else { "OutOfStock" };
    json!({
        "@type": "Offer",
        "url": url,
        "sku": variant.sku,
        "price": variant.price.decimal(),
        "priceCurrency": variant.price.currency().code(),
        "availability": format!("https://schema.org/{stock}"),
    })
}

fn rating(rating: RatingSummary) -> Value {
    let (stars, hundredths) = (rating.average_hundredths / 100, rating.average_hundredths % 100);
    json!({
        "@type": "AggregateRating",
        "ratingValue": format!("{stars}.{hundredths:02}"),
        "reviewCount": rating.count,
    })
}

fn review(locale: Locale, review: &Review) -> Value {
    let author = match review.author.as_str() {
        "" => strings::review::anonymous_author(locale),
        author => author,
    };
    let day = review.written_at.as_str().split('T').next();
    let mut node = json!({
        "@type": "Review",
        "author": { "@type": "Person", "name": author },
        "datePublished": day,
        "reviewRating": { "@type": "Rating", "ratingValue": review.rating },
        "reviewBody": review.text,
        "inLanguage": review.language,
    });
    if !review.title.is_empty() {
        node["name"] = review.title.as_str().into();
    }
    node
}
