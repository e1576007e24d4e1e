use leptos::prelude::*;

use crate::format::{DateStyle, date};
use crate::i18n::{strings, use_locale};
use crate::routes::Route;
use crate::state::GuestOrders;
use crate::ui::ListRow;

/// Orders placed on this device without signing in; nothing when there are none.
#[component]
pub fn GuestList() -> impl IntoView {
    let l = use_locale();
    let orders = GuestOrders::new();
    let rows = move || {
        let orders = orders.all();
        let rows: Vec<_> = orders
            .into_iter()
            .map(|order| {
                let placed = date(l, DateStyle::LongTime, order.placed_at.as_str());
                view! {
                    <li>
                        <ListRow
                            title=strings::orders::number(l, &order.number)
                            text=strings::orders::placed_on(l, &placed)
                            href=Route::Order {
                                id: order.id,
                                key: Some(order.key),
                            }
                                .href()
                        />
                    </li>
                }
            })
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="orders-page__device" aria-labelledby="device-orders">
                    <h2 id="device-orders">{strings::orders::on_this_device(l)}</h2>
                    <p class="orders-page__note">{strings::orders::on_this_device_text(l)}</p>
                    <ul class="rows">{rows}</ul>
                </section>
            }
        })
    };
    view! { {rows} }
}
