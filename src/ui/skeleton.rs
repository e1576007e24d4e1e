use leptos::prelude::*;

use super::markup::html;

/// What will stand there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkeletonShape {
    /// Lines of text.
    #[default]
    Text,
    /// A heading.
    Title,
    /// A picture in the ratio of its grid.
    Picture,
    /// A control.
    Button,
    /// A list row.
    Row,
}

/// A place held for what is loading. Put several into one [`super::Loading`].
#[component]
pub fn Skeleton(
    #[prop(optional)] shape: SkeletonShape,
    /// How often.
    #[prop(default = 1)]
    lines: usize,
) -> impl IntoView {
    let class = match shape {
        SkeletonShape::Text => "skeleton skeleton--text",
        SkeletonShape::Title => "skeleton skeleton--title",
        SkeletonShape::Picture => "skeleton skeleton--picture",
        SkeletonShape::Button => "skeleton skeleton--button",
        SkeletonShape::Row => "skeleton skeleton--row",
    };
    (0..lines).map(|_| view! { <div class=class aria-hidden="true"></div> }).collect_view()
}

/// A grid of product tiles to come, in the geometry of the real ones.
#[component]
pub fn SkeletonTiles(count: usize) -> impl IntoView {
    let tiles = html! {
        @for _ in 0..count {
            div.product-tile aria-hidden="true" {
                div.skeleton.skeleton--picture {}
                div.skeleton.skeleton--text {}
                div.skeleton.skeleton--text.skeleton--short {}
            }
        }
    };
    view! { <div class="product-grid product-grid--coming" inner_html=tiles.into_string()></div> }
}
