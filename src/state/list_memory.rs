use std::sync::Arc;

use leptos::prelude::*;
use vitrine_contract::catalog::ProductTile;

/// What "load more" has brought to a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedPages {
    /// Products after the first page.
    pub products: Vec<ProductTile>,
    /// Cursor of the next page; `None` after the last.
    pub next: Option<String>,
}

/// Remembers how far each list was unrolled, so that Back finds it as it was.
#[derive(Clone, Copy)]
pub struct ListMemory {
    lists: StoredValue<Vec<(String, Arc<LoadedPages>)>>,
}

impl ListMemory {
    /// Makes it known to everything below.
    pub fn provide() {
        provide_context(Self { lists: StoredValue::new(Vec::new()) });
    }

    /// The memory of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// What was loaded for the list of this URL.
    pub fn recall(&self, url: &str) -> Option<Arc<LoadedPages>> {
        self.lists.with_value(|lists| {
            lists.iter().find(|(known, _)| known == url).map(|(_, pages)| pages.clone())
        })
    }

    /// Remembers what was loaded.
    pub fn remember(&self, url: &str, pages: LoadedPages) {
        self.lists.update_value(|lists| {
            lists.retain(|(known, _)| known != url);
            lists.push((url.to_owned(), Arc::new(pages)));
        });
    }
}
