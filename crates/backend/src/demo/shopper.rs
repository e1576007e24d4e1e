//! Demo shoppers: everything that one click needs, a fresh one for every
//! visitor, so that nobody sees what another one bought.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use sea_orm::entity::prelude::*;
use sea_orm::{Set, TransactionTrait};
use vitrine_contract::addresses::{AddressFields, SaveAddress};
use vitrine_contract::identity::Session;
use vitrine_contract::payments::{CreatePaymentMethod, SANDBOX_TOKENS};
use vitrine_contract::{Currency, Money};
use vitrine_i18n::Locale;

use crate::addresses;
use crate::clock::new_id;
use crate::demo::actors::history;
use crate::error::{AppError, AppResult};
use crate::extract::Lang;
use crate::idempotency::{self, Answer, Begun};
use crate::identity::client::Client;
use crate::identity::cookie::Token;
use crate::identity::entity::shopper;
use crate::identity::handlers::with_cookie;
use crate::identity::sign_in::open_session;
use crate::identity::{Shopper, Unsafe, codes, view};
use crate::payments::methods;
use crate::state::AppState;

/// What the demo card pays without a password: ¥500.
const LIMIT: Money = Money::new(50_000, Currency::CNY);

/// `POST /sign-in/demo`, below `/api`.
pub fn router() -> Router<AppState> {
    Router::new().route("/sign-in/demo", post(sign_in))
}

async fn sign_in(
    State(state): State<AppState>,
    client: Client,
    Lang(locale): Lang,
    request: Unsafe,
) -> AppResult<Response> {
    let former = Token::from_headers(&request.headers);
    let now = state.now();
    let (response, token) = match request.begin(&state, &idempotency::scope(None)).await? {
        Begun::Replay(answer) => {
            let session: Session =
                serde_json::from_str(answer.body()).map_err(AppError::internal)?;
            let shopper = session.shopper.ok_or_else(|| AppError::not_found("demo shopper"))?;
            let tx = state.db.write.begin().await?;
            let token = open_session(&tx, shopper.id.as_str(), former.as_ref(), now).await?;
            tx.commit().await?;
            (answer.replay(), token)
        }
        Begun::Fresh(attempt) => {
            let tx = attempt.tx();
            let limited_by = client.limited_by(&state.config);
            let shopper = create(tx, &state, locale, limited_by.as_deref()).await?;
            let token = open_session(tx, &shopper.id, former.as_ref(), now).await?;
            let session = view::session(tx, &state, Some(&shopper)).await?;
            (attempt.finish(Answer::json(StatusCode::CREATED, &session)?).await?, token)
        }
    };
    Ok(with_cookie(response, token.set(client.is_secure(&state.config))))
}

/// A shopper with a default address, a card and a history of purchases.
pub async fn create(
    tx: &impl ConnectionTrait,
    state: &AppState,
    locale: Locale,
    client: Option<&str>,
) -> AppResult<Shopper> {
    let now = state.now();
    let id = new_id();
    // Nobody gets mail there: the domain is reserved (RFC 2606).
    let contact = format!("demo-{id}@vitrine.example");
    codes::count_demo(tx, &contact, &id, client, now).await?;
    let row = shopper::ActiveModel {
        id: Set(id.clone()),
        contact: Set(contact),
        demo: Set(true),
        created_at: Set(now),
    };
    let shopper: Shopper = row.insert(tx).await?.into();
    let address = SaveAddress { fields: address(locale), is_default: true };
    addresses::store::create(tx, &id, &address, now).await?;
    let token = SANDBOX_TOKENS[0];
    let (_, label) =
        state.providers.of_token(token).ok_or_else(|| AppError::internal("no sandbox provider"))?;
    let card = CreatePaymentMethod {
        token: token.to_owned(),
        is_default: true,
        password_free_limit: LIMIT,
    };
    methods::store::create(tx, &id, &card, label, now).await?;
    history::seed(tx, state, &id, locale, &address.fields).await?;
    Ok(shopper)
}

fn address(locale: Locale) -> AddressFields {
    let [name, phone, region, city, street, postal_code] = match locale {
        Locale::ZhHans => {
            ["林小满", "13800138000", "浙江省", "杭州市西湖区", "文三路 1 号 2 幢 301 室", "310012"]
        }
        Locale::ZhHant => {
            ["林小滿", "0912 345 678", "臺北市", "大安區", "和平東路一段 1 號 3 樓", "106"]
        }
        Locale::En => [
            "Robin Lin",
            "13800138000",
            "Zhejiang",
            "Xihu District, Hangzhou",
            "Room 301, Building 2, 1 Wensan Road",
            "310012",
        ],
    }
    .map(str::to_owned);
    AddressFields { name, phone, region, city, street, postal_code }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demo_addresses_are_good_ones() {
        for locale in Locale::ALL {
            assert_eq!(addresses::validate(&address(locale), ""), [], "{}", locale.tag());
        }
    }
}
