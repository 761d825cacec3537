//! What the certificate contract shows.

use soroban_sdk::{contracttype, Address, Bytes, BytesN, String, Vec};

/// What a MWh becomes. Never two of them.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Nothing is sold: whoever uses the energy keeps its attributes.
    Retained,
    /// 1 MWh, one renewable energy certificate.
    Rec,
    /// 1 MWh, `factor` grams of avoided CO2e.
    Carbon,
}

/// What is sold of a system's generation, and who gets it. The shares add up to 10,000 basis points.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Policy {
    /// What a MWh becomes.
    pub kind: Kind,
    /// Who gets the owner's share: the issuer, or whom it sold the attributes to.
    pub owner: Address,
    /// The owner's share.
    pub owner_bps: u32,
    /// What the parties get, by their portions, as the registry has them when it is minted.
    pub parties_bps: u32,
    /// What the donors get, by their units.
    pub donors_bps: u32,
    /// Merkle root over the donors' leaves; 32 zero bytes without donors.
    pub donors_root: BytesN<32>,
    /// Units of all donors together; 0 without donors.
    pub donors_units: i128,
    /// Leaves of the tree; 0 without donors.
    pub donors_count: u32,
}

/// A policy that was announced.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Announced {
    /// What it is to be.
    pub policy: Policy,
    /// When it was announced, Unix seconds: what was generated before stays under the policy of then.
    pub at: u64,
}

/// Grams of CO2e that a MWh avoids, from some time on.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Factor {
    /// Counts from 1.
    pub version: u32,
    /// Grams of CO2e per MWh.
    pub grams: u64,
    /// Unix seconds.
    pub effective_at: u64,
    /// Hash of the published source: which edition, which region, which rate.
    pub source_hash: BytesN<32>,
}

/// What a system has measured and what became of it. `rec + carbon + retained` MWh and the carry make `counted_wh - start_wh`.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Account {
    /// Contract of the REC asset.
    pub rec: Address,
    /// Contract of the carbon asset.
    pub carbon: Address,
    /// Measured before it was opened, Wh: never certified here.
    pub start_wh: u64,
    /// Measured and counted, Wh.
    pub counted_wh: u64,
    /// Until when that is, Unix seconds.
    pub counted_to: u64,
    /// Counted and not yet a whole MWh, Wh; negative after a correction.
    pub carry_wh: i128,
    /// MWh certified as RECs.
    pub rec_mwh: u64,
    /// MWh certified as carbon.
    pub carbon_mwh: u64,
    /// MWh retained.
    pub retained_mwh: u64,
}

/// Certificates of one kind of a system, stroops.
#[contracttype]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Totals {
    /// Ever due to somebody.
    pub certified: i128,
    /// Of these claimed, and so minted.
    pub minted: i128,
    /// Of these retired.
    pub retired: i128,
}

/// What a period brought.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Minted {
    /// What it became.
    pub kind: Kind,
    /// Whole MWh.
    pub mwh: u64,
    /// Stroops of the asset; 0 when retained.
    pub units: i128,
}

/// The donors of one root: what was certified for them and what they claimed, stroops.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pot {
    /// Units of all together.
    pub units: i128,
    /// Leaves of the tree.
    pub count: u32,
    /// Certified for all together.
    pub certified: i128,
    /// Claimed by all together.
    pub claimed: i128,
}

/// A donor's place in the tree.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DonorLeaf {
    /// Who gets the certificates.
    pub holder: Address,
    /// Place among the leaves.
    pub index: u32,
    /// The donor's units.
    pub units: i128,
    /// Siblings from the leaf to the root.
    pub proof: Vec<BytesN<32>>,
}

/// For whom and why certificates are retired; 1 to 128 bytes each.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Claim {
    /// In whose name.
    pub beneficiary: String,
    /// What for.
    pub purpose: String,
    /// The reporting period.
    pub period: String,
}

/// The assets of a system, as the XDR of their `Asset`.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Assets {
    /// Renewable energy certificates.
    pub rec: Bytes,
    /// Carbon certificates.
    pub carbon: Bytes,
}

/// The contracts that this one reads.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Links {
    /// Systems and parties.
    pub registry: Address,
    /// Attested generation.
    pub energy: Address,
}
