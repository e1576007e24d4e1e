//! Means of payment.

use vitrine_contract::List;
use vitrine_contract::payments::{CreatePaymentMethod, PaymentMethod, UpdatePaymentMethod};

use super::{ApiResult, Call, Method, send, transport::send_empty};

/// `GET /api/payment-methods`.
pub async fn fetch_payment_methods() -> ApiResult<List<PaymentMethod>> {
    send(Call::get("/api/payment-methods")).await
}

/// `POST /api/payment-methods`.
pub async fn create_payment_method(
    body: &CreatePaymentMethod,
    key: &str,
) -> ApiResult<PaymentMethod> {
    send(Call::new(Method::Post, "/api/payment-methods").json(body).idempotent(key)).await
}

/// `PUT /api/payment-methods/{id}`, refused when `old` is no longer current.
pub async fn update_payment_method(
    old: &PaymentMethod,
    body: &UpdatePaymentMethod,
    key: &str,
) -> ApiResult<PaymentMethod> {
    let path = format!("/api/payment-methods/{}", old.id);
    let call = Call::new(Method::Put, path).json(body).if_match(old.version);
    send(call.idempotent(key)).await
}

/// `DELETE /api/payment-methods/{id}`.
pub async fn delete_payment_method(old: &PaymentMethod, key: &str) -> ApiResult<()> {
    let path = format!("/api/payment-methods/{}", old.id);
    send_empty(Call::new(Method::Delete, path).if_match(old.version).idempotent(key)).await
}
