//! How a code gets to the shopper. Another sender (SMS, e-mail) implements [`CodeSender`].

use async_trait::async_trait;
use vitrine_contract::contact::Contact;

/// What can go wrong while sending.
pub type SendError = Box<dyn std::error::Error + Send + Sync>;

/// Sends sign-in codes.
#[async_trait]
pub trait CodeSender: Send + Sync {
    /// Sends `code` to `contact`; `at` is the time in Unix milliseconds.
    async fn send(&self, contact: &Contact, code: &str, at: i64) -> Result<(), SendError>;
}

/// Writes codes to the log: for the embedded backend, where nobody else reads it.
pub struct LogSender;

#[async_trait]
impl CodeSender for LogSender {
    async fn send(&self, contact: &Contact, code: &str, _at: i64) -> Result<(), SendError> {
        tracing::info!(contact = contact.as_str(), code, "sign-in code");
        Ok(())
    }
}
