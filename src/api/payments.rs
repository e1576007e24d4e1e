//! Means of payment.

use vitrine_contract::List;
use vitrine_contract::payments::{CreatePaymentMethod, PaymentMethod, UpdatePaymentMethod};

use super::{Answer, Call, Method, Read, send, transport::send_empty};

/// `GET /api/payment-methods`.
pub fn payment_methods() -> Read<List<PaymentMethod>> {
    Read::new("/api/payment-methods")
}

/// `POST /api/payment-methods`.
pub fn create_payment_method(body: &CreatePaymentMethod, key: &str) -> Answer<PaymentMethod> {
    send(Call::new(Method::Post, "/api/payment-methods").json(body).idempotent(key))
}

/// `PUT /api/payment-methods/{id}`, refused when `old` is no longer current.
pub fn update_payment_method(
    old: &PaymentMethod,
    body: &UpdatePaymentMethod,
    key: &str,
) -> Answer<PaymentMethod> {
    let path = format!("/api/payment-methods/{}", old.id);
    let call = Call::new(Method::Put, path).json(body).if_match(old.version);
    send(call.idempotent(key))
}

/// `DELETE /api/payment-methods/{id}`.
pub fn delete_payment_method(old: &PaymentMethod, key: &str) -> Answer<()> {
    let path = format!("/api/payment-methods/{}", old.id);
    send_empty(Call::new(Method::Delete, path).if_match(old.version).idempotent(key))
}
