use leptos::prelude::*;

use super::markup::{Markup, html};

/// A picture at several widths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PictureSource {
    /// Address with `{width}` where the width stands, `/media/3/{width}.webp`.
    pub url: String,
    /// The widths there are, ascending.
    pub widths: Vec<u32>,
    /// Size of the largest, which gives the shape before it has loaded.
    pub width: u32,
    pub height: u32,
    /// What it shows, empty for a picture that only repeats its caption.
    pub alt: String,
    /// Main colour, `#rrggbb`, shown until it has loaded.
    pub tone: Option<String>,
}

impl PictureSource {
    /// Address at the smallest width that is no less than `width`.
    pub fn at(&self, width: u32) -> String {
        let found = self.widths.iter().find(|w| **w >= width).or(self.widths.last());
        self.url.replace("{width}", &found.copied().unwrap_or(self.width).to_string())
    }

    /// In tenths, which are near enough and alike for many pictures.
    fn sizes(&self, sizes: &str) -> String {
        let drawn = 10 * self.width.max(self.height);
        let tenths = (drawn + self.height / 2).checked_div(self.height).unwrap_or(10);
        let factor = match (tenths / 10, tenths % 10) {
            (1, 0) => String::new(),
            (whole, tenth) => format!("*{whole}.{tenth}"),
        };
        sizes.replace("*{ratio}", &factor)
    }

    fn srcset(&self) -> Option<String> {
        let one = |w: &u32| format!("{} {w}w", self.url.replace("{width}", &w.to_string()));
        (self.widths.len() > 1).then(|| self.widths.iter().map(one).collect::<Vec<_>>().join(", "))
    }
}

/// A picture that never makes the page jump.
#[component]
pub fn Picture(
    source: PictureSource,
    /// How wide its place is, as the `sizes` attribute says it. Where it fills a
    /// square, `*{ratio}` stands for how much wider than the square it is drawn.
    #[prop(default = "100vw")]
    sizes: &'static str,
    /// The page's first large picture: at once, before all others.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    // Its frame leaves no trace in the layout.
    view! { <span class="picture-frame" inner_html=picture(&source, sizes, first).into_string()></span> }
}

/// [`Picture`] as text.
pub fn picture(source: &PictureSource, sizes: &str, first: bool) -> Markup {
    html! {
        img.picture
            loading=(if first { "eager" } else { "lazy" })
            fetchpriority=[first.then_some("high")]
            decoding=(if first { "auto" } else { "async" })
            width=(source.width)
            height=(source.height)
            alt=(source.alt)
            data-tone=[source.tone.as_ref()]
            sizes=(source.sizes(sizes))
            srcset=[source.srcset()]
            src=(source.at(640));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_larger_width_is_taken() {
        let source = PictureSource {
            url: "/m/{width}.webp".into(),
            widths: vec![320, 640, 1280],
            ..Default::default()
        };
        assert_eq!(source.at(400), "/m/640.webp");
        assert_eq!(source.at(4_000), "/m/1280.webp");
        assert_eq!(
            source.srcset().as_deref(),
            Some("/m/320.webp 320w, /m/640.webp 640w, /m/1280.webp 1280w")
        );
    }

    #[test]
    fn a_wide_picture_is_drawn_wider_than_its_square() {
        let wide = PictureSource { width: 1280, height: 853, ..Default::default() };
        assert_eq!(wide.sizes("calc(45vw*{ratio})"), "calc(45vw*1.5)");
        let tall = PictureSource { width: 853, height: 1280, ..Default::default() };
        assert_eq!(tall.sizes("calc(45vw*{ratio})"), "calc(45vw)");
        assert_eq!(tall.sizes("6rem"), "6rem");
    }

    #[test]
    fn a_picture_of_one_width_needs_no_set() {
        let source = PictureSource { url: "/drawn.svg".into(), ..Default::default() };
        assert_eq!((source.at(1), source.srcset()), ("/drawn.svg".into(), None));
    }
}
