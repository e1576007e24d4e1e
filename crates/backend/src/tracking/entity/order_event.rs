//! Something happened to an order: the row's id is the id of the server-sent event.

use sea_orm::entity::prelude::*;

/// An event.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_events")]
pub struct Model {
    /// Ascends within an order.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The order.
    pub order_id: String,
    /// `Step`.
    pub step: String,
    /// When the shop heard of it, in Unix milliseconds.
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
