//! Words for people in tests.

use serde_json::{Value, json};
use vitrine_contract::identity::{Challenge, DemoMessage, Session, Shopper};
use vitrine_contract::list::List;

use crate::common::{Answer, Client};

/// Signs in as a fresh demo shopper.
pub async fn demo(client: &Client) -> Shopper {
    let session: Session = client.post("/api/sign-in/demo", &json!({})).await.json();
    session.shopper.expect("signed in")
}

/// Asks for a code.
pub async fn challenge(client: &Client, contact: &str) -> Challenge {
    client.post("/api/sign-in/codes", &json!({ "contact": contact })).await.json()
}

/// The latest code that was sent.
pub async fn latest_code(client: &Client) -> String {
    let inbox: List<DemoMessage> = client.get("/api/demo/inbox").await.json();
    inbox.items.first().expect("a message").code.clone()
}

/// A code that is not this one.
pub fn another(code: &str) -> String {
    let first = if code.starts_with('1') { '2' } else { '1' };
    format!("{first}{}", &code[1..])
}

/// Sends a code for a challenge.
pub async fn try_code(client: &Client, challenge: &Challenge, code: &str) -> Answer {
    client.post("/api/sign-in/sessions", &json!({ "challenge": challenge.id, "code": code })).await
}

/// Signs in with a code, without anything of one's own.
pub async fn sign_in(client: &Client, contact: &str) -> Shopper {
    let challenge = challenge(client, contact).await;
    let code = latest_code(client).await;
    let session: Session = try_code(client, &challenge, &code).await.json();
    session.shopper.expect("signed in")
}

/// Who is signed in.
pub async fn who(client: &Client) -> Option<Shopper> {
    let session: Session = client.get("/api/session").await.json();
    session.shopper
}

/// A good address as it is saved.
pub fn address() -> Value {
    json!({
        "name": "王小明",
        "phone": "13800138000",
        "region": "浙江省",
        "city": "杭州市西湖区",
        "street": "文三路 1 号",
        "postal_code": "310012",
    })
}
