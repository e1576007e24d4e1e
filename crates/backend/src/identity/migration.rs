//! Tables of shoppers, their sessions and sign-in codes.

use sea_orm_migration::prelude::*;

use crate::db::schema::{big_integer, boolean, id, index, integer, pk, refers, text, text_null};

/// This noun's migrations, the oldest first.
pub fn all() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Identity), Box::new(Turns)]
}

struct Identity;

impl MigrationName for Identity {
    fn name(&self) -> &str {
        "identity_001_identity"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Identity {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let shoppers = Table::create()
            .table("shoppers")
            .col(pk("id"))
            .col(text("contact"))
            .col(boolean("demo"))
            .col(big_integer("created_at"))
            .to_owned();
        manager.create_table(shoppers).await?;
        let contact = index("ux_shoppers_contact", "shoppers", &["contact"]).unique().take();
        manager.create_index(contact).await?;
        let sessions = Table::create()
            .table("sessions")
            .col(pk("token_hash"))
            .col(id("shopper_id"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .foreign_key(&mut refers("sessions", "shopper_id", "shoppers", "id"))
            .to_owned();
        manager.create_table(sessions).await?;
        let codes = Table::create()
            .table("sign_in_codes")
            .col(pk("id"))
            .col(text("contact"))
            .col(text("client"))
            .col(text("code_hash"))
            .col(integer("attempts"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .col(text_null("used_by"))
            .to_owned();
        manager.create_table(codes).await?;
        for (name, table, columns) in [
            ("ix_sessions_shopper", "sessions", &["shopper_id"][..]),
            ("ix_sessions_expires_at", "sessions", &["expires_at"]),
            ("ix_sign_in_codes_contact", "sign_in_codes", &["contact", "created_at"]),
            ("ix_sign_in_codes_client", "sign_in_codes", &["client", "created_at"]),
            ("ix_sign_in_codes_created_at", "sign_in_codes", &["created_at"]),
        ] {
            manager.create_index(index(name, table, columns)).await?;
        }
        Ok(())
    }
}

struct Turns;

impl MigrationName for Turns {
    fn name(&self) -> &str {
        "identity_002_turns"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Turns {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let turns = Table::create()
            .table("sign_in_turns")
            .col(pk("name"))
            .col(big_integer("taken_at"))
            .to_owned();
        manager.create_table(turns).await
    }
}
