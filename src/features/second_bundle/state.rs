use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use vitrine_contract::orders::PlaceOrder;

use super::contents::{self, Contents};
use crate::browser;
use crate::state::{PURCHASES, PurchaseStatus, Settled};

/// How far the bundle is.
#[derive(Clone, Copy)]
pub(super) enum Status {
    /// Nobody has needed it yet.
    Absent,
    /// It is on its way.
    Loading,
    /// It could not be loaded.
    Failed,
    /// It is here.
    Ready(Contents),
}

/// A purchase to be begun: its place and the order.
type Wish = (String, PlaceOrder);

/// The second bundle, loaded at most once.
#[derive(Clone, Copy)]
pub struct SecondBundle {
    status: RwSignal<Status>,
    /// Clicks that wait for it.
    wishes: RwSignal<Vec<Wish>>,
    /// What it opens lives as long as the app.
    app: StoredValue<WeakOwner>,
}

impl SecondBundle {
    /// Makes it known to everything below. What purchases need must be known.
    pub fn provide() -> Self {
        let bundle = Self {
            status: RwSignal::new(Status::Absent),
            wishes: RwSignal::new(Vec::new()),
            app: StoredValue::new(Owner::current().unwrap_or_default().downgrade()),
        };
        provide_context(bundle);
        if let Some(contents) = contents::at_hand() {
            bundle.open(contents);
        }
        // Somebody has bought here, and perhaps has had no answer yet.
        Effect::new(move |_| {
            if PURCHASES.iter().any(|key| browser::has_stored(key)) {
                untrack(|| bundle.load());
            }
        });
        bundle
    }

    /// The bundle of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    pub(super) fn status(&self) -> Status {
        self.status.get()
    }

    /// Loads it, unless that was done or is under way.
    pub fn load(&self) {
        if matches!(self.status.get_untracked(), Status::Loading | Status::Ready(_)) {
            return;
        }
        let bundle = *self;
        bundle.status.set(Status::Loading);
        leptos::task::spawn_local(async move {
            match contents::load().await {
                Ok(contents) => bundle.open(contents),
                // A new release has taken this one's files away: with the new page
                // come the new files.
                Err(_) if browser::release_is_gone().await => browser::reload(),
                Err(_) => {
                    bundle.wishes.update(Vec::clear);
                    bundle.status.set(Status::Failed);
                }
            }
        });
    }

    fn open(self, contents: Contents) {
        self.in_app(contents.open);
        // Begun before anybody is told, so that a pressed button stays pressed.
        for (place, order) in self.wishes.try_update(std::mem::take).unwrap_or_default() {
            self.in_app(|| (contents.buy)(&place, order));
        }
        // Whoever had moved to the page by keyboard waits at its placeholder.
        if self.status.with_untracked(|status| matches!(status, Status::Loading))
            && browser::has_focus(browser::PAGE_TITLE)
        {
            request_animation_frame(|| browser::focus(browser::PAGE_TITLE));
        }
        self.status.set(Status::Ready(contents));
    }

    fn in_app(&self, work: impl FnOnce()) {
        if let Some(app) = self.app.try_get_value().and_then(|app| app.upgrade()) {
            app.with(work);
        }
    }

    /// What is known about the purchase of a place, tracked.
    pub fn purchase(&self, place: &str) -> PurchaseStatus {
        match self.status.get() {
            Status::Ready(contents) => (contents.purchase)(place),
            _ if self.wishes.with(|all| all.iter().any(|(p, _)| p == place)) => {
                PurchaseStatus::Sending
            }
            _ => PurchaseStatus::Idle,
        }
    }

    /// Buys at a place, as soon as the bundle is here. For handlers.
    pub fn buy(&self, place: &str, order: PlaceOrder) {
        if let Status::Ready(contents) = self.status.get_untracked() {
            self.in_app(|| (contents.buy)(place, order));
        } else {
            self.wishes.update(|wishes| {
                if wishes.iter().all(|(p, _)| p != place) {
                    wishes.push((place.to_owned(), order));
                }
            });
            self.load();
        }
    }

    /// An order in the place of the button that placed it; compact in a tile.
    pub fn placed(&self, settled: Settled, compact: bool) -> AnyView {
        match self.status.get_untracked() {
            Status::Ready(contents) => (contents.placed)(settled, compact),
            _ => ().into_any(),
        }
    }

    /// What a purchase that is no order tells at its place.
    pub fn trouble(&self, status: PurchaseStatus, place: String) -> AnyView {
        match self.status.get_untracked() {
            Status::Ready(contents) => (contents.trouble)(status, place),
            _ => ().into_any(),
        }
    }
}
