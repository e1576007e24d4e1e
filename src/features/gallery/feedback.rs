use leptos::prelude::*;

use super::specimen::specimen;
use crate::browser;
use crate::i18n::{strings, use_locale};
use crate::ui::markup::html;
use crate::ui::{
    Badge, Banner, Button, ButtonKind, ButtonSize, EmptyState, ErrorState, Glyph, LinkButton,
    Loading, ProgressBar, Skeleton, SkeletonShape, SkeletonTiles, Toast, ToastRegion, Tone, badge,
};

/// What the shop tells: news, waiting, nothing there, something wrong.
pub fn specimens() -> AnyView {
    view! {
        {specimen("Badge, badge", badges())}
        {specimen("Banner", banners())}
        {specimen("ToastRegion", toasts())}
        {specimen("ProgressBar", progress())}
        {specimen("Loading, Skeleton, SkeletonTiles", skeletons())}
        {specimen("EmptyState", empty_states())}
        {specimen("ErrorState", error_states())}
    }
    .into_any()
}

fn tones() -> [Tone; 5] {
    [Tone::Neutral, Tone::Accent, Tone::Good, Tone::Warning, Tone::Bad]
}

fn badges() -> AnyView {
    let l = use_locale();
    let text = strings::catalog::in_stock(l);
    let plain = tones().map(|tone| view! { <Badge text tone /> }).collect_view();
    let with_icon =
        tones().map(|tone| view! { <Badge text tone icon=Glyph::Truck /> }).collect_view();
    let as_text = html! { @for tone in tones() { (badge(text, tone)) " " } };
    view! {
        <div class="cluster">{plain}</div>
        <div class="cluster">{with_icon}</div>
        <div inner_html=as_text.into_string()></div>
    }
    .into_any()
}

fn banners() -> AnyView {
    let l = use_locale();
    let plain = tones()
        .map(|tone| view! { <Banner tone text=strings::cart::last_known(l) /> })
        .collect_view();
    view! {
        {plain}
        <Banner
            tone=Tone::Warning
            title=strings::checkout::price_changed_title(l)
            text=strings::checkout::unavailable_title(l)
            urgent=true
        >
            <Button size=ButtonSize::Small>{strings::errors::retry(l)}</Button>
        </Banner>
    }
    .into_any()
}

fn toasts() -> AnyView {
    let l = use_locale();
    let shown = RwSignal::new(Vec::<Toast>::new());
    let region = NodeRef::<leptos::html::Section>::new();
    let show = move |()| {
        let action = |id: u64| id.is_multiple_of(2).then(|| strings::cart::undo(l).to_owned());
        let text = strings::catalog::added_to_cart(l);
        let make = |(id, tone): (usize, Tone)| {
            let id = id as u64;
            let href = (id == 4).then(|| "#toast".to_owned());
            Toast { id, tone, text: text.to_owned(), action: action(id), href }
        };
        shown.set(tones().into_iter().enumerate().map(make).collect());
        if let Some(region) = region.get_untracked() {
            browser::raise(&region);
        }
    };
    let dismiss = move |id: u64| shown.update(|toasts| toasts.retain(|toast| toast.id != id));
    view! {
        <Button on_press=show>{strings::gallery::show(l)}</Button>
        <ToastRegion
            label=strings::gallery::feedback(l)
            toasts=shown
            on_action=dismiss
            on_dismiss=dismiss
            node_ref=region
        />
    }
    .into_any()
}

fn progress() -> AnyView {
    let l = use_locale();
    let label = strings::ui::loading(l);
    let bars = [None, Some(0.0), Some(0.4), Some(1.0)]
        .map(|value| view! { <ProgressBar label value /> })
        .collect_view();
    view! { {bars} }.into_any()
}

fn skeletons() -> AnyView {
    let shapes =
        [SkeletonShape::Title, SkeletonShape::Text, SkeletonShape::Button, SkeletonShape::Row]
            .map(|shape| view! { <Skeleton shape /> })
            .collect_view();
    view! {
        <Loading>
            {shapes} <Skeleton lines=3 />
            <div class="product-grid">
                <Skeleton shape=SkeletonShape::Picture />
            </div>
        </Loading>
        <SkeletonTiles count=4 />
    }
    .into_any()
}

fn empty_states() -> AnyView {
    let l = use_locale();
    view! {
        <EmptyState
            glyph=Glyph::Cart
            title=strings::cart::empty_title(l)
            text=strings::cart::empty_text(l)
        >
            <LinkButton href="#empty" kind=ButtonKind::Primary>{strings::cart::to_shop(l)}</LinkButton>
        </EmptyState>
        <EmptyState glyph=Glyph::Search title=strings::catalog::nothing_found(l) />
    }
    .into_any()
}

fn error_states() -> AnyView {
    let l = use_locale();
    view! {
        <ErrorState title=strings::errors::problem_title(l) text=strings::errors::undecodable_text(l)>
            <Button kind=ButtonKind::Primary icon=Glyph::Refresh>{strings::errors::retry(l)}</Button>
        </ErrorState>
        <ErrorState
            glyph=Glyph::Offline
            title=strings::errors::network_title(l)
            text=strings::errors::network_text(l)
        />
    }
    .into_any()
}
