use leptos::prelude::*;

use crate::features::errors::error_text;
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{strings, use_locale};
use crate::state::{PurchaseStatus, Purchases, Undo};
use crate::ui::{Button, ButtonSize, LinkButton};

/// What a purchase that is no order (yet) tells: it takes long, its answer is
/// lost, it was refused or undone. Empty when there is nothing to tell.
#[component]
pub fn TroubleView(status: PurchaseStatus, place: String) -> impl IntoView {
    let l = use_locale();
    let purchases = Purchases::expect();
    let line = |text: &'static str| view! { <p class="one-click__trouble">{text}</p> };
    match status {
        PurchaseStatus::Idle => ().into_any(),
        PurchaseStatus::Sending => view! {
            <p class="visually-hidden">{strings::one_click::sending(l)}</p>
        }
        .into_any(),
        PurchaseStatus::Waiting => line(strings::one_click::waiting(l)).into_any(),
        PurchaseStatus::Stopped => view! {
            {line(strings::one_click::stopped(l))}
            <Button size=ButtonSize::Small on_press=move |()| purchases.resume()>
                {strings::one_click::check_again(l)}
            </Button>
        }
        .into_any(),
        PurchaseStatus::SignIn => view! {
            {line(strings::one_click::sign_in_again(l))}
            <LinkButton href=sign_in_href() size=ButtonSize::Small>
                {strings::errors::sign_in(l)}
            </LinkButton>
        }
        .into_any(),
        PurchaseStatus::Refused(error) => {
            let dismiss = move |()| purchases.clear(&place);
            view! {
                <p class="one-click__trouble one-click__trouble--bad">{error_text(l, &error)}</p>
                <Button size=ButtonSize::Small on_press=dismiss>
                    {strings::ui::close(l)}
                </Button>
            }
            .into_any()
        }
        PurchaseStatus::Placed(settled) if settled.undo == Undo::Done => {
            line(strings::one_click::undone(l)).into_any()
        }
        PurchaseStatus::Placed(_) => ().into_any(),
    }
}
