use leptos::prelude::*;

use super::samples::{drawing, drawings, full_tile, grid, plain_tile, yuan};
use super::specimen::specimen;
use crate::features::written::{When, Written};
use crate::i18n::{strings, use_locale};
use crate::ui::markup::html;
use crate::ui::{
    Button, Gallery, GalleryZoom, PendingPrice, Picture, Price, PriceSize, RatingBar,
    RatingHistogram, Stars, StarsInput, gallery, picture, stars,
};

/// What is sold, what it costs, and what others say about it.
pub fn specimens() -> AnyView {
    view! {
        {specimen("product_tile", tiles())}
        {specimen("Price, PendingPrice", prices())}
        {specimen("Stars, stars", ratings())}
        {specimen("StarsInput", stars_inputs())}
        {specimen("RatingHistogram", histograms())}
        {specimen("Picture, picture", pictures())}
        {specimen("gallery, GalleryZoom", galleries())}
    }
    .into_any()
}

fn tiles() -> AnyView {
    let l = use_locale();
    grid(l, [plain_tile(l), full_tile(l), plain_tile(l), plain_tile(l)])
}

fn prices() -> AnyView {
    let l = use_locale();
    let rows = [PriceSize::Small, PriceSize::Medium, PriceSize::Large]
        .map(|size| {
            view! {
                <div class="cluster">
                    <Price amount=yuan(4_590) size />
                    <Price amount=yuan(-500) size />
                    <Price
                        amount=yuan(129_900)
                        before=yuan(159_900)
                        saving=strings::catalog::save(l, "¥300")
                        prefix=strings::catalog::from(l).to_owned()
                        size
                    />
                    <PendingPrice size />
                </div>
            }
        })
        .collect_view();
    view! { {rows} }.into_any()
}

fn ratings() -> AnyView {
    let l = use_locale();
    let row = [0.0, 2.5, 4.3, 5.0].map(|rating| view! { <Stars rating /> }).collect_view();
    let counted = stars(l, 4.3, Some("(1,234)"));
    view! {
        <div class="cluster">{row} <Stars rating=3.0 bare=true /></div>
        <div inner_html=counted.into_string()></div>
    }
    .into_any()
}

fn stars_inputs() -> AnyView {
    let l = use_locale();
    let value = RwSignal::new(4_u8);
    let set = move |chosen| value.set(chosen);
    let meaning = Signal::derive(move || {
        (value.get() == 4).then(|| strings::review::meaning_4(l).to_owned())
    });
    view! {
        <StarsInput name="overall" label=strings::review::overall(l) value on_change=set meaning large=true />
        <StarsInput name="quality" label=strings::review::quality(l) value on_change=set />
        <StarsInput
            name="service"
            label=strings::review::service(l)
            value=0_u8
            on_change=|_| ()
            error=Some(strings::review::error_rating(l).to_owned())
        />
    }
    .into_any()
}

fn histograms() -> AnyView {
    let l = use_locale();
    let bars = |selected: u8| {
        [(5, "120", 120), (4, "60", 60), (3, "12", 12), (2, "0", 0), (1, "8", 8)]
            .map(|(stars, count, number)| RatingBar {
                stars,
                count: count.into(),
                share: (number, 200),
                label: format!("{stars}: {count}"),
                href: "#histogram".to_owned(),
                selected: selected == stars,
            })
            .to_vec()
    };
    let label = strings::review::histogram(l);
    view! {
        <RatingHistogram label bars=bars(4) />
        <RatingHistogram label bars=bars(0) />
    }
    .into_any()
}

fn pictures() -> AnyView {
    let l = use_locale();
    let as_text = picture(&drawing(l, "c9b8a4"), "6rem", false);
    view! {
        <div class="rows">
            <div class="list-row">
                <div class="list-row__lead">
                    <Picture source=drawing(l, "b9c4b1") sizes="6rem" />
                </div>
                <div class="list-row__lead" inner_html=as_text.into_string()></div>
            </div>
        </div>
    }
    .into_any()
}

fn galleries() -> AnyView {
    let l = use_locale();
    let label = strings::gallery::sample_title(l);
    let show = RwSignal::new(0_usize);
    let shown = Gallery::default();
    let (current, open) = (shown.current, shown.zoomed);
    let pictures = Written::new(
        move |_| html! { div data-live="it" { (gallery(l, label, &drawings(l), "24rem")) } },
    )
    .follow("it", When::AtOnce, move |root| shown.follow(l, &root, show.into()))
    .view("live");
    view! {
        <div class="cluster">
            <Button on_press=move |()| show.update(|at| *at = (*at + 1) % 3)>
                {strings::ui::next_picture(l)}
            </Button>
            <Button on_press=move |()| open.set(true)>{strings::ui::zoom(l)}</Button>
        </div>
        {pictures}
        <GalleryZoom label=label.to_owned() pictures=drawings(l) current open />
    }
    .into_any()
}
