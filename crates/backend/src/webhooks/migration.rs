//! The table of events heard.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, string};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Webhooks)]
}

struct Webhooks;

impl MigrationName for Webhooks {
    fn name(&self) -> &str {
        "webhooks_001_events"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Webhooks {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("webhook_events")
                    .col(string("party"))
                    .col(string("event_id"))
                    .col(big_integer("received_at"))
                    .primary_key(Index::create().col("party").col("event_id"))
                    .take(),
            )
            .await
    }
}
