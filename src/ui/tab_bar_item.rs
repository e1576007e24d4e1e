use web_sys::Element;

use super::markup::{Markup, html};
use super::{Glyph, icon};

/// What changes in a [`tab_bar_item`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TabBarState {
    /// Whether the shopper is there.
    pub current: bool,
    /// How many wait there.
    pub badge: Option<String>,
    /// In the top bar of a desk: the classes `top-bar__link` and `__badge`.
    pub top: bool,
}

/// A place in the bar at the foot of a phone, or in the top bar of a desk.
pub fn tab_bar_item(href: &str, label: &str, glyph: Glyph, state: &TabBarState) -> Markup {
    html! {
        a class=(if state.top { "top-bar__link" } else { "tab-bar__item" })
            href=(href)
            aria-current=[state.current.then_some(CURRENT)] {
            (icon(glyph))
            span { (label) }
            @if let Some(badge) = &state.badge { (state.count(badge)) }
        }
    }
}

impl TabBarState {
    /// Shows it in an item of the document.
    pub fn show(&self, item: &Element) {
        // None of these fails: their names, selectors and texts are right.
        let _ = match self.current {
            true => item.set_attribute("aria-current", CURRENT),
            false => item.remove_attribute("aria-current"),
        };
        let shown = item.query_selector(".count").ok().flatten();
        match (shown, &self.badge) {
            (Some(shown), Some(badge)) => shown.set_text_content(Some(badge)),
            (Some(shown), None) => shown.remove(),
            (None, Some(badge)) => {
                let _ = item.insert_adjacent_html("beforeend", &self.count(badge).into_string());
            }
            (None, None) => {}
        }
    }

    fn count(&self, text: &str) -> Markup {
        let class = if self.top { "top-bar__badge count" } else { "tab-bar__badge count" };
        html! { span class=(class) { (text) } }
    }
}

const CURRENT: &str = "page";
