//! Who may see an order: the shopper who placed it, or who has its key.

use sea_orm::entity::prelude::*;

use super::entity::order;
use super::facts::{self, Facts};
use super::guest;
use crate::error::{AppError, AppResult};
use crate::identity::MaybeShopper;

/// The order, if it is theirs to see. One that is not, or that never came
/// about, does not exist for them.
pub async fn find(
    db: &impl ConnectionTrait,
    buyer: &MaybeShopper,
    key: Option<&str>,
    id: &str,
) -> AppResult<order::Model> {
    let found = order::Entity::find_by_id(id.to_owned()).one(db).await?;
    let theirs = |order: &order::Model| {
        let own = order.shopper_id.is_some() && order.shopper_id.as_deref() == buyer.id();
        // Hashes are compared, so the time taken tells nothing of the key.
        let keyed = match (&order.guest_key_hash, key) {
            (Some(hash), Some(key)) => *hash == guest::hash(key),
            _ => false,
        };
        own || keyed
    };
    found
        .filter(|order| order.confirmed_at.is_some() && theirs(order))
        .ok_or_else(|| AppError::not_found("order"))
}

/// [`find`] with all that belongs to the order.
pub async fn facts(
    db: &impl ConnectionTrait,
    buyer: &MaybeShopper,
    key: Option<&str>,
    id: &str,
) -> AppResult<Facts> {
    let order = find(db, buyer, key, id).await?;
    facts::load(db, vec![order]).await?.pop().ok_or_else(|| AppError::not_found("order"))
}
