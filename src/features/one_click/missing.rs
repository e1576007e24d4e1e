use leptos::prelude::*;

use crate::ui::{Button, ButtonSize, Glyph, LinkButton};

/// What one click lacks.
pub(super) struct Missing {
    pub icon: Glyph,
    /// Where it is to be had, if anywhere.
    pub href: Option<String>,
    /// What the button says.
    pub text: String,
    /// Why it says so.
    pub why: String,
    /// The same in a tile's one line.
    pub short: &'static str,
}

impl Missing {
    /// The button that leads there, and why.
    pub fn view(self, compact: bool) -> AnyView {
        let Self { icon, href, text, why, short } = self;
        let size = size(compact);
        let button = match href {
            Some(href) => {
                view! { <LinkButton href size wide=true icon>{text}</LinkButton> }.into_any()
            }
            None => view! { <Button size wide=true disabled=true icon>{text}</Button> }.into_any(),
        };
        let title = compact.then(|| why.clone());
        view! {
            {button}
            <p class="one-click__missing" title=title>
                {if compact { short.to_owned() } else { why }}
            </p>
        }
        .into_any()
    }
}

/// Of a button in this place; compact in a tile.
pub(super) fn size(compact: bool) -> ButtonSize {
    if compact { ButtonSize::Small } else { ButtonSize::Large }
}
