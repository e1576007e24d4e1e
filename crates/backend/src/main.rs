//! Starts the backend.

use clap::Parser;
use vitrine_backend::config::Config;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    vitrine_backend::init_logging();
    match vitrine_backend::start(Config::parse()).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = &*error, "the backend could not run");
            std::process::ExitCode::FAILURE
        }
    }
}
