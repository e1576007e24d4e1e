use leptos::prelude::*;

/// How far a long operation is.
#[component]
pub fn ProgressBar(
    #[prop(into)] label: String,
    /// 0 to 1; `None` while nobody knows.
    #[prop(into)]
    value: Signal<Option<f64>>,
) -> impl IntoView {
    view! {
        <progress class="progress" max="1" aria-label=label value=move || value.get()></progress>
    }
}
