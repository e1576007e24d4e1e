//! Buying exactly once.
//!
//! A purchase is stored, with its idempotency key, before it is sent, and
//! stays stored until its answer is known. Whoever finds it there — a second
//! click, this page after a reload, another tab — finishes that purchase
//! instead of beginning another. What an answer means is decided by
//! [`Intent::next`], and carried out in `pursuit.rs`.

mod intent;
mod lock;
mod pursuit;
mod settled;
mod undo;

use leptos::prelude::*;
use vitrine_contract::ShopperId;
use vitrine_contract::orders::PlaceOrder;

use super::clock::device_seconds;
use super::{
    Cart, GuestOrders, Queries, SessionState, SessionStatus, Stored, new_key, use_queries,
};
use crate::api::ApiError;
use crate::json;
use crate::reactive::{effect, memo};

pub use intent::{CHECKOUT, Intent, one_click_place};
pub use settled::{Settled, Undo};

/// What is known about the purchase of a place.
#[derive(Clone, Debug, PartialEq)]
pub enum PurchaseStatus {
    /// None is under way.
    Idle,
    /// It was sent.
    Sending,
    /// The answer was lost; the same purchase is being asked for again.
    Waiting,
    /// The answer was lost and asking again has not helped so far.
    Stopped,
    /// The session ended before the answer came.
    SignIn,
    /// Refused: nothing was bought.
    Refused(ApiError),
    /// It became an order.
    Placed(Settled),
}

/// Where they are stored: those without an answer, and those that became orders.
pub const PURCHASES: [&str; 2] = ["vitrine.purchases", "vitrine.purchases.settled"];

/// How long an order is news at its place, in seconds.
const NEWS: u64 = 15 * 60;

/// How far this tab is with an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Sending,
    Waiting,
    Stopped,
    SignIn,
}

/// The purchases of this device: under way, refused, done.
#[derive(Clone, Copy)]
pub struct Purchases {
    intents: Stored<Vec<Intent>>,
    settled: Stored<Vec<Settled>>,
    /// By the intent's key, of this tab.
    progress: RwSignal<Vec<(String, Progress)>>,
    /// By place, of this tab.
    refused: RwSignal<Vec<(String, ApiError)>>,
    /// By the order's key, of this tab: undoing that has failed for now.
    undo_failed: RwSignal<Vec<String>>,
    /// Of this tab: orders that nobody here saw begin, as after a reload.
    unannounced: RwSignal<Vec<Settled>>,
    session: SessionState,
    queries: Queries,
    cart: Cart,
    guest_orders: GuestOrders,
}

impl Purchases {
    /// Makes the purchases known to everything below, and takes up those that
    /// an earlier page left without an answer.
    pub fn provide() -> Self {
        let purchases = Self {
            intents: Stored::new(PURCHASES[0], Vec::new()),
            settled: Stored::new(PURCHASES[1], Vec::new()),
            progress: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            undo_failed: RwSignal::new(Vec::new()),
            unannounced: RwSignal::new(Vec::new()),
            session: SessionState::expect(),
            queries: use_queries(),
            cart: Cart::expect(),
            guest_orders: GuestOrders::new(),
        };
        provide_context(purchases);
        effect(move || {
            if let SessionStatus::Ready(_) = purchases.session.status() {
                untrack(|| purchases.resume());
            }
        });
        let shopper = memo(move || purchases.session.shopper().map(|s| s.id));
        let mut before = None;
        effect(move || {
            let now = shopper.get();
            // What a shopper bought is nobody's business once they are gone.
            if before.is_some() && now.is_none() {
                purchases.settled.refresh();
                purchases.settled.update(|all| all.retain(|s| s.guest_key.is_some()));
            }
            before = now;
        });
        effect(move || {
            let back = window_event_listener(leptos::ev::online, move |_| purchases.resume());
            on_cleanup(move || back.remove());
        });
        purchases
    }

