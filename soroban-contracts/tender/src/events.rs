//! What the contract announces: one event for every change of state. Prices and payments can be summed from them alone.

use soroban_sdk::{contractevent, Address, BytesN, Vec};

/// Bids may be committed. The terms stand in the transaction and under `terms`.
#[contractevent]
pub struct Opened {
    #[topic]
    pub tender: u32,
    pub ceiling: i128,
    pub bond: i128,
    pub commit_by: u64,
    pub reveal_by: u64,
    pub documents_hash: BytesN<32>,
}

/// `bidder` committed a bid and put down the bond.
#[contractevent]
pub struct Committed {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub commitment: BytesN<32>,
    pub proposal: BytesN<32>,
    pub bond: i128,
}

/// `bidder` took the bid back.
#[contractevent]
pub struct Withdrawn {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub bond: i128,
}

/// The evaluator scored the proposals, in the order of the bids.
#[contractevent]
pub struct Scored {
    #[topic]
    pub tender: u32,
    pub evaluator: Address,
    pub quality_bps: Vec<u32>,
}

/// A bid's price is known.
#[contractevent]
pub struct Revealed {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub amount: i128,
}

/// The approver approved the award to the best bid.
#[contractevent]
pub struct AwardApproved {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub approver: Address,
}

/// `bidder` won and may accept until `accept_by`.
#[contractevent]
pub struct Awarded {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub bid: i128,
    pub price: i128,
    pub accept_by: u64,
}

/// There is a contract; the milestones' parts of the price.
#[contractevent]
pub struct Accepted {
    #[topic]
    pub tender: u32,
    #[topic]
    pub contractor: Address,
    pub price: i128,
    pub milestones: Vec<i128>,
}

/// The winner did not accept. Its bond is forfeited unless the money was missing.
#[contractevent]
pub struct AwardLapsed {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub forfeited: bool,
}

/// No contract comes of it. `reason` is the SHA-256 of the published decision; `None` when the time ran out.
#[contractevent]
pub struct Cancelled {
    #[topic]
    pub tender: u32,
    pub reason: Option<BytesN<32>>,
}

/// A bond went back to the bidder.
#[contractevent]
pub struct BondReturned {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub amount: i128,
}

/// A bond went to whom the terms name.
#[contractevent]
pub struct BondForfeited {
    #[topic]
    pub tender: u32,
    #[topic]
    pub bidder: Address,
    pub to: Address,
    pub amount: i128,
}

/// The contractor handed in evidence.
#[contractevent]
pub struct EvidenceSubmitted {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub evidence: BytesN<32>,
}

/// The certifier found a milestone complete.
#[contractevent]
pub struct Certified {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub certifier: Address,
    pub evidence: BytesN<32>,
    pub payable_at: u64,
}

/// The certifier found the evidence wanting.
#[contractevent]
pub struct EvidenceRejected {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub certifier: Address,
    pub reason: BytesN<32>,
    pub due_at: u64,
}

/// A milestone was paid. `gross` is what it was worth; `gross - net` is withheld, or lost by a terminated contractor.
#[contractevent]
pub struct MilestonePaid {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub contractor: Address,
    pub gross: i128,
    pub net: i128,
}

/// Somebody brought a milestone before the arbiter.
#[contractevent]
pub struct Disputed {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub by: Address,
    pub reason: BytesN<32>,
    pub decide_by: u64,
}

/// A dispute is over: the milestone is worth `amount`. Without an arbiter's word the certifier's stands.
#[contractevent]
pub struct DisputeEnded {
    #[topic]
    pub tender: u32,
    #[topic]
    pub milestone: u32,
    pub arbiter: Option<Address>,
    pub payable: bool,
    pub amount: i128,
}

/// A commissioning test began; what the meters said by then.
#[contractevent]
pub struct TestStarted {
    #[topic]
    pub tender: u32,
    pub from: u64,
    pub from_wh: u64,
}

/// The test is passed and the system is live.
#[contractevent]
pub struct Live {
    #[topic]
    pub tender: u32,
    pub measured_wh: u64,
    pub within_secs: u64,
}

/// Every milestone is settled; what was withheld is payable at `retention_at`.
#[contractevent]
pub struct Completed {
    #[topic]
    pub tender: u32,
    pub retained: i128,
    pub retention_at: u64,
}

/// The contractor failed. `freed` of the price is free for another tender.
#[contractevent]
pub struct ContractTerminated {
    #[topic]
    pub tender: u32,
    pub contractor: Address,
    pub reason: BytesN<32>,
    pub freed: i128,
}
