//! Pictures as rows and as the contract knows them.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use vitrine_contract::media::Picture;

use super::StoredPicture;
use super::entity::picture::{ActiveModel, Column, Entity, Model};
use crate::clock::new_id;
use crate::error::AppResult;

/// A drawn placeholder.
pub const DRAWN: &str = "drawn";
/// A photo of the shop's.
pub const PHOTO: &str = "photo";
/// A shopper's upload.
pub const UPLOAD: &str = "upload";

impl Model {
    /// As the contract knows it.
    pub fn to_contract(&self, alt: &str) -> Picture {
        Picture {
            template: self.template.clone(),
            widths: self.widths.split(',').filter_map(|w| w.parse().ok()).collect(),
            width: self.width.unsigned_abs(),
            height: self.height.unsigned_abs(),
            tone: self.tone.clone(),
            alt: alt.to_owned(),
        }
    }
}

impl StoredPicture {
    /// As the contract knows it.
    pub fn to_contract(&self, alt: &str) -> Picture {
        Picture {
            template: self.template.clone(),
            widths: self.widths.clone(),
            width: self.width,
            height: self.height,
            tone: self.tone.clone(),
            alt: alt.to_owned(),
        }
    }

    /// A new row for it; `origin` is [`DRAWN`], [`PHOTO`] or [`UPLOAD`].
    pub fn to_row(&self, origin: &str) -> ActiveModel {
        ActiveModel {
            id: Set(new_id()),
            template: Set(self.template.clone()),
            widths: Set(self.widths_text()),
            width: Set(i32::try_from(self.width).unwrap_or(i32::MAX)),
            height: Set(i32::try_from(self.height).unwrap_or(i32::MAX)),
            tone: Set(self.tone.clone()),
            origin: Set(origin.to_owned()),
        }
    }

    /// Widths as the row keeps them.
    pub fn widths_text(&self) -> String {
        self.widths.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
    }
}

/// Keeps a stored picture's row; returns its id.
pub async fn insert(
    db: &impl ConnectionTrait,
    stored: &StoredPicture,
    origin: &str,
) -> AppResult<String> {
    let row = stored.to_row(origin);
    let id = row.id.clone().unwrap();
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// The rows of these pictures, by id.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = String>,
) -> AppResult<HashMap<String, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}
