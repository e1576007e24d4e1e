//! What is done about a purchase until its outcome is known.

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::ProblemCode;
use vitrine_contract::orders::OrderPlaced;

use super::intent::{Intent, Next};
use super::settled::{self, Settled};
use super::{Progress, Purchases, find, lock};
use crate::api::{self, ApiError};
use crate::state::GuestOrder;
use crate::state::clock::device_seconds;

impl Purchases {
    /// Begins to pursue an intent, unless this tab does so already. A fresh one
    /// was never sent before.
    pub(super) fn drive(self, intent: Intent, fresh: bool) {
        let busy = self.progress.with_untracked(|all| {
            matches!(find(all, &intent.key), Some(Progress::Sending | Progress::Waiting))
        });
        if busy {
            return;
        }
        self.set_progress(&intent.key, Some(Progress::Sending));
        spawn_local(async move {
            let name = format!("vitrine.purchase.{}", intent.key);
            lock::alone(&name, self.pursue(intent, fresh)).await;
        });
    }

    /// Sends an intent until its outcome is known or asking won't help.
    async fn pursue(self, intent: Intent, fresh: bool) {
        if !fresh {
            // Another tab may have finished it while this one waited its turn.
            self.intents.refresh();
            if !self.is_open(&intent.key) {
                return self.set_progress(&intent.key, None);
            }
        }
        for attempt in 0.. {
            let error = match api::orders::place_order(intent.body.clone(), &intent.key).await {
                Ok(placed) => return self.settle(&intent, &placed, fresh),
                Err(error) => error,
            };
            match intent.next(&error, attempt, fresh) {
                Next::Refused => return self.refuse(&intent, error),
                Next::SignIn => return self.set_progress(&intent.key, Some(Progress::SignIn)),
                Next::Again(wait) if online() => {
                    self.set_progress(&intent.key, Some(Progress::Waiting));
                    lock::pause(wait).await;
                }
                Next::Again(_) | Next::Stop => {
                    return self.set_progress(&intent.key, Some(Progress::Stopped));
                }
            }
        }
    }

    fn settle(&self, intent: &Intent, placed: &OrderPlaced, fresh: bool) {
        self.intents.refresh();
        // What follows from buying must follow once, in one tab.
        let first = self.is_open(&intent.key);
        if first {
            let settled = Settled::new(intent, placed, device_seconds());
            if !fresh {
                self.unannounced.update(|all| all.push(settled.clone()));
            }
            self.settled.refresh();
            self.settled.update(|all| settled::remember(all, settled));
            if let Some(key) = placed.guest_key.clone() {
                self.guest_orders.remember(GuestOrder {
                    id: placed.order.id.clone(),
                    key,
                    number: placed.order.number.clone(),
                    placed_at: placed.order.placed_at.clone(),
                });
            }
            self.cart.remove_bought(&intent.cart_lines);
        }
        self.close(&intent.key);
        self.session.reload();
    }

    fn refuse(&self, intent: &Intent, error: ApiError) {
        // What the page knows about the shopper was wrong.
        if matches!(
            error.code(),
            Some(ProblemCode::OneClickNotAllowed | ProblemCode::SignInRequired)
        ) {
            self.session.reload();
        }
        if error.code() == Some(&ProblemCode::PriceChanged) {
            // So were the prices on the page.
            self.queries.invalidate_all();
        }
        self.refused.update(|all| {
            all.retain(|(place, _)| *place != intent.place);
            all.push((intent.place.clone(), error));
        });
        self.intents.refresh();
        self.close(&intent.key);
    }

    fn is_open(&self, key: &str) -> bool {
        self.intents.with_untracked(|all| all.iter().any(|i| i.key == key))
    }

    fn close(&self, key: &str) {
        self.intents.update(|all| all.retain(|i| i.key != key));
        self.set_progress(key, None);
    }

    pub(super) fn set_progress(&self, key: &str, progress: Option<Progress>) {
        self.progress.update(|all| {
            all.retain(|(k, _)| k != key);
            all.extend(progress.map(|progress| (key.to_owned(), progress)));
        });
    }
}

#[cfg(target_arch = "wasm32")]
fn online() -> bool {
    window().navigator().on_line()
}

/// A server sends no purchase.
#[cfg(not(target_arch = "wasm32"))]
fn online() -> bool {
    false
}
