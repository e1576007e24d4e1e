//! Moves demo orders along. Everything is in the database, so that a restart
//! goes on where it was; an act told twice has the same event id.

use axum::Router;
use axum::http::StatusCode;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, JoinType, QueryOrder, QuerySelect, Set};

use super::entity as journey;
use super::post;
use super::scenario::Scenario;
use super::script::{Act, script};
use crate::clock::SECOND;
use crate::error::AppResult;
use crate::orders::entity::order;
use crate::orders::facts::{self, Facts};
use crate::products::entity::{merchant_text, product};
use crate::state::AppState;

/// The most journeys moved at once.
const BATCH: u64 = 20;
/// The most rounds of one tick.
const ROUNDS: usize = 200;
/// How far back is looked for orders that have not set out.
const OVERLAP: i64 = 60 * SECOND;
/// After which time an act that failed is tried again.
const RETRY: i64 = 2 * SECOND;

/// Lets everything happen that is due by now.
pub async fn tick(state: &AppState, router: &Router) -> AppResult<()> {
    set_out(state).await?;
    for _ in 0..ROUNDS {
        let due = journey::Entity::find()
            .filter(journey::Column::NextAt.lte(state.now()))
            .order_by_asc(journey::Column::NextAt)
            .limit(BATCH)
            .all(&state.db.read)
            .await?;
        if due.is_empty() {
            break;
        }
        for journey in due {
            step(state, router, journey).await?;
        }
    }
    Ok(())
}

/// Begins the journeys of orders that were released.
async fn set_out(state: &AppState) -> AppResult<()> {
    let latest: Option<Option<i64>> = journey::Entity::find()
        .select_only()
        .column_as(journey::COLUMN.started_at.max(), "latest")
        .into_tuple()
        .one(&state.db.read)
        .await?;
    let since = latest.flatten().unwrap_or(OVERLAP) - OVERLAP;
    let to_journey = order::Entity::belongs_to(journey::Entity)
        .from(order::Column::Id)
        .to(journey::Column::OrderId)
        .into();
    let ready = order::Entity::find()
        .join(JoinType::LeftJoin, to_journey)
        .filter(order::Column::ReleasedAt.gte(since))
        .filter(
            Condition::any().add(journey::Column::OrderId.is_null()).add(
                Condition::all()
                    .add(journey::Column::StartedAt.is_null())
                    .add(journey::Column::NextAct.eq(0)),
            ),
        )
        .order_by_asc(order::Column::ReleasedAt)
        .limit(BATCH * 5)
        .all(&state.db.read)
        .await?;
    for order in ready {
        let scenario = Scenario::of_number(&order.number);
        let started_at = order.released_at.unwrap_or_else(|| state.now());
        save(&state.db.write, &order.id, scenario, Some(started_at), 0, Some(started_at)).await?;
    }
    Ok(())
}

/// Chooses what shall happen, before or after the journey began.
pub async fn choose(db: &impl ConnectionTrait, order: &str, scenario: Scenario) -> AppResult<()> {
    upsert(db, row(order, scenario, None, 0, None), &[journey::Column::Scenario]).await
}

/// Writes how far a journey is. A scenario that was chosen stays.
pub async fn save(
    db: &impl ConnectionTrait,
    order: &str,
    scenario: Scenario,
    started_at: Option<i64>,
    next_act: usize,
    next_at: Option<i64>,
) -> AppResult<()> {
    let columns = [journey::Column::StartedAt, journey::Column::NextAct, journey::Column::NextAt];
    upsert(db, row(order, scenario, started_at, next_act, next_at), &columns).await
}

fn row(
    order: &str,
    scenario: Scenario,
    started_at: Option<i64>,
    next_act: usize,
    next_at: Option<i64>,
) -> journey::ActiveModel {
    journey::ActiveModel {
        order_id: Set(order.to_owned()),
        scenario: Set(scenario.as_str().to_owned()),
        started_at: Set(started_at),
        next_act: Set(i32::try_from(next_act).unwrap_or(i32::MAX)),
        next_at: Set(next_at),
    }
}

async fn upsert(
    db: &impl ConnectionTrait,
    row: journey::ActiveModel,
    columns: &[journey::Column],
) -> AppResult<()> {
    let update = OnConflict::column(journey::Column::OrderId)
        .update_columns(columns.iter().copied())
        .to_owned();
    journey::Entity::insert(row).on_conflict(update).exec_without_returning(db).await?;
    Ok(())
}

/// The next act of one journey, if it is time.
async fn step(state: &AppState, router: &Router, journey: journey::Model) -> AppResult<()> {
    let db = &state.db.read;
    let scenario = Scenario::parse(&journey.scenario).unwrap_or(Scenario::OnTime);
    let started_at = journey.started_at.unwrap_or_else(|| state.now());
    let at = usize::try_from(journey.next_act).unwrap_or(0);
    let row = order::Entity::find_by_id(&journey.order_id).one(db).await?;
    let facts = facts::load(db, row.into_iter().collect()).await?.pop();
    let acts = match &facts {
        Some(facts) => script(facts, &ships_from(db, facts).await?, scenario),
        None => Vec::new(),
    };
    let when = |act: Option<&Act>| act.map(|act| started_at + scaled(state, act.after));
    let go_on = async |next: usize, next_at: Option<i64>| {
        let id = &journey.order_id;
        save(&state.db.write, id, scenario, journey.started_at, next, next_at).await
    };
    let (Some(facts), Some(act)) = (facts, acts.get(at)) else {
        return go_on(at, None).await;
    };
    let due = when(Some(act)).unwrap_or(started_at);
    if due > state.now() {
        return go_on(at, Some(due)).await;
    }
    let event_id = format!("demo-{}-{}-{at}", facts.order.id, scenario.as_str());
    let status = post::tell(state, router, &facts, event_id, &act.deed, due).await?;
    match status {
        status if status.is_success() => go_on(at + 1, when(acts.get(at + 1))).await,
        // Called off, or changed by somebody else's hand: the play is over.
        StatusCode::NOT_FOUND | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY => {
            tracing::warn!(order = facts.order.id, %status, "a demo journey ends early");
            go_on(at, None).await
        }
        status => {
            tracing::warn!(order = facts.order.id, %status, "a demo act is tried again");
            go_on(at, Some(state.now() + RETRY)).await
        }
    }
}

/// A duration at the speed of the demo world.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // Seconds, not centuries.
pub fn scaled(state: &AppState, millis: i64) -> i64 {
    (millis as f64 / state.config.demo_speed) as i64
}

/// Where the order's first product is sent from, in simplified Chinese.
pub async fn ships_from(db: &impl ConnectionTrait, facts: &Facts) -> AppResult<String> {
    let Some(line) = facts.lines.first() else { return Ok(String::new()) };
    let to_merchant = product::Entity::belongs_to(merchant_text::Entity)
        .from(product::Column::MerchantId)
        .to(merchant_text::Column::MerchantId)
        .into();
    let found: Option<String> = product::Entity::find_by_id(&line.product_id)
        .select_only()
        .column(merchant_text::Column::ShipsFrom)
        .join(JoinType::InnerJoin, to_merchant)
        .filter(merchant_text::Column::Lang.eq(vitrine_i18n::Locale::ZhHans.tag()))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.unwrap_or_default())
}
