//! What can be set from outside, and the shop's rules.

use std::net::SocketAddr;
use std::path::PathBuf;

use vitrine_contract::shop::Shop;
use vitrine_contract::{Currency, Money};
use vitrine_pricing::DeliveryRule;

use crate::storefront::Origin;

/// Settings, from the command line or the environment.
#[derive(Clone, Debug, clap::Parser)]
#[command(version, about = "Vitrine's backend")]
pub struct Config {
    /// Address to listen on.
    #[arg(long, env = "VITRINE_LISTEN", default_value = "127.0.0.1:8787")]
    pub listen: SocketAddr,
    /// The shop's public address, such as `https://shop.example`: search engines and
    /// shared links are told it. Without it they are told the host that they asked for.
    #[arg(long, env = "VITRINE_ORIGIN", value_parser = Origin::parse)]
    pub origin: Option<Origin>,
    /// Folder for the SQLite database and media.
    #[arg(long, env = "VITRINE_DATA", default_value = "data")]
    pub data: PathBuf,
    /// A PostgreSQL database (`postgres://…`) in place of SQLite in the data folder.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Folder of the built storefront.
    #[arg(long, env = "VITRINE_STOREFRONT", default_value = "dist")]
    pub storefront: PathBuf,
    /// Whether browsers may keep the shop for times without a network; off takes what
    /// they keep away again.
    #[arg(long, env = "VITRINE_SERVICE_WORKER", default_value = "on", value_parser = on_off,
          action = clap::ArgAction::Set, value_name = "on|off")]
    pub service_worker: bool,
    /// The demo world: demo goods, demo shopper, and actors that pay and deliver.
    #[arg(long, env = "VITRINE_DEMO", default_value = "on", value_parser = on_off,
          action = clap::ArgAction::Set, value_name = "on|off")]
    pub demo: bool,
    /// Folder of the demo's photos; without them, placeholders are drawn.
    #[arg(long, env = "VITRINE_DEMO_PHOTOS", default_value = ".demo-photos")]
    pub demo_photos: PathBuf,
    /// How fast demo parcels travel: at 1 one takes about a minute.
    #[arg(long, env = "VITRINE_DEMO_SPEED", default_value_t = 1.0, value_parser = speed)]
    pub demo_speed: f64,
    /// The secret from which those of payment providers, warehouses and carriers
    /// are derived; without it, one is made and kept in the data folder. Set it
    /// where several nodes serve one shop.
    #[arg(long, env = "VITRINE_WEBHOOK_SECRET", hide_env_values = true)]
    pub webhook_secret: Option<String>,
    /// How long a one-click order can be undone, in seconds.
    #[arg(long, env = "VITRINE_UNDO_SECONDS", default_value_t = 60)]
    pub undo_seconds: u32,
    /// Whether cookies are `Secure`: to be set wherever the shop is served by https.
    #[arg(long, env = "VITRINE_SECURE_COOKIES", default_value = "off", value_parser = on_off,
          action = clap::ArgAction::Set, value_name = "on|off")]
    pub secure_cookies: bool,
    /// Whether a proxy of ours stands in front, whose last `X-Forwarded-For` and
    /// `X-Forwarded-Proto` tell the truth.
    #[arg(long, env = "VITRINE_TRUST_PROXY", default_value = "off", value_parser = on_off,
          action = clap::ArgAction::Set, value_name = "on|off")]
    pub trust_proxy: bool,
}

impl Config {
    /// Settings for a test: everything below `data`, no photos, no storefront,
    /// and parcels that travel fifty times as fast.
    pub fn for_tests(data: PathBuf) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            storefront: data.join("no-storefront"),
            demo_photos: data.join("no-photos"),
            data,
            database_url: None,
            service_worker: true,
            origin: None,
            demo: true,
            demo_speed: 50.0,
            webhook_secret: None,
            undo_seconds: 60,
            secure_cookies: false,
            trust_proxy: false,
        }
    }

    /// The shop's rules, as they are told to everybody.
    pub fn shop(&self) -> Shop {
        let fen = |amount| Money::new(amount, Currency::CNY);
        Shop {
            name: "Vitrine 橱窗".into(),
            delivery: DeliveryRule { fee: fen(800), free_from: Some(fen(9_900)) },
            one_click_threshold: fen(20_000),
            undo_seconds: self.undo_seconds,
            demo: self.demo,
        }
    }
}

fn on_off(text: &str) -> Result<bool, String> {
    match text {
        "on" | "true" | "1" => Ok(true),
        "off" | "false" | "0" => Ok(false),
        _ => Err("on or off".into()),
    }
}

fn speed(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(speed) if speed > 0.0 && speed.is_finite() => Ok(speed),
        _ => Err("a number above 0".into()),
    }
}
