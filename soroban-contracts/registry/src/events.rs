//! What the registry announces: every change of state.

use heliobond_common::api::registry::{MeterKind, PartyShare};
use soroban_sdk::{contractevent, Address, BytesN, String, Vec};

/// A system was proposed.
#[contractevent]
pub struct SystemProposed {
    #[topic]
    pub system: u32,
    pub proposer: Address,
    pub name: String,
    pub capacity_w: u64,
    pub shares: Vec<PartyShare>,
}

/// The approver let a system in.
#[contractevent]
pub struct SystemApproved {
    #[topic]
    pub system: u32,
}

/// A system got its offering.
#[contractevent]
pub struct OfferingBound {
    #[topic]
    pub system: u32,
    pub offering: Address,
}

/// A meter counts from now on.
#[contractevent]
pub struct MeterRegistered {
    #[topic]
    pub system: u32,
    #[topic]
    pub meter: u32,
    pub kind: MeterKind,
    pub party: u32,
    pub key: BytesN<32>,
    pub epoch: u32,
    pub capacity_w: u64,
}

/// A meter no longer counts.
#[contractevent]
pub struct MeterRevoked {
    #[topic]
    pub system: u32,
    #[topic]
    pub meter: u32,
}

/// A meter was replaced or reset: readings of earlier epochs no longer count.
#[contractevent]
pub struct EpochOpened {
    #[topic]
    pub system: u32,
    #[topic]
    pub meter: u32,
    pub epoch: u32,
}

/// A part of a portion, and what was owned of it, changed hands.
#[contractevent]
pub struct PortionTransferred {
    #[topic]
    pub system: u32,
    pub from_party: u32,
    pub to_party: u32,
    pub portion_bps: u32,
    pub owned_bps: u32,
}

/// What each party owns by now, by party index.
#[contractevent]
pub struct OwnershipAccrued {
    #[topic]
    pub system: u32,
    pub owned_bps: Vec<u32>,
}

/// The bondholders' trustee took the place of a party's owner, who is remembered.
#[contractevent]
pub struct SteppedIn {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub former: Address,
}

/// A party's former owner is back in place.
#[contractevent]
pub struct Restored {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub owner: Address,
}

/// A party, with its portion and what it owns of it, got another owner.
#[contractevent]
pub struct PartyTransferred {
    #[topic]
    pub system: u32,
    #[topic]
    pub party: u32,
    pub from: Address,
    pub to: Address,
}
