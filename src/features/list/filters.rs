use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use vitrine_contract::Money;
use vitrine_contract::catalog::PriceRange;

use super::query::{ListQuery, parse_price, show_price};
use crate::format;
use crate::i18n::{strings, use_locale};
use crate::ui::{Button, ButtonSize, LinkButton, Sheet, Switch, TextField};

/// The filters on a phone, brought up from below.
#[component]
pub fn FilterSheet(
    /// Whether they are up.
    open: RwSignal<bool>,
    query: ListQuery,
    range: Option<PriceRange>,
) -> impl IntoView {
    let l = use_locale();
    view! {
        <Sheet
            open
            on_close=move |()| open.set(false)
            title=strings::catalog::filters(l).to_owned()
        >
            <Filters prefix="sheet-" query range />
        </Sheet>
    }
}

/// Price and stock, all of it in the URL.
#[component]
pub fn Filters(
    /// Keeps the fields' ids apart where filters stand twice on a page.
    prefix: &'static str,
    query: ListQuery,
    range: Option<PriceRange>,
) -> impl IntoView {
    let l = use_locale();
    let navigate = use_navigate();
    let query = StoredValue::new(query);
    let shown = |price: Option<u64>| price.map(show_price).unwrap_or_default();
    let min = RwSignal::new(shown(query.with_value(|q| q.price_min)));
    let max = RwSignal::new(shown(query.with_value(|q| q.price_max)));
    let min_error = RwSignal::new(None::<String>);
    let max_error = RwSignal::new(None::<String>);
    let go = Callback::new(move |next: ListQuery| {
        navigate(&next.href(), NavigateOptions { scroll: false, ..Default::default() });
    });
    let apply = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let low = parse_price(&min.get_untracked());
        let high = parse_price(&max.get_untracked());
        let invalid = || Some(strings::catalog::price_invalid(l).to_owned());
        min_error.set(if low.is_err() { invalid() } else { None });
        max_error.set(if high.is_err() { invalid() } else { None });
        let (Ok(low), Ok(high)) = (low, high) else { return };
        if matches!((low, high), (Some(low), Some(high)) if low > high) {
            min_error.set(Some(strings::catalog::price_crossed(l).to_owned()));
            return;
        }
        go.run(ListQuery { price_min: low, price_max: high, ..query.get_value() });
    };
    let hint = range.map(|PriceRange { min, max }| {
        let show = |money: Money| format::money(l, money);
        strings::catalog::price_hint(l, &show(max), &show(min))
    });
    let clear = query.with_value(|q| q.is_filtered().then(|| q.unfiltered().href()));
    let title = format!("{prefix}filter-price");
    view! {
        <form class="filters" on:submit=apply novalidate>
            <div class="filters__group">
                <Switch
                    label=strings::catalog::in_stock_only(l)
                    on=query.with_value(|q| q.in_stock)
                    on_change=move |in_stock| {
                        go.run(ListQuery { in_stock, ..query.get_value() });
                    }
                />
            </div>
            <div class="filters__group" role="group" aria-labelledby=title.clone()>
                <p class="filters__title" id=title.clone()>
                    {strings::catalog::price(l)}
                </p>
                <div class="filters__range">
                    <TextField
                        name=format!("{prefix}price_min")
                        label=strings::catalog::price_min(l)
                        value=min
                        on_input=move |text| min.set(text)
                        inputmode="decimal"
                        autocomplete="off"
                        error=min_error
                    />
                    <span aria-hidden="true">"–"</span>
                    <TextField
                        name=format!("{prefix}price_max")
                        label=strings::catalog::price_max(l)
                        value=max
                        on_input=move |text| max.set(text)
                        inputmode="decimal"
                        autocomplete="off"
                        error=max_error
                    />
                </div>
                {hint.map(|hint| view! { <p class="filters__hint">{hint}</p> })}
            </div>
            <div class="cluster">
                <Button submit=true size=ButtonSize::Small>
                    {strings::catalog::apply(l)}
                </Button>
                {clear
                    .map(|href| {
                        view! {
                            <LinkButton href size=ButtonSize::Small>
                                {strings::catalog::clear_filters(l)}
                            </LinkButton>
                        }
                    })}
            </div>
        </form>
    }
}
