//! What Heliobond's contracts share. No contract of its own.
//!
//! - [`access`]: one administrator, handed over in two steps, and a pause.
//! - [`ttl`]: how long each class of data lives, and reads and writes that keep it alive.
//! - [`merkle`]: the tree over readings and over coupons.
//! - [`apportion`] and [`math`]: exact integer arithmetic, without `Env`.
//! - [`api`]: the types and the calls by which one contract knows another. Calls go one way:
//!   `offering -> energy -> tariff`, `offering -> registry`, `energy -> registry`.
#![no_std]

pub mod access;
pub mod api;
pub mod apportion;
pub mod math;
pub mod merkle;
pub mod ttl;
