use leptos::prelude::*;

use super::error_text::text;
use crate::api::{ApiError, WayOut};
use crate::features::bundles::Bundles;
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{Button, ButtonKind, ErrorState, Glyph, LinkButton};

/// What a problem's code means in the shop window. The words for what goes wrong behind
/// it are there, too.
fn words(l: Locale, code: &str) -> Option<&'static str> {
    use strings::problem as t;
    match code {
        "not_found" => Some(t::not_found(l)),
        "invalid_input" => Some(t::invalid_input(l)),
        "too_many_requests" => Some(t::too_many_requests(l)),
        "internal" => Some(t::internal(l)),
        "unavailable" => Some(t::unavailable(l)),
        code => use_context::<Bundles>().and_then(|bundles| bundles.problem(l, code)),
    }
}

/// A failed part of a page: what happened, what is safe, and the way out that
/// fits the error.
#[component]
pub fn ApiErrorView(
    error: ApiError,
    /// Tries the same again; without it only the other ways out are offered.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// It stands in for the whole page, so its title is the page's.
    #[prop(default = false)]
    page: bool,
) -> impl IntoView {
    let l = use_locale();
    let text = text(l, &error, &|code| words(l, code));
    let (glyph, title) = match (&error, error.way_out()) {
        (ApiError::Network, _) => (Glyph::Offline, strings::errors::network_title(l)),
        (_, WayOut::SignIn) => (Glyph::Lock, strings::errors::sign_in_title(l)),
        (_, WayOut::GoBack) => (Glyph::Search, strings::errors::not_found_title(l)),
        _ => (Glyph::Problem, strings::errors::problem_title(l)),
    };
    let way_out = match (error.way_out(), on_retry) {
        (WayOut::SignIn, _) => view! {
            <LinkButton href=sign_in_href() kind=ButtonKind::Primary>
                {strings::errors::sign_in(l)}
            </LinkButton>
        }
        .into_any(),
        (WayOut::Retry, Some(on_retry)) => view! {
            <Button kind=ButtonKind::Primary icon=Glyph::Refresh on_press=on_retry>
                {strings::errors::retry(l)}
            </Button>
        }
        .into_any(),
        _ => view! {
            <LinkButton href=Route::Home.href()>{strings::errors::to_home(l)}</LinkButton>
        }
        .into_any(),
    };
    view! { <ErrorState title text glyph page>{way_out}</ErrorState> }
}
