use std::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser;
use crate::i18n::{strings, use_locale};
use crate::reactive::effect;
use crate::state::{ToastAction, Toasts};
use crate::ui::{Toast, ToastRegion, Tone};

/// A message with something to do about it stays longer; both are held while
/// somebody points at them or has the focus there (WCAG 2.2.1).
const PLAIN: Duration = Duration::from_secs(5);
const WITH_ACTION: Duration = Duration::from_secs(10);

/// Shows the passing messages, and lets them pass.
#[component]
pub fn Toaster() -> impl IntoView {
    let l = use_locale();
    let toasts = Toasts::expect();
    let held = RwSignal::new(false);
    let shown = Signal::derive(move || {
        let each = |t: &crate::state::Toast| {
            let (action, href) = match &t.action {
                None => (None, None),
                Some(ToastAction::Run(label, _)) => (Some(label.clone()), None),
                Some(ToastAction::Go(label, href)) => (Some(label.clone()), Some(href.clone())),
            };
            Toast { id: t.id, tone: Tone::default(), text: t.text.clone(), action, href }
        };
        toasts.signal().with(|all| all.iter().map(each).collect::<Vec<_>>())
    });
    // One timer for the oldest; it starts anew whenever the stack changes.
    effect(move || {
        let oldest = toasts.signal().with(|all| all.first().map(|t| (t.id, t.action.is_some())));
        let Some((id, with_action)) = oldest else { return };
        if held.get() {
            return;
        }
        let time = if with_action { WITH_ACTION } else { PLAIN };
        if let Ok(timer) = set_timeout_with_handle(move || toasts.dismiss(id), time) {
            on_cleanup(move || timer.clear());
        }
    });
    let act = move |id: u64| {
        let found = toasts
            .signal()
            .with_untracked(|all| all.iter().find(|t| t.id == id).and_then(|t| t.action.clone()));
        match found {
            // The link has to stand until the router has seen the click.
            Some(ToastAction::Go(..)) => request_animation_frame(move || toasts.dismiss(id)),
            Some(ToastAction::Run(_, run)) => {
                toasts.dismiss(id);
                run();
            }
            None => {}
        }
    };
    // A dialog makes everything outside of it unreachable, so the region moves
    // into the one that is open, and out again.
    let region = NodeRef::<leptos::html::Section>::new();
    let path = use_location().pathname;
    let raise = move || {
        if let Some(region) = region.get_untracked() {
            browser::raise(&region);
        }
    };
    effect(move || {
        region.track();
        toasts.signal().track();
        raise();
    });
    effect(move || {
        path.track();
        // It may have gone with a page, in a dialog that was open there. Only then: what is
        // brought to the top is laid out anew, and the next page waits for that.
        request_animation_frame(move || {
            let is_gone = region.get_untracked().is_some_and(|region| !region.is_connected());
            if is_gone {
                raise();
            }
        });
    });
    effect(move || browser::on_dialog(raise));
    view! {
        <ToastRegion
            label=strings::shell::notifications(l)
            toasts=shown
            on_action=Callback::new(act)
            on_dismiss=Callback::new(move |id| toasts.dismiss(id))
            on_hold=Callback::new(move |hold| held.set(hold))
            node_ref=region
        />
    }
}
