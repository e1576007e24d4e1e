//! The wire as it was agreed: each file in `golden/` is read into its type and
//! written back without a difference. A change here changes the contract.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use vitrine_contract::{addresses::*, cart::*, catalog::*, identity::*, list::*, orders::*};
use vitrine_contract::{
    payments::*, problem::*, products::*, reviews::*, tracking::*, webhooks::*,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn golden(name: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).expect(name);
    serde_json::from_str(&text).expect(name)
}

fn round_trip<T: DeserializeOwned + Serialize>(name: &str) {
    let wire = golden(name);
    let value: T = serde_json::from_value(wire.clone()).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(serde_json::to_value(&value).expect(name), wire, "{name}");
}

macro_rules! golden_files {
    ($($name:ident: $type:ty,)*) => {
        $(#[test] fn $name() { round_trip::<$type>(stringify!($name)); })*

        #[test]
        fn every_file_has_its_test() {
            let tested: BTreeSet<String> = [$(stringify!($name).to_owned()),*].into();
            let files: BTreeSet<String> = std::fs::read_dir(folder())
                .expect("golden/")
                .filter_map(|e| e.ok()?.path().file_stem()?.to_str().map(str::to_owned))
                .collect();
            assert_eq!(files, tested);
        }
    };
}

golden_files! {
    address: Address,
    save_address: SaveAddress,
    payment_method: PaymentMethod,
    create_payment_method: CreatePaymentMethod,
    session: Session,
    session_guest: Session,
    challenge: Challenge,
    sign_in: SignIn,
    home: Home,
    product_list: ProductList,
    product_page: ProductPage,
    review: Review,
    create_review: CreateReview,
    upload: Upload,
    cart_quote: CartQuote,
    place_order_one_click: PlaceOrder,
    place_order_guest: PlaceOrder,
    place_order_token: PlaceOrder,
    order: Order,
    order_placed: OrderPlaced,
    order_list: List<OrderSummary>,
    order_event: OrderEvent,
    problem: Problem,
    problem_plain: Problem,
    payment_event: PaymentEvent,
    fulfilment_event: FulfilmentEvent,
    carrier_event: CarrierEvent,
}

macro_rules! open_enums {
    ($($type:ident),* $(,)?) => {
        #[test]
        fn a_newer_backends_values_are_kept() {
            $(
                let value: $type = serde_json::from_value(json!("brand_new")).expect("decodes");
                assert_eq!(value, $type::Other("brand_new".into()));
                assert_eq!(serde_json::to_value(value).expect("encodes"), json!("brand_new"));
                for known in $type::KNOWN {
                    let value: $type = serde_json::from_value(json!(known)).expect("decodes");
                    assert!(!matches!(value, $type::Other(_)), "{known}");
                    assert_eq!(serde_json::to_value(value).expect("encodes"), json!(known));
                }
            )*
        }
    };
}

open_enums!(
    Availability,
    Sort,
    Channel,
    OrderStatus,
    FulfilmentStatus,
    ReviewState,
    PaymentKind,
    PaymentStatus,
    ReviewStatus,
    ReviewSort,
    Step,
    TrackingStatus,
    PaymentEventKind,
    FulfilmentEventKind,
    FieldCode,
    ProblemCode,
);

#[test]
fn an_order_of_a_newer_backend_still_decodes() {
    let mut wire = golden("order");
    wire["status"] = json!("teleported");
    wire["shipments"][0]["status"] = json!("in_orbit");
    wire["timeline"][0]["step"] = json!("dreamt_of");
    wire["carbon_grams"] = json!(120);
    let order: Order = serde_json::from_value(wire).expect("decodes");
    assert_eq!(order.status, OrderStatus::Other("teleported".into()));
    assert_eq!(order.shipments[0].status, TrackingStatus::Other("in_orbit".into()));
    assert_eq!(order.timeline[0].step, Step::Other("dreamt_of".into()));
}

#[test]
fn what_may_be_left_out_has_its_default() {
    let address = json!({
        "name": "A", "phone": "12345", "region": "R", "city": "C", "street": "S"
    });
    let address: SaveAddress = serde_json::from_value(address).expect("decodes");
    assert!(!address.is_default && address.fields.postal_code.is_empty());

    let mut review = golden("create_review");
    for optional in ["title", "photos", "anonymous"] {
        review.as_object_mut().expect("object").remove(optional);
    }
    let review: CreateReview = serde_json::from_value(review).expect("decodes");
    assert!(review.title.is_empty() && review.photos.is_empty() && !review.anonymous);
}

#[test]
fn every_known_problem_has_a_client_or_server_status() {
    for code in ProblemCode::KNOWN {
        let status = ProblemCode::from(*code).status();
        assert!((400..600).contains(&status), "{code}: {status}");
        assert!(status != 500 || *code == "internal", "{code} would be a 500");
    }
}
