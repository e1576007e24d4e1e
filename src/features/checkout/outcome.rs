use leptos::prelude::*;
use vitrine_contract::{FieldError, Money, ProblemCode};

use crate::api::ApiError;
use crate::features::account::ADDRESS_FIELDS;
use crate::features::errors::error_text;
use crate::features::one_click::TroubleView;
use crate::format::money;
use crate::i18n::{Locale, strings, use_locale};
use crate::reactive::memo;
use crate::state::{CHECKOUT, PurchaseStatus};
use crate::ui::{Banner, Tone};

/// What became of pressing the button, beside the button: what happened, what
/// is safe, what to do.
#[component]
pub(super) fn OutcomeView(
    status: Memo<PurchaseStatus>,
    agreed: RwSignal<Option<Money>>,
    total: Memo<Option<Money>>,
    faults: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let l = use_locale();
    let content = move || match status.get() {
        PurchaseStatus::Refused(error) => {
            refusal(l, &error, agreed.get().zip(total.get())).into_any()
        }
        // An order of earlier is no news here.
        PurchaseStatus::Placed(_) => ().into_any(),
        other => view! { <TroubleView status=other place=CHECKOUT.to_owned() /> }.into_any(),
    };
    let wrong = memo(move || faults.with(|faults| !faults.is_empty()));
    view! {
        <div class="checkout__outcome" role="status">
            {content}
            {move || {
                wrong
                    .get()
                    .then(|| view! { <Banner tone=Tone::Bad text=strings::checkout::fields_wrong(l) /> })
            }}
        </div>
    }
}

/// Whether every fault is one of a field that the page shows.
fn in_sight(error: &ApiError) -> bool {
    let ApiError::Problem(problem) = error else { return false };
    let shown = |path: &str| path == "contact" || ADDRESS_FIELDS.contains(&path);
    !problem.fields.is_empty()
        && problem.fields.iter().all(|f| shown(f.path.trim_start_matches("address.")))
}

fn refusal(l: Locale, error: &ApiError, totals: Option<(Money, Money)>) -> impl IntoView + use<> {
    use strings::checkout as t;
    let (title, text) = match error.code() {
        // The fields say it, if they are in sight.
        Some(ProblemCode::InvalidInput) if in_sight(error) => return ().into_any(),
        Some(ProblemCode::PriceChanged) => {
            let text = match totals {
                Some((old, new)) if old != new => {
                    t::price_changed(l, &money(l, new), &money(l, old))
                }
                _ => t::price_changing(l).to_owned(),
            };
            (t::price_changed_title(l), text)
        }
        Some(ProblemCode::OutOfStock) => (t::out_of_stock_title(l), t::out_of_stock(l).to_owned()),
        Some(ProblemCode::PaymentDeclined) => (t::declined_title(l), t::declined(l).to_owned()),
        Some(ProblemCode::PaymentUnavailable) => {
            (t::unavailable_title(l), t::declined(l).to_owned())
        }
        _ => (t::refused(l), error_text(l, error).to_owned()),
    };
    view! { <Banner tone=Tone::Warning title text urgent=true /> }.into_any()
}
