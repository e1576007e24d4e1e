//! What a page shows, read from the answer that it was written from.

use serde::de::DeserializeOwned;
use vitrine::features::product::initial;
use vitrine::routes::Page;
use vitrine::server::FirstScreen;
use vitrine_contract::catalog::{Home, ProductList};
use vitrine_contract::media::Picture;
use vitrine_contract::products::{ProductPage, Variant};

use super::address::parameter;

/// What a page shows.
pub enum About {
    /// The shop window.
    Home(Box<Home>),
    /// A list of goods.
    List(Box<ProductList>),
    /// A product, and the variant whose price stands there.
    Product(Box<ProductPage>, Option<Variant>),
}

impl About {
    /// `None` for a page that shows an error.
    pub fn read(page: &Page, query: &str, screen: &FirstScreen) -> Option<Self> {
        // A page reads its own subject before anything else.
        let (path, body) = screen.answers.first()?;
        match page {
            Page::Home => read(path, body).map(|home| Self::Home(Box::new(home))),
            Page::Category(_) | Page::Search => {
                read(path, body).map(|list| Self::List(Box::new(list)))
            }
            Page::Product(_) => {
                let page: ProductPage = read(path, body)?;
                let variants = &page.product.variants;
                let chosen = initial(variants, parameter(query, "v").as_deref());
                let shown = variants.iter().find(|v| Some(&v.id) == chosen.as_ref()).cloned();
                Some(Self::Product(Box::new(page), shown))
            }
            _ => None,
        }
    }

    /// The picture that stands for it.
    pub fn picture(&self) -> Option<&Picture> {
        match self {
            Self::Home(home) => home.categories.first().map(|category| &category.cover),
            Self::List(list) => {
                let cover = list.category.as_ref().map(|category| &category.cover);
                cover.or_else(|| list.list.items.first().map(|tile| &tile.picture))
            }
            Self::Product(page, shown) => {
                page.product.pictures.get(shown.as_ref().map_or(0, |variant| variant.picture))
            }
        }
    }
}

fn read<T: DeserializeOwned>(path: &str, body: &str) -> Option<T> {
    let read = serde_json::from_str(body);
    read.inspect_err(|error| tracing::warn!(path, %error, "an answer of our own is not read")).ok()
}
