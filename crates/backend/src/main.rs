//! Starts the backend.

use clap::Parser;
use mimalloc::MiMalloc;
use vitrine_backend::config::Config;

// Gives memory back after large pictures: see docs/adr/0007.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
