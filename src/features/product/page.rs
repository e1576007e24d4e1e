use crate::features::head::Title;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::VariantId;
use vitrine_contract::products::Product;

use super::buy_box::buy_box;
use super::details::details;
use super::gallery::product_gallery;
use super::loading::loading_product;
use super::options::options;
use super::selection::initial;
use crate::api::products::ProductItself;
use crate::api::{self, ApiResult};
use crate::browser;
use crate::features::bundles::{LaterReviews, when_any_bundle_is_here};
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::load::{reading, reading_after_a_frame};
use crate::features::pictures::picture_source;
use crate::features::written::{When, Written};
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::markup::{fold, html};
use crate::ui::{breadcrumb, stars};

/// `/p/{slug}`.
#[component]
pub fn ProductPage(slug: String) -> impl IntoView {
    let l = use_locale();
    let tile = browser::take_seen_tile(&Route::product(&slug).href());
    let page = use_queries().query(move || api::products::product(l, &slug));
    let retry = Callback::new(move |()| page.retry());
    let show = move |answer: ApiResult<ProductItself>| match answer {
        Ok(page) => full(l, page.product),
        Err(error) if error.is_not_found() => view! { <NotFoundPage /> }.into_any(),
        Err(error) => view! { <ApiErrorView error on_retry=retry page=true /> }.into_any(),
    };
    let Some(tile) = tile else { return reading(page, || loading_product(None), show) };
    let told = tile.clone();
    reading_after_a_frame(
        page,
        move || loading_product(Some(&told)),
        move |answer| {
            // The whole page takes the place of what its tile has told.
            if browser::has_focus(browser::PAGE_TITLE) {
                browser::focus_title();
            }
            browser::stand_in_soon(&tile);
            show(answer)
        },
    )
}

fn full(l: Locale, product: Product) -> AnyView {
    let pictures: Vec<_> = product.pictures.iter().map(picture_source).collect();
    let category = product.category.clone();
    let (slug, title, summary) =
        (product.slug.clone(), product.title.clone(), product.summary.clone());
    let brand = product.brand.clone();
    let rating = product.rating;
    let units_sold = product.units_sold;
    let product = StoredValue::new(product);
    let params = use_query_map();
    let chosen = memo(move || {
        let wanted = params.with(|p| p.get("v"));
        let chosen = product.with_value(|p| initial(&p.variants, wanted.as_deref()));
        chosen.unwrap_or_else(|| VariantId(String::new()))
    });
    let picture = Signal::derive(move || {
        let id = chosen.get();
        product.with_value(|p| p.variants.iter().find(|v| v.id == id).map_or(0, |v| v.picture))
    });
    let navigate = use_navigate();
    let choose = move |variant: VariantId| {
        let slug = product.with_value(|p| p.slug.clone());
        let href = Route::Product { slug, variant: Some(variant.0) }.href();
        // Trying out colours is not a journey: Back leaves the product.
        let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
        navigate(&href, options);
    };
    let document_title = format!("{title} — {}", strings::shell::shop_name(l));
    let document_title = view! { <Title text=document_title description=summary.clone() /> };
    let label = title.clone();
    let text = Written::new(move |places| {
        let trail = [
            (Route::Home.href(), strings::shell::home(l).to_owned()),
            (Route::Category(category.slug).href(), category.name),
        ];
        html! {
            (breadcrumb(strings::catalog::you_are_here(l), &trail, &title))
            article.product-page {
                div.product-page__gallery data-live="gallery" { (places.within("gallery")) }
                div.product-page__buy {
                    h1.product-page__title #page-title tabindex="-1" { (title) }
                    p { (summary) }
                    div.product-page__facts {
                        @if rating.count > 0 {
                            a.cluster href="#reviews" {
                                @let average = f64::from(rating.average_hundredths) / 100.0;
                                @let count = format::count(l, rating.count);
                                (stars(l, average, None))
                                (strings::catalog::reviews_link(l, &count))
                            }
                        }
                        span { (brand) }
                        span { (strings::catalog::units_sold(l, &format::count(l, units_sold))) }
                    }
                    (places.at("options"))
                    (places.at("buy"))
                }
                (fold())
                div.product-page__sections {
                    (places.at("details"))
                    (places.at("reviews"))
                }
            }
        }
    });
    let (chosen, choose) = (chosen.into(), Callback::new(choose));
    let written = text
        .text("gallery", When::AtOnce, product_gallery(l, label, pictures, picture))
        .text("buy", When::AtOnce, buy_box(l, product, chosen))
        .text("options", When::AtOnce, options(l, product, chosen, choose))
        .text("details", When::InTurn, details(l, product))
        .waiting(
            "reviews",
            move || view! { <LaterReviews slug /> }.into_any(),
            when_any_bundle_is_here,
        )
        .view("written");
    view! {
        {document_title}
        {written}
    }
    .into_any()
}
