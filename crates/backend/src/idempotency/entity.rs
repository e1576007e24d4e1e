//! Keys and the answers given to them.

use sea_orm::entity::prelude::*;

/// A key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_keys")]
pub struct Model {
    /// Whose keys.
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    /// The key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// SHA-256 over method, path and body, in hex.
    pub request_hash: String,
    /// Status of the answer; none while at work.
    pub status: Option<i32>,
    /// Entity tag of the answer.
    pub etag: Option<String>,
    /// Body of the answer.
    #[sea_orm(column_type = "Text", nullable)]
    pub answer: Option<String>,
    /// When the request came, in Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
