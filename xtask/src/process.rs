//! Running programs: to their end, for their output, or beside us until we stop.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a server may take to put things in order before it is ended by force;
/// the backend gives open requests ten seconds.
const GRACE: Duration = Duration::from_secs(12);

/// A command as one would type it, for messages.
pub fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit(['/', '\\']).next().unwrap_or(&program).to_owned();
    command.get_args().fold(name, |line, arg| line + " " + &arg.to_string_lossy())
}

fn check(status: ExitStatus, line: &str) -> Result<()> {
    if status.success() { Ok(()) } else { bail!("`{line}` ended with {status}") }
}

/// Runs to the end with its output on ours.
pub fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    check(status, &line)
}

/// Runs for what it prints; its errors still reach the screen.
pub fn read(command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{line}`"))?;
    check(output.status, &line)?;
    String::from_utf8(output.stdout).with_context(|| format!("`{line}` printed no text"))
}

/// Whether it ran and ended well; what it says is of no interest.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a watched program printed, and whether it ended well.
pub struct Watched {
    pub lines: Vec<String>,
    pub result: Result<()>,
}

/// Runs to the end, showing both streams as they come and keeping them.
pub fn watch(command: &mut Command) -> Result<Watched> {
    let line = shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{line}`"))?;
    let errors = child.stderr.take().context("no stderr")?;
    let output = child.stdout.take().context("no stdout")?;
    let errors = thread::spawn(move || echo(errors, std::io::stderr()));
    let mut lines = echo(output, std::io::stdout());
    lines.extend(errors.join().unwrap_or_default());
    let status = child.wait().with_context(|| format!("lost `{line}`"))?;
    Ok(Watched { lines, result: check(status, &line) })
}

fn echo(from: impl std::io::Read, mut to: impl Write) -> Vec<String> {
    let mut lines = Vec::new();
    let mut reader = BufReader::new(from);
    let mut raw = Vec::new();
    while reader.read_until(b'\n', &mut raw).is_ok_and(|read| read > 0) {
        // A closed screen must not end the program that writes to it.
        let _ = to.write_all(&raw).and_then(|()| to.flush());
        lines.push(String::from_utf8_lossy(&raw).trim_end().to_owned());
        raw.clear();
    }
    lines
}

/// A program that runs beside us and never outlives us.
pub struct Beside {
    pub name: &'static str,
    child: Child,
}

impl Beside {
    pub fn spawn(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {name}: `{}`", shown(command)))?;
        Ok(Self { name, child })
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().with_context(|| format!("lost {}", self.name))
    }

    fn ask_to_stop(&self) -> bool {
        cfg!(unix) && succeeds(Command::new("kill").args(["-TERM", &self.child.id().to_string()]))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        if self.ask_to_stop() {
            let deadline = Instant::now() + GRACE;
            while Instant::now() < deadline {
                if !matches!(self.child.try_wait(), Ok(None)) {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
        }
        // Nothing is left to try if even this fails.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
