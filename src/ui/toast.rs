use leptos::prelude::*;

use super::{Each, Glyph, Icon, IconButton, Tone};
use crate::i18n::{strings, use_locale};

/// What just happened, and perhaps how to take it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    pub id: u64,
    pub tone: Tone,
    pub text: String,
    /// The action's words, usually “Undo”.
    pub action: Option<String>,
    /// Where the action leads; without, it does something.
    pub href: Option<String>,
}

/// The stack of toasts; one in the app, always rendered, so that screen
/// readers notice what is added. State owns the toasts and their time.
#[component]
pub fn ToastRegion(
    /// “Notifications”.
    #[prop(into)]
    label: String,
    #[prop(into)] toasts: Signal<Vec<Toast>>,
    /// A toast's action was taken.
    #[prop(into)]
    on_action: Callback<u64>,
    #[prop(into)] on_dismiss: Callback<u64>,
    /// Whether someone is looking (pointer over it, focus in it): hold the time.
    #[prop(optional, into)]
    on_hold: Option<Callback<bool>>,
    /// The region, for bringing it above dialogs.
    #[prop(optional)]
    node_ref: NodeRef<leptos::html::Section>,
) -> impl IntoView {
    let hold = move |held: bool| {
        if let Some(on_hold) = on_hold {
            on_hold.run(held);
        }
    };
    view! {
        <section
            class="toasts"
            node_ref=node_ref
            popover="manual"
            aria-label=label
            on:pointerenter=move |_| hold(true)
            on:pointerleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            <div class="toasts__list" role="status" aria-live="polite" aria-relevant="additions">
                <Each items=move || toasts.get() key=|toast| toast.id let:toast>
                    <ToastItem toast on_action on_dismiss/>
                </Each>
            </div>
        </section>
    }
}

#[component]
fn ToastItem(toast: Toast, on_action: Callback<u64>, on_dismiss: Callback<u64>) -> impl IntoView {
    let locale = use_locale();
    let Toast { id, tone, text, action, href } = toast;
    let action = action.map(|words| match href {
        Some(href) => view! {
            <a class="toast__action" href=href on:click=move |_| on_action.run(id)>
                {words}
            </a>
        }
        .into_any(),
        None => view! {
            <button type="button" class="toast__action" on:click=move |_| on_action.run(id)>
                {words}
            </button>
        }
        .into_any(),
    });
    view! {
        <div class=format!("toast toast--{}", tone.name())>
            <Icon glyph=tone.glyph()/>
            <p class="toast__text">{text}</p>
            {action}
            <IconButton
                glyph=Glyph::Close
                label=strings::ui::close(locale)
                on_press=move |()| on_dismiss.run(id)
            />
        </div>
    }
}
