//! Undoing an order while its time lasts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Progress, Purchases, Settled, Undo, find, lock};
use crate::api;
use crate::state::{first_language, new_key};

/// Waits before asking again, in milliseconds. The time to undo is short.
const BACK_OFF: [u32; 6] = [300, 600, 1_200, 2_500, 5_000, 8_000];

impl Purchases {
    /// Undoes an order. Safe to press twice: its key is stored first.
    pub fn undo(&self, settled: &Settled) {
        self.settled.refresh();
        let key = match &settled.undo {
            Undo::No => new_key(),
            Undo::Asked { key } => key.clone(),
            Undo::Done | Undo::TooLate => return,
        };
        self.set_undo(settled, Undo::Asked { key: key.clone() });
        self.send_undo(settled.clone(), key);
    }

    /// Whether undoing this order has failed for now, tracked.
    pub fn undo_failed(&self, settled: &Settled) -> bool {
        self.undo_failed.with(|all| all.contains(&settled.key))
    }

    pub(super) fn resume_undoing(&self) {
        for settled in self.settled.get_untracked() {
            if let Undo::Asked { key } = &settled.undo {
                let key = key.clone();
                self.send_undo(settled, key);
            }
        }
    }

    fn send_undo(self, settled: Settled, key: String) {
        if self.progress.with_untracked(|all| find(all, &key).is_some()) {
            return;
        }
        self.set_progress(&key, Some(Progress::Sending));
        self.undo_failed.update(|all| all.retain(|k| *k != settled.key));
        spawn_local(async move {
            let l = first_language();
            let guest_key = settled.guest_key.as_deref();
            let mut waits = BACK_OFF.iter();
            let undo = loop {
                match api::orders::cancel_order(l, &settled.order, guest_key, &key).await {
                    Ok(_) => break Some(Undo::Done),
                    Err(error) if error.is_transient() => match waits.next() {
                        Some(wait) => lock::pause(*wait).await,
                        None => break None,
                    },
                    Err(_) => break Some(Undo::TooLate),
                }
            };
            self.set_progress(&key, None);
            let Some(undo) = undo else {
                return self.undo_failed.update(|all| all.push(settled.key));
            };
            self.settled.refresh();
            self.set_undo(&settled, undo);
            self.session.reload();
        });
    }

    fn set_undo(&self, settled: &Settled, undo: Undo) {
        self.settled.update(|all| {
            if let Some(settled) = all.iter_mut().find(|s| s.key == settled.key) {
                settled.undo = undo;
            }
        });
    }
}
