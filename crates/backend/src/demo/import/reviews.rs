//! Seeded reviews, as rows, counted.

use std::collections::HashMap;

use sea_orm::{ConnectionTrait, IntoActiveModel};
use vitrine_contract::reviews::ReviewStatus;

use super::files::Review;
use super::{at, goods, insert_all};
use crate::StartError;
use crate::clock::new_id;
use crate::error::AppResult;
use crate::reviews::entity::{review, review_photo, review_totals};
use crate::reviews::totals::{self, Counted};

/// Rows to be inserted together.
#[derive(Default)]
pub struct Batch {
    reviews: Vec<review::Model>,
    photos: Vec<review_photo::Model>,
    totals: HashMap<String, review_totals::Model>,
}

impl Batch {
    /// The reviews of these goods, which are counted into the goods' rows.
    pub fn of(files: &[Review], goods: &mut goods::Batch) -> Result<Self, StartError> {
        let mut batch = Self::default();
        for file in files {
            batch.add(file, goods)?;
        }
        Ok(batch)
    }

    fn add(&mut self, file: &Review, goods: &mut goods::Batch) -> Result<(), StartError> {
        let Some(product) = goods.product_mut(&file.product) else {
            return Err(format!("demo data: a review of {}", file.product).into());
        };
        product.rating_count += 1;
        product.rating_sum += i64::from(file.rating);
        product.rating_score = totals::score(product.rating_sum, product.rating_count);
        let product_id = product.id.clone();
        let (id, rated) = (new_id(), file.dimensions);
        let pictures: Vec<_> = file
            .photos
            .iter()
            .filter_map(|&position| goods.picture_id(&product_id, position))
            .collect();
        let row =
            self.totals.entry(product_id.clone()).or_insert_with(|| totals::zero(&product_id));
        let with_photos = !pictures.is_empty();
        totals::count_in(row, Counted { rating: file.rating, dimensions: rated, with_photos });
        for (position, picture_id) in (0..).zip(&pictures) {
            self.photos.push(review_photo::Model {
                review_id: id.clone(),
                position,
                picture_id: (*picture_id).to_owned(),
            });
        }
        self.reviews.push(review::Model {
            id,
            variant_id: goods.variant_id(&file.sku).map(str::to_owned),
            product_id,
            shopper_id: None,
            order_line_id: None,
            author: file.author.clone(),
            verified_purchase: file.variant_bought,
            rating: file.rating.into(),
            quality: rated.quality.into(),
            value: rated.value.into(),
            appearance: rated.appearance.into(),
            logistics: rated.logistics.into(),
            service: rated.service.into(),
            title: file.title.clone(),
            text: file.text.clone(),
            language: file.language.clone(),
            photo_count: i32::try_from(pictures.len())?,
            helpful: file.helpful,
            reply: file.reply.clone(),
            written_at: at(&file.written_at)?,
            status: ReviewStatus::Published.as_str().to_owned(),
        });
        Ok(())
    }

    /// Writes everything.
    pub async fn insert(self, db: &impl ConnectionTrait) -> AppResult<()> {
        let reviews = self.reviews.into_iter().map(IntoActiveModel::into_active_model).collect();
        let photos = self.photos.into_iter().map(IntoActiveModel::into_active_model).collect();
        let totals = self.totals.into_values().map(totals::to_active).collect();
        insert_all::<review::Entity, _>(db, reviews).await?;
        insert_all::<review_photo::Entity, _>(db, photos).await?;
        insert_all::<review_totals::Entity, _>(db, totals).await
    }
}
