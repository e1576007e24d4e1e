//! Few words for the columns that every table here has.

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, integer, text, text_null,
};

/// A short text, such as an id, a slug or a code.
pub fn id(name: &'static str) -> ColumnDef {
    text(name).take()
}

/// The primary key of a table with one.
pub fn pk(name: &'static str) -> ColumnDef {
    text(name).primary_key().take()
}

/// `column` refers to `table.target`; its row goes with that one.
pub fn refers(
    from: &'static str,
    column: &'static str,
    table: &'static str,
    target: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from, column)
        .to(table, target)
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// A primary key over two columns.
pub fn pk2(a: &'static str, b: &'static str) -> IndexCreateStatement {
    Index::create().col(a).col(b).primary().to_owned()
}

/// An index called `name`.
pub fn index(
    name: &'static str,
    table: &'static str,
    columns: &[&'static str],
) -> IndexCreateStatement {
    let mut index = Index::create().name(name).table(table).to_owned();
    for column in columns {
        index.col(*column);
    }
    index
}
