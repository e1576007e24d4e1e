use leptos::prelude::*;

/// How far a long operation is.
#[component]
pub fn ProgressBar(
    #[prop(into)] label: String,
    /// 0 to 1; `None` while nobody knows.
    #[prop(into)]
    value: Signal<Option<f64>>,
) -> impl IntoView {
    // Whole per cent: writing out a fraction is code of its own.
    let percent = move || value.get().map(|share| (share * 100.0) as u32);
    view! { <progress class="progress" max="100" aria-label=label value=percent></progress> }
}
