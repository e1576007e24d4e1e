use leptos::prelude::*;

use super::markup::html;

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
    let places = html! {
        ol.breadcrumb__list {
            @for (href, name) in &trail { li { a href=(href) { (name) } } }
            li aria-current="page" { (here) }
        }
    };
    view! { <nav class="breadcrumb" aria-label=label inner_html=places.into_string()></nav> }
}
