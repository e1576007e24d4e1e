//! Tables of reviews.

use sea_orm_migration::prelude::*;

use crate::db::schema::{
    big_integer, boolean, id, index, integer, pk, pk2, refers, text, text_null,
};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Reviews)]
}

struct Reviews;

impl MigrationName for Reviews {
    fn name(&self) -> &str {
        "reviews_001_reviews"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Reviews {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reviews = Table::create()
            .table("reviews")
            .col(pk("id"))
            .col(id("product_id"))
            .col(text_null("variant_id"))
            .col(text_null("shopper_id"))
            .col(text_null("order_line_id"))
            .col(text("author"))
            .col(boolean("verified_purchase"))
            .col(integer("rating"))
            .col(integer("quality"))
            .col(integer("value"))
            .col(integer("appearance"))
            .col(integer("logistics"))
            .col(integer("service"))
            .col(text("title"))
            .col(text("text"))
            .col(id("language"))
            .col(integer("photo_count"))
            .col(big_integer("helpful"))
            .col(text_null("reply"))
            .col(big_integer("written_at"))
            .col(id("status"))
            .foreign_key(&mut refers("reviews", "product_id", "products", "id"))
            .to_owned();
        manager.create_table(reviews).await?;
        let one_a_line = index("ux_reviews_order_line", "reviews", &["order_line_id"]);
        manager.create_index(one_a_line.to_owned().unique().take()).await?;
        for (name, column) in [
            ("ix_reviews_helpful", "helpful"),
            ("ix_reviews_newest", "written_at"),
            ("ix_reviews_rating", "rating"),
        ] {
            manager.create_index(index(name, "reviews", &["product_id", column, "id"])).await?;
        }
        manager.create_index(index("ix_reviews_shopper", "reviews", &["shopper_id"])).await?;
        let photos = Table::create()
            .table("review_photos")
            .col(id("review_id"))
            .col(integer("position"))
            .col(id("picture_id"))
            .primary_key(&mut pk2("review_id", "position"))
            .foreign_key(&mut refers("review_photos", "review_id", "reviews", "id"))
            .foreign_key(&mut refers("review_photos", "picture_id", "pictures", "id"))
            .to_owned();
        manager.create_table(photos).await?;
        let mut totals = Table::create().table("review_totals").col(pk("product_id")).to_owned();
        for count in [
            "stars_1",
            "stars_2",
            "stars_3",
            "stars_4",
            "stars_5",
            "quality_sum",
            "value_sum",
            "appearance_sum",
            "logistics_sum",
            "service_sum",
            "with_photos",
        ] {
            totals.col(big_integer(count));
        }
        totals.foreign_key(&mut refers("review_totals", "product_id", "products", "id"));
        manager.create_table(totals).await
    }
}
