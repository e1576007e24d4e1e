//! Tables of pictures.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer, id, index, integer, pk, refers, text, text_null};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Pictures), Box::new(Uploads)]
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

struct Uploads;

impl MigrationName for Uploads {
    fn name(&self) -> &str {
        "media_002_uploads"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Uploads {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("uploads")
            .col(pk("picture_id"))
            .col(id("shopper_id"))
            .col(text_null("review_id"))
            .col(big_integer("created_at"))
            .foreign_key(&mut refers("uploads", "picture_id", "pictures", "id"))
            .to_owned();
        manager.create_table(table).await?;
        for (name, columns) in [
            ("ix_uploads_waiting", &["review_id", "created_at"]),
            ("ix_uploads_shopper", &["shopper_id", "review_id"]),
        ] {
            manager.create_index(index(name, "uploads", columns)).await?;
        }
        Ok(())
    }
}
