use leptos::prelude::*;
use vitrine_contract::catalog::PriceRange;
use vitrine_contract::orders::PlaceOrder;

use crate::features::account::AccountPage;
use crate::features::cart::CartPage;
use crate::features::checkout::CheckoutPage;
use crate::features::demo_inbox::DemoInboxPage;
use crate::features::errors::{NotFoundPage, problem_text};
use crate::features::home::HomePage;
use crate::features::list::{CategoryPage, FilterSheet, Filters, ListQuery, SearchPage};
use crate::features::one_click::{
    self, PlacedView, TroubleView, Wanted, tell_of_finished_purchases,
};
use crate::features::orders::{OrderPage, OrdersPage};
use crate::features::product::ProductPage;
use crate::features::product::reviews::ProductReviews;
use crate::features::review::ReviewPage;
use crate::features::shell::Toaster;
use crate::features::sign_in::SignInPage;
use crate::i18n::Locale;
#[cfg(target_arch = "wasm32")]
use crate::routes::WindowPage;
use crate::routes::{Page, Part};
use crate::state::{PurchaseStatus, Purchases, Settled};

/// A bundle's ways in. Called through these pointers, and through nothing else,
/// its code stays out of the main one.
#[derive(Clone, Copy)]
pub struct Contents {
    /// Any page of its part of the shop.
    pub page: fn(Page) -> AnyView,
    /// What one click would buy, at its place.
    pub offer: Option<fn(Wanted) -> AnyView>,
    /// What only the bundles behind the shop window have.
    pub behind: Option<Behind>,
}

/// What there is beside pages behind the shop window.
#[derive(Clone, Copy)]
pub struct Behind {
    /// Makes what the bundle keeps known to everything below; before anything else.
    pub open: fn(),
    /// The passing messages.
    pub toaster: fn() -> AnyView,
    /// The reviews of a product, by its name in URLs.
    pub reviews: fn(String) -> AnyView,
    /// What a problem's code means.
    pub problem: fn(Locale, &str) -> Option<&'static str>,
    /// What only the till has.
    pub till: Option<Till>,
}

/// The filters of a list, which show what is asked for and the prices there are.
#[derive(Clone, Copy)]
pub struct LaterFilters {
    /// As they stand beside a list.
    pub rail: fn(ListQuery, Option<PriceRange>) -> AnyView,
    /// As they are brought up from below, while the signal says so.
    pub sheet: fn(RwSignal<bool>, ListQuery, Option<PriceRange>) -> AnyView,
}

/// What the shop window asks of the till.
#[derive(Clone, Copy)]
pub struct Till {
    /// What is known about the purchase of a place, tracked.
    pub purchase: fn(&str) -> PurchaseStatus,
    /// Buys at a place.
    pub buy: fn(&str, PlaceOrder),
    /// An order in the place of the button that placed it; compact in a tile.
    pub placed: fn(Settled, bool) -> AnyView,
    /// What a purchase that is no order tells at its place.
    pub trouble: fn(PurchaseStatus, String) -> AnyView,
    /// The filters of a list.
    pub filters: LaterFilters,
}

/// The bundle, or its style, was not to be had.
#[derive(Clone, Copy, Debug)]
pub struct Unavailable;

/// What was loaded, in the order of [`Part::ALL`].
#[cfg(all(feature = "split", target_arch = "wasm32"))]
static HERE: std::sync::Mutex<[Option<Contents>; Part::ALL.len()]> =
    std::sync::Mutex::new([None; Part::ALL.len()]);

/// Loads a bundle with the style of what it shows, or finds it loaded.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub async fn load(part: Part) -> Result<Contents, Unavailable> {
    if let Some(contents) = at_hand(part) {
        return Ok(contents);
    }
    // On its way while the Wasm comes.
    let style = crate::browser::load_styles(part.styles());
    load_with(part, style).await
}

/// Loads the bundle of a page that the server may have written, which has the style of its
/// first screen: any more now would have all that is on the screen styled anew, just when
/// the app wakes.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub async fn load_for_first_screen(page: WindowPage) -> Result<Contents, Unavailable> {
    load_with(page.part(), crate::browser::load_styles(page.first_styles())).await
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
async fn load_with(
    part: Part,
    style: impl Future<Output = Result<(), leptos::wasm_bindgen::JsValue>>,
) -> Result<Contents, Unavailable> {
    let loaded = match part {
        Part::Lists => split::lists().await,
        Part::Product => split::product().await,
        Part::Buy => split::buy().await,
        Part::Till => split::till().await,
        Part::After => split::after().await,
    };
    let (Ok(contents), Ok(())) = (loaded, style.await) else { return Err(Unavailable) };
    if let Ok(mut here) = HERE.lock() {
        here[part as usize] = Some(contents);
    }
    Ok(contents)
}

