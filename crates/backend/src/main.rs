//! Starts the backend.
fn main() {}
