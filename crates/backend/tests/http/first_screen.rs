//! Pages that the backend writes itself.

use crate::common::TestShop;

const INDEX: &str = "<!doctype html><html lang=zh-Hans><head><title>old</title>\
    <link rel=modulepreload href=/app.js></head><body><div id=app></div><i>after</i></body></html>";

async fn shop() -> (TestShop, tempfile::TempDir) {
    TestShop::start_built(INDEX, |_| {}).await
}

#[tokio::test]
async fn a_public_page_comes_written_with_the_answers_it_was_written_from() {
    let (shop, _dist) = shop().await;
    for (path, data) in [
        ("/", "/api/home?lang=en"),
        ("/c/plants", "/api/products?lang=en&amp;category=plants"),
        ("/search?q=tea", "/api/products?lang=en&amp;q=tea"),
        ("/p/laptop", "/api/products/laptop?lang=en"),
    ] {
        let answer = shop.get_with(path, &[("accept-language", "en")]).await;
        let html = answer.text();
        assert_eq!(answer.status.as_u16(), 200, "{path}");
        assert!(html.starts_with("<!doctype html><html lang=en data-first-screen=en>"), "{path}");
        assert!(html.contains("id=\"page-title\"") && html.contains("data-written"), "{path}");
        assert!(html.contains(&format!("data-path=\"{data}\"")), "{path} lacks {data}: {html}");
        assert!(!html.contains("modulepreload") && !html.contains("<title>old"), "{path}");
        assert!(html.ends_with("<i>after</i></body></html>"), "{path}");
    }
}

#[tokio::test]
async fn what_is_personal_or_missing_is_left_to_the_app() {
    let (shop, _dist) = shop().await;
    for path in ["/cart", "/orders", "/me", "/nothing"] {
        assert_eq!(shop.get_with(path, &[]).await.text(), INDEX, "{path}");
    }
    let missing = shop.get_with("/p/unicorn", &[("accept-language", "en")]).await;
    assert_eq!(missing.status.as_u16(), 404);
    assert!(missing.text().contains("There’s nothing here"));
    assert!(!missing.text().contains("data-written"));
}

#[tokio::test]
async fn the_language_is_that_of_url_cookie_and_browser_in_this_order() {
    let (shop, _dist) = shop().await;
    let cookie = ("cookie", "vitrine_locale=zh-Hant");
    for (path, headers, lang) in [
        ("/", vec![("accept-language", "zh-CN")], "zh-Hans"),
        ("/", vec![("accept-language", "zh-CN"), cookie], "zh-Hant"),
        ("/?lang=en", vec![cookie], "en"),
    ] {
        let html = shop.get_with(path, &headers).await.text();
        assert!(html.contains(&format!("<html lang={lang} ")), "{path} {headers:?}");
    }
}

#[tokio::test]
async fn a_kept_page_is_not_sent_again_and_not_shown_when_it_is_old() {
    let (shop, _dist) = shop().await;
    let brotli = ("accept-encoding", "br");
    let first = shop.get_with("/p/laptop", &[brotli]).await;
    assert_eq!(first.header("content-encoding"), "br");
    assert_eq!(first.header("vary"), "accept-encoding, accept-language, cookie");
    let etag = first.header("etag").to_owned();
    let again = shop.get_with("/p/laptop", &[brotli, ("if-none-match", &etag)]).await;
    assert_eq!(again.status.as_u16(), 304);
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
    use vitrine_backend::products::entity::product_text;
    product_text::Entity::update_many()
        .col_expr(product_text::Column::Title, Expr::value("Renamed"))
        .filter(product_text::Column::Title.ne(""))
        .exec(&shop.state.db.write)
        .await
        .unwrap();
    shop.state.catalog.bump();
    let changed = shop.get_with("/p/laptop", &[("if-none-match", &etag)]).await;
    assert_eq!(changed.status.as_u16(), 200);
    assert!(changed.text().contains("Renamed"));
}
