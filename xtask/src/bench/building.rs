//! Builds what is measured, and tells how long that took.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, ensure};

use super::{Args, Part};
use crate::backend::{self, Profile};
use crate::workspace::Workspace;
use crate::{dist, storefront};

/// The program to measure, and what the report says of its build.
pub fn program(workspace: &Workspace, args: &Args) -> Result<(PathBuf, Option<String>)> {
    // No page and no bundle is looked at then, and the Wasm alone takes minutes.
    let api_alone = args.only == [Part::Api];
    if !args.built && api_alone {
        return Ok((backend::build(workspace, Profile::Release, false)?, None));
    }
    if !args.built {
        let has_wasm = storefront::is_compiled(workspace);
        let has_backend = workspace.target().join("release/deps").is_dir();
        let built = dist::build(workspace, &args.options)?;
        let storefront = told(built.storefront, has_wasm);
        let backend = told(built.backend, has_backend);
        let note = format!("Build: the storefront took {storefront}, the backend {backend}.");
        return Ok((built.program, Some(note)));
    }
    let name = if api_alone { "release/vitrine-backend" } else { "dist/vitrine" };
    let program = workspace.target().join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    ensure!(program.exists(), "nothing is built yet: run without --built");
    Ok((program, None))
}

fn told(time: Duration, has_earlier: bool) -> String {
    let from = if has_earlier { "with what an earlier build left" } else { "from nothing" };
    format!("{:.0} s ({from})", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_s_time_says_from_what() {
        assert_eq!(told(Duration::from_millis(61_600), false), "62 s (from nothing)");
        let later = told(Duration::from_secs(9), true);
        assert_eq!(later, "9 s (with what an earlier build left)");
    }
}
