use leptos::prelude::*;

use super::choices;
use crate::features::written::{When, Written};
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::state::SessionState;
use crate::ui::markup::html;

/// What stands below every page.
pub fn footer(l: Locale) -> Written {
    Written::new(move |places| {
        html! {
            div.footer__inner {
                div.footer__links {
                    span { (strings::shell::shop_name(l)) " · " (strings::shell::tagline(l)) }
                    div.live data-live="demo" {}
                }
                div.footer__choices data-live="choices" { (places.within("choices")) }
            }
        }
    })
    .live("demo", When::Last, || view! { <DemoLink /> }.into_any())
    .text("choices", When::AtOnce, choices(l, "footer"))
}

/// Known when the session is.
#[component]
fn DemoLink() -> impl IntoView {
    let l = use_locale();
    let session = SessionState::expect();
    let is_demo = move || session.shop().is_some_and(|shop| shop.demo);
    move || {
        is_demo().then(|| {
            view! { <a href=Route::DemoInbox.href()>{strings::shell::demo_inbox(l)}</a> }
        })
    }
}
