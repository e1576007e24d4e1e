use leptos::prelude::*;

/// The way from home to here.
#[component]
pub fn Breadcrumb(
    /// “You are here”.
    #[prop(into)]
    label: String,
    /// Address and name of each place above this one.
    trail: Vec<(String, String)>,
    /// The name of this one.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let places = trail
        .into_iter()
        .map(|(href, name)| view! { <li><a href=href>{name}</a></li> })
        .collect_view();
    view! {
        <nav class="breadcrumb" aria-label=label>
            <ol class="breadcrumb__list">
                {places} <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
