//! Mounts the storefront; everything else is in the library.

fn main() {}
