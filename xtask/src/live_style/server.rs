//! Two answers over HTTP: the script with all sheets, and the stream of changes.
//!
//! Not through Trunk's proxy: a browser has six connections for a host, and each open
//! tab would keep one of the shop's.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use super::{Shared, lock};

const SCRIPT: &str = include_str!("live.js");
/// Tells that a page has gone, so that its thread may go, too.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// The open pages.
#[derive(Default)]
pub struct Pages(Vec<Sender<String>>);

impl Pages {
    pub fn tell(&mut self, message: &str) {
        self.0.retain(|page| page.send(message.to_owned()).is_ok());
    }
}

pub fn start(shared: Arc<Shared>) -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free on loopback")?;
    let address = listener.local_addr().context("a listener without an address")?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                // A page that was closed is no fault.
                let _ = answer(stream, &shared);
            });
        }
    });
    Ok(address)
}

fn answer(mut stream: TcpStream, shared: &Shared) -> Result<()> {
    stream.set_nodelay(true)?;
    match asked(&stream)?.as_str() {
        "/live.js" => {
            let mut sheets = lock(&shared.sheets);
            sheets.follow_index()?;
            // JSON is JavaScript, and "/live.js" is no place where markup could begin.
            let script = SCRIPT.replacen("__STATE__", &sheets.whole().to_string(), 1);
            drop(sheets);
            head(&mut stream, "200 OK", "text/javascript; charset=utf-8")?;
            stream.write_all(script.as_bytes())?;
        }
        "/events" => follow(stream, shared)?,
        _ => head(&mut stream, "404 Not Found", "text/plain")?,
    }
    Ok(())
}

/// The path of a request.
fn asked(stream: &TcpStream) -> Result<String> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    Ok(first.split(' ').nth(1).unwrap_or_default().to_owned())
}

fn head(stream: &mut TcpStream, status: &str, kind: &str) -> Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncache-control: no-store\r\n\
         access-control-allow-origin: *\r\nconnection: close\r\n\r\n"
    );
    Ok(stream.write_all(head.as_bytes())?)
}

fn follow(mut stream: TcpStream, shared: &Shared) -> Result<()> {
    head(&mut stream, "200 OK", "text/event-stream")?;
    let (page, messages) = mpsc::channel();
    lock(&shared.pages).0.push(page);
    // Whoever comes back has missed something.
    let whole = lock(&shared.sheets).whole().to_string();
    stream.write_all(format!("data: {whole}\n\n").as_bytes())?;
    loop {
        match messages.recv_timeout(HEARTBEAT) {
            Ok(message) => stream.write_all(format!("data: {message}\n\n").as_bytes())?,
            Err(RecvTimeoutError::Timeout) => stream.write_all(b":\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
    }
}
