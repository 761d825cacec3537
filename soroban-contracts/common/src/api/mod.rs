//! The types and the calls by which one contract knows another.
//!
//! The traits yield the typed clients (`RegistryClient` and so on) that callers use; the contract named implements the
//! calls with the same names and types. A contract that is called never calls back.

pub mod energy;
pub mod offering;
pub mod registry;
pub mod tariff;
