use leptos::prelude::*;

use super::{Glyph, Icon};

/// How much a button asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The action of the screen, in the accent; one of them at a time.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action beside others, without a border.
    Quiet,
    /// Takes something away for good.
    Danger,
}

/// A button's height. Small ones still answer to a thumb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// In tiles and rows.
    Small,
    /// Everywhere else.
    #[default]
    Medium,
    /// The buy box.
    Large,
}

pub(super) fn button_class(kind: ButtonKind, size: ButtonSize, wide: bool) -> String {
    let kind = match kind {
        ButtonKind::Primary => "primary",
        ButtonKind::Secondary => "secondary",
        ButtonKind::Quiet => "quiet",
        ButtonKind::Danger => "danger",
    };
    let size = match size {
        ButtonSize::Small => " button--small",
        ButtonSize::Medium => "",
        ButtonSize::Large => " button--large",
    };
    format!("button button--{kind}{size}{}", if wide { " button--wide" } else { "" })
}

/// Does something. For going somewhere take [`super::LinkButton`].
///
/// While off or busy it keeps its place in the tab order, so that the reason
/// in `note` is found, and swallows presses.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    /// Fills its line.
    #[prop(optional)]
    wide: bool,
    /// Submits its form.
    #[prop(optional)]
    submit: bool,
    #[prop(optional)] icon: Option<Glyph>,
    /// A second, quieter line inside: the total, or why it is off.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let off = move || disabled.get() || busy.get();
    let press = move |event: leptos::ev::MouseEvent| {
        if off() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=button_class(kind, size, wide)
            aria-disabled=move || off().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=press
        >
            {icon.map(|glyph| view! { <Icon glyph/> })}
            <span class="button__label">
                {children()}
                {move || note.get().map(|text| view! { <span class="button__note">{text}</span> })}
            </span>
        </button>
    }
}
