//! How a link to a page looks where it is shared (Open Graph).

use maud::html;
use vitrine::features::head::Head;
use vitrine::routes::Route;
use vitrine_contract::media::Picture;
use vitrine_i18n::{Locale, strings};

use super::address::Place;

/// Sites that show a large picture ask for one this wide.
const PICTURE_WIDTH: u32 = 1200;

/// The card of a page.
pub fn card(place: &Place, head: &Head, picture: Option<&Picture>) -> String {
    // They show photos; nobody shows a drawing.
    let picture = picture.filter(|picture| !picture.template.ends_with(".svg"));
    let kind = if matches!(place.route, Route::Product { .. }) { "product" } else { "website" };
    let style = if picture.is_some() { "summary_large_image" } else { "summary" };
    html! {
        meta property="og:type" content=(kind);
        meta property="og:title" content=(head.title);
        @if let Some(text) = &head.description {
            meta property="og:description" content=(text);
        }
        meta property="og:url" content=(place.canonical());
        meta property="og:site_name" content=(strings::shell::shop_name(place.locale));
        meta property="og:locale" content=(territory(place.locale));
        @if let Some(picture) = picture {
            @let (width, height) = size(picture);
            meta property="og:image" content=(place.file(&picture.url(PICTURE_WIDTH)));
            meta property="og:image:width" content=(width);
            meta property="og:image:height" content=(height);
            @if !picture.alt.is_empty() {
                meta property="og:image:alt" content=(picture.alt);
            }
        }
        meta name="twitter:card" content=(style);
    }
    .into_string()
}

/// Of the file that the card names.
fn size(picture: &Picture) -> (u32, u32) {
    let width = picture.widths.iter().copied().find(|width| *width >= PICTURE_WIDTH);
    let width = width.unwrap_or(picture.width);
    let height = u64::from(picture.height) * u64::from(width) / u64::from(picture.width.max(1));
    (width, u32::try_from(height).unwrap_or(picture.height))
}

/// Open Graph knows languages with a territory only.
fn territory(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhHans => "zh_CN",
        Locale::ZhHant => "zh_TW",
        Locale::En => "en_US",
    }
}

#[cfg(test)]
mod tests {
    use vitrine::routes::Page;

    use super::*;
    use crate::storefront::origin::Origin;

    fn of(path: &str, picture: &Picture) -> String {
        let origin = Origin::parse("https://shop.example").unwrap();
        let place = Place::of(&Page::of(path), "lang=en", Locale::En, &origin).unwrap();
        let head = Head { title: "\"Tea\" & <co>".into(), description: Some("Green.".into()) };
        card(&place, &head, Some(picture))
    }

    fn picture(template: &str) -> Picture {
        Picture {
            template: template.into(),
            widths: vec![640, 960, 1280],
            width: 1280,
            height: 854,
            tone: "#ffffff".into(),
            alt: "A cup".into(),
        }
    }

    #[test]
    fn a_product_is_shown_with_its_photo() {
        let card = of("/p/tea", &picture("/media/1-{width}.webp"));
        for tag in [
            "<meta property=\"og:type\" content=\"product\">",
            "<meta property=\"og:title\" content=\"&quot;Tea&quot; &amp; &lt;co&gt;\">",
            "<meta property=\"og:description\" content=\"Green.\">",
            "<meta property=\"og:url\" content=\"https://shop.example/p/tea?lang=en\">",
            "<meta property=\"og:image\" content=\"https://shop.example/media/1-1280.webp\">",
            "<meta property=\"og:image:width\" content=\"1280\">",
            "<meta property=\"og:image:height\" content=\"854\">",
            "<meta property=\"og:image:alt\" content=\"A cup\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] {
            assert!(card.contains(tag), "{tag} is not in {card}");
        }
    }

    #[test]
    fn a_drawing_is_left_out() {
        let card = of("/", &picture("/media/drawn-1.svg"));
        assert!(!card.contains("og:image"), "{card}");
        assert!(card.contains("content=\"summary\"") && card.contains("content=\"website\""));
    }
}
