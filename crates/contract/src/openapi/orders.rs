//! Buying, following and undoing; and what others tell the shop.

use utoipa::openapi::HttpMethod::Post;

use super::endpoint::Endpoint;
use crate::ProblemCode::{
    InvalidInput, MalformedRequest, NotFound, OneClickNotAllowed, OrderStateConflict, OutOfStock,
    PaymentDeclined, PaymentUnavailable, PriceChanged, SignInRequired, SignatureInvalid,
    UndoExpired,
};
use crate::orders::{Order, OrderPlaced, OrderSummary, PlaceOrder};
use crate::tracking::{DemoScenario, OrderEvent};
use crate::webhooks::{CarrierEvent, FulfilmentEvent, PaymentEvent, SIGNATURE};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = orders();
    all.extend([
        Endpoint::unsafe_(
            Post,
            "/api/demo/orders/{id}/scenario",
            "demo",
            "choose_scenario",
            "Choose what shall happen to an order that is not packed yet.",
        )
        .signed_in_or_guest()
        .body::<DemoScenario>()
        .answer::<DemoScenario>(200, "Chosen; choosing again replaces it.")
        .problems(&[InvalidInput, NotFound, OrderStateConflict]),
        webhook::<PaymentEvent>("/api/webhooks/payments/{provider}", "payment_event"),
        webhook::<FulfilmentEvent>("/api/webhooks/fulfilment/{warehouse}", "fulfilment_event"),
        webhook::<CarrierEvent>("/api/webhooks/carriers/{carrier}", "carrier_event"),
    ]);
    all
}

fn orders() -> Vec<Endpoint> {
    let tag = "orders";
    vec![
        Endpoint::unsafe_(Post, "/api/orders", tag, "place_order", "Buy, as a shopper or a guest.")
            .body::<PlaceOrder>()
            .answer::<OrderPlaced>(201, "Placed.")
            .problems(&[
                SignInRequired,
                OutOfStock,
                PriceChanged,
                OneClickNotAllowed,
                PaymentDeclined,
                PaymentUnavailable,
            ]),
        Endpoint::get("/api/orders", tag, "list_orders", "The shopper's orders, newest first.")
            .signed_in()
            .lang()
            .query("cursor", "`meta.next` of the page before.")
            .answer_list::<OrderSummary>("A page of the orders.")
            .problems(&[InvalidInput]),
        Endpoint::get("/api/orders/{id}", tag, "order", "An order in full.")
            .signed_in_or_guest()
            .lang()
            .answer::<Order>(200, "The order.")
            .problems(&[NotFound]),
        Endpoint::get("/api/orders/{id}/events", tag, "order_events", "The order, live.")
            .signed_in_or_guest()
            .lang()
            .optional_header("Last-Event-ID", "The last event seen; what came after is sent.")
            .answer_as::<OrderEvent>(
                200,
                "text/event-stream",
                "Server-sent events named `order`, ids ascending; the data of each is an `OrderEvent`.",
            )
            .problems(&[NotFound]),
        Endpoint::unsafe_(Post, "/api/orders/{id}/cancellation", tag, "undo_order", "Undo an order.")
            .signed_in_or_guest()
            .lang()
            .answer::<Order>(200, "Called off; the money goes back.")
            .problems(&[NotFound, UndoExpired, OrderStateConflict]),
    ]
}

fn webhook<T: utoipa::ToSchema>(path: &'static str, id: &str) -> Endpoint {
    Endpoint::new(Post, path, "webhooks", id, "An event; one seen before is acknowledged again.")
        .header(SIGNATURE, "`t=<unix seconds>,v1=<hex HMAC-SHA-256 over t.body>`.")
        .body::<T>()
        .answers_empty(204, "Heard.")
        .problems(&[MalformedRequest, NotFound, SignatureInvalid])
}