/// It is part of the only bundle.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
pub async fn load(part: Part) -> Result<Contents, Unavailable> {
    Ok(contents(part))
}

/// The same.
#[cfg(all(not(feature = "split"), target_arch = "wasm32"))]
pub async fn load_for_first_screen(page: WindowPage) -> Result<Contents, Unavailable> {
    load(page.part()).await
}

/// What is there already.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub fn at_hand(part: Part) -> Option<Contents> {
    HERE.lock().ok()?[part as usize]
}

/// Everything is there from the start.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
pub fn at_hand(part: Part) -> Option<Contents> {
    Some(contents(part))
}

#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
fn contents(part: Part) -> Contents {
    match part {
        Part::Lists => lists(),
        Part::Product => product(),
        Part::Buy => buy(),
        Part::Till => till(),
        Part::After => after(),
    }
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
mod split {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::Contents;

    #[wasm_split(lists, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn lists() -> Result<Contents, SplitLoaderError> {
        Ok(super::lists())
    }

    #[wasm_split(product, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn product() -> Result<Contents, SplitLoaderError> {
        Ok(super::product())
    }

    #[wasm_split(buy, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn buy() -> Result<Contents, SplitLoaderError> {
        Ok(super::buy())
    }

    #[wasm_split(till, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn till() -> Result<Contents, SplitLoaderError> {
        Ok(super::till())
    }

    #[wasm_split(after, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn after() -> Result<Contents, SplitLoaderError> {
        Ok(super::after())
    }
}

/// Home, lists and search.
fn lists() -> Contents {
    let page = |page| match page {
        Page::Home => view! { <HomePage /> }.into_any(),
        Page::Category(slug) => view! { <CategoryPage slug /> }.into_any(),
        Page::Search => view! { <SearchPage /> }.into_any(),
        _ => view! { <NotFoundPage /> }.into_any(),
    };
    Contents { page, offer: None, behind: None }
}

/// A product.
fn product() -> Contents {
    let page = |page| match page {
        Page::Product(slug) => view! { <ProductPage slug /> }.into_any(),
        _ => view! { <NotFoundPage /> }.into_any(),
    };
    Contents { page, offer: None, behind: None }
}

/// What one click would buy.
fn buy() -> Contents {
    Contents { page: |_| ().into_any(), offer: Some(one_click::control), behind: None }
}

/// From the first wish to the order.
fn till() -> Contents {
    let till = Till {
        purchase: |place| Purchases::expect().status(place),
        buy: |place, order| {
            Purchases::expect().begin(place, &order, false);
        },
        placed: |settled, compact| view! { <PlacedView settled compact /> }.into_any(),
        trouble: |status, place| view! { <TroubleView status place /> }.into_any(),
        filters: FILTERS,
    };
    let open = || {
        Purchases::provide();
        tell_of_finished_purchases();
    };
    Contents {
        page: |page| match page {
            Page::SignIn => view! { <SignInPage /> }.into_any(),
            Page::Cart => view! { <CartPage /> }.into_any(),
            Page::Checkout => view! { <CheckoutPage /> }.into_any(),
            page => either(page),
        },
        offer: None,
        behind: Some(behind(open, Some(till))),
    }
}

/// What comes after it: the orders and their reviews.
fn after() -> Contents {
    Contents {
        page: |page| match page {
            Page::Me => view! { <AccountPage /> }.into_any(),
            Page::Review(id, line) => view! { <ReviewPage id line /> }.into_any(),
            Page::Order(id) => view! { <OrderPage id /> }.into_any(),
            page => either(page),
        },
        offer: None,
        behind: Some(behind(|| {}, None)),
    }
}

/// The pages that both bundles behind the shop window have: they come in the file for
/// both, which keeps each of the three small enough.
fn either(page: Page) -> AnyView {
    match page {
        Page::DemoInbox => view! { <DemoInboxPage /> }.into_any(),
        Page::Orders => view! { <OrdersPage /> }.into_any(),
        _ => view! { <NotFoundPage /> }.into_any(),
    }
}

/// What both have.
fn behind(open: fn(), till: Option<Till>) -> Behind {
    Behind { open, toaster, reviews, problem: problem_text, till }
}

const FILTERS: LaterFilters = LaterFilters {
    rail: |query, range| view! { <Filters prefix="" query range /> }.into_any(),
    sheet: |open, query, range| view! { <FilterSheet open query range /> }.into_any(),
};

fn reviews(slug: String) -> AnyView {
    view! { <ProductReviews slug /> }.into_any()
}

fn toaster() -> AnyView {
    view! { <Toaster /> }.into_any()
}
