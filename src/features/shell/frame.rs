use leptos::prelude::*;
use web_sys::HtmlElement;

use super::footer::footer;
use super::navigation::{DESK, PHONE};
use super::search_box::{follow_search, search_box};
use crate::features::bundles::LaterToaster;
use crate::features::written::{When, Written};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::Network;
use crate::ui::markup::html;
use crate::ui::{Glyph, Icon};

/// Name of the place of the page itself, and its id.
pub const PAGE: &str = "page";

/// The frame around every page: bars, the page between them, footer and messages.
pub fn frame(l: Locale, page: impl FnOnce(HtmlElement) + 'static) -> Written {
    Written::new(move |places| {
        html! {
            // The browser moves scroll and focus itself, awake or not; the router would not.
            a.skip-link href={ "#" (PAGE) } rel="external" { (strings::shell::skip_to_content(l)) }
            div.shell {
                header.top-bar data-live="top-bar" { (places.within("top-bar")) }
                // Before the page, which it stands below: it is there while that arrives.
                nav.tab-bar aria-label=(strings::shell::main_navigation(l)) data-live="tab-bar" {
                    (PHONE.text(l))
                }
                main.page #(PAGE) tabindex="-1" data-live=(PAGE) { (places.within(PAGE)) }
                footer.footer data-live="footer" { (places.within("footer")) }
            }
            div.live data-live="messages" {}
        }
    })
    // Not in place of what is there: that may be the server's page, which lives on.
    .appended(PAGE, page)
    .text("top-bar", When::AtOnce, top_bar(l))
    .follow("tab-bar", When::AtOnce, move |bar| PHONE.follow(l, &bar))
    .live("messages", When::AtOnce, || view! { <LaterToaster /> }.into_any())
    .text("footer", When::Near, footer(l))
}

fn top_bar(l: Locale) -> Written {
    Written::new(move |_| {
        html! {
            div.top-bar__inner {
                a.top-bar__brand href=(Route::Home.href()) {
                    svg.brand-mark viewBox="0 0 24 24" aria-hidden="true" {
                        path d="M4 3h16v18H4zM4 15h16M12 3v12" {}
                    }
                    span.top-bar__name { (strings::shell::shop_name(l)) }
                    span.visually-hidden { (strings::shell::home(l)) }
                }
                div.live data-live="search" { (search_box(l)) }
                nav.top-bar__nav aria-label=(strings::shell::main_navigation(l)) data-live="places" {
                    (DESK.text(l))
                }
            }
            div role="status" data-live="network" {}
        }
    })
    .follow("search", When::AtOnce, |place| follow_search(&place))
    .follow("places", When::AtOnce, move |bar| DESK.follow(l, &bar))
    .live("network", When::InTurn, || view! { <OfflineBar /> }.into_any())
}

#[component]
fn OfflineBar() -> impl IntoView {
    let l = use_locale();
    let network = Network::expect();
    move || {
        (!network.is_online()).then(|| {
            view! {
                <p class="offline-bar">
                    <Icon glyph=Glyph::Offline />
                    {strings::shell::offline(l)}
                </p>
            }
        })
    }
}
