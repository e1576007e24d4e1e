//! The keys' table.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer_null, string, string_null, text_null};

/// The migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Keys)]
}

struct Keys;

impl MigrationName for Keys {
    fn name(&self) -> &str {
        "idempotency_001_keys"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Keys {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("idempotency_keys")
                    .col(string("scope"))
                    .col(string("key"))
                    .col(string("request_hash"))
                    .col(integer_null("status"))
                    .col(string_null("etag"))
                    .col(text_null("answer"))
                    .col(big_integer("created_at"))
                    .primary_key(Index::create().col("scope").col("key"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ix_idempotency_keys_created")
                    .table("idempotency_keys")
                    .col("created_at")
                    .take(),
            )
            .await
    }
}
