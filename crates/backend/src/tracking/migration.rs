//! Tables of parcels and of what happened to orders.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::big_pk_auto;

use crate::db::schema::{big_integer, big_integer_null, id, index, integer, pk, pk2, refers, text};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Shipments), Box::new(Events), Box::new(ItemsByLine)]
}

struct Shipments;

impl MigrationName for Shipments {
    fn name(&self) -> &str {
        "tracking_001_shipments"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Shipments {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let shipments = Table::create()
            .table("shipments")
            .col(pk("id"))
            .col(id("order_id"))
            .col(id("carrier"))
            .col(id("tracking_number"))
            .col(id("status"))
            .col(id("substatus"))
            .col(big_integer("expected_from"))
            .col(big_integer("expected_until"))
            .col(big_integer("expected_told_at"))
            .col(big_integer_null("delayed_at"))
            .col(big_integer("packed_at"))
            .col(big_integer_null("shipped_at"))
            .foreign_key(&mut refers("shipments", "order_id", "orders", "id"))
            .to_owned();
        manager.create_table(shipments).await?;
        let items = Table::create()
            .table("shipment_items")
            .col(id("shipment_id"))
            .col(id("line_id"))
            .col(integer("quantity"))
            .primary_key(&mut pk2("shipment_id", "line_id"))
            .foreign_key(&mut refers("shipment_items", "shipment_id", "shipments", "id"))
            .foreign_key(&mut refers("shipment_items", "line_id", "order_lines", "id"))
            .to_owned();
        manager.create_table(items).await?;
        let checkpoints = Table::create()
            .table("checkpoints")
            .col(pk("id"))
            .col(id("shipment_id"))
            .col(big_integer("checkpoint_time"))
            .col(big_integer("created_at"))
            .col(id("status"))
            .col(id("substatus"))
            .col(text("message"))
            .col(text("city"))
            .col(text("state"))
            .col(id("country_region"))
            .col(id("raw_status"))
            .foreign_key(&mut refers("checkpoints", "shipment_id", "shipments", "id"))
            .to_owned();
        manager.create_table(checkpoints).await?;
        let columns = ["carrier", "tracking_number"];
        manager
            .create_index(index("ux_shipments_number", "shipments", &columns).unique().to_owned())
            .await?;
        manager.create_index(index("ix_shipments_order", "shipments", &["order_id"])).await?;
        let columns = ["shipment_id", "checkpoint_time"];
        manager.create_index(index("ix_checkpoints_shipment", "checkpoints", &columns)).await
    }
}

struct Events;

impl MigrationName for Events {
    fn name(&self) -> &str {
        "tracking_002_order_events"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Events {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let events = Table::create()
            .table("order_events")
            .col(big_pk_auto("id"))
            .col(id("order_id"))
            .col(id("step"))
            .col(big_integer("created_at"))
            .foreign_key(&mut refers("order_events", "order_id", "orders", "id"))
            .to_owned();
        manager.create_table(events).await?;
        let columns = ["order_id", "id"];
        manager.create_index(index("ix_order_events_order", "order_events", &columns)).await
    }
}

/// Deleting an order's line looks for its items.
struct ItemsByLine;

impl MigrationName for ItemsByLine {
    fn name(&self) -> &str {
        "tracking_003_items_by_line"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ItemsByLine {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("ix_shipment_items_line", "shipment_items", &["line_id"])).await
    }
}