    /// The purchases of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// What is known about the purchase of a place, tracked.
    pub fn status(&self, place: &str) -> PurchaseStatus {
        if let Some(key) = self.key_of(place) {
            let progress = self.progress.with(|all| find(all, &key).copied());
            return match progress {
                // Another tab is at it, or it waits for the session.
                None | Some(Progress::Waiting) => PurchaseStatus::Waiting,
                Some(Progress::Sending) => PurchaseStatus::Sending,
                Some(Progress::Stopped) => PurchaseStatus::Stopped,
                Some(Progress::SignIn) => PurchaseStatus::SignIn,
            };
        }
        if let Some(error) = self.refused.with(|all| find(all, place).cloned()) {
            return PurchaseStatus::Refused(error);
        }
        let now = device_seconds();
        let news = |s: &&Settled| s.place == place && now.saturating_sub(s.at) < NEWS;
        self.settled
            .with(|all| all.iter().find(news).cloned())
            .map_or(PurchaseStatus::Idle, PurchaseStatus::Placed)
    }

    /// The key of the purchase under way at a place, tracked.
    pub fn key_of(&self, place: &str) -> Option<String> {
        self.intents.with(|all| all.iter().find(|i| i.place == place).map(|i| i.key.clone()))
    }

    /// The order that an intent became, tracked.
    pub fn settled(&self, key: &str) -> Option<Settled> {
        self.settled.with(|all| all.iter().find(|s| s.key == key).cloned())
    }

    /// The key of a place's latest order if the shopper was not led to it yet,
    /// as when the page was reloaded in that very moment; tracked.
    pub fn unseen(&self, place: &str) -> Option<String> {
        match self.status(place) {
            PurchaseStatus::Placed(settled) if !settled.seen => Some(settled.key),
            _ => None,
        }
    }

    /// Takes the orders that have come of purchases begun before this page was
    /// there; tracked, each told once.
    pub fn take_unannounced(&self) -> Vec<Settled> {
        self.unannounced.track();
        // Taking them is no news.
        self.unannounced.try_update_untracked(std::mem::take).unwrap_or_default()
    }

    /// Notes that the shopper is led to the order of this key.
    pub fn see(&self, key: &str) {
        self.settled.refresh();
        self.settled.update(|all| {
            for settled in all.iter_mut().filter(|s| s.key == key) {
                settled.seen = true;
            }
        });
    }

    /// Buys. Where a purchase is under way already, that one is taken up
    /// instead. Returns the key of the purchase under way.
    pub fn begin(&self, place: &str, order: &PlaceOrder, from_cart: bool) -> String {
        self.intents.refresh();
        if let Some(key) = untrack(|| self.key_of(place)) {
            self.resume();
            return key;
        }
        self.clear(place);
        let intent = Intent {
            key: new_key(),
            place: place.to_owned(),
            // Plain data always makes JSON; the server refuses anything else.
            body: json::encode(order).unwrap_or_default(),
            shopper: self.shopper(),
            cart_lines: if from_cart { order.lines.clone() } else { Vec::new() },
            begun: device_seconds(),
        };
        let key = intent.key.clone();
        self.intents.update(|all| all.push(intent.clone()));
        self.drive(intent, true);
        key
    }

    /// Takes up every purchase without an answer that this shopper began.
    pub fn resume(&self) {
        // Whose intents may be sent is known only with the session.
        if !matches!(untrack(|| self.session.status()), SessionStatus::Ready(_)) {
            return;
        }
        self.intents.refresh();
        let now = device_seconds();
        if self.intents.with_untracked(|all| all.iter().any(|i| i.is_expired(now))) {
            self.intents.update(|all| all.retain(|i| !i.is_expired(now)));
        }
        let shopper = self.shopper();
        for intent in self.intents.get_untracked() {
            if intent.shopper == shopper {
                self.drive(intent, false);
            } else {
                self.set_progress(&intent.key, Some(Progress::SignIn));
            }
        }
        self.resume_undoing();
    }

    /// Puts a place's outcome aside, so that it can be bought at again.
    pub fn clear(&self, place: &str) {
        self.refused.update(|all| all.retain(|(p, _)| p != place));
        if self.settled.with_untracked(|all| all.iter().any(|s| s.place == place)) {
            self.settled.refresh();
            self.settled.update(|all| all.retain(|s| s.place != place));
        }
    }

    fn shopper(&self) -> Option<ShopperId> {
        untrack(|| self.session.shopper()).map(|shopper| shopper.id)
    }
}

fn find<'a, T>(all: &'a [(String, T)], name: &str) -> Option<&'a T> {
    all.iter().find(|(n, _)| n == name).map(|(_, value)| value)
}
