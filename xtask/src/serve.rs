//! From a fresh clone to a shop in the browser.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::backend::{self, Backend, Profile, Settings};
use crate::live_style::{self, LiveStyle};
use crate::process::Beside;
use crate::storefront::{self, Options};
use crate::tools::{self, WasmTools};
use crate::workspace::Workspace;
use crate::{files, http, photos};

const BACKEND: &str = "127.0.0.1:8787";

#[derive(clap::Args)]
pub struct Args {
    /// The port to open in the browser
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// A release build, served by the backend itself: as in production, without reloading
    #[arg(long)]
    release: bool,
}

pub fn run(workspace: &Workspace, args: &Args) -> Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stop);
    ctrlc::set_handler(move || told.store(true, Ordering::SeqCst))
        .context("cannot catch Ctrl-C")?;
    if args.release { release(workspace, args, &stop) } else { develop(workspace, args, &stop) }
}

fn release(workspace: &Workspace, args: &Args, stop: &AtomicBool) -> Result<()> {
    let listen = SocketAddr::from(([127, 0, 0, 1], args.port));
    free(listen, "--port")?;
    photos::fetch(workspace)?;
    storefront::build(workspace, &Options::default())?;
    step("backend: a release build, 5 to 10 minutes the first time");
    let program = backend::build(workspace, Profile::Release, false)?;
    let storefront = Some(workspace.dist());
    let mut backend = Backend::start(workspace, settings(workspace, program, listen, storefront))?;
    announce(&backend.url());
    supervise(&mut [&mut backend.process], stop)
}

fn develop(workspace: &Workspace, args: &Args, stop: &AtomicBool) -> Result<()> {
    let listen = std::env::var("VITRINE_LISTEN").unwrap_or_else(|_| BACKEND.to_owned());
    let listen: SocketAddr =
        listen.parse().with_context(|| format!("VITRINE_LISTEN is no address: {listen:?}"))?;
    let page = SocketAddr::from(([127, 0, 0, 1], args.port));
    free(listen, "VITRINE_LISTEN")?;
    free(page, "--port")?;
    photos::fetch(workspace)?;
    tools::ensure_packages(workspace, "tools", false)?;

    // The tools and the backend share few files, so a cold start builds both at once.
    let elsewhere = workspace.clone();
    let tools = thread::spawn(move || WasmTools::ensure(&elsewhere));
    step("backend: building, 2 to 4 minutes the first time, then seconds");
    let program = backend::build(workspace, Profile::Dev, false)?;
    let Ok(tools) = tools.join() else { bail!("the installation of the tools broke off") };
    let tools = tools?;
    if stop.load(Ordering::SeqCst) {
        return Ok(());
    }

    let mut backend = Backend::start(workspace, settings(workspace, program, listen, None))?;
    step("storefront: building, 1 to 3 minutes the first time, then seconds");
    let style = LiveStyle::start(workspace)?;
    let mut trunk = trunk(workspace, &tools, args.port, listen, &style)?;
    let start = Instant::now();
    while !stop.load(Ordering::SeqCst) && trunk.ended()?.is_none() && !http::is_up(page, "/") {
        ensure!(start.elapsed() < Duration::from_secs(1800), "Trunk serves no page");
        thread::sleep(Duration::from_millis(200));
    }
    if !stop.load(Ordering::SeqCst) {
        announce(&format!("http://{page}"));
    }
    supervise(&mut [&mut backend.process, &mut trunk], stop)
}

fn settings(
    workspace: &Workspace,
    program: std::path::PathBuf,
    listen: SocketAddr,
    storefront: Option<std::path::PathBuf>,
) -> Settings {
    let photos = Some(workspace.path(".demo-photos"));
    Settings { program, listen, data: None, storefront, photos, log: None }
}

fn trunk(
    workspace: &Workspace,
    tools: &WasmTools,
    port: u16,
    backend: SocketAddr,
    style: &LiveStyle,
) -> Result<Beside> {
    let mut trunk = workspace.command(tools.program("trunk")?);
    tools.offer_to(&mut trunk)?;
    trunk.args(["serve", "--port", &port.to_string()]);
    // Its own folder: a release in dist/ stays one.
    trunk.arg("--dist").arg(workspace.target().join("serve"));
    files::create_folder(&workspace.target().join("serve"))?;
    // Style sheets reach the page without it.
    trunk.args(["--ignore", "style"]);
    // Trunk takes several proxies, and hooks, from a file only.
    let program = std::env::current_exe().context("cannot name the program that runs")?;
    let mut config = files::read(&workspace.path("Trunk.toml"))?;
    config = config.replace(BACKEND, &backend.to_string());
    config += &live_style::hook_of(&program, style.address());
    let local = workspace.path(".trunk.local.toml");
    files::write(&local, config)?;
    trunk.arg("--config").arg(local);
    Beside::spawn("trunk", &mut trunk)
}

/// Waits for Ctrl-C or for the first to end; leaving ends the others.
fn supervise(children: &mut [&mut Beside], stop: &AtomicBool) -> Result<()> {
    while !stop.load(Ordering::SeqCst) {
        for child in children.iter_mut() {
            if let Some(status) = child.ended()? {
                // A terminal's Ctrl-C reaches the children before us.
                thread::sleep(Duration::from_millis(100));
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                bail!("{} ended with {status}, so the other ends too", child.name);
            }
        }
        thread::sleep(Duration::from_millis(100));
    }
    println!("\nstopping");
    Ok(())
}

fn free(address: SocketAddr, setting: &str) -> Result<()> {
    ensure!(
        http::is_free(address),
        "{address} is in use: end that program, or choose another with {setting}"
    );
    Ok(())
}

fn step(text: &str) {
    println!("{text}");
}

fn announce(url: &str) {
    println!("\n  Vitrine is open: {url}\n  Ctrl-C closes it.\n");
}
