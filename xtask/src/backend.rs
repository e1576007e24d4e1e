//! The backend as a program beside us.

use std::fs::File;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::process::Beside;
use crate::workspace::Workspace;
use crate::{files, http, process};

/// The first start imports and resizes all photos.
const PATIENCE: Duration = Duration::from_secs(300);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

/// Compiles the backend and names its program.
pub fn build(workspace: &Workspace, profile: Profile, embed: bool) -> Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--package", "vitrine-backend", "--bin", "vitrine-backend"]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    if embed {
        cargo.args(["--features", "embed"]);
    }
    process::run(&mut cargo)?;
    Ok(program(workspace, profile))
}

/// The backend as the native tests have compiled it: beside a test, cargo gives it the
/// features that it has there. By itself it would be compiled again with nearly all it needs.
pub fn build_as_tested(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--workspace", "--bin", "vitrine-backend", "--test", "http"]);
    process::run(&mut cargo)?;
    Ok(program(workspace, Profile::Dev))
}

fn program(workspace: &Workspace, profile: Profile) -> PathBuf {
    let folder = if profile == Profile::Release { "release" } else { "debug" };
    let name = format!("vitrine-backend{}", std::env::consts::EXE_SUFFIX);
    workspace.target().join(folder).join(name)
}

/// How a backend is to run.
pub struct Settings {
    pub program: PathBuf,
    pub listen: SocketAddr,
    /// None leaves the choice to the environment and the backend's defaults.
    pub data: Option<PathBuf>,
    pub storefront: Option<PathBuf>,
    /// The demo's photos; without them it draws pictures.
    pub photos: Option<PathBuf>,
    /// Where it logs, instead of the screen.
    pub log: Option<PathBuf>,
}

pub struct Backend {
    pub address: SocketAddr,
    pub process: Beside,
    log: Option<PathBuf>,
}

impl Backend {
    /// Starts it and waits until it is healthy.
    pub fn start(workspace: &Workspace, settings: Settings) -> Result<Self> {
        let mut command = workspace.command(&settings.program);
        command.env("VITRINE_LISTEN", settings.listen.to_string());
        let photos = settings.photos.unwrap_or_else(|| workspace.target().join("no-photos"));
        command.env("VITRINE_DEMO_PHOTOS", photos);
        if let Some(data) = &settings.data {
            files::create_folder(data)?;
            command.env("VITRINE_DATA", data).env("VITRINE_DEMO", "on").env_remove("DATABASE_URL");
        }
        if let Some(storefront) = &settings.storefront {
            command.env("VITRINE_STOREFRONT", storefront);
        }
        if let Some(log) = &settings.log {
            let file =
                File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
            command.stdout(file.try_clone().context("cannot share the log")?);
            command.stderr(file);
        } else {
            command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
        }
        let process = Beside::spawn("the backend", &mut command)?;
        let mut backend = Self { address: settings.listen, process, log: settings.log };
        backend.wait_until_healthy()?;
        Ok(backend)
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait_until_healthy(&mut self) -> Result<()> {
        let start = Instant::now();
        let mut told = 0;
        while !http::is_up(self.address, "/healthz") {
            if let Some(status) = self.process.ended()? {
                bail!("the backend ended with {status} before it was ready{}", self.last_words());
            }
            let waited = start.elapsed();
            if waited > PATIENCE {
                bail!("no good answer from {}/healthz{}", self.url(), self.last_words());
            }
            if waited.as_secs() / 10 > told {
                told = waited.as_secs() / 10;
                println!("backend: still starting after {} s", waited.as_secs());
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }

    /// The end of its log, where it has one.
    pub fn last_words(&self) -> String {
        let Some(log) = &self.log else { return String::new() };
        let text = files::read(log).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        let tail = &lines[lines.len().saturating_sub(30)..];
        format!("\n--- the end of {}\n{}", log.display(), tail.join("\n"))
    }
}
