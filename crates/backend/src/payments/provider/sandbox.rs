//! A provider without money, for demo and tests. What a token does is told in
//! the contract (`SANDBOX_TOKENS`).

use async_trait::async_trait;
use vitrine_contract::Money;
use vitrine_contract::payments::SANDBOX_TOKENS;

use super::{Charge, PaymentProvider, ProviderError};

/// Answers by token alone and remembers nothing; so a repeated call gets the
/// same answer, whatever was restarted in between.
pub struct Sandbox;

#[async_trait]
impl PaymentProvider for Sandbox {
    fn name(&self) -> &'static str {
        "sandbox"
    }

    fn describe(&self, token: &str) -> Option<String> {
        let known = SANDBOX_TOKENS.contains(&token);
        known.then(|| format!("•••• {}", token.rsplit('_').next().unwrap_or_default()))
    }

    async fn authorize(&self, charge: &Charge) -> Result<String, ProviderError> {
        match SANDBOX_TOKENS.iter().position(|token| *token == charge.token) {
            Some(0) => Ok(format!("sbx_{}", charge.payment)),
            Some(2) => Err(ProviderError::Unreachable),
            _ => Err(ProviderError::Declined("the sandbox declines this card".into())),
        }
    }

    async fn capture(&self, _: &Charge, _: &str) -> Result<(), ProviderError> {
        Ok(())
    }

    async fn void(&self, _: &Charge, _: Option<&str>) -> Result<(), ProviderError> {
        Ok(())
    }

    async fn refund(&self, _: &Charge, _: &str, _: Money) -> Result<(), ProviderError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_contract::Currency;

    #[tokio::test]
    async fn tokens_do_what_they_are_called() {
        let ask = |token: &str| {
            let charge = Charge {
                payment: "p1".into(),
                token: token.into(),
                amount: Money::new(1, Currency::CNY),
            };
            async move { Sandbox.authorize(&charge).await }
        };
        assert_eq!(ask(SANDBOX_TOKENS[0]).await, ask(SANDBOX_TOKENS[0]).await);
        assert!(matches!(ask(SANDBOX_TOKENS[1]).await, Err(ProviderError::Declined(_))));
        assert_eq!(ask(SANDBOX_TOKENS[2]).await, Err(ProviderError::Unreachable));
        assert_eq!(Sandbox.describe(SANDBOX_TOKENS[0]).as_deref(), Some("•••• 4242"));
        assert_eq!(Sandbox.describe("unknown"), None);
    }
}
