//! Sign-in and session.

use vitrine_contract::identity::{Challenge, RequestCode, Session, SignIn};

use super::{ApiResult, Call, Method, send, transport::send_empty};

/// `GET /api/session`.
pub async fn fetch_session() -> ApiResult<Session> {
    send(Call::get("/api/session")).await
}

/// `POST /api/sign-in/codes`.
pub async fn request_code(body: &RequestCode, key: &str) -> ApiResult<Challenge> {
    send(Call::new(Method::Post, "/api/sign-in/codes").json(body).idempotent(key)).await
}

/// `POST /api/sign-in/sessions`.
pub async fn sign_in(body: &SignIn, key: &str) -> ApiResult<Session> {
    send(Call::new(Method::Post, "/api/sign-in/sessions").json(body).idempotent(key)).await
}

/// `POST /api/sign-in/demo`, in demo mode only.
pub async fn sign_in_demo(key: &str) -> ApiResult<Session> {
    send(Call::new(Method::Post, "/api/sign-in/demo").idempotent(key)).await
}

/// `DELETE /api/session`.
pub async fn sign_out(key: &str) -> ApiResult<()> {
    send_empty(Call::new(Method::Delete, "/api/session").idempotent(key)).await
}
