use leptos::prelude::*;

/// A component under the name that it has in the code, in all its states.
pub fn specimen(name: &'static str, states: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="panel">
            <h2 class="panel__title">
                <code translate="no">{name}</code>
            </h2>
            <div class="stack">{states.into_any()}</div>
        </section>
    }
    .into_any()
}
