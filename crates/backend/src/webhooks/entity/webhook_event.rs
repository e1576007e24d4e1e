//! An event that was heard, so that it is heard once only.

use sea_orm::entity::prelude::*;

/// An event.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_events")]
pub struct Model {
    /// Who told, for example `carriers/zto`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub party: String,
    /// That party's id of the event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: String,
    /// When, in Unix milliseconds.
    pub received_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
