//! Style sheets that reach the open page as they are saved, without cargo and without
//! a reload: what is typed, open or scrolled there stays.
//!
//! Trunk would build everything anew and reload. So `serve` tells it to ignore
//! `style/`, watches that folder itself and sends each sheet that changed to the
//! pages, through a server of its own on loopback. Its script comes into the page by
//! a hook of the configuration that only `serve` gives to Trunk: no other build knows
//! of it.

mod hook;
mod server;
mod sheets;
mod watch;

pub use hook::{HookArgs, hook_of, insert_script};

use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;

use self::server::Pages;
use self::sheets::Sheets;
use crate::storefront::style;
use crate::workspace::Workspace;

/// The sheets and the pages that show them, while the process lives.
pub struct LiveStyle {
    address: SocketAddr,
}

/// What the watcher and the server share.
struct Shared {
    sheets: Mutex<Sheets>,
    pages: Mutex<Pages>,
}

impl LiveStyle {
    /// Starts to watch and to serve.
    pub fn start(workspace: &Workspace) -> Result<Self> {
        let own = workspace.clone();
        let check = Box::new(move |path: &Path| style::fault(&own, path));
        let sheets = Mutex::new(Sheets::read(workspace.root().to_owned(), check)?);
        let shared = Arc::new(Shared { sheets, pages: Mutex::default() });
        let address = server::start(Arc::clone(&shared))?;
        watch::start(workspace.path("style"), shared)?;
        Ok(Self { address })
    }

    /// Where its server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// A thread that panicked has left whole values behind.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
