//! A sign-in code that was sent.

use sea_orm::entity::prelude::*;

/// A code.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_codes")]
pub struct Model {
    /// The challenge, UUIDv4: not to be guessed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where it went.
    pub contact: String,
    /// Who asked for it: a network address, or empty when not to be told.
    pub client: String,
    /// HMAC of challenge and code with the server's secret, in hex.
    pub code_hash: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Unix milliseconds.
    pub created_at: i64,
    /// Unix milliseconds.
    pub expires_at: i64,
    /// Who signed in with it.
    pub used_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
