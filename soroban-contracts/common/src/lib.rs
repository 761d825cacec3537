//! What Heliobond's contracts share. No contract of its own.
//!
//! - [`governance`]: roles that change hands in two steps, upgrades that wait and can be vetoed, and a pause.
//! - [`ttl`]: how long each class of data lives, and reads and writes that keep it alive.
//! - [`merkle`]: the tree over readings and over coupons.
//! - [`apportion`] and [`math`]: exact integer arithmetic, without `Env`.
//! - [`api`]: the types and the calls by which one contract knows another. Calls go one way:
//!   `tender -> offering -> energy -> tariff`, `offering -> registry`, `energy -> registry`, `certificate -> energy`,
//!   `certificate -> registry`.
#![no_std]

pub mod api;
pub mod apportion;
pub mod governance;
pub mod math;
pub mod merkle;
#[cfg(any(test, feature = "testutils"))]
pub mod testing;
pub mod ttl;

/// What a contract's .wasm says of itself (SEP-46, SEP-47): a description, the version of the source, and the SEPs whose
/// interfaces it has, comma-separated, if any.
///
/// ```ignore
/// heliobond_common::describe!("What a kWh costs, by utility.", sep = "40");
/// ```
#[macro_export]
macro_rules! describe {
    ($description:literal) => {
        soroban_sdk::contractmeta!(key = "Description", val = $description);
        soroban_sdk::contractmeta!(key = "binver", val = env!("CARGO_PKG_VERSION"));
    };
    ($description:literal, sep = $sep:literal) => {
        $crate::describe!($description);
        soroban_sdk::contractmeta!(key = "sep", val = $sep);
    };
}
