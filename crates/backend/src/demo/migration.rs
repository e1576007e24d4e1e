//! Tables.

use sea_orm_migration::MigrationTrait;

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(super::actors::migration::Journeys)]
}
