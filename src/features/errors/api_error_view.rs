use leptos::prelude::*;

use crate::api::{ApiError, WayOut};
use crate::features::sign_in_link::sign_in_href;
use crate::i18n::{Locale, strings, use_locale};
use crate::routes::Route;
use crate::ui::{Button, ButtonKind, ErrorState, Glyph, LinkButton};

/// What an error means, in a sentence for the shopper.
pub fn error_text(l: Locale, error: &ApiError) -> &'static str {
    match error {
        ApiError::Network => strings::errors::network_text(l),
        ApiError::Undecodable { .. } => strings::errors::undecodable_text(l),
        ApiError::Problem(problem) => strings::problem::lookup(l, problem.code.as_str())
            .unwrap_or_else(|| strings::errors::undecodable_text(l)),
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
    let text = error_text(l, &error);
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
