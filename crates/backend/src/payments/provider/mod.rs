//! Payment providers: the shop's side of the talk.
//!
//! The money moves in steps: authorised (held), captured (taken), voided
//! (released) or refunded. Each call names our payment's id, by which a
//! provider recognises a call that is made again; so every call may be
//! repeated until it is answered. What happens later, providers tell by
//! signed webhook.

mod sandbox;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use vitrine_contract::Money;

pub use sandbox::Sandbox;

/// How long the shop waits for an answer.
const TIMEOUT: Duration = Duration::from_secs(8);

/// A payment provider.
#[async_trait]
pub trait PaymentProvider: Send + Sync {
    /// Its name in webhook URLs and in the database.
    fn name(&self) -> &'static str;

    /// How a shopper recognises the means of payment behind a token, for
    /// example `•••• 4242`; `None` when the token is not this provider's.
    fn describe(&self, token: &str) -> Option<String>;

    /// Holds the money. Returns the provider's reference of the payment.
    async fn authorize(&self, charge: &Charge) -> Result<String, ProviderError>;

    /// Takes what was held.
    async fn capture(&self, charge: &Charge, reference: &str) -> Result<(), ProviderError>;

    /// Releases what was held, or what may have been held by a call whose
    /// answer was lost: then there is no reference.
    async fn void(&self, charge: &Charge, reference: Option<&str>) -> Result<(), ProviderError>;

    /// Gives back what was taken, or a part of it.
    async fn refund(
        &self,
        charge: &Charge,
        reference: &str,
        amount: Money,
    ) -> Result<(), ProviderError>;
}

/// What is to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Our payment's id, the same on every repetition.
    pub payment: String,
    /// The provider's token of the means of payment.
    pub token: String,
    /// How much.
    pub amount: Money,
}

/// Why a provider did not do it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// It said no; nothing was taken, and asking again will not help.
    #[error("declined: {0}")]
    Declined(String),
    /// No answer: it may have happened or not.
    #[error("no answer")]
    Unreachable,
}

/// What a provider must still be told about a payment. Kept in the payment's
/// row until it is done, so that a crash or a dead line loses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Hold the money: asked for, not answered.
    Authorize,
    /// Take it.
    Capture,
    /// Release it.
    Void,
}

impl Duty {
    /// Its name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Authorize => "authorize",
            Self::Capture => "capture",
            Self::Void => "void",
        }
    }
}

/// The providers the shop works with.
#[derive(Clone)]
pub struct Providers(BTreeMap<&'static str, Arc<dyn PaymentProvider>>);

impl Default for Providers {
    /// The sandbox alone.
    fn default() -> Self {
        Self::new([Arc::new(Sandbox) as Arc<dyn PaymentProvider>])
    }
}

impl Providers {
    /// These providers.
    pub fn new(providers: impl IntoIterator<Item = Arc<dyn PaymentProvider>>) -> Self {
        Self(providers.into_iter().map(|provider| (provider.name(), provider)).collect())
    }

    /// The provider of this name, with every call limited in time.
    pub fn get(&self, name: &str) -> Option<Patient> {
        self.0.get(name).cloned().map(Patient)
    }

    /// The provider that knows the token, and how the shopper recognises it.
    pub fn of_token(&self, token: &str) -> Option<(&'static str, String)> {
        self.0.values().find_map(|p| p.describe(token).map(|label| (p.name(), label)))
    }
}

/// A provider whose silence is an answer after a while.
pub struct Patient(Arc<dyn PaymentProvider>);

impl Patient {
    /// See [`PaymentProvider::authorize`].
    pub async fn authorize(&self, charge: &Charge) -> Result<String, ProviderError> {
        limited(self.0.authorize(charge)).await
    }

    /// See [`PaymentProvider::capture`].
    pub async fn capture(&self, charge: &Charge, reference: &str) -> Result<(), ProviderError> {
        limited(self.0.capture(charge, reference)).await
    }

    /// See [`PaymentProvider::void`].
    pub async fn void(
        &self,
        charge: &Charge,
        reference: Option<&str>,
    ) -> Result<(), ProviderError> {
        limited(self.0.void(charge, reference)).await
    }
}

async fn limited<T>(
    call: impl Future<Output = Result<T, ProviderError>>,
) -> Result<T, ProviderError> {
    tokio::time::timeout(TIMEOUT, call).await.unwrap_or(Err(ProviderError::Unreachable))
}
