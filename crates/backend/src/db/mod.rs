//! The database: SQLite in the data folder, or PostgreSQL, through the same code.

mod migrations;
pub mod schema;
pub mod texts;

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};
use sea_orm_migration::MigratorTrait;

use crate::config::Config;

/// Connections of the SQLite read pool.
const SQLITE_READERS: u32 = 4;
/// Connections of the PostgreSQL pool.
const POSTGRES_CONNECTIONS: u32 = 16;

/// Two pools. On SQLite `write` is a single connection, so that writers queue
/// in the application instead of failing as busy, and readers never wait for
/// them (WAL). On PostgreSQL both are the same pool.
///
/// Never hold a transaction of `write` while waiting for another connection
/// of `write`: on SQLite there is none.
#[derive(Clone)]
pub struct Db {
    /// For reads outside of transactions.
    pub read: DatabaseConnection,
    /// For everything that writes.
    pub write: DatabaseConnection,
}

impl Db {
    /// Connects, and creates the SQLite file when it is missing.
    pub async fn open(config: &Config) -> Result<Self, DbErr> {
        if let Some(url) = &config.database_url {
            let mut options = ConnectOptions::new(url);
            options.max_connections(POSTGRES_CONNECTIONS).acquire_timeout(Duration::from_secs(5));
            quiet(&mut options);
            let pool = Database::connect(options).await?;
            return Ok(Self { read: pool.clone(), write: pool });
        }
        let file = config.data.join("vitrine.sqlite");
        // The writer first: it creates the file and switches it to WAL.
        let write = sqlite(&file, 1).await?;
        let read = sqlite(&file, SQLITE_READERS).await?;
        Ok(Self { read, write })
    }

    /// Applies the migrations that are missing.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        migrations::Migrator::up(&self.write, None).await
    }

    /// Whether this is PostgreSQL. Only for tests and tuning: queries are the same.
    pub fn is_postgres(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Postgres
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.read.ping().await
    }
}

async fn sqlite(file: &std::path::Path, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite://");
    let file = file.to_owned();
    options
        .max_connections(connections)
        .min_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .filename(&file)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Normal)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(5))
                .pragma("temp_store", "memory")
                .optimize_on_close(true, None)
        });
    quiet(&mut options);
    Database::connect(options).await
}

/// Statements are logged at trace level only.
fn quiet(options: &mut ConnectOptions) {
    options.sqlx_logging(false);
}
