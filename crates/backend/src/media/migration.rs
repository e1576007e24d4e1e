//! Tables of pictures.

use sea_orm_migration::prelude::*;

use crate::db::schema::{id, integer, pk, text};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Pictures)]
}

struct Pictures;

impl MigrationName for Pictures {
    fn name(&self) -> &str {
        "media_001_pictures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Pictures {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("pictures")
            .col(pk("id"))
            .col(text("template"))
            .col(text("widths"))
            .col(integer("width"))
            .col(integer("height"))
            .col(id("tone"))
            .col(id("origin"))
            .to_owned();
        manager.create_table(table).await
    }
}
