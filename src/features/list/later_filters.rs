//! The filters come with the till's bundle: a list is looked at first.

use leptos::prelude::*;
use vitrine_contract::catalog::PriceRange;

use super::query::ListQuery;
use crate::features::bundles::Bundles;
use crate::i18n::{strings, use_locale};
use crate::reactive::memo;
use crate::routes::Part;
use crate::ui::{Button, ButtonSize, Glyph, Loading, Skeleton, SkeletonShape};

/// The filters beside a list, on a desk.
#[component]
pub fn LaterFilters(query: ListQuery, range: Option<PriceRange>) -> impl IntoView {
    let bundles = Bundles::expect();
    bundles.load_behind_soon();
    let filters = memo(move || bundles.filters().map(|filters| filters.rail));
    move || match filters.get() {
        Some(rail) => rail(query.clone(), range),
        None => view! {
            <Loading>
                <Skeleton shape=SkeletonShape::Row lines=4 />
            </Loading>
        }
        .into_any(),
    }
}

/// The button that brings the filters up, on a phone.
#[component]
pub fn LaterSheet(query: ListQuery, range: Option<PriceRange>) -> impl IntoView {
    let l = use_locale();
    let bundles = Bundles::expect();
    let open = RwSignal::new(false);
    let sheet = memo(move || bundles.filters().map(|filters| filters.sheet));
    let has_failed = move || sheet.get().is_none() && bundles.has_failed(Part::Till);
    let busy = move || open.get() && sheet.get().is_none() && !has_failed();
    let note =
        move || (open.get() && has_failed()).then(|| strings::errors::network_title(l).to_owned());
    let press = move |()| {
        bundles.load(Part::Till);
        open.set(true);
    };
    view! {
        <div class="product-list__open-filters">
            <Button
                size=ButtonSize::Small
                icon=Glyph::Filter
                busy=Signal::derive(busy)
                note=Signal::derive(note)
                on_press=press
            >
                {strings::catalog::filters(l)}
            </Button>
        </div>
        {move || sheet.get().map(|sheet| sheet(open, query.clone(), range))}
    }
}
