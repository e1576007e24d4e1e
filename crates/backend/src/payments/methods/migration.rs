//! Table of stored means of payment.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer, boolean, id, index, integer, pk, refers, text};

/// Makes the table.
pub struct PaymentMethods;

impl MigrationName for PaymentMethods {
    fn name(&self) -> &str {
        "payments_001_payment_methods"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for PaymentMethods {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let methods = Table::create()
            .table("payment_methods")
            .col(pk("id"))
            .col(id("shopper_id"))
            .col(integer("version"))
            .col(id("kind"))
            .col(text("token"))
            .col(text("label"))
            .col(boolean("is_default"))
            .col(big_integer("password_free_limit"))
            .col(id("currency"))
            .col(big_integer("created_at"))
            .col(big_integer("updated_at"))
            .foreign_key(&mut refers("payment_methods", "shopper_id", "shoppers", "id"))
            .to_owned();
        manager.create_table(methods).await?;
        let table = "payment_methods";
        manager.create_index(index("ix_payment_methods_shopper", table, &["shopper_id"])).await?;
        let one_default = index("ux_payment_methods_default", table, &["shopper_id"])
            .unique()
            .and_where(Expr::col("is_default").eq(true))
            .take();
        manager.create_index(one_default).await
    }
}
