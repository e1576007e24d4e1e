//! Table of addresses.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer, boolean, id, index, integer, pk, refers, text};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Addresses)]
}

struct Addresses;

impl MigrationName for Addresses {
    fn name(&self) -> &str {
        "addresses_001_addresses"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Addresses {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let addresses = Table::create()
            .table("addresses")
            .col(pk("id"))
            .col(id("shopper_id"))
            .col(integer("version"))
            .col(boolean("is_default"))
            .col(text("name"))
            .col(text("phone"))
            .col(text("region"))
            .col(text("city"))
            .col(text("street"))
            .col(text("postal_code"))
            .col(big_integer("created_at"))
            .col(big_integer("updated_at"))
            .foreign_key(&mut refers("addresses", "shopper_id", "shoppers", "id"))
            .to_owned();
        manager.create_table(addresses).await?;
        manager.create_index(index("ix_addresses_shopper", "addresses", &["shopper_id"])).await?;
        let one_default = index("ux_addresses_default", "addresses", &["shopper_id"])
            .unique()
            .and_where(Expr::col("is_default").eq(true))
            .take();
        manager.create_index(one_default).await
    }
}
