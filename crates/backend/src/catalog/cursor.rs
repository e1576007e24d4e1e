//! Where a page of a list begins: after the last row of the page before,
//! however many rows were put in meanwhile.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};

/// The last row of a page, by what the list is sorted by and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Value of the sorted column.
    pub key: i64,
    /// Settles ties.
    pub id: String,
}

impl Cursor {
    /// Opaque text for a list of this sort.
    pub fn write(&self, sort: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("{sort}|{}|{}", self.key, self.id))
    }

    /// Reads what [`Cursor::write`] wrote for a list of the same sort.
    pub fn read(text: &str, sort: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (of, rest) = text.split_once('|')?;
        let (key, id) = rest.split_once('|')?;
        let fits = of == sort && id.len() <= 64 && !id.contains('\0');
        Some(Self { key: key.parse().ok().filter(|_| fits)?, id: id.to_owned() })
    }

    /// Rows after this one, in ascending or descending order of `key` and `id`.
    ///
    /// `key <= k AND (key < k OR id < i)` rather than the plain disjunction:
    /// the first part seeks into the index.
    pub fn after(&self, key: SimpleExpr, id: SimpleExpr, ascending: bool) -> SimpleExpr {
        let at = || Expr::value(self.key);
        let id_at = Expr::value(self.id.clone());
        if ascending {
            key.clone().gte(at()).and(key.gt(at()).or(id.gt(id_at)))
        } else {
            key.clone().lte(at()).and(key.lt(at()).or(id.lt(id_at)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_is_read_back(key in any::<i64>(), id in "[a-z0-9-]{1,40}") {
            let cursor = Cursor { key, id };
            prop_assert_eq!(Cursor::read(&cursor.write("sales"), "sales"), Some(cursor.clone()));
            prop_assert_eq!(Cursor::read(&cursor.write("sales"), "price_asc"), None);
        }

        #[test]
        fn any_text_is_read_without_harm(text in ".{0,60}") {
            Cursor::read(&text, "sales");
        }
    }
}
