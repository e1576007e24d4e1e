//! The backend as its clients see it, each test with a shop of its own.
//!
//! One program for all: each further one would link the whole backend again.
#![allow(clippy::unwrap_used)] // Also in the helpers.

mod addresses;
mod app;
mod buying;
mod cart;
mod catalog;
mod common;
mod concurrency;
mod crawling;
mod findable;
mod first_screen;
mod idempotency;
mod identity;
mod media;
mod offline;
mod one_click;
mod openapi;
mod orders;
mod payment_methods;
mod person;
mod problems;
mod products;
mod reviews;
mod scale;
mod search;
mod storefront;
mod tracking;
mod uploads;
mod webhooks;
