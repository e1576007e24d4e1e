//! Tables of payments.

pub mod payment;
