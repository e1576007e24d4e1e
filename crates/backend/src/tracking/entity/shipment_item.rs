//! Some pieces of a line in a parcel.

use sea_orm::entity::prelude::*;

/// Pieces in a parcel.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shipment_items")]
pub struct Model {
    /// The parcel.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shipment_id: String,
    /// The order's line.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line_id: String,
    /// Pieces.
    pub quantity: i32,
}

impl ActiveModelBehavior for ActiveModel {}
