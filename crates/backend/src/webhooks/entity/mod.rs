//! Tables of webhooks.

pub mod webhook_event;
