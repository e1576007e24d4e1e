//! A PostgreSQL of our own for one run: nothing to set up, nothing left behind.

use std::env;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::tools::{ensure_programs, find, is_root};
use crate::{files, http, process};

pub struct Postgres {
    bin: PathBuf,
    folder: PathBuf,
    pub url: String,
}

impl Postgres {
    pub fn start() -> Result<Self> {
        ensure_programs(&[("postgresql", || binaries().is_some())])?;
        let bin = binaries().context("PostgreSQL is still missing after its installation")?;
        let address = http::free_address()?;
        let folder = folder()?;
        let postgres = Self { url: format!("postgres://vitrine@{address}/postgres"), bin, folder };
        postgres.create(address).context("cannot start a PostgreSQL of our own")?;
        Ok(postgres)
    }

    fn create(&self, address: SocketAddr) -> Result<()> {
        let data = self.folder.join("data");
        process::run(
            self.command("initdb")
                .args(["--username=vitrine", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"])
                .arg("--pgdata")
                .arg(&data)
                .stdout(Stdio::null()),
        )?;
        // Speed over safety: what is in it lives for minutes.
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
             -c max_connections=400 -c fsync=off -c synchronous_commit=off -c full_page_writes=off",
            address.port()
        );
        let mut start = self.command("pg_ctl");
        start.arg("start").arg("--wait").arg("--pgdata").arg(&data);
        start.arg("--log").arg(self.folder.join("log")).args(["--options", &options]);
        process::run(start.stdout(Stdio::null()))
    }

    /// The server refuses to run as root, so root lends it to Debian's own user.
    fn command(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(&self.folder).stdin(Stdio::null());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        stop.args(["stop", "--mode=immediate", "--pgdata"]).arg(self.folder.join("data"));
        process::succeeds(&mut stop);
        // At worst a folder stays among the temporary ones.
        let _ = files::remove_folder(&self.folder);
    }
}

/// A folder of the user that the server runs as, outside of the work tree, which
/// that user may not be able to enter.
fn folder() -> Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("a clock before 1970")?;
    let name = format!("vitrine-postgres-{}-{}", std::process::id(), now.as_nanos());
    let folder = env::temp_dir().join(name);
    files::create_folder(&folder)?;
    if is_root() {
        process::run(Command::new("chown").arg("postgres").arg(&folder))?;
    }
    Ok(folder)
}

fn binaries() -> Option<PathBuf> {
    let on_path = find("initdb").and_then(|path| path.parent().map(Path::to_owned));
    on_path.filter(|folder| folder.join("pg_ctl").exists()).or_else(debian)
}

/// Debian keeps the server's programs off PATH, a folder a version.
fn debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<_> = versions
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    found.sort();
    found.pop()
}

/// The database the suite may use: the one that is given, or one of our own.
pub enum Database {
    Given(String),
    Own(Postgres),
}

impl Database {
    pub fn open(own: bool) -> Result<Option<Self>> {
        match env::var("DATABASE_URL") {
            Ok(url) if url.starts_with("postgres") => Ok(Some(Self::Given(url))),
            Ok(url) => bail!("DATABASE_URL names no PostgreSQL: {url:?}"),
            Err(_) if own => Ok(Some(Self::Own(Postgres::start()?))),
            Err(_) => Ok(None),
        }
    }

    pub fn url(&self) -> &str {
        match self {
            Self::Given(url) => url,
            Self::Own(postgres) => &postgres.url,
        }
    }
}
