use leptos::html;
use leptos::prelude::*;

use super::{Glyph, IconButton};
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;

/// A question in the middle of the screen. Escape, the cross and a press
/// beside it close it; the browser keeps focus inside and gives it back.
#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    /// The shopper wants it closed, or closed it with Escape.
    #[prop(into)]
    on_close: Callback<()>,
    #[prop(into)] title: Signal<String>,
    /// Modifier of the class `dialog`: `""`, `--sheet` or `--full`.
    #[prop(optional)]
    shape: &'static str,
    /// Made when the dialog is first opened, and kept; in a `Show` it begins anew each time.
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    // A memo of its own, since it asks what it was.
    let was_open = Memo::new(move |before| before == Some(&true) || open.get());
    let mut children = Some(children);
    let element = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = element.get() else { return };
        if !open.get() {
            dialog.close();
        } else if !dialog.open() {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    let beside = move |event: leptos::ev::MouseEvent| {
        // The content fills the dialog, so only the backdrop is the dialog itself.
        if event.target() == event.current_target() {
            close();
        }
    };
    // Most dialogs of a page are never opened.
    move || {
        let children = if was_open.get() { children.take() } else { None };
        children.map(|children| {
            view! {
                <dialog
                    node_ref=element
                    class=format!("dialog dialog{shape}")
                    aria-label=move || title.get()
                    on:close=move |_| close()
                    on:click=beside
                >
                    <div class="dialog__content">
                        <header class="dialog__header">
                            <h2 class="dialog__title">{move || title.get()}</h2>
                            <IconButton
                                glyph=Glyph::Close
                                label=strings::ui::close(locale)
                                on_press=move |()| close()
                            />
                        </header>
                        <div class="dialog__body">{children()}</div>
                    </div>
                </dialog>
            }
        })
    }
}

/// A dialog from below, within reach of the thumb; from the side on a desk.
#[component]
pub fn Sheet(
    #[prop(into)] open: Signal<bool>,
    /// The shopper wants it closed, or closed it with Escape.
    #[prop(into)]
    on_close: Callback<()>,
    #[prop(into)] title: Signal<String>,
    /// As a dialog's. End it with `.dialog__footer` to keep actions in sight.
    children: Children,
) -> impl IntoView {
    view! {
        <Dialog open on_close title shape="--sheet">
            {children()}
        </Dialog>
    }
}
