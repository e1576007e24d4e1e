use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::ShipmentId;
use vitrine_contract::orders::Order;
use vitrine_contract::tracking::Shipment;

use super::journey::parcel_steps;
use super::words::{tracking_tone, tracking_word};
use crate::i18n::{Locale, strings, use_locale};
use crate::ui::{Badge, Timeline};

/// The parcels. With one, its carrier and number; several have their contents
/// and a timeline each.
#[component]
pub fn Parcels(order: ReadSignal<Arc<Order>>) -> impl IntoView {
    let ids = Memo::new(move |_| {
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
    let parcel = Memo::new(move |_| {
        order.with(|order| order.shipments.iter().find(|s| s.id == id).cloned())
    });
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
    view! {
        <section class="shipment" aria-labelledby=heading_id>
            <div class="shipment__head">
                <h3 id=heading>{strings::tracking::parcel(l, &number, &total.to_string())}</h3>
                {status}
            </div>
            <ul class="shipment__contents">{contents}</ul>
            {carrier}
            <Timeline label=strings::tracking::parcel_timeline(l, &number) steps quiet=true />
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
    view! {
        <p class="shipment__carrier">
            {parcel.carrier.clone()} " " <span class="numeric">{parcel.tracking_number.clone()}</span> " "
            {page}
        </p>
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
