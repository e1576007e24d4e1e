//! Tables of merchants, products and variants.

use sea_orm_migration::prelude::*;

use crate::db::schema::{
    big_integer, big_integer_null, boolean, id, index, integer, pk, pk2, refers, text, text_null,
};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Merchants), Box::new(Products), Box::new(Variants), Box::new(RetiredSlugs)]
}

struct Merchants;

impl MigrationName for Merchants {
    fn name(&self) -> &str {
        "products_001_merchants"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Merchants {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let merchants = Table::create()
            .table("merchants")
            .col(pk("id"))
            .col(id("slug").unique_key())
            .col(big_integer("since"))
            .to_owned();
        manager.create_table(merchants).await?;
        let texts = Table::create()
            .table("merchant_texts")
            .col(id("merchant_id"))
            .col(id("lang"))
            .col(text("name"))
            .col(text("about"))
            .col(text("ships_from"))
            .primary_key(&mut pk2("merchant_id", "lang"))
            .foreign_key(&mut refers("merchant_texts", "merchant_id", "merchants", "id"))
            .to_owned();
        manager.create_table(texts).await
    }
}

struct Products;

impl MigrationName for Products {
    fn name(&self) -> &str {
        "products_002_products"
    }
}

/// Each way of sorting a list, alone and within a category: the index gives
/// the order, the id settles ties, and a cursor seeks into it.
const SORTS: [(&str, &str, &str); 4] = [
    ("ix_products_sales", "ix_products_category_sales", "units_sold"),
    ("ix_products_price", "ix_products_category_price", "price"),
    ("ix_products_rating", "ix_products_category_rating", "rating_score"),
    ("ix_products_newest", "ix_products_category_newest", "published_at"),
];

#[async_trait::async_trait]
impl MigrationTrait for Products {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let products = Table::create()
            .table("products")
            .col(pk("id"))
            .col(id("slug").unique_key())
            .col(id("category_id"))
            .col(id("merchant_id"))
            .col(text("brand"))
            .col(id("default_variant_id"))
            .col(big_integer("price"))
            .col(id("currency"))
            .col(boolean("price_varies"))
            .col(integer("variant_count"))
            .col(boolean("in_stock"))
            .col(big_integer("units_sold"))
            .col(big_integer("rating_count"))
            .col(big_integer("rating_sum"))
            .col(big_integer("rating_score"))
            .col(big_integer("published_at"))
            .col(integer("ships_in_days"))
            .col(integer("delivery_days_min"))
            .col(integer("delivery_days_max"))
            .foreign_key(&mut refers("products", "category_id", "categories", "id"))
            .foreign_key(&mut refers("products", "merchant_id", "merchants", "id"))
            .to_owned();
        manager.create_table(products).await?;
        for (alone, within, column) in SORTS {
            manager.create_index(index(alone, "products", &[column, "id"])).await?;
            let columns = ["category_id", column, "id"];
            manager.create_index(index(within, "products", &columns)).await?;
        }
        let texts = Table::create()
            .table("product_texts")
            .col(id("product_id"))
            .col(id("lang"))
            .col(text("title"))
            .col(text("summary"))
            .col(text("description"))
            .col(text("parameters"))
            .col(text("options"))
            .primary_key(&mut pk2("product_id", "lang"))
            .foreign_key(&mut refers("product_texts", "product_id", "products", "id"))
            .to_owned();
        manager.create_table(texts).await?;
        let pictures = Table::create()
            .table("product_pictures")
            .col(id("product_id"))
            .col(integer("position"))
            .col(id("picture_id"))
            .primary_key(&mut pk2("product_id", "position"))
            .foreign_key(&mut refers("product_pictures", "product_id", "products", "id"))
            .foreign_key(&mut refers("product_pictures", "picture_id", "pictures", "id"))
            .to_owned();
        manager.create_table(pictures).await
    }
}

struct Variants;

impl MigrationName for Variants {
    fn name(&self) -> &str {
        "products_003_variants"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Variants {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let variants = Table::create()
            .table("variants")
            .col(pk("id"))
            .col(id("product_id"))
            .col(id("sku").unique_key())
            .col(integer("position"))
            .col(text("choice"))
            .col(big_integer("price"))
            .col(big_integer_null("before_price"))
            // The last word against overselling, whatever the code above does.
            .col(integer("stock").check(Expr::col("stock").gte(0)))
            .col(integer("picture"))
            .col(boolean("active"))
            .foreign_key(&mut refers("variants", "product_id", "products", "id"))
            .to_owned();
        manager.create_table(variants).await?;
        let columns = ["product_id", "position"];
        manager.create_index(index("ix_variants_product", "variants", &columns)).await?;
        let texts = Table::create()
            .table("variant_texts")
            .col(id("variant_id"))
            .col(id("lang"))
            .col(text("name"))
            .primary_key(&mut pk2("variant_id", "lang"))
            .foreign_key(&mut refers("variant_texts", "variant_id", "variants", "id"))
            .to_owned();
        manager.create_table(texts).await
    }
}

struct RetiredSlugs;

impl MigrationName for RetiredSlugs {
    fn name(&self) -> &str {
        "products_004_retired_slugs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for RetiredSlugs {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The name outlives the product: links to it must be told that it is gone.
        let mut product = refers("retired_slugs", "product_id", "products", "id");
        let slugs = Table::create()
            .table("retired_slugs")
            .col(pk("slug"))
            .col(text_null("product_id"))
            .col(big_integer("retired_at"))
            .foreign_key(product.on_delete(ForeignKeyAction::SetNull))
            .to_owned();
        manager.create_table(slugs).await?;
        let index = index("ix_retired_slugs_product", "retired_slugs", &["product_id"]);
        manager.create_index(index).await
    }
}
