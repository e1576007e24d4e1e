//! The browser's side: places are filled, or taken over from the server.

use leptos::html;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::{Live, Places, What, When, Written};
use crate::browser::{self, first_screen};
use crate::features::in_turn::{in_turn, in_turn_with_room};
use crate::reactive::effect;

pub(super) fn view(written: Written, class: &'static str) -> AnyView {
    if let Some(root) = first_screen::take() {
        enliven(&root, written.live, true);
        // The framework knows nothing of these nodes.
        let root = StoredValue::new_local(root);
        on_cleanup(move || {
            root.try_with_value(|root| {
                #[cfg(feature = "split")]
                browser::keep_styles_of(root);
                root.remove();
            });
        });
        return ().into_any();
    }
    let Written { text, live } = written;
    let text = text(&Places::default()).into_string();
    let root = NodeRef::<html::Div>::new();
    let mut live = Some(live);
    effect(move || {
        if let Some(root) = root.get()
            && let Some(live) = live.take()
        {
            untrack(|| enliven(&root, live, false));
        }
    });
    view! { <div class=class node_ref=root inner_html=text></div> }.into_any()
}

pub(super) fn mount(written: Written, root: &Element, is_there: bool) {
    let Written { text, live } = written;
    if !is_there {
        root.set_inner_html(&text(&Places::default()).into_string());
    }
    enliven(root, live, is_there);
}

pub(super) fn append(written: Written, root: &Element) {
    let Written { text, live } = written;
    // It fails only where an element has no inside.
    let _ = root.insert_adjacent_html("beforeend", &text(&Places::default()).into_string());
    enliven(root, live, false);
}

fn enliven(root: &Element, live: Vec<Live>, is_there: bool) {
    // One of its own: that of a part of a page outlives what is shown there now.
    let owner = Owner::new();
    StoredValue::new(owner.clone());
    let owner = owner.downgrade();
    for (place, Live { when, what, .. }) in places(root, live) {
        let (owner, near) = (owner.clone(), place.clone());
        let work = move || {
            // The page may be gone.
            if let Some(owner) = owner.upgrade() {
                make(place, what, is_there, &owner);
            }
        };
        match when {
            When::AtOnce if !is_there => work(),
            When::Last => in_turn(work),
            When::Near if is_there && !first_screen::is_filled_in(&near) => {
                browser::when_near(&near, work);
            }
            When::AtOnce | When::InTurn | When::Near => in_turn_with_room(work),
        }
    }
}

/// Each with its element, in the order in which they were named.
fn places(root: &Element, mut live: Vec<Live>) -> Vec<(HtmlElement, Live)> {
    let mut found: Vec<Option<HtmlElement>> = live.iter().map(|_| None).collect();
    let Ok(marked) = root.query_selector_all("[data-live]") else { return Vec::new() };
    for at in 0..marked.length() {
        let Some(element) = marked.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok())
        else {
            continue;
        };
        let name = element.get_attribute("data-live").unwrap_or_default();
        if let Some(at) = live.iter().position(|one| one.name == name) {
            found[at].get_or_insert(element);
        }
    }
    found.into_iter().zip(live.drain(..)).filter_map(|(place, one)| Some((place?, one))).collect()
}

fn make(place: HtmlElement, what: What, is_there: bool, owner: &Owner) {
    match what {
        What::Text(written) => owner.with(|| mount(*written, &place, is_there)),
        What::Follow(follow) if is_there => {
            let owner = owner.downgrade();
            first_screen::take_over(&place.clone(), move || {
                // The page may be gone.
                if let Some(owner) = owner.upgrade() {
                    owner.with(|| follow(place));
                }
            });
        }
        What::Follow(follow) | What::Appended(follow) => owner.with(|| follow(place)),
        What::View(make) if is_there => take_over(place, make, owner.downgrade()),
        What::Waiting(make, gate) if is_there => {
            let weak = owner.downgrade();
            owner.with(|| gate(Box::new(move || take_over(place, make, weak))));
        }
        What::View(make) | What::Waiting(make, _) => show(&place, None, owner.with(make), owner),
    }
}

type Make = Box<dyn FnOnce() -> AnyView>;

fn take_over(place: HtmlElement, make: Make, owner: WeakOwner) {
    first_screen::take_over(&place.clone(), move || {
        // The page may be gone.
        if let Some(owner) = owner.upgrade() {
            place.set_text_content(None);
            show(&place, None, owner.with(make), &owner);
        }
    });
}

/// Shows a view, made by its owner, in `place`, before one of its nodes or behind all.
pub(super) fn show(place: &Element, before: Option<&Node>, view: AnyView, owner: &Owner) {
    owner.with(|| {
        let mut view = view.build();
        view.mount(place, before);
        // Goes with its page: what it has in the document goes with the text around it, at
        // once, and not one by one while somebody waits for the next page.
        StoredValue::new_local(view);
    });
}
