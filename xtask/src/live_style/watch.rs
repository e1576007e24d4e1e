//! Notices what is saved in a folder.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Shared, lock};

/// An editor empties, fills, closes and renames: one save, several events.
const QUIET: Duration = Duration::from_millis(15);

type Events = Receiver<notify::Result<Event>>;

pub fn start(folder: PathBuf, shared: Arc<Shared>) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender).context("cannot watch files")?;
    watcher
        .watch(&folder, RecursiveMode::Recursive)
        .with_context(|| format!("cannot watch {}", folder.display()))?;
    thread::spawn(move || {
        // It watches as long as it lives.
        let _watcher = watcher;
        while wait_for_a_save(&events) {
            tell_pages(&shared);
        }
    });
    Ok(())
}

/// Returns when something was written and nothing has been for a moment; `false`
/// when nothing will be any more.
fn wait_for_a_save(events: &Events) -> bool {
    loop {
        match events.recv() {
            Ok(Ok(event)) if !is_a_write(&event.kind) => {}
            // An event that went wrong may have been a save.
            Ok(_) => break,
            Err(_) => return false,
        }
    }
    loop {
        match events.recv_timeout(QUIET) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Our own reading is an event, too.
fn is_a_write(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => *access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

fn tell_pages(shared: &Shared) {
    let message = lock(&shared.sheets).refresh();
    match message {
        Ok(None) => {}
        Ok(Some(message)) => {
            if let Some(fault) = message["fault"].as_str().filter(|fault| !fault.is_empty()) {
                println!("style: the page keeps the last good sheet\n{fault}");
            }
            lock(&shared.pages).tell(&message.to_string());
        }
        Err(error) => println!("style: {error:#}"),
    }
}
