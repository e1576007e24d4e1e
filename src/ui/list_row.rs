use leptos::prelude::*;

use super::{Glyph, Icon};

/// A line of a list: something in front, words, something at the end.
#[component]
pub fn ListRow(
    #[prop(into)] title: String,
    /// A quieter second line.
    #[prop(optional, into)]
    text: String,
    /// Makes the row a link with a chevron.
    #[prop(optional, into)]
    href: String,
    /// An icon or picture in front.
    #[prop(optional)]
    lead: Option<AnyView>,
    /// A price, badge or control at the end.
    #[prop(optional)]
    trail: Option<AnyView>,
    /// More below the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let leads_on = !href.is_empty();
    let title = if leads_on {
        view! { <a class="list-row__link" href=href>{title}</a> }.into_any()
    } else {
        title.into_any()
    };
    let text = (!text.is_empty()).then(|| view! { <p class="list-row__text">{text}</p> });
    view! {
        <div class="list-row">
            {lead.map(|lead| view! { <div class="list-row__lead">{lead}</div> })}
            <div class="list-row__words">
                <p class="list-row__title">{title}</p>
                {text}
                {children.map(|children| children())}
            </div>
            {trail.map(|trail| view! { <div class="list-row__trail">{trail}</div> })}
            {leads_on.then(|| view! { <Icon glyph=Glyph::ChevronRight/> })}
        </div>
    }
}
