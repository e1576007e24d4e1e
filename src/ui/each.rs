use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::*;

/// What a row shows, made when it appears.
type MakeRow = Box<dyn FnOnce() -> AnyView + Send>;

/// Rows that keep their elements, focus and state while others come and go. Does
/// what `For` does, whose code comes anew with each type of item and row; this has
/// it once.
#[component]
pub fn Each<T, K, V>(
    /// The items, tracked.
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What tells an item from the others. One that changes is shown anew.
    key: impl Fn(&T) -> K + Send + Sync + 'static,
    /// The row of an item.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Hash,
    V: IntoView + 'static,
{
    let row = Arc::new(children);
    let rows = move || {
        let mut rows = Vec::new();
        for item in items() {
            let key = key(&item);
            let fingerprint = fingerprint(&|hasher| key.hash(&mut &mut *hasher));
            let row = row.clone();
            let make: MakeRow = Box::new(move || row(item).into_any());
            rows.push((fingerprint, make));
        }
        rows
    };
    each_row(Box::new(rows))
}

fn each_row(rows: Box<dyn Fn() -> Vec<(u64, MakeRow)> + Send + Sync>) -> AnyView {
    view! { <For each=rows key=|(key, _)| *key children=|(_, make)| make() /> }.into_any()
}

/// The hash of a key, which hands itself to the hasher; that is code of some size, and there
/// once for all types.
fn fingerprint(hash: &dyn Fn(&mut dyn Hasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(&mut hasher);
    hasher.finish()
}
