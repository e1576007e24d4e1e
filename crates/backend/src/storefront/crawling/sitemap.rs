//! `sitemap.xml`: an index, the pages of the shop, and its products in files of a
//! bounded size. The languages of a page are told by the page itself.

use std::collections::HashMap;

use maud::html;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryOrder, QuerySelect};
use vitrine::routes::Route;

use super::super::findable::href;
use super::super::origin::Origin;
use super::goods;
use crate::catalog::entity::category;
use crate::clock::timestamp;
use crate::products::entity::product;

const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `/sitemap.xml`: which others there are.
    Index,
    /// `/sitemap-pages.xml`: home and lists.
    Pages,
    /// `/sitemap-products-1.xml` and so on.
    Products(u32),
}

impl File {
    /// The file at a path. All lie at the root: a sitemap speaks for what is below it.
    pub fn of(path: &str) -> Option<Self> {
        match path.strip_prefix("/sitemap")?.strip_suffix(".xml")? {
            "" => Some(Self::Index),
            "-pages" => Some(Self::Pages),
            rest => {
                let digits = rest.strip_prefix("-products-")?;
                let is_number =
                    digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
                digits.parse().ok().filter(|_| is_number).map(Self::Products)
            }
        }
    }

    fn path(self) -> String {
        match self {
            Self::Index => "/sitemap.xml".into(),
            Self::Pages => "/sitemap-pages.xml".into(),
            Self::Products(number) => format!("/sitemap-products-{number}.xml"),
        }
    }
}

/// An address, and when what it shows last changed (unix milliseconds).
struct Entry {
    url: String,
    changed_at: Option<i64>,
}

/// The file as XML; `None` where there are not so many.
pub async fn write(
    db: &impl ConnectionTrait,
    file: File,
    origin: &Origin,
) -> Result<Option<String>, DbErr> {
    let page = |route: Route, changed_at| Entry { url: origin.url(&href(&route)), changed_at };
    Ok(match file {
        File::Index => {
            let parts = goods::parts(db).await?;
            let newest = parts.iter().copied().max();
            let numbers = (1..).map(File::Products);
            let files = numbers.zip(parts).map(|(file, at)| (file, Some(at)));
            let files = std::iter::once((File::Pages, newest)).chain(files);
            let entry = |(file, changed_at): (File, Option<i64>)| Entry {
                url: origin.url(&file.path()),
                changed_at,
            };
            Some(xml("sitemapindex", "sitemap", files.map(entry)))
        }
        File::Pages => {
            let categories = categories(db).await?;
            let newest = categories.iter().map(|(_, at)| *at).max();
            let shop = [Route::Home, Route::Search(String::new())].map(|r| page(r, newest));
            let lists =
                categories.into_iter().map(|(slug, at)| page(Route::Category(slug), Some(at)));
            Some(xml("urlset", "url", shop.into_iter().chain(lists)))
        }
        File::Products(number) => {
            let goods = goods::part(db, number).await?;
            let entry = |(slug, at): (String, i64)| page(Route::product(&slug), Some(at));
            (!goods.is_empty()).then(|| xml("urlset", "url", goods.into_iter().map(entry)))
        }
    })
}

/// Each category that has goods, with the time of its newest.
async fn categories(db: &impl ConnectionTrait) -> Result<Vec<(String, i64)>, DbErr> {
    let newest: Vec<(String, i64)> = product::Entity::find()
        .select_only()
        .column(product::Column::CategoryId)
        .column_as(product::Column::PublishedAt.max(), "newest")
        .group_by(product::Column::CategoryId)
        .into_tuple()
        .all(db)
        .await?;
    let newest: HashMap<_, _> = newest.into_iter().collect();
    let rows = category::Entity::find().order_by_asc(category::Column::Position).all(db).await?;
    let dated = |row: category::Model| Some((row.slug, *newest.get(&row.id)?));
    Ok(rows.into_iter().filter_map(dated).collect())
}

fn xml(root: &str, item: &str, entries: impl Iterator<Item = Entry>) -> String {
    let mut text =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} xmlns=\"{SCHEMA}\">");
    for Entry { url, changed_at } in entries {
        let inner = html! {
            loc { (url) }
            @if let Some(at) = changed_at { lastmod { (timestamp(at).as_str()) } }
        };
        text += &format!("\n<{item}>{}</{item}>", inner.into_string());
    }
    text + &format!("\n</{root}>\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_its_own_files() {
        assert_eq!(File::of("/sitemap-products-12.xml"), Some(File::Products(12)));
        for other in [
            "/sitemap-products-0.xml",
            "/sitemap-products-01.xml",
            "/sitemap-products-+1.xml",
            "/sitemap-products-.xml",
            "/sitemap-goods.xml",
            "/sitemap.xml.br",
            "/x/sitemap.xml",
        ] {
            assert_eq!(File::of(other), None, "{other}");
        }
    }

    #[test]
    fn what_means_something_in_xml_is_escaped() {
        let entry = Entry { url: "https://shop.example/p/a&b".into(), changed_at: Some(0) };
        let text = xml("urlset", "url", std::iter::once(entry));
        let url = "<url><loc>https://shop.example/p/a&amp;b</loc>\
                   <lastmod>1970-01-01T00:00:00Z</lastmod></url>";
        assert!(text.contains(url), "{text}");
    }

    proptest! {
        #[test]
        fn a_file_is_found_by_its_path(number in 1u32..) {
            prop_assert_eq!(File::of(&File::Products(number).path()), Some(File::Products(number)));
        }
    }
}
