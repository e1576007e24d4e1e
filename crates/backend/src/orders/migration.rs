//! Tables of orders and their payments.

use sea_orm_migration::prelude::*;

use crate::db::schema::{
    big_integer, big_integer_null, id, index, integer, pk, refers, text, text_null,
};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Orders), Box::new(Payments)]
}

struct Orders;

impl MigrationName for Orders {
    fn name(&self) -> &str {
        "orders_001_orders"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Orders {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let orders = Table::create()
            .table("orders")
            .col(pk("id"))
            .col(id("number").unique_key())
            .col(text_null("shopper_id"))
            .col(text_null("guest_key_hash"))
            .col(text_null("contact"))
            .col(id("channel"))
            .col(id("language"))
            .col(id("currency"))
            .col(big_integer("total"))
            .col(text("quote"))
            .col(text("address"))
            .col(big_integer("promised_from"))
            .col(big_integer("promised_until"))
            .col(big_integer("placed_at"))
            .col(big_integer_null("confirmed_at"))
            .col(big_integer_null("abandoned_at"))
            .col(big_integer_null("undo_until"))
            .col(big_integer_null("released_at"))
            .col(big_integer_null("cancelled_at"))
            .col(text("claim_scope"))
            .col(text("claim_key"))
            .to_owned();
        manager.create_table(orders).await?;
        let lines = Table::create()
            .table("order_lines")
            .col(pk("id"))
            .col(id("order_id"))
            .col(integer("position"))
            .col(text_null("shopper_id"))
            .col(id("variant_id"))
            .col(id("product_id"))
            .col(id("slug"))
            .col(text("title"))
            .col(text("variant_name"))
            .col(text_null("picture_id"))
            .col(integer("quantity"))
            .col(big_integer("unit_price"))
            .foreign_key(&mut refers("order_lines", "order_id", "orders", "id"))
            .to_owned();
        manager.create_table(lines).await?;
        for index in [
            index("ix_orders_shopper", "orders", &["shopper_id", "placed_at", "id"]),
            index("ix_orders_undo_until", "orders", &["undo_until"]),
            index("ix_orders_released_at", "orders", &["released_at"]),
            index("ix_order_lines_order", "order_lines", &["order_id", "position"]),
            index("ix_order_lines_bought", "order_lines", &["shopper_id", "product_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

struct Payments;

impl MigrationName for Payments {
    fn name(&self) -> &str {
        "orders_002_payments"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Payments {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let payments = Table::create()
            .table("payments")
            .col(pk("id"))
            .col(id("order_id").unique_key())
            .col(id("kind"))
            .col(text_null("provider"))
            .col(text_null("token"))
            .col(text("label"))
            .col(text_null("reference"))
            .col(id("status"))
            .col(text_null("duty"))
            .col(big_integer("amount"))
            .col(big_integer("captured"))
            .col(big_integer("refunded"))
            .col(id("currency"))
            .col(big_integer_null("paid_at"))
            .col(big_integer("created_at"))
            .foreign_key(&mut refers("payments", "order_id", "orders", "id"))
            .to_owned();
        manager.create_table(payments).await?;
        manager
            .create_index(index("ix_payments_duty", "payments", &["duty", "created_at"]))
            .await?;
        manager.create_index(index("ix_payments_reference", "payments", &["reference"])).await
    }
}
