//! What the certificate contract announces: every change of state.

use crate::types::{Claim, Kind, Policy};
use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// A system's generation is certified from now on; `start_wh` was measured before and never is.
#[contractevent]
pub struct SystemOpened {
    #[topic]
    pub system: u32,
    pub rec: Address,
    pub carbon: Address,
    pub start_wh: u64,
    pub start_at: u64,
    pub policy: Policy,
}

/// A policy was announced; it concerns nothing generated before `at`.
#[contractevent]
pub struct PolicyAnnounced {
    #[topic]
    pub system: u32,
    pub policy: Policy,
    pub at: u64,
}

/// An announced policy is in force for what is measured after `from`.
#[contractevent]
pub struct PolicyInForce {
    #[topic]
    pub system: u32,
    pub policy: Policy,
    pub from: u64,
}

/// An emission factor comes into force at `effective_at`, grams of CO2e per MWh.
#[contractevent]
pub struct FactorSet {
    #[topic]
    pub version: u32,
    pub grams: u64,
    pub effective_at: u64,
    pub source_hash: BytesN<32>,
}

/// What was measured from `from` to `to` became certificates. `new_wh` is negative for a correction; `index` is the last
/// statement's, `factor` the version of the emission factor, 0 for other kinds.
#[contractevent]
pub struct Certified {
    #[topic]
    pub system: u32,
    #[topic]
    pub kind: Kind,
    pub index: u32,
    pub from: u64,
    pub to: u64,
    pub new_wh: i128,
    pub mwh: u64,
    pub units: i128,
    pub carry_wh: i128,
    pub factor: u32,
}

/// Whose the certificates are that [`Certified`] announced: the owner's, each party's by its index, all donors' together.
#[contractevent]
pub struct SharedOut {
    #[topic]
    pub system: u32,
    #[topic]
    pub kind: Kind,
    pub owner: Address,
    pub owner_units: i128,
    pub parties: Vec<i128>,
    pub donors_root: BytesN<32>,
    pub donors_units: i128,
}

/// Certificates were minted to a holder whose they were.
#[contractevent]
pub struct Claimed {
    #[topic]
    pub system: u32,
    #[topic]
    pub kind: Kind,
    #[topic]
    pub holder: Address,
    pub units: i128,
}

/// Certificates were minted to a donor.
#[contractevent]
pub struct DonorClaimed {
    #[topic]
    pub system: u32,
    #[topic]
    pub kind: Kind,
    #[topic]
    pub holder: Address,
    pub root: BytesN<32>,
    pub index: u32,
    pub units: i128,
}

/// Certificates are used up, for ever. `number` counts retirements of this contract; `retired` and `minted` are the
/// running totals of the system's kind, this one included.
#[contractevent]
pub struct Retired {
    #[topic]
    pub number: u64,
    #[topic]
    pub system: u32,
    #[topic]
    pub kind: Kind,
    pub holder: Address,
    pub units: i128,
    pub claim: Claim,
    pub retired: i128,
    pub minted: i128,
}
