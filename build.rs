//! Relocations for `wasm-split-cli`: without them it could not move functions into
//! the later bundles. Only a release asks for them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let wants = |name: &str| std::env::var_os(name).is_some();
    let in_browser = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if wants("CARGO_FEATURE_SPLIT") && in_browser {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
