//! The search index.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use crate::db::schema::{id, index, integer, pk2, refers};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(SearchTerms)]
}

struct SearchTerms;

impl MigrationName for SearchTerms {
    fn name(&self) -> &str {
        "search_001_terms"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SearchTerms {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut term = id("term");
        if manager.get_database_backend() == DbBackend::Postgres {
            // Prefixes are ranges of code points, as SQLite compares text anyway.
            term.extra("COLLATE \"C\"");
        }
        let table = Table::create()
            .table("search_terms")
            .col(term)
            .col(id("product_id"))
            .col(integer("weight"))
            .primary_key(&mut pk2("term", "product_id"))
            .foreign_key(&mut refers("search_terms", "product_id", "products", "id"))
            .to_owned();
        manager.create_table(table).await?;
        let columns = ["product_id"];
        manager.create_index(index("ix_search_terms_product", "search_terms", &columns)).await
    }
}
