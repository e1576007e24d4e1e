//! Photos that shoppers upload: theirs for 48 hours, for good once a review names them.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Set, TransactionTrait};
use vitrine_contract::ProblemCode;
use vitrine_contract::reviews::{PHOTO_TYPES, Upload};

use super::entity::{picture, upload};
use super::{pictures, store_photo};
use crate::clock::DAY;
use crate::error::{AppError, AppResult};
use crate::idempotency::Answer;
use crate::identity::{Shopper, Unsafe, sign_in};
use crate::state::AppState;

/// How long an upload waits for its review.
const KEPT: i64 = 2 * DAY;
/// The most uploads of a shopper that wait.
const WAITING_MAX: u64 = 50;

/// `POST /api/uploads`; the body is the picture itself.
pub async fn create(
    State(state): State<AppState>,
    shopper: Shopper,
    request: Unsafe,
) -> AppResult<Response> {
    let kind = request.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let kind = kind.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    if !PHOTO_TYPES.contains(&kind.as_str()) {
        return Err(AppError::new(ProblemCode::UnsupportedMediaType)
            .detail(format!("one of {}", PHOTO_TYPES.join(", "))));
    }
    within_limit(&state.db.read, &shopper.id).await?;
    // Decoded before the transaction begins: it takes a while, and on SQLite all others would wait.
    let stored = store_photo(&state, request.bytes().clone()).await?;
    request
        .run(&state, &shopper.scope(), async |tx| {
            sign_in::lock(tx, &shopper.id).await?;
            within_limit(tx, &shopper.id).await?;
            let id = pictures::insert(tx, &stored, pictures::UPLOAD).await?;
            let row = upload::ActiveModel {
                picture_id: Set(id.clone()),
                shopper_id: Set(shopper.id.clone()),
                review_id: Set(None),
                created_at: Set(state.now()),
            };
            upload::Entity::insert(row).exec_without_returning(tx).await?;
            let answer = Upload { id: id.into(), picture: stored.to_contract("") };
            Answer::json(StatusCode::CREATED, &answer)
        })
        .await
}

async fn within_limit(db: &impl ConnectionTrait, shopper: &str) -> AppResult<()> {
    let waiting = upload::Entity::find()
        .filter(upload::COLUMN.shopper_id.eq(shopper))
        .filter(upload::COLUMN.review_id.is_null())
        .count(db)
        .await?;
    if waiting < WAITING_MAX {
        return Ok(());
    }
    Err(AppError::new(ProblemCode::TooManyRequests)
        .detail("too many photos wait for their review")
        .retry_after(3_600))
}

/// Gives an upload to a review. False when it is not the shopper's, or used before.
pub async fn claim(
    tx: &impl ConnectionTrait,
    shopper: &str,
    photo: &str,
    review: &str,
) -> AppResult<bool> {
    let claimed = upload::Entity::update_many()
        .set(upload::ActiveModel { review_id: Set(Some(review.to_owned())), ..Default::default() })
        .filter(upload::COLUMN.picture_id.eq(photo))
        .filter(upload::COLUMN.shopper_id.eq(shopper))
        .filter(upload::COLUMN.review_id.is_null())
        .exec(tx)
        .await?;
    Ok(claimed.rows_affected == 1)
}

/// Forgets uploads that no review named in time, with their files. Returns how many.
pub async fn forget_orphans(state: &AppState) -> AppResult<u64> {
    let orphans: Vec<String> = upload::Entity::find()
        .select_only()
        .column(upload::Column::PictureId)
        .filter(upload::COLUMN.review_id.is_null())
        .filter(upload::COLUMN.created_at.lt(state.now() - KEPT))
        .limit(500)
        .into_tuple()
        .all(&state.db.read)
        .await?;
    let mut forgotten = 0;
    for id in orphans {
        let tx = state.db.write.begin().await?;
        // A review may have named it meanwhile.
        let gone = upload::Entity::delete_many()
            .filter(upload::COLUMN.picture_id.eq(&id))
            .filter(upload::COLUMN.review_id.is_null())
            .exec(&tx)
            .await?;
        let Some(row) = picture::Entity::find_by_id(&id).one(&tx).await? else { continue };
        if gone.rows_affected == 0 {
            continue;
        }
        picture::Entity::delete_by_id(&id).exec(&tx).await?;
        // Files are named by their content: another row may show the same ones.
        let shared = picture::Entity::find()
            .filter(picture::Column::Template.eq(&row.template))
            .count(&tx)
            .await?;
        tx.commit().await?;
        forgotten += 1;
        if shared == 0 {
            remove_files(state, &row).await;
        }
    }
    Ok(forgotten)
}

async fn remove_files(state: &AppState, row: &picture::Model) {
    let Some(name) = row.template.rsplit('/').next() else { return };
    for width in row.widths.split(',') {
        let file = state.media.folder().join(name.replace("{width}", width));
        if let Err(err) = tokio::fs::remove_file(&file).await {
            tracing::warn!(%err, file = %file.display(), "a forgotten photo's file stays");
        }
    }
}
