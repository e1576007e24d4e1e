use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use vitrine_contract::orders::PlaceOrder;

use super::contents::{self, Behind, Contents, LaterFilters, Till};
use super::prefetch::soon;
use crate::browser;
use crate::features::one_click::Wanted;
use crate::i18n::Locale;
use crate::reactive::effect;
use crate::routes::Part;
use crate::state::{PURCHASES, PurchaseStatus, Settled};

/// How far a bundle is.
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

/// The bundles beside the main one, each loaded at most once.
#[derive(Clone, Copy)]
pub struct Bundles {
    /// How far each is, in the order of [`Part::ALL`].
    parts: [RwSignal<Status>; Part::ALL.len()],
    /// Clicks that wait for the till.
    wishes: RwSignal<Vec<Wish>>,
    /// What they open lives as long as the app.
    app: StoredValue<WeakOwner>,
}

impl Bundles {
    /// Makes them known to everything below. What purchases need must be known.
    pub fn provide() -> Self {
        let bundles = Self {
            parts: Part::ALL.map(|_| RwSignal::new(Status::Absent)),
            wishes: RwSignal::new(Vec::new()),
            app: StoredValue::new(Owner::current().unwrap_or_default().downgrade()),
        };
        provide_context(bundles);
        for part in Part::ALL {
            if let Some(contents) = contents::at_hand(part) {
                bundles.open(part, contents);
            }
        }
        // Somebody has bought here, and perhaps has had no answer yet.
        effect(move || {
            if PURCHASES.iter().any(|key| browser::has_stored(key)) {
                untrack(|| bundles.load(Part::Till));
            }
        });
        bundles
    }

    /// The bundles of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    fn of(&self, part: Part) -> RwSignal<Status> {
        self.parts[part as usize]
    }

    /// How far a bundle is, tracked.
    pub(super) fn status(&self, part: Part) -> Status {
        self.of(part).get()
    }

    /// Whether a bundle could not be loaded, tracked.
    pub fn has_failed(&self, part: Part) -> bool {
        matches!(self.status(part), Status::Failed)
    }

    /// Loads a bundle, unless that was done or is under way.
    pub fn load(&self, part: Part) {
        let (bundles, status) = (*self, self.of(part));
        if matches!(status.get_untracked(), Status::Loading | Status::Ready(_)) {
            return;
        }
        status.set(Status::Loading);
        leptos::task::spawn_local(async move {
            match contents::load(part).await {
                Ok(contents) => bundles.open(part, contents),
                // A new release has taken this one's files away: with the new page
                // come the new files.
                Err(_) if browser::release_is_gone().await => browser::reload(),
                Err(_) => {
                    bundles.wishes.update(Vec::clear);
                    status.set(Status::Failed);
                }
            }
        });
    }

    fn open(self, part: Part, contents: Contents) {
        if let Some(behind) = contents.behind {
            self.in_app(behind.open);
        }
        // Begun before anybody is told, so that a pressed button stays pressed.
        if let Some(till) = contents.behind.and_then(|behind| behind.till) {
            for (place, order) in self.wishes.try_update(std::mem::take).unwrap_or_default() {
                self.in_app(|| (till.buy)(&place, order));
            }
        }
        // Whoever had moved to the page by keyboard waits at its placeholder.
        if self.of(part).with_untracked(|status| matches!(status, Status::Loading))
            && browser::has_focus(browser::PAGE_TITLE)
        {
            browser::focus_title();
        }
        self.of(part).set(Status::Ready(contents));
    }

    fn in_app(&self, work: impl FnOnce()) {
        if let Some(app) = self.app.try_get_value().and_then(|app| app.upgrade()) {
            app.with(work);
        }
    }

    /// Whichever bundle behind the shop window is here, tracked: for what both have.
    pub(super) fn behind(&self) -> Option<Behind> {
        [Part::Till, Part::After].into_iter().find_map(|part| self.behind_of(part))
    }

    fn behind_of(&self, part: Part) -> Option<Behind> {
        match self.status(part) {
            Status::Ready(contents) => contents.behind,
            Status::Absent | Status::Loading | Status::Failed => None,
        }
    }

    /// The filters of a list, if they are here, tracked.
    pub fn filters(&self) -> Option<LaterFilters> {
        self.till().map(|till| till.filters)
    }

    /// What a problem's code means, if that is known here.
    pub fn problem(&self, l: Locale, code: &str) -> Option<&'static str> {
        untrack(|| self.behind()).and_then(|behind| (behind.problem)(l, code))
    }

    /// Loads what is behind the shop window when the page's pictures are there and the
    /// browser is idle. For what stands below or beside what a page opens with.
    pub fn load_behind_soon(self) {
        effect(move || soon(move || self.load(Part::Till)));
    }

    /// The till, if it is here, tracked.
    fn till(&self) -> Option<Till> {
        self.behind_of(Part::Till)?.till
    }

    /// What one click would buy, at its place, if the bundle for it is here; tracked.
    pub fn offer(&self, wanted: Wanted) -> Option<AnyView> {
        match self.status(Part::Buy) {
            Status::Ready(contents) => contents.offer.map(|offer| untrack(|| offer(wanted))),
            Status::Absent | Status::Loading | Status::Failed => None,
        }
    }

    /// What is known about the purchase of a place, tracked.
    pub fn purchase(&self, place: &str) -> PurchaseStatus {
        match self.till() {
            Some(till) => (till.purchase)(place),
            None if self.wishes.with(|all| all.iter().any(|(p, _)| p == place)) => {
                PurchaseStatus::Sending
            }
            None => PurchaseStatus::Idle,
        }
    }

    /// Buys at a place, as soon as the till is here. For handlers.
    pub fn buy(&self, place: &str, order: PlaceOrder) {
        if let Some(till) = untrack(|| self.till()) {
            self.in_app(|| (till.buy)(place, order));
        } else {
            self.wishes.update(|wishes| {
                if wishes.iter().all(|(p, _)| p != place) {
                    wishes.push((place.to_owned(), order));
                }
            });
            self.load(Part::Till);
        }
    }

    /// An order in the place of the button that placed it; compact in a tile.
    pub fn placed(&self, settled: Settled, compact: bool) -> AnyView {
        untrack(|| self.till())
            .map_or_else(|| ().into_any(), |till| (till.placed)(settled, compact))
    }

    /// What a purchase that is no order tells at its place.
    pub fn trouble(&self, status: PurchaseStatus, place: String) -> AnyView {
        untrack(|| self.till()).map_or_else(|| ().into_any(), |till| (till.trouble)(status, place))
    }
}
