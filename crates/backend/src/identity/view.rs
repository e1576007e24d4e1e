//! The session as it is told to the storefront.

use sea_orm::{ConnectionTrait, EntityTrait};
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::{Session, Shopper as ShopperView};

use super::entity::shopper;
use super::{Shopper, bought};
use crate::addresses;
use crate::clock::timestamp;
use crate::error::{AppError, AppResult};
use crate::payments::methods;
use crate::state::AppState;

/// The session of `shopper`, or of a guest.
pub async fn session(
    db: &impl ConnectionTrait,
    state: &AppState,
    shopper: Option<&Shopper>,
) -> AppResult<Session> {
    let shopper = match shopper {
        Some(shopper) => Some(ShopperView {
            id: shopper.id.clone().into(),
            contact: Contact::parse(&shopper.contact).map_or(String::new(), |c| c.masked()),
            demo: shopper.demo,
            default_address: addresses::default(db, &shopper.id).await?,
            default_payment_method: methods::default(db, &shopper.id).await?,
            bought_products: bought::products(db, &shopper.id).await?,
        }),
        None => None,
    };
    Ok(Session { shop: state.config.shop(), shopper, now: timestamp(state.now()) })
}

/// The session of the shopper with this id, just signed in.
pub async fn session_of(
    db: &impl ConnectionTrait,
    state: &AppState,
    id: &str,
) -> AppResult<Session> {
    let row = shopper::Entity::find_by_id(id).one(db).await?;
    let row = row.ok_or_else(|| AppError::internal("the session's shopper is gone"))?;
    session(db, state, Some(&row.into())).await
}
