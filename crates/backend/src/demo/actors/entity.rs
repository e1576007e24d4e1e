//! How far the actors are with an order.

use sea_orm::entity::prelude::*;

/// An order's journey. Times in Unix milliseconds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "demo_journeys")]
pub struct Model {
    /// The order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_id: String,
    /// `Scenario`.
    pub scenario: String,
    /// When it began; none before the order is released.
    pub started_at: Option<i64>,
    /// Which act of the script comes next.
    pub next_act: i32,
    /// When; none when it hasn't begun or is over.
    pub next_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
