use leptos::prelude::*;

use crate::api::{ApiError, WayOut};
use crate::features::bundles::Bundles;
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{Button, ButtonKind, ErrorState, Glyph, LinkButton};

/// What an error means, in a sentence for the shopper. The words for what goes wrong
/// behind the shop window are there, too.
fn text(l: Locale, error: &ApiError) -> &'static str {
    use strings::problem as t;
    let undecodable = strings::errors::undecodable_text(l);
    match error {
        ApiError::Network => strings::errors::network_text(l),
        ApiError::Undecodable { .. } => undecodable,
        ApiError::Problem(problem) => match problem.code.as_str() {
            "not_found" => t::not_found(l),
            "invalid_input" => t::invalid_input(l),
            "too_many_requests" => t::too_many_requests(l),
            "internal" => t::internal(l),
            "unavailable" => t::unavailable(l),
            code => use_context::<Bundles>()
                .and_then(|bundles| bundles.problem(l, code))
                .unwrap_or(undecodable),
        },
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
    let text = text(l, &error);
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
