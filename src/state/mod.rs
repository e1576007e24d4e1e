//! What outlives a page: session, cart, preferences, caches. One small context
//! type a concern, each with its own `provide` and `expect`.

mod cart;
mod clock;
mod guest_orders;
mod list_memory;
mod network;
mod page_data;
mod preferences;
mod purchase;
mod queries;
mod retry_key;
mod session;
mod stored;
mod toasts;

pub use cart::{Cart, CartEntry};
pub use clock::{ServerClock, device_seconds};
pub use guest_orders::{GuestOrder, GuestOrders};
pub use list_memory::{ListMemory, LoadedPages};
pub use network::Network;
pub use page_data::PageData;
pub use preferences::{Preferences, RequestLanguage, Theme, first_language};
pub use purchase::{
    CHECKOUT, PURCHASES, PurchaseStatus, Purchases, Settled, Undo, one_click_place,
};
pub use queries::{Queries, Query, provide_queries, use_queries};
pub use retry_key::RetryKey;
pub use session::{SessionState, SessionStatus};
pub use stored::{Stored, forget_drafts, new_key};
pub use toasts::{Toast, ToastAction, Toasts};
