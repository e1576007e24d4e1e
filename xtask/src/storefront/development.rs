//! What is for development only must not be in a release.

use std::path::Path;

use anyhow::{Result, ensure};

use super::assets::name;
use crate::files;

/// Texts that the gallery of components, and the script of `cargo xtask serve`, cannot
/// do without.
const MARKS: [&str; 4] = ["vitrine.gallery.", "gallery-density", "vitrine-style", "live.js"];

pub fn is_left_out(stage: &Path) -> Result<()> {
    for path in files::walk(stage)? {
        let bytes = files::bytes(&path)?;
        let found = MARKS.iter().find(|mark| holds(&bytes, mark));
        ensure!(found.is_none(), "{} holds {found:?}, which is for development", name(&path));
    }
    Ok(())
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks are those of the code.
    #[test]
    fn the_marks_stand_in_what_they_are_to_find() {
        let gallery = include_str!("../../../src/features/gallery/switches.rs");
        let script = include_str!("../live_style/live.js");
        let hook = include_str!("../live_style/hook.rs");
        let all = [gallery, script, hook].concat();
        for mark in MARKS {
            assert!(holds(all.as_bytes(), mark), "{mark}");
        }
    }
}
