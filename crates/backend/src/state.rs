//! What every handler can reach.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::StartError;
use crate::catalog::CatalogCache;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::identity::Identity;
use crate::media::Media;
use crate::payments::provider::Providers;
use crate::storefront::Storefront;
use crate::tracking::hub::Hub;
use crate::webhooks::secrets::Secrets;

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// Settings.
    pub config: Arc<Config>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Tells open event streams what happened to orders.
    pub hub: Arc<Hub>,
    /// The server's secret, and how sign-in codes are sent.
    pub identity: Arc<Identity>,
    /// Who moves the money.
    pub providers: Providers,
    /// What webhooks are signed with, and guests' links made of.
    pub secrets: Secrets,
    /// Answers of catalog reads.
    pub catalog: Arc<CatalogCache>,
    /// Pictures.
    pub media: Arc<Media>,
    /// The built storefront.
    pub storefront: Arc<Storefront>,
    /// Cancelled when the process shall stop: open streams and background
    /// work end then.
    pub shutdown: CancellationToken,
}

impl AppState {
    /// Opens the database and brings it up to date.
    pub async fn open(config: Config, clock: Arc<dyn Clock>) -> Result<Self, StartError> {
        std::fs::create_dir_all(&config.data)?;
        let db = Db::open(&config).await?;
        db.migrate().await?;
        Ok(Self {
            db,
            media: Arc::new(Media::open(&config.data)?),
            storefront: Arc::new(Storefront::open(&config.storefront, config.service_worker)),
            identity: Arc::new(Identity::open(&config)?),
            providers: Providers::default(),
            secrets: Secrets::open(config.webhook_secret.as_deref(), &config.data)?,
            catalog: Arc::default(),
            hub: Arc::default(),
            config: Arc::new(config),
            clock,
            shutdown: CancellationToken::new(),
        })
    }

    /// Unix milliseconds.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }
}
