//! A fresh database a test.

use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

/// Dropped with everything in it.
pub struct TestDatabase {
    folder: TempDir,
    postgres: Option<Postgres>,
}

struct Postgres {
    server: String,
    name: String,
}

impl TestDatabase {
    pub async fn create() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let postgres = match std::env::var("DATABASE_URL") {
            Ok(server) => Some(Postgres::create(server).await),
            Err(_) => None,
        };
        Self { folder, postgres }
    }

    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub fn url(&self) -> Option<String> {
        self.postgres.as_ref().map(|p| with_database(&p.server, &p.name))
    }
}

impl Postgres {
    async fn create(server: String) -> Self {
        let name = format!("vitrine_test_{}", vitrine_backend::clock::new_id().replace('-', ""));
        let admin = Database::connect(&server).await.expect("the PostgreSQL server answers");
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
        admin.close().await.expect("closing");
        Self { server, name }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let server = self.server.clone();
        // The test's own runtime is on its way out.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let admin = Database::connect(&server).await.map_err(std::io::Error::other)?;
                let done = admin.execute_unprepared(&statement).await;
                done.map(drop).map_err(std::io::Error::other)
            })
        });
        if !matches!(dropped.join(), Ok(Ok(()))) {
            eprintln!("could not drop {}", self.name);
        }
    }
}

/// The server's URL with another database in its path.
fn with_database(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').map_or((server, None), |(b, q)| (b, Some(q)));
    let start = base.find("://").map_or(0, |at| at + 3);
    let end = base[start..].find('/').map_or(base.len(), |at| start + at);
    let query = query.map(|q| format!("?{q}")).unwrap_or_default();
    format!("{}/{name}{query}", &base[..end])
}
