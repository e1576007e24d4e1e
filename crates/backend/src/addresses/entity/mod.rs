//! Tables of addresses.

pub mod address;
