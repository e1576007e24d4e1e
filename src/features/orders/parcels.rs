use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::ShipmentId;
use vitrine_contract::orders::Order;
use vitrine_contract::tracking::{Shipment, TrackingStatus};

use super::journey::parcel_steps;
use super::words::{tracking_tone, tracking_word};
use crate::browser;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::state::Toasts;
use crate::ui::{Badge, Glyph, Icon, IconButton, Timeline};

/// The parcels. With one, its carrier and number; several have their contents
/// and a timeline each, and those that have arrived are folded, so that the one
/// under way is in sight.
#[component]
pub fn Parcels(order: ReadSignal<Arc<Order>>) -> impl IntoView {
    let ids = memo(move || {
        order.with(|order| order.shipments.iter().map(|s| s.id.clone()).collect::<Vec<_>>())
    });
    move || {
        let ids = ids.get();
        let total = ids.len();
        ids.into_iter()
            .enumerate()
            .map(|(index, id)| view! { <Parcel order id index total /> })
            .collect_view()
    }
}

#[component]
fn Parcel(
    order: ReadSignal<Arc<Order>>,
    id: ShipmentId,
    index: usize,
    total: usize,
) -> impl IntoView {
    let l = use_locale();
    let parcel =
        memo(move || order.with(|order| order.shipments.iter().find(|s| s.id == id).cloned()));
    let carrier = move || parcel.with(|parcel| parcel.as_ref().map(|p| carrier(l, p)));
    if total == 1 {
        return view! { <div class="shipment">{carrier}</div> }.into_any();
    }
    let number = (index + 1).to_string();
    let heading = format!("parcel-{number}");
    let status = move || {
        parcel.with(|parcel| {
            parcel.as_ref().map(|p| {
                view! { <Badge text=tracking_word(l, &p.status) tone=tracking_tone(&p.status) /> }
            })
        })
    };
    let contents = move || {
        let titles = order.with(|order| {
            parcel.with(|parcel| parcel.as_ref().map(|p| contents(order, p)).unwrap_or_default())
        });
        titles.into_iter().map(|title| view! { <li>{title}</li> }).collect_view()
    };
    let steps = Signal::derive(move || {
        parcel.with(|parcel| parcel.as_ref().map(|p| parcel_steps(l, p)).unwrap_or_default())
    });
    let heading_id = heading.clone();
    // One that arrives while somebody looks stays open.
    let open = parcel.with_untracked(|parcel| {
        parcel.as_ref().is_some_and(|p| p.status != TrackingStatus::Delivered)
    });
    view! {
        <section class="shipment" aria-labelledby=heading_id>
            <details class="disclosure" open=open>
                <summary class="disclosure__summary">
                    <h3 id=heading>{strings::tracking::parcel(l, &number, &total.to_string())}</h3>
                    {status}
                    <Icon glyph=Glyph::ChevronDown />
                </summary>
                <div class="disclosure__body shipment__body">
                    <ul class="shipment__contents">{contents}</ul>
                    {carrier}
                    <Timeline
                        label=strings::tracking::parcel_timeline(l, &number)
                        steps
                        quiet=true
                    />
                </div>
            </details>
        </section>
    }
    .into_any()
}

fn carrier(l: Locale, parcel: &Shipment) -> impl IntoView + use<> {
    let page = parcel.tracking_url.clone().map(|url| {
        view! {
            <a class="shipment__page" href=url target="_blank" rel="noreferrer">
                {strings::tracking::carrier_page(l)}
            </a>
        }
    });
    let toasts = Toasts::expect();
    let number = parcel.tracking_number.clone();
    let copy = move |()| {
        let number = number.clone();
        spawn_local(async move {
            toasts.show(if browser::copy(&number).await {
                strings::tracking::number_copied(l)
            } else {
                strings::tracking::number_not_copied(l)
            });
        });
    };
    view! {
        <div class="shipment__carrier">
            <span>
                {parcel.carrier.clone()} " "
                <span class="shipment__number numeric">{parcel.tracking_number.clone()}</span>
            </span>
            <IconButton
                glyph=Glyph::Copy
                label=strings::tracking::copy_number(l, &parcel.tracking_number)
                on_press=copy
            />
            {page}
        </div>
    }
}

/// What is in it: titles, with pieces where there are several.
fn contents(order: &Order, parcel: &Shipment) -> Vec<String> {
    let line = |id| order.lines.iter().find(|line| line.id == id);
    parcel
        .items
        .iter()
        .filter_map(|item| {
            let title = &line(item.line.clone())?.title;
            Some(match item.quantity {
                1 => title.clone(),
                n => format!("{title} × {n}"),
            })
        })
        .collect()
}
