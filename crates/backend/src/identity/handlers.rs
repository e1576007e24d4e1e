//! Sign-in and session over HTTP.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sea_orm::TransactionTrait;
use vitrine_contract::ProblemCode;
use vitrine_contract::contact::Contact;
use vitrine_contract::identity::{RequestCode, Session, SignIn};
use vitrine_contract::problem::FieldCode;
use vitrine_contract::validate::half_width;

use super::client::Client;
use super::cookie::{self, Token};
use super::request::Unsafe;
use super::sign_in::{self, Tried};
use super::{MaybeShopper, codes, view};
use crate::error::{AppError, AppResult};
use crate::extract::Json;
use crate::idempotency::{self, Answer, Begun};
use crate::state::AppState;

/// `GET /api/session`.
pub async fn session(State(state): State<AppState>, who: MaybeShopper) -> AppResult<Json<Session>> {
    view::session(&state.db.read, &state, who.0.as_ref()).await.map(Json)
}

/// `POST /api/sign-in/codes`.
pub async fn request_code(
    State(state): State<AppState>,
    client: Client,
    request: Unsafe,
) -> AppResult<Response> {
    let body: RequestCode = request.json()?;
    let contact = Contact::parse(&body.contact).ok_or_else(|| match body.contact.trim() {
        "" => AppError::invalid("contact", FieldCode::Required, "is missing"),
        _ => AppError::invalid("contact", FieldCode::Invalid, "an e-mail address or phone number"),
    })?;
    let attempt = match request.begin(&state, &idempotency::scope(None)).await? {
        Begun::Replay(answer) => return Ok(answer.replay()),
        Begun::Fresh(attempt) => attempt,
    };
    let client = client.limited_by(&state.config);
    let secret = &state.identity.secret;
    let now = state.now();
    let new = codes::create(attempt.tx(), secret, &contact, client.as_deref(), now).await?;
    let claim = attempt.claim().clone();
    let response = attempt.finish(Answer::json(StatusCode::ACCEPTED, &new.challenge)?).await?;
    // Sent after the commit, outside of the transaction: a slow sender blocks nobody.
    if let Err(err) = state.identity.sender.send(&contact, &new.code, now).await {
        tracing::error!(error = &*err, "a sign-in code could not be sent");
        codes::forget(&state.db.write, &new.challenge.id).await?;
        claim.release(&state.db.write).await?;
        return Err(AppError::new(ProblemCode::Unavailable)
            .detail("the code could not be sent; try again")
            .retry_after(5));
    }
    Ok(response)
}

/// `POST /api/sign-in/sessions`.
pub async fn sign_in(
    State(state): State<AppState>,
    client: Client,
    request: Unsafe,
) -> AppResult<Response> {
    let mut body: SignIn = request.json()?;
    body.code = half_width(&body.code).chars().filter(|c| !c.is_whitespace()).collect();
    if body.code.len() != 6 || !body.code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(AppError::invalid("code", FieldCode::Invalid, "six digits"));
    }
    let former = Token::from_headers(&request.headers);
    let now = state.now();
    // Not the session's scope: after a lost answer the browser may be signed in or not.
    let (response, token) = match request.begin(&state, &idempotency::scope(None)).await? {
        Begun::Replay(answer) if !answer.status().is_success() => return Ok(answer.replay()),
        Begun::Replay(answer) => {
            let tx = state.db.write.begin().await?;
            let shopper = sign_in::signed_in_by(&tx, &body, now).await?;
            let token = sign_in::open_session(&tx, &shopper, former.as_ref(), now).await?;
            tx.commit().await?;
            (answer.replay(), token)
        }
        Begun::Fresh(attempt) => {
            let secret = &state.identity.secret;
            match sign_in::try_code(attempt.tx(), secret, &body, now).await? {
                Tried::Wrong => {
                    let wrong = AppError::new(ProblemCode::CodeWrong).detail("the code is wrong");
                    return attempt.finish(Answer::problem(&wrong)?).await;
                }
                Tried::Right(shopper) => {
                    let tx = attempt.tx();
                    let token =
                        sign_in::open_session(tx, &shopper.id, former.as_ref(), now).await?;
                    let session = view::session(tx, &state, Some(&shopper.into())).await?;
                    let answer = Answer::json(StatusCode::CREATED, &session)?;
                    (attempt.finish(answer).await?, token)
                }
            }
        }
    };
    Ok(with_cookie(response, token.set(client.is_secure(&state.config))))
}

/// `DELETE /api/session`. Signing out twice is signing out.
pub async fn sign_out(
    State(state): State<AppState>,
    client: Client,
    headers: HeaderMap,
) -> AppResult<Response> {
    if let Some(token) = Token::from_headers(&headers) {
        sign_in::end_session(&state.db.write, &token).await?;
    }
    let gone = StatusCode::NO_CONTENT.into_response();
    Ok(with_cookie(gone, cookie::clear(client.is_secure(&state.config))))
}

/// The response with a cookie.
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
