//! Who the shopper is: sign-in by one-time code, and the session.

use serde::{Deserialize, Serialize};

use crate::addresses::Address;
use crate::payments::PaymentMethod;
use crate::shop::Shop;
use crate::{ChallengeId, ProductId, ShopperId, Timestamp};

/// The cookie that carries the session: `HttpOnly`, `SameSite=Lax`, 30 days.
pub const SESSION_COOKIE: &str = "vitrine_session";

/// `POST /api/sign-in/codes`: send a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestCode {
    /// An e-mail address, or a phone number (mainland 11 digits, or `+` and country code).
    pub contact: String,
}

/// Answer of `POST /api/sign-in/codes`, the same whether the shopper is known or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// To be sent back with the code.
    pub id: ChallengeId,
    /// Until when the code holds.
    pub expires_at: Timestamp,
    /// Seconds until another code can be asked for.
    pub resend_after_seconds: u32,
}

/// `POST /api/sign-in/sessions`: the code that arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// From [`Challenge`].
    pub challenge: ChallengeId,
    /// Six digits.
    pub code: String,
}

/// `GET /api/session`, and the answer to signing in: what is the shopper's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// The shop's rules.
    pub shop: Shop,
    /// Who is signed in.
    pub shopper: Option<Shopper>,
    /// The server's time, for countdowns.
    pub now: Timestamp,
}

/// A signed-in shopper with what one click needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shopper {
    /// The shopper.
    pub id: ShopperId,
    /// E-mail address or phone number, masked for showing.
    pub contact: String,
    /// Whether this is the demo shopper.
    pub demo: bool,
    /// Where orders go unless said otherwise.
    pub default_address: Option<Address>,
    /// How orders are paid unless said otherwise.
    pub default_payment_method: Option<PaymentMethod>,
    /// Products bought before, the latest first, at most 200.
    pub bought_products: Vec<ProductId>,
}

/// An entry of `GET /api/demo/inbox`, in demo mode only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoMessage {
    /// Where it went.
    pub contact: String,
    /// The code.
    pub code: String,
    /// When.
    pub sent_at: Timestamp,
}
