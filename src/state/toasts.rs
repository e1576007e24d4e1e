use leptos::prelude::*;

/// Something to be done about what a toast tells.
#[derive(Clone)]
pub struct ToastAction {
    /// The button's text.
    pub label: String,
    /// What it does; the toast then goes.
    pub run: Callback<()>,
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
    owner: StoredValue<Owner>,
}

/// Messages shown at once; an older one makes room.
const MOST: usize = 3;

impl Toasts {
    /// Makes them known to everything below.
    pub fn provide() -> Self {
        let toasts = Self {
            toasts: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
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

    /// Shows a message with something to be done about it.
    pub fn show_with(&self, text: impl Into<String>, action: ToastAction) {
        self.push(text.into(), Some(action));
    }

    /// Shows a message with an undo. What it runs outlives the component that
    /// asked, which is often what was taken away.
    pub fn show_undo(
        &self,
        text: impl Into<String>,
        label: &str,
        run: impl Fn() + Send + Sync + 'static,
    ) {
        let run = self.owner.with_value(|owner| owner.with(|| Callback::new(move |()| run())));
        self.push(text.into(), Some(ToastAction { label: label.to_owned(), run }));
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
