//! What other contracts know of the offering.

use soroban_sdk::{contractclient, contracttype, Address, Env, Symbol};

/// The contracts and the system that an offering is tied to.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Links {
    pub registry: Address,
    pub energy: Address,
    /// The system's id in the registry.
    pub system: u32,
    /// The stablecoin's asset contract.
    pub settlement: Address,
    /// The bond's asset contract, from launch on.
    pub bond: Option<Address>,
}

/// What other contracts call.
#[contractclient(name = "OfferingClient")]
pub trait Offering {
    /// Pays construction money out; works signs.
    fn disburse(e: Env, to: Address, amount: i128);
    /// The system is live; works signs.
    fn go_live(e: Env);
    /// What is left to disburse, stroops.
    fn construction(e: Env) -> i128;
    /// What the offering is tied to.
    fn links(e: Env) -> Links;
    /// Who holds a role.
    fn role(e: Env, role: Symbol) -> Option<Address>;
}
