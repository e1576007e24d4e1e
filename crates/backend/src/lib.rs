//! Vitrine's backend.
