use leptos::prelude::*;

use crate::features::written::{When, Written};
use crate::i18n::Locale;
use crate::ui::markup::html;
use crate::ui::{Gallery, GalleryZoom, PictureSource, gallery};

/// How wide a product's picture is.
const SIZES: &str = "(width >= 48rem) calc(min(46vw, 52rem)*{ratio}), calc(100vw*{ratio})";

/// A product's pictures, with the chosen variant's in front.
pub fn product_gallery(
    l: Locale,
    label: String,
    pictures: Vec<PictureSource>,
    chosen: Signal<usize>,
) -> Written {
    let Gallery { current, zoomed } = Gallery::default();
    let (name, shown) = (label.clone(), pictures.clone());
    Written::new(move |places| {
        html! {
            div.live data-live="pictures" { (gallery(l, &name, &shown, SIZES)) }
            (places.at("zoom"))
        }
    })
    .follow("pictures", When::AtOnce, move |root| {
        Gallery { current, zoomed }.follow(l, &root, chosen);
    })
    .live("zoom", When::Last, move || {
        view! { <GalleryZoom label pictures current open=zoomed /> }.into_any()
    })
}
