use std::sync::Arc;

use leptos::prelude::*;

/// Something to be done about what a toast tells. Nothing in it belongs to the
/// component that asked, which is often gone before the toast is.
#[derive(Clone)]
pub enum ToastAction {
    /// Goes somewhere: the link's text and its address.
    Go(String, String),
    /// Does something: the button's text and its work.
    Run(String, Arc<dyn Fn() + Send + Sync>),
}

/// A passing message, announced politely.
#[derive(Clone)]
pub struct Toast {
    /// Counts up.
    pub id: u64,
    /// The message.
    pub text: String,
    /// An undo, a link.
    pub action: Option<ToastAction>,
}

/// The passing messages of the page.
#[derive(Clone, Copy)]
pub struct Toasts {
    toasts: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

/// Messages shown at once; an older one makes room.
const MOST: usize = 3;

impl Toasts {
    /// Makes them known to everything below.
    pub fn provide() -> Self {
        let toasts = Self { toasts: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    /// The messages of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// The messages, tracked, oldest first.
    pub fn signal(&self) -> ReadSignal<Vec<Toast>> {
        self.toasts.read_only()
    }

    /// Shows a message.
    pub fn show(&self, text: impl Into<String>) {
        self.push(text.into(), None);
    }

    /// Shows a message with a link to what it tells of.
    pub fn show_link(&self, text: impl Into<String>, label: &str, href: String) {
        self.push(text.into(), Some(ToastAction::Go(label.to_owned(), href)));
    }

    /// Shows a message with an undo.
    pub fn show_undo(
        &self,
        text: impl Into<String>,
        label: &str,
        run: impl Fn() + Send + Sync + 'static,
    ) {
        self.push(text.into(), Some(ToastAction::Run(label.to_owned(), Arc::new(run))));
    }

    /// Takes a message away.
    pub fn dismiss(&self, id: u64) {
        self.toasts.try_update(|toasts| toasts.retain(|t| t.id != id));
    }

    fn push(&self, text: String, action: Option<ToastAction>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.toasts.try_update(|toasts| {
            toasts.push(Toast { id, text, action });
            let surplus = toasts.len().saturating_sub(MOST);
            toasts.drain(..surplus);
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    #[test]
    fn an_action_outlives_the_component_that_offered_it() {
        let app = Owner::new();
        app.set();
        let toasts = Toasts::provide();
        let done = Arc::new(AtomicBool::new(false));
        let component = app.child();
        component.with(|| {
            let done = done.clone();
            toasts.show_undo("gone", "Undo", move || done.store(true, Ordering::SeqCst));
        });
        component.cleanup();
        drop(component);
        let action = toasts.signal().with_untracked(|all| all[0].action.clone());
        let Some(ToastAction::Run(_, run)) = action else { panic!("an undo") };
        run();
        assert!(done.load(Ordering::SeqCst));
    }
}
