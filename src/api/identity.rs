//! Sign-in and session.

use vitrine_contract::identity::{Challenge, RequestCode, Session, SignIn};

use super::{Answer, Call, Method, Read, send, transport::send_empty};

/// `GET /api/session`.
pub fn session() -> Read<Session> {
    Read::new("/api/session")
}

/// `POST /api/sign-in/codes`.
pub fn request_code(body: &RequestCode, key: &str) -> Answer<Challenge> {
    send(Call::new(Method::Post, "/api/sign-in/codes").json(body).idempotent(key))
}

/// `POST /api/sign-in/sessions`.
pub fn sign_in(body: &SignIn, key: &str) -> Answer<Session> {
    send(Call::new(Method::Post, "/api/sign-in/sessions").json(body).idempotent(key))
}

/// `POST /api/sign-in/demo`, in demo mode only.
pub fn sign_in_demo(key: &str) -> Answer<Session> {
    send(Call::new(Method::Post, "/api/sign-in/demo").idempotent(key))
}

/// `DELETE /api/session`.
pub fn sign_out(key: &str) -> Answer<()> {
    send_empty(Call::new(Method::Delete, "/api/session").idempotent(key))
}
