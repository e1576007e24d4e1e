use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use vitrine_contract::VariantId;
use vitrine_contract::products;

use super::buy_box::BuyBox;
use super::details::Details;
use super::options::Options;
use super::selection::initial;
use crate::api;
use crate::features::bundles::LaterReviews;
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::in_turn::BelowTheFold;
use crate::features::pictures::picture_source;
use crate::format;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::use_queries;
use crate::ui::{Breadcrumb, Gallery, Skeleton, SkeletonShape, Stars};

/// `/p/{slug}`.
#[component]
pub fn ProductPage(slug: String) -> impl IntoView {
    let l = use_locale();
    let page = use_queries().query(move || api::products::product(l, &slug));
    let retry = Callback::new(move |()| page.retry());
    view! {
        <Transition fallback=loading>
            {move || Suspend::new(async move {
                match page.get().await {
                    Ok(page) => full(l, page),
                    Err(error) if error.is_not_found() => view! { <NotFoundPage /> }.into_any(),
                    Err(error) => view! { <ApiErrorView error on_retry=retry page=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The page's geometry, before its data.
fn loading() -> impl IntoView {
    view! {
        <div class="product-page" aria-hidden="true">
            <div class="product-page__gallery">
                <Skeleton shape=SkeletonShape::Picture />
            </div>
            <div class="product-page__buy">
                <Skeleton shape=SkeletonShape::Title />
                <Skeleton />
                <Skeleton />
                <Skeleton shape=SkeletonShape::Button />
            </div>
        </div>
    }
}

fn full(l: Locale, page: products::ProductPage) -> AnyView {
    let products::ProductPage { product, review_summary, reviews } = page;
    let pictures: Vec<_> = product.pictures.iter().map(picture_source).collect();
    let category = product.category.clone();
    let (slug, title, summary) =
        (product.slug.clone(), product.title.clone(), product.summary.clone());
    let brand = product.brand.clone();
    let rating = product.rating;
    let sold = strings::catalog::units_sold(l, &format::count(l, product.units_sold));
    let product = StoredValue::new(product);
    let params = use_query_map();
    let chosen = Memo::new(move |_| {
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
    let rating = (rating.count > 0).then(|| {
        let stars = f64::from(rating.average_hundredths) / 100.0;
        let count = strings::catalog::reviews_link(l, &format::count(l, rating.count));
        view! {
            <a class="cluster" href="#reviews">
                <Stars rating=stars />
                {count}
            </a>
        }
    });
    view! {
        <Title text=format!("{title} — {}", strings::shell::shop_name(l)) />
        <Breadcrumb
            label=strings::catalog::you_are_here(l)
            trail=vec![
                (Route::Home.href(), strings::shell::home(l).to_owned()),
                (Route::Category(category.slug).href(), category.name),
            ]
            here=title.clone()
        />
        <article class="product-page">
            <div class="product-page__gallery">
                <Gallery label=title.clone() pictures show=picture />
            </div>
            <div class="product-page__buy">
                <h1 class="product-page__title" id="page-title" tabindex="-1">
                    {title}
                </h1>
                <p>{summary}</p>
                <div class="product-page__facts">
                    {rating} <span>{brand}</span> <span>{sold}</span>
                </div>
                <Options product chosen=chosen.into() on_choose=Callback::new(choose) />
                <BuyBox product chosen=chosen.into() />
            </div>
            <div class="product-page__sections">
                <BelowTheFold>
                    <Details product />
                    <LaterReviews slug summary=review_summary first=reviews />
                </BelowTheFold>
            </div>
        </article>
    }
    .into_any()
}
