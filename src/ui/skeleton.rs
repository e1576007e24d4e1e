use leptos::prelude::*;

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

/// Product tiles to come, in the geometry of the real ones.
#[component]
pub fn SkeletonTiles(#[prop(default = 8)] count: usize) -> impl IntoView {
    (0..count)
        .map(|_| {
            view! {
                <div class="product-tile" aria-hidden="true">
                    <div class="skeleton skeleton--picture"></div>
                    <div class="skeleton skeleton--text"></div>
                    <div class="skeleton skeleton--text skeleton--short"></div>
                </div>
            }
        })
        .collect_view()
}
