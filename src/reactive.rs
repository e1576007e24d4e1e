//! Effects and memos, each made in one place: the framework's own are compiled anew for
//! every closure, some 800 bytes each.

use leptos::prelude::{Effect, Memo};

/// Runs now and after every change of what it reads, in the browser only. What it is to
/// remember it keeps itself.
pub fn effect(run: impl FnMut() + 'static) {
    one_effect(Box::new(run));
}

fn one_effect(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// A value made of others, which tells whoever reads it only of real changes.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    one_memo(Box::new(compute))
}

fn one_memo<T: PartialEq + Send + Sync + 'static>(
    compute: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| compute())
}
