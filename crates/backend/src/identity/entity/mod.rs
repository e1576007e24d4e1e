//! Tables of identity.

pub mod session;
pub mod shopper;
pub mod sign_in_code;
pub mod sign_in_turn;
