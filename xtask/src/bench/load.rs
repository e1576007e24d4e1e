//! Clients that ask again as soon as they are answered, on connections they keep.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::{figures, machine};
use crate::http::Client;

/// A request and the status that is right for it.
pub struct Request {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Option<String>,
    pub expected: u16,
}

impl Request {
    /// Asked as browsers ask: compressed.
    pub fn get(path: impl Into<String>) -> Self {
        let headers = vec![("accept-encoding", "gzip, deflate, br".to_owned())];
        Self { method: "GET", path: path.into(), headers, body: None, expected: 200 }
    }
}

/// What a load gave.
pub struct Answered {
    /// Milliseconds of each answer, ascending.
    times: Vec<f64>,
    elapsed: Duration,
    /// The share of one core that this program took meanwhile.
    pub own_share: Option<f64>,
}

impl Answered {
    pub fn count(&self) -> usize {
        self.times.len()
    }

    pub fn percentile(&self, share: f64) -> f64 {
        figures::percentile(&self.times, share)
    }

    pub fn per_second(&self) -> f64 {
        self.count() as f64 / self.elapsed.as_secs_f64()
    }
}

/// Lets some clients ask until the time is over or `next`, called with 0, 1, 2 …,
/// has nothing left.
pub fn run(
    address: SocketAddr,
    clients: usize,
    time: Duration,
    next: impl Fn(usize) -> Option<Request> + Sync,
) -> Result<Answered> {
    let mut connections: Vec<_> =
        (0..clients).map(|_| Client::connect(address)).collect::<Result<_>>()?;
    let counter = AtomicUsize::new(0);
    let (start, before) = (Instant::now(), machine::own_time());
    let work = |client: &mut Client| -> Result<Vec<f64>> {
        let mut times = Vec::new();
        while start.elapsed() < time {
            let Some(request) = next(counter.fetch_add(1, Ordering::Relaxed)) else { break };
            let asked = Instant::now();
            send(client, &request)?;
            times.push(asked.elapsed().as_secs_f64() * 1000.0);
        }
        Ok(times)
    };
    let results: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> =
            connections.iter_mut().map(|client| scope.spawn(|| work(client))).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let elapsed = start.elapsed();
    let own = before.zip(machine::own_time()).map(|(before, after)| after - before);
    let mut times = Vec::new();
    for result in results {
        let Ok(result) = result else { bail!("a client broke off") };
        times.extend(result?);
    }
    ensure!(!times.is_empty(), "nothing was asked for");
    times.sort_by(f64::total_cmp);
    Ok(Answered { times, elapsed, own_share: own.map(|own| own / elapsed.as_secs_f64()) })
}

fn send(client: &mut Client, request: &Request) -> Result<()> {
    let headers: Vec<_> =
        request.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = client
        .send(request.method, &request.path, &headers, request.body.as_deref())
        .context("under load")?;
    let right = answer.status == request.expected;
    ensure!(
        right,
        "{} {} is answered with {}: {}",
        request.method,
        request.path,
        answer.status,
        String::from_utf8_lossy(&answer.body[..answer.body.len().min(300)])
    );
    Ok(())
}
