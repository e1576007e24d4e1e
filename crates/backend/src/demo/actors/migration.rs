//! The journeys' table.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer_null, id, index, integer, pk, refers};

/// Makes the table.
pub struct Journeys;

impl MigrationName for Journeys {
    fn name(&self) -> &str {
        "demo_001_journeys"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Journeys {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let journeys = Table::create()
            .table("demo_journeys")
            .col(pk("order_id"))
            .col(id("scenario"))
            .col(big_integer_null("started_at"))
            .col(integer("next_act"))
            .col(big_integer_null("next_at"))
            .foreign_key(&mut refers("demo_journeys", "order_id", "orders", "id"))
            .to_owned();
        manager.create_table(journeys).await?;
        manager
            .create_index(index("ix_demo_journeys_started", "demo_journeys", &["started_at"]))
            .await?;
        manager.create_index(index("ix_demo_journeys_next", "demo_journeys", &["next_at"])).await
    }
}
