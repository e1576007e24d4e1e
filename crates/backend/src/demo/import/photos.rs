//! Puts photos in the place of the drawn pictures, product by product, while
//! the shop is already open. What was done is not done again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, TransactionTrait};
use tokio::sync::oneshot;

use super::goods::PICTURES;
use super::{crops, files};
use crate::StartError;
use crate::media::entity::picture;
use crate::media::{self, Media, StoreError, StoredPicture, pictures};
use crate::products::entity::{product, product_picture};
use crate::state::AppState;

/// How often is looked whether shoppers' uploads are done.
const GLANCE: Duration = Duration::from_millis(50);

/// A product whose pictures are still drawn, and its photo.
struct Task {
    slug: String,
    photo: PathBuf,
    picture_ids: Vec<String>,
}

/// Starts the import in the background; it ends with `state.shutdown`.
pub fn spawn(state: &AppState) {
    let state = state.clone();
    tokio::spawn(async move {
        let shutdown = state.shutdown.clone();
        tokio::select! {
            done = run(&state) => if let Err(error) = done {
                tracing::error!(error = &*error, "the demo photos could not be imported");
            },
            () = shutdown.cancelled() => {}
        }
    });
}

/// Imports every photo that is there and not yet imported.
pub async fn run(state: &AppState) -> Result<(), StartError> {
    let tasks = open_tasks(state).await?;
    let total = tasks.len();
    if total == 0 {
        return Ok(());
    }
    tracing::info!(photos = total, "importing the demo photos; the shop is open meanwhile");
    let started = std::time::Instant::now();
    // One picture at a time: the other processors, and the memory, are the shoppers'.
    for (done, task) in (1..).zip(tasks) {
        match make(state, &task).await? {
            Ok(made) => replace(state, &task.picture_ids, &made).await?,
            // One bad file leaves its product drawn, and the others alone.
            Err(error) => {
                let error: &dyn std::error::Error = &error;
                tracing::warn!(error, photo = %task.photo.display(), "not imported");
            }
        }
        tracing::debug!(product = task.slug, "photo imported");
        if done % 10 == 0 && done < total {
            tracing::info!("{done} of {total} demo photos imported");
        }
    }
    tracing::info!(seconds = started.elapsed().as_secs_f32(), "{total} demo photos imported");
    Ok(())
}

/// Products whose pictures are drawn and whose photo is there, best sold first.
async fn open_tasks(state: &AppState) -> Result<Vec<Task>, StartError> {
    let db = &state.db.read;
    let mut tasks = Vec::new();
    for shelf in files::shelves()? {
        for goods in shelf.goods {
            let photo = state.config.demo_photos.join(&goods.photo);
            if !photo.is_file() {
                continue;
            }
            let row = product::Entity::find().filter(product::Column::Slug.eq(&goods.slug));
            let Some(row) = row.one(db).await? else { continue };
            let places = product_picture::Entity::find()
                .filter(product_picture::Column::ProductId.eq(&row.id))
                .filter(product_picture::Column::Position.lt(PICTURES))
                .order_by_asc(product_picture::Column::Position)
                .all(db)
                .await?;
            let picture_ids: Vec<_> = places.into_iter().map(|place| place.picture_id).collect();
            let rows = pictures::by_ids(db, picture_ids.clone()).await?;
            if rows.values().any(|picture| picture.origin == pictures::DRAWN) {
                tasks.push((row.units_sold, Task { slug: goods.slug, photo, picture_ids }));
            }
        }
    }
    tasks.sort_by_key(|(sold, _)| std::cmp::Reverse(*sold));
    Ok(tasks.into_iter().map(|(_, task)| task).collect())
}

/// The whole photo and its crops, written at every width, by a thread that ends
/// with it: the allocator then gives its memory back, which it would keep for the
/// threads of a pool.
async fn make(
    state: &AppState,
    task: &Task,
) -> Result<Result<Vec<StoredPicture>, StoreError>, StartError> {
    let (media, photo) = (state.media.clone(), task.photo.clone());
    let (tell, told) = oneshot::channel();
    std::thread::Builder::new().name("photo".into()).spawn(move || {
        // Nobody listens any more when the shop closes.
        let _ = tell.send(make_now(&media, &photo));
    })?;
    Ok(told.await?)
}

fn make_now(media: &Media, photo: &Path) -> Result<Vec<StoredPicture>, StoreError> {
    give_way(media);
    let photo = media::decode(&std::fs::read(photo)?)?;
    let write = |position| {
        give_way(media);
        media::write(media.folder(), crops::crop(&photo, position))
    };
    (0..PICTURES.unsigned_abs()).map(write).collect()
}

/// Shoppers' uploads go first.
fn give_way(media: &Media) {
    while media.is_decoding() {
        std::thread::sleep(GLANCE);
    }
}

/// The rows keep their ids, so that reviews and orders see the photos too.
async fn replace(
    state: &AppState,
    picture_ids: &[String],
    made: &[StoredPicture],
) -> Result<(), StartError> {
    let tx = state.db.write.begin().await?;
    for (id, made) in picture_ids.iter().zip(made) {
        picture::Entity::update_many()
            .col_expr(picture::Column::Template, Expr::value(made.template.clone()))
            .col_expr(picture::Column::Widths, Expr::value(made.widths_text()))
            .col_expr(picture::Column::Width, Expr::value(i32::try_from(made.width)?))
            .col_expr(picture::Column::Height, Expr::value(i32::try_from(made.height)?))
            .col_expr(picture::Column::Tone, Expr::value(made.tone.clone()))
            .col_expr(picture::Column::Origin, Expr::value(pictures::PHOTO))
            .filter(picture::Column::Id.eq(id))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    crate::catalog::bump_version(state);
    Ok(())
}
