//! Means of payment and payments.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{Money, PaymentMethodId};

/// A stored means of payment. Card numbers never reach the shop: the provider
/// keeps them and hands out a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PaymentMethod {
    /// The method.
    pub id: PaymentMethodId,
    /// Counts the changes; `ETag` and `If-Match` are `"<version>"`.
    pub version: u32,
    /// What it is.
    pub kind: PaymentKind,
    /// How the shopper knows it, for example `•••• 4242`.
    pub label: String,
    /// Whether orders are paid with it unless said otherwise.
    pub is_default: bool,
    /// Up to this total no password is asked.
    pub password_free_limit: Money,
}

/// Body of `POST /api/payment-methods`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatePaymentMethod {
    /// The provider's token for the card. The sandbox knows [`SANDBOX_TOKENS`].
    pub token: String,
    /// Pay with it unless said otherwise. The first always is the default.
    #[serde(default)]
    pub is_default: bool,
    /// Up to this total no password is asked.
    pub password_free_limit: Money,
}

/// Body of `PUT /api/payment-methods/{id}` (with `If-Match`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdatePaymentMethod {
    /// Pay with it unless said otherwise.
    pub is_default: bool,
    /// Up to this total no password is asked.
    pub password_free_limit: Money,
}

/// Tokens of the sandbox provider: a card that works, one that is declined,
/// and one whose provider does not answer.
pub const SANDBOX_TOKENS: [&str; 3] =
    ["sandbox_visa_4242", "sandbox_declined_0002", "sandbox_timeout_0044"];

/// How an order shall be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PaymentChoice {
    /// The courier takes the money.
    CashOnDelivery,
    /// A stored method of the shopper.
    Method {
        /// The method.
        id: PaymentMethodId,
    },
    /// A provider's token, used once.
    Token {
        /// The token.
        token: String,
    },
}

open_enum! {
    /// Kind of a means of payment.
    PaymentKind {
        /// A bank card, by way of a provider.
        Card = "card",
        /// The courier takes the money.
        CashOnDelivery = "cash_on_delivery",
    }
}

open_enum! {
    /// Where the money is.
    PaymentStatus {
        /// Nothing was asked for yet.
        NotPaid = "not_paid",
        /// The provider was asked and has not answered.
        Awaiting = "awaiting",
        /// The provider holds the money for the shop.
        Authorized = "authorized",
        /// A part of it.
        PartiallyAuthorized = "partially_authorized",
        /// The shop has the money.
        Captured = "captured",
        /// A part of it.
        PartiallyCaptured = "partially_captured",
        /// A part went back.
        PartiallyRefunded = "partially_refunded",
        /// All went back.
        Refunded = "refunded",
        /// Released without being taken.
        Canceled = "canceled",
        /// The shopper must do something, for example confirm in the bank's app.
        RequiresAction = "requires_action",
    }
}
