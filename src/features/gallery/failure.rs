use leptos::prelude::*;
use vitrine_contract::{Problem, ProblemCode};

use super::samples::{full_tile, grid, plain_tile};
use super::specimen::specimen;
use crate::api::ApiError;
use crate::features::errors::{ApiErrorView, NotFoundPage};
use crate::features::product::LoadingTiles;
use crate::i18n::{Locale, strings, use_locale};
use crate::ui::{Choice, EmptyState, Glyph, Icon, Select};

/// One list of goods in every state that a view can be in, by a switch.
pub fn specimens() -> AnyView {
    specimen("ApiErrorView, NotFoundPage, LoadingTiles", list())
}

fn list() -> AnyView {
    let l = use_locale();
    let state = RwSignal::new("unavailable".to_owned());
    let choices = vec![
        Choice::new("full", strings::gallery::state_full(l)),
        Choice::new("loading", strings::ui::loading(l)),
        Choice::new("empty", strings::gallery::state_empty(l)),
        Choice::new("network", strings::gallery::state_network(l)),
        Choice::new("offline", strings::gallery::state_offline(l)),
        Choice::new("unavailable", strings::gallery::state_unavailable(l)),
        Choice::new("nonsense", strings::gallery::state_nonsense(l)),
        Choice::new("sign-in", strings::errors::sign_in_title(l)),
        Choice::new("not-found", strings::errors::not_found_title(l)),
    ];
    view! {
        <Select
            name="gallery-state"
            label=strings::gallery::state(l)
            choices
            value=state
            on_change=move |chosen| state.set(chosen)
        />
        {move || shown(l, &state.get(), Callback::new(move |()| state.set("full".to_owned())))}
    }
    .into_any()
}

fn shown(l: Locale, state: &str, retry: Callback<()>) -> AnyView {
    let failed = |error| view! { <ApiErrorView error on_retry=retry /> }.into_any();
    match state {
        "loading" => view! { <LoadingTiles /> }.into_any(),
        "empty" => view! {
            <EmptyState
                glyph=Glyph::Search
                title=strings::catalog::nothing_found(l)
                text=strings::catalog::nothing_found_text(l)
            />
        }
        .into_any(),
        "network" => failed(ApiError::Network),
        "offline" => view! {
            <p class="offline-bar"><Icon glyph=Glyph::Offline />{strings::shell::offline(l)}</p>
            {tiles(l)}
        }
        .into_any(),
        "unavailable" => failed(problem(ProblemCode::Unavailable)),
        "nonsense" => failed(ApiError::Undecodable { status: 502 }),
        "sign-in" => failed(problem(ProblemCode::SignInRequired)),
        "not-found" => view! { <NotFoundPage /> }.into_any(),
        _ => tiles(l),
    }
}

fn problem(code: ProblemCode) -> ApiError {
    ApiError::Problem(Box::new(Problem {
        kind: format!("/problems/{}", code.as_str()),
        title: String::new(),
        status: code.status(),
        detail: String::new(),
        code,
        fields: Vec::new(),
    }))
}

fn tiles(l: Locale) -> AnyView {
    grid(l, [plain_tile(l), full_tile(l)])
}
