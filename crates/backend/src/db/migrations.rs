//! All migrations, in the order in which they are applied.

use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Applies every domain's migrations. A domain comes after those it refers
/// to; a later change is a new migration at the end of its domain's list.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        [
            crate::media::migration::all(),
            crate::catalog::migration::all(),
            crate::products::migration::all(),
            crate::reviews::migration::all(),
            crate::search::migration::all(),
            crate::identity::migration::all(),
            crate::addresses::migration::all(),
            crate::payments::migration::all(),
            crate::idempotency::migrations(),
            crate::orders::migration::all(),
            crate::tracking::migration::all(),
            crate::webhooks::migration::all(),
            crate::demo::migration::all(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
