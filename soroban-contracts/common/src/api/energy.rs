//! What other contracts know of the energy contract.

use soroban_sdk::{contractclient, Env};

/// What other contracts call.
#[contractclient(name = "EnergyClient")]
pub trait Energy {
    /// Pays a party's open bills, oldest first; the bound offering signs. Returns what was applied, at most `amount`.
    fn settle(e: Env, system: u32, party: u32, amount: i128) -> i128;
    /// Pays the system's export due; the bound offering signs. Returns what was applied, at most `amount`.
    fn settle_export(e: Env, system: u32, amount: i128) -> i128;
    /// Statements that start at or after `at` are priced 0; the bound offering signs.
    fn conclude(e: Env, system: u32, at: u64);
    /// What a party has open, stroops.
    fn outstanding(e: Env, system: u32, party: u32) -> i128;
    /// What the utility has open for exports, stroops.
    fn export_due(e: Env, system: u32) -> i128;
}
