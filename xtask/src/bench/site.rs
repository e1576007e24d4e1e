//! Serves pages of our own under the shop's paths; everything else, pictures above
//! all, comes from the backend, so that only what we look at differs.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::files;
use crate::http::{Answer, Client};

/// A browser that has gone leaves its connections to this.
const IDLE: Duration = Duration::from_secs(120);
/// Headers that speak of the connection, not of the answer.
const HOP: [&str; 4] = ["connection", "keep-alive", "transfer-encoding", "content-length"];
/// Headers of a request that change the answer.
const PASSED_ON: [&str; 4] = ["accept", "accept-encoding", "accept-language", "if-none-match"];

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A page or its script, plain and brotli.
pub struct Page {
    kind: &'static str,
    plain: Vec<u8>,
    brotli: Vec<u8>,
}

struct Site {
    backend: SocketAddr,
    pages: HashMap<String, Page>,
}

/// Serves until the program ends.
pub fn start(backend: SocketAddr, pages: HashMap<String, Page>) -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no port is free on loopback")?;
    let address = listener.local_addr().context("a listener without an address")?;
    let site = Arc::new(Site { backend, pages });
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // An error is a browser that has closed its connection.
            thread::spawn(move || site.serve(stream));
        }
    });
    Ok(address)
}

struct Asked {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
}

impl Site {
    fn serve(&self, stream: TcpStream) -> Result<()> {
        stream.set_read_timeout(Some(IDLE))?;
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        let mut client = None;
        while let Some(asked) = read(&mut reader)? {
            let answer = match self.pages.get(&asked.path) {
                Some(page) if asked.method == "GET" => page.answer(&asked),
                _ => self.pass_on(&mut client, &asked)?,
            };
            reader.get_mut().write_all(&bytes(&answer))?;
        }
        Ok(())
    }

    /// On a connection that lasts as long as the browser's.
    fn pass_on(&self, client: &mut Option<Client>, asked: &Asked) -> Result<Answer> {
        let headers: Vec<_> = asked
            .headers
            .iter()
            .filter(|(name, _)| PASSED_ON.contains(&name.as_str()))
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let client = match client {
            Some(client) => client,
            None => client.insert(Client::connect(self.backend)?),
        };
        client.send(&asked.method, &asked.path, &headers, None)
    }
}

fn read(reader: &mut impl BufRead) -> Result<Option<Asked>> {
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().context("no path")?);
    let mut asked = Asked { method: method.to_owned(), path: path.to_owned(), headers: Vec::new() };
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        asked.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    Ok(Some(asked))
}

impl Page {
    /// A file, and its brotli beside it.
    pub fn read(path: &Path) -> Result<Self> {
        let mut compressed = path.as_os_str().to_owned();
        compressed.push(".br");
        Ok(Self {
            kind: if files::extension(path) == "js" { SCRIPT } else { HTML },
            plain: files::bytes(path)?,
            brotli: files::bytes(Path::new(&compressed))?,
        })
    }

    fn answer(&self, asked: &Asked) -> Answer {
        let takes_brotli = asked
            .headers
            .iter()
            .any(|(name, value)| name == "accept-encoding" && value.contains("br"));
        let mut headers =
            vec![header("content-type", self.kind), header("cache-control", "no-cache")];
        if takes_brotli {
            headers.push(header("content-encoding", "br"));
        }
        let body = if takes_brotli { &self.brotli } else { &self.plain };
        Answer { status: 200, headers, body: body.clone() }
    }
}

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn bytes(answer: &Answer) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} -\r\n", answer.status);
    for (name, value) in answer.headers.iter().filter(|(name, _)| !HOP.contains(&name.as_str())) {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("content-length: {}\r\n\r\n", answer.body.len());
    let mut all = head.into_bytes();
    all.extend(&answer.body);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_own_pages_and_the_backend_s_answers() {
        let pages = |path: &str, text| HashMap::from([(path.to_owned(), page(text))]);
        let nobody = "127.0.0.1:1".parse().unwrap();
        let backend = start(nobody, pages("/media/a", "picture")).unwrap();
        let copy = start(backend, pages("/", "page")).unwrap();
        let mut client = Client::connect(copy).unwrap();
        assert_eq!(client.get("/").unwrap().body, b"page");
        assert_eq!(client.get("/media/a").unwrap().body, b"picture");
        assert_eq!(client.get("/").unwrap().body, b"page", "on the same connection");
    }

    #[test]
    fn brotli_only_for_those_who_take_it() {
        let asked = |coding: &str| Asked {
            method: "GET".into(),
            path: "/".into(),
            headers: vec![header("accept-encoding", coding)],
        };
        let page = page("plain");
        assert_eq!(page.answer(&asked("gzip")).body, b"plain");
        assert_eq!(page.answer(&asked("gzip, br")).header("content-encoding"), Some("br"));
    }

    fn page(text: &str) -> Page {
        Page { kind: HTML, plain: text.into(), brotli: b"brotli".to_vec() }
    }
}
