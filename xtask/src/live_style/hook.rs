//! How the script comes into the page that Trunk builds while developing.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::files;

#[derive(clap::Args)]
pub struct HookArgs {
    /// Where the server of the sheets listens
    address: SocketAddr,
}

/// The hook, to be added to a configuration of Trunk.
pub fn hook_of(program: &Path, address: SocketAddr) -> String {
    // A string of JSON is one of TOML.
    let program = serde_json::Value::from(program.to_string_lossy().as_ref());
    format!(
        "\n[[hooks]]\nstage = \"post_build\"\ncommand = {program}\n\
         command_arguments = [\"live-style-hook\", \"{address}\"]\n"
    )
}

/// Run by Trunk: adds the script to the page that it has just built.
pub fn insert_script(args: &HookArgs) -> Result<()> {
    let stage = std::env::var_os("TRUNK_STAGING_DIR").context("this is run by Trunk only")?;
    let path = Path::new(&stage).join("index.html");
    let page = files::read(&path)?;
    files::write(&path, with_script(&page, args.address)?)
}

fn with_script(page: &str, address: SocketAddr) -> Result<String> {
    ensure!(page.contains("</head>"), "the page has no head");
    // It blocks: nothing is painted before the sheets are there.
    let script = format!("<script src=\"http://{address}/live.js\"></script></head>");
    Ok(page.replacen("</head>", &script, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_the_last_of_the_head() -> Result<()> {
        let address = SocketAddr::from(([127, 0, 0, 1], 99));
        let page = with_script("<head><style>a</style></head><body></body>", address)?;
        assert!(
            page.contains("</style><script src=\"http://127.0.0.1:99/live.js\"></script></head>")
        );
        assert!(with_script("<p>", address).is_err());
        Ok(())
    }

    #[test]
    fn a_path_with_odd_letters_is_quoted() {
        let hook = hook_of(Path::new("C:\\a \"b\"\\x"), SocketAddr::from(([127, 0, 0, 1], 9)));
        assert!(hook.contains("command = \"C:\\\\a \\\"b\\\"\\\\x\""), "{hook}");
    }
}
