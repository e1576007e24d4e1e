use leptos::prelude::*;

use super::specimen::specimen;
use crate::i18n::{strings, use_locale};
use crate::ui::{Button, ButtonKind, ButtonSize, Glyph, IconButton, LinkButton};

/// What does something, or leads somewhere.
pub fn specimens() -> AnyView {
    view! {
        {specimen("Button", buttons())}
        {specimen("LinkButton", link_buttons())}
        {specimen("IconButton", icon_buttons())}
    }
    .into_any()
}

fn kinds() -> [ButtonKind; 4] {
    [ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Quiet, ButtonKind::Danger]
}

fn sizes() -> [ButtonSize; 3] {
    [ButtonSize::Small, ButtonSize::Medium, ButtonSize::Large]
}

fn buttons() -> AnyView {
    let l = use_locale();
    let label = strings::catalog::add_to_cart(l);
    let by_size = sizes()
        .map(|size| {
            let row =
                kinds().map(|kind| view! { <Button kind size>{label}</Button> }).collect_view();
            view! { <div class="cluster">{row}</div> }
        })
        .collect_view();
    let states = kinds()
        .map(|kind| {
            view! {
                <div class="cluster">
                    <Button kind icon=Glyph::Cart>{label}</Button>
                    <Button kind busy=true>{label}</Button>
                    <Button kind disabled=true note=Some(strings::catalog::sold_out(l).to_owned())>
                        {label}
                    </Button>
                </div>
            }
        })
        .collect_view();
    view! {
        {by_size}
        {states}
        <Button kind=ButtonKind::Primary size=ButtonSize::Large wide=true submit=true note=Some("¥45.90".to_owned())>
            {strings::cart::checkout(l)}
        </Button>
    }
    .into_any()
}

fn link_buttons() -> AnyView {
    let l = use_locale();
    let row = kinds()
        .map(
            |kind| view! { <LinkButton href="#link" kind>{strings::cart::to_shop(l)}</LinkButton> },
        )
        .collect_view();
    let by_size = sizes()
        .map(|size| {
            view! {
                <LinkButton href="#link" size icon=Glyph::ChevronRight>
                    {strings::catalog::see_all(l)}
                </LinkButton>
            }
        })
        .collect_view();
    view! {
        <div class="cluster">{row}</div>
        <div class="cluster">{by_size}</div>
        <LinkButton href="#link" wide=true>{strings::catalog::view_cart(l)}</LinkButton>
    }
    .into_any()
}

fn icon_buttons() -> AnyView {
    let l = use_locale();
    let liked = RwSignal::new(true);
    let label = strings::gallery::keep(l);
    view! {
        <div class="cluster">
            <IconButton glyph=Glyph::Share label on_press=|()| () />
            <IconButton glyph=Glyph::Share label filled=true on_press=|()| () />
            <IconButton
                glyph=Glyph::Heart
                label
                pressed=liked
                on_press=move |()| liked.update(|liked| *liked = !*liked)
            />
            <IconButton glyph=Glyph::Heart label filled=true pressed=Signal::stored(false) on_press=|()| () />
            <IconButton glyph=Glyph::Trash label disabled=true on_press=|()| () />
        </div>
    }
    .into_any()
}
