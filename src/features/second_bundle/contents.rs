use leptos::prelude::*;
use vitrine_contract::List;
use vitrine_contract::orders::PlaceOrder;
use vitrine_contract::reviews::{Review, ReviewSummary};

use crate::features::account::AccountPage;
use crate::features::cart::CartPage;
use crate::features::checkout::CheckoutPage;
use crate::features::demo_inbox::DemoInboxPage;
use crate::features::errors::NotFoundPage;
use crate::features::one_click::{PlacedView, TroubleView};
use crate::features::orders::{OrderPage, OrdersPage};
use crate::features::product::reviews::ProductReviews;
use crate::features::review::ReviewPage;
use crate::features::shell::Toaster;
use crate::features::sign_in::SignInPage;
use crate::routes::Page;
use crate::state::{PurchaseStatus, Purchases, Settled};

/// The second bundle's ways in. Called through these pointers, and through
/// nothing else, its code stays out of the main one.
#[derive(Clone, Copy)]
pub struct Contents {
    /// Any page outside of the shop window.
    pub page: fn(Page) -> AnyView,
    /// The reviews of a product: its name in URLs, the numbers, the first page.
    pub reviews: fn(String, ReviewSummary, List<Review>) -> AnyView,
    /// The passing messages.
    pub toaster: fn() -> AnyView,
    /// Makes the purchases known to everything below; before anything else.
    pub open: fn(),
    /// What is known about the purchase of a place, tracked.
    pub purchase: fn(&str) -> PurchaseStatus,
    /// Buys at a place.
    pub buy: fn(&str, PlaceOrder),
    /// An order in the place of the button that placed it; compact in a tile.
    pub placed: fn(Settled, bool) -> AnyView,
    /// What a purchase that is no order tells at its place.
    pub trouble: fn(PurchaseStatus, String) -> AnyView,
}

/// The bundle was not to be had.
#[derive(Clone, Copy, Debug)]
pub struct Unavailable;

/// Loads the bundle, or finds it loaded.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
pub async fn load() -> Result<Contents, Unavailable> {
    split::contents().await.map_err(|_| Unavailable)
}

/// It is part of the only bundle.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
pub async fn load() -> Result<Contents, Unavailable> {
    Ok(contents())
}

/// What is there from the start.
pub fn at_hand() -> Option<Contents> {
    #[cfg(all(feature = "split", target_arch = "wasm32"))]
    return None;
    #[cfg(not(all(feature = "split", target_arch = "wasm32")))]
    Some(contents())
}

#[cfg(all(feature = "split", target_arch = "wasm32"))]
mod split {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use super::Contents;

    #[wasm_split(second, wasm_split_path = ::leptos::wasm_split, fallible)]
    pub fn contents() -> Result<Contents, SplitLoaderError> {
        Ok(super::contents())
    }
}

fn contents() -> Contents {
    Contents {
        page,
        reviews: |slug, summary, first| view! { <ProductReviews slug summary first /> }.into_any(),
        toaster: || view! { <Toaster /> }.into_any(),
        open: || {
            Purchases::provide();
        },
        purchase: |place| Purchases::expect().status(place),
        buy: |place, order| {
            Purchases::expect().begin(place, order, false);
        },
        placed: |settled, compact| view! { <PlacedView settled compact /> }.into_any(),
        trouble: |status, place| view! { <TroubleView status place /> }.into_any(),
    }
}

fn page(page: Page) -> AnyView {
    match page {
        Page::SignIn => view! { <SignInPage /> }.into_any(),
        Page::Me => view! { <AccountPage /> }.into_any(),
        Page::Cart => view! { <CartPage /> }.into_any(),
        Page::Checkout => view! { <CheckoutPage /> }.into_any(),
        Page::Orders => view! { <OrdersPage /> }.into_any(),
        Page::Order(id) => view! { <OrderPage id /> }.into_any(),
        Page::Review(id, line) => view! { <ReviewPage id line /> }.into_any(),
        Page::DemoInbox => view! { <DemoInboxPage /> }.into_any(),
        // Those of the shop window are in the main bundle.
        Page::Home | Page::Category(_) | Page::Search | Page::Product(_) | Page::NotFound => {
            view! { <NotFoundPage /> }.into_any()
        }
    }
}
