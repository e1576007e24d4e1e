//! An address that is being typed, kept across a reload.

use serde::{Deserialize, Serialize};
use vitrine_contract::addresses::{Address, AddressFields, SaveAddress};
use vitrine_contract::validate;

use crate::api::{self, ApiResult};
use crate::state::RetryKey;

/// A new address, or the changes to one.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct AddressDraft {
    /// The address that is changed, as it was read last.
    pub old: Option<Address>,
    /// As typed.
    pub fields: AddressFields,
    /// Whether it shall be the default.
    pub is_default: bool,
}

impl AddressDraft {
    /// The changes to an address, none yet.
    pub fn of(address: &Address) -> Self {
        Self {
            old: Some(address.clone()),
            fields: address.fields.clone(),
            is_default: address.is_default,
        }
    }

    /// What is sent.
    pub fn body(&self) -> SaveAddress {
        SaveAddress { fields: validate::tidy_address(&self.fields), is_default: self.is_default }
    }

    /// Sends it.
    pub async fn save(&self, key: RetryKey) -> ApiResult<Address> {
        let body = self.body();
        // The version belongs to the request: after a conflict it is another one.
        let key_text = key.get(&(&self.old, &body));
        let answer = match &self.old {
            Some(old) => api::addresses::update_address(old, &body, &key_text).await,
            None => api::addresses::create_address(&body, &key_text).await,
        };
        key.answered(&answer);
        answer
    }
}
