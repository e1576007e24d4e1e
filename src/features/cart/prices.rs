use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use vitrine_contract::cart::LineRequest;
use vitrine_contract::{Money, VariantId};

use super::basket::{Basket, Known};
use crate::api::{self, ApiError};
use crate::i18n::use_locale;
use crate::reactive::{effect, memo};
use crate::state::{Network, SessionState, Stored};

/// Between a change of the cart and the question what it costs now, so that
/// quick clicks ask once.
const CALM: Duration = Duration::from_millis(250);

/// What the wanted lines cost: at once by what was last known, then by what
/// the shop says.
#[derive(Clone, Copy)]
pub struct Prices {
    /// Lines and totals.
    pub basket: Memo<Basket>,
    /// Whether the shop has answered since the page was opened.
    pub fresh: ReadSignal<bool>,
    /// Why it has not answered last time.
    pub error: ReadSignal<Option<ApiError>>,
    /// Prices that turned out to be others than known, with the old ones.
    pub changed: ReadSignal<Vec<(VariantId, Money)>>,
    again: RwSignal<u32>,
}

impl Prices {
    /// Asks the shop again.
    pub fn refresh(&self) {
        self.again.try_update(|n| *n += 1);
    }
}

/// Prices of the wanted lines, kept up to date as they change.
pub fn use_prices(wanted: Signal<Vec<LineRequest>>) -> Prices {
    let l = use_locale();
    let session = SessionState::expect();
    let network = Network::expect();
    let known = Stored::new("vitrine.cart.known", Known::default());
    let (fresh, set_fresh) = signal(false);
    let (error, set_error) = signal(None);
    let (changed, set_changed) = signal(Vec::new());
    let again = RwSignal::new(0);
    let turn = StoredValue::new(0_u32);
    let rule = memo(move || session.shop().map(|shop| shop.delivery));
    let lines = memo(move || wanted.get());

    let mut is_first = true;
    effect(move || {
        let wait = if std::mem::take(&mut is_first) { Duration::ZERO } else { CALM };
        again.track();
        let lines = lines.get();
        let this = turn.get_value() + 1;
        turn.set_value(this);
        if lines.is_empty() || !network.is_online() {
            return;
        }
        let ask = move || {
            spawn_local(async move {
                let answer = api::read(api::cart::cart(l, &lines)).await;
                // A later question makes this answer old.
                if turn.try_get_value() != Some(this) {
                    return;
                }
                match answer {
                    Ok(answer) => {
                        let mut news = Vec::new();
                        let rule = rule.try_get_untracked().flatten();
                        known.update(|known| news = known.learn(answer, rule));
                        set_error.set(None);
                        set_fresh.set(true);
                        if !news.is_empty() {
                            set_changed.set(news);
                        }
                    }
                    Err(failed) => set_error.set(Some(failed)),
                }
            });
        };
        if let Ok(timer) = set_timeout_with_handle(ask, wait) {
            on_cleanup(move || timer.clear());
        }
    });
    let basket = memo(move || {
        let rule = rule.get();
        lines.with(|lines| known.with(|known| Basket::new(lines, known, rule)))
    });
    Prices { basket, fresh, error, changed, again }
}
