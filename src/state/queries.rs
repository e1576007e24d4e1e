use std::time::Duration;

use leptos::prelude::*;
use leptos_fetch::{QueryClient, QueryOptions};

/// In the browser values are decoded by the browser's own JSON parser.
#[cfg(target_arch = "wasm32")]
type Codec = codee::string::JsonSerdeWasmCodec;
/// On a server values are encoded into the page.
#[cfg(not(target_arch = "wasm32"))]
type Codec = codee::string::JsonSerdeCodec;

/// The cache of what was read from the backend.
pub type Queries = QueryClient<Codec>;

/// After this a cached answer is shown at once and asked for again.
const STALE: Duration = Duration::from_secs(30);

/// Makes the cache known to everything below.
pub fn provide_queries() {
    QueryClient::new()
        .set_codec::<Codec>()
        .with_options(QueryOptions::new().with_stale_time(STALE))
        .provide();
}

/// The cache of the page.
pub fn use_queries() -> Queries {
    expect_context()
}
