use leptos::prelude::*;
use serde::Serialize;

use super::new_key;
use crate::api::ApiResult;
use crate::json;

/// The idempotency key of one action on a page: the same one as long as the
/// same thing is asked for and no definite answer has come, so that pressing
/// again after a lost answer does nothing twice.
#[derive(Clone, Copy)]
pub struct RetryKey {
    last: StoredValue<Option<(String, String)>>,
}

impl Default for RetryKey {
    fn default() -> Self {
        Self { last: StoredValue::new(None) }
    }
}

impl RetryKey {
    /// A key for this page's action.
    pub fn new() -> Self {
        Self::default()
    }

    /// The key for asking for `what`.
    pub fn get<T: Serialize>(&self, what: &T) -> String {
        let what = json::encode(what).unwrap_or_default();
        if let Some((asked, key)) = self.last.get_value()
            && asked == what
        {
            return key;
        }
        let key = new_key();
        self.last.set_value(Some((what, key.clone())));
        key
    }

    /// Takes note of the answer: a definite one ends the key.
    pub fn answered<T>(&self, answer: &ApiResult<T>) {
        if !matches!(answer, Err(error) if error.is_transient()) {
            self.last.try_set_value(None);
        }
    }
}
