//! Tables of categories.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer, id, integer, pk, pk2, refers, text, text_null};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Categories)]
}

struct Categories;

impl MigrationName for Categories {
    fn name(&self) -> &str {
        "catalog_001_categories"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Categories {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let categories = Table::create()
            .table("categories")
            .col(pk("id"))
            .col(id("slug").unique_key())
            .col(integer("position"))
            .col(text_null("cover_product_id"))
            .col(big_integer("product_count"))
            .to_owned();
        manager.create_table(categories).await?;
        let texts = Table::create()
            .table("category_texts")
            .col(id("category_id"))
            .col(id("lang"))
            .col(text("name"))
            .col(text("tagline"))
            .primary_key(&mut pk2("category_id", "lang"))
            .foreign_key(&mut refers("category_texts", "category_id", "categories", "id"))
            .to_owned();
        manager.create_table(texts).await
    }
}
