use leptos::prelude::*;

/// Cards of which one is chosen; arrow keys move between them.
#[component]
pub fn RadioGroup(
    /// The question.
    #[prop(into)]
    legend: String,
    /// Reads the question out without showing it.
    #[prop(optional)]
    quiet_legend: bool,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// [`RadioCard`]s of one name.
    children: Children,
) -> impl IntoView {
    let class = if quiet_legend { "visually-hidden" } else { "radio-group__legend" };
    view! {
        <fieldset class="radio-group">
            <legend class=class>{legend}</legend>
            <div class="radio-group__cards">{children()}</div>
            <p class="field__error" aria-live="polite">
                {move || error.get()}
            </p>
        </fieldset>
    }
}

/// An option with room for its price, time or address.
#[component]
pub fn RadioCard(
    /// The same for all cards of a group.
    #[prop(into)]
    name: String,
    #[prop(into)] value: String,
    #[prop(into)] title: String,
    /// At the end of the title's line: the fee, the time.
    #[prop(optional, into)]
    aside: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_select: Callback<()>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// Details below the title, or why it is off.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <label class="radio-card">
            <input
                class="radio-card__radio"
                type="radio"
                name=name
                value=value
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                disabled=move || disabled.get()
                on:change=move |_| on_select.run(())
            />
            <span class="radio-card__title">{title}</span>
            <span class="radio-card__aside">{aside}</span>
            {children
                .map(|children| view! { <span class="radio-card__body">{children()}</span> })}
        </label>
    }
}
