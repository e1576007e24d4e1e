//! What is the shopper's own: sign-in, addresses, means of payment, reviews.

use utoipa::openapi::HttpMethod::{Delete, Post, Put};

use super::endpoint::Endpoint;
use crate::ProblemCode::{
    CodeExpired, CodeWrong, InvalidInput, NotFound, PaymentDeclined, PaymentUnavailable,
    PhotoUnreadable, ReviewDuplicate, ReviewNotPurchased, ReviewTooShort, ReviewTooSoon,
    TooManyPhotos, TooManyRequests,
};
use crate::addresses::{Address, SaveAddress};
use crate::identity::{Challenge, DemoMessage, RequestCode, Session, SignIn};
use crate::payments::{CreatePaymentMethod, PaymentMethod, UpdatePaymentMethod};
use crate::reviews::{CreateReview, PHOTO_TYPES, Review, Upload};

const COOKIE: &str = "`vitrine_session`: HttpOnly, SameSite=Lax, 30 days; Secure on https.";
const VERSION: &str = "The thing's version, for `If-Match`.";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let mut all = identity();
    all.extend(addresses());
    all.extend(payment_methods());
    all.extend(reviews());
    all
}

fn identity() -> Vec<Endpoint> {
    vec![
        Endpoint::unsafe_(Post, "/api/sign-in/codes", "identity", "request_code", "Send a code.")
            .body::<RequestCode>()
            .answer::<Challenge>(202, "Sent, whether the shopper is known or not.")
            .problems(&[TooManyRequests]),
        Endpoint::unsafe_(
            Post,
            "/api/sign-in/sessions",
            "identity",
            "sign_in",
            "Sign in with the code; the first time makes the shopper.",
        )
        .body::<SignIn>()
        .answer::<Session>(201, "Signed in.")
        .answer_header("Set-Cookie", COOKIE)
        .problems(&[CodeWrong, CodeExpired]),
        Endpoint::unsafe_(
            Post,
            "/api/sign-in/demo",
            "demo",
            "sign_in_demo",
            "Sign in as a demo shopper of one's own.",
        )
        .answer::<Session>(201, "Signed in.")
        .answer_header("Set-Cookie", COOKIE)
        .problems(&[NotFound, TooManyRequests]),
        Endpoint::get(
            "/api/session",
            "identity",
            "session",
            "Who is signed in, and the shop's rules.",
        )
        .answer::<Session>(200, "The session; `shopper` is null for a guest."),
        Endpoint::unsafe_(Delete, "/api/session", "identity", "sign_out", "Sign out.")
            .answers_empty(204, "Signed out, or was not signed in."),
        Endpoint::get(
            "/api/demo/inbox",
            "demo",
            "demo_inbox",
            "The last 50 codes sent, newest first.",
        )
        .answer_list::<DemoMessage>("The messages.")
        .problems(&[NotFound]),
    ]
}

fn addresses() -> Vec<Endpoint> {
    let tag = "addresses";
    vec![
        Endpoint::get("/api/addresses", tag, "list_addresses", "The shopper's addresses.")
            .signed_in()
            .answer_list::<Address>("All of them, the default first."),
        Endpoint::unsafe_(Post, "/api/addresses", tag, "create_address", "Keep an address.")
            .signed_in()
            .body::<SaveAddress>()
            .answer::<Address>(201, "Kept.")
            .answer_header("ETag", VERSION),
        Endpoint::unsafe_(Put, "/api/addresses/{id}", tag, "update_address", "Change an address.")
            .signed_in()
            .if_match()
            .body::<SaveAddress>()
            .answer::<Address>(200, "Changed.")
            .answer_header("ETag", VERSION)
            .problems(&[NotFound]),
        Endpoint::unsafe_(
            Delete,
            "/api/addresses/{id}",
            tag,
            "delete_address",
            "Forget an address; the latest of the others becomes the default if need be.",
        )
        .signed_in()
        .if_match()
        .answers_empty(204, "Forgotten.")
        .problems(&[NotFound]),
    ]
}

fn payment_methods() -> Vec<Endpoint> {
    let tag = "payments";
    let path = "/api/payment-methods";
    let one = "/api/payment-methods/{id}";
    vec![
        Endpoint::get(path, tag, "list_payment_methods", "The shopper's means of payment.")
            .signed_in()
            .answer_list::<PaymentMethod>("All of them, the default first."),
        Endpoint::unsafe_(Post, path, tag, "create_payment_method", "Keep a means of payment.")
            .signed_in()
            .body::<CreatePaymentMethod>()
            .answer::<PaymentMethod>(201, "Kept.")
            .answer_header("ETag", VERSION)
            .problems(&[PaymentDeclined, PaymentUnavailable]),
        Endpoint::unsafe_(Put, one, tag, "update_payment_method", "Change its limit or default.")
            .signed_in()
            .if_match()
            .body::<UpdatePaymentMethod>()
            .answer::<PaymentMethod>(200, "Changed.")
            .answer_header("ETag", VERSION)
            .problems(&[NotFound]),
        Endpoint::unsafe_(Delete, one, tag, "delete_payment_method", "Forget a means of payment.")
            .signed_in()
            .if_match()
            .answers_empty(204, "Forgotten.")
            .problems(&[NotFound]),
    ]
}

fn reviews() -> Vec<Endpoint> {
    vec![
        Endpoint::unsafe_(
            Post,
            "/api/orders/{id}/lines/{line}/review",
            "reviews",
            "create_review",
            "Review a line that has arrived, once.",
        )
        .signed_in()
        .lang()
        .body::<CreateReview>()
        .answer::<Review>(201, "Published.")
        .problems(&[
            NotFound,
            ReviewDuplicate,
            ReviewNotPurchased,
            ReviewTooShort,
            ReviewTooSoon,
            TooManyPhotos,
        ]),
        Endpoint::unsafe_(
            Post,
            "/api/uploads",
            "reviews",
            "upload",
            "Upload a photo for a review.",
        )
        .signed_in()
        .binary_body(
            &PHOTO_TYPES,
            "The picture itself, at most 8 MiB. It is decoded and re-encoded.",
        )
        .answer::<Upload>(201, "Kept for 48 hours, for good once a review names it.")
        .problems(&[InvalidInput, PhotoUnreadable, TooManyRequests]),
    ]
}
