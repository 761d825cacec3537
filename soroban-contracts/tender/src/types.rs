//! What the contract keeps and shows.

use soroban_sdk::{contracttype, Address, BytesN, Vec};

/// Who does what besides administrator (the issuer) and trustee. All five and the trustee's veto are apart.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Roles {
    /// Approves an award and a termination: the second pair of eyes.
    pub approver: Address,
    /// Certifies milestones.
    pub certifier: Address,
    /// Decides disputes.
    pub arbiter: Address,
    /// Scores the proposals.
    pub evaluator: Address,
}

/// What the winner is paid.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Pricing {
    /// Its own price.
    FirstPrice,
    /// The highest price with which it would still have won; see [`crate::score::second_price`].
    Vickrey,
}

/// A part of the works that is certified and paid by itself.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MilestoneTerms {
    /// SHA-256 of the document that describes it.
    pub description: BytesN<32>,
    /// SHA-256 of the document that says which evidence is required.
    pub required_evidence: BytesN<32>,
    /// Its share of the price, basis points; the shares add up to 10,000.
    pub share_bps: u32,
    /// Seconds after acceptance until its evidence is due.
    pub due_secs: u64,
}

/// What is fixed when a tender opens. Amounts are stroops of the offering's settlement asset, times Unix seconds.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Terms {
    /// The highest price; at most the construction money that no contract has claimed.
    pub ceiling: i128,
    /// What each bidder puts down; the winner's secures the works.
    pub bond: i128,
    pub pricing: Pricing,
    /// Above 0; both weights make 10,000 basis points.
    pub price_weight_bps: u32,
    pub quality_weight_bps: u32,
    /// Until then a bid may be withdrawn, so that its place is free again in time.
    pub withdraw_by: u64,
    /// Until then bids are committed.
    pub commit_by: u64,
    /// Until then the evaluator scores. Equal to `commit_by` when quality has no weight.
    pub score_by: u64,
    /// Until then bids are revealed, from `score_by` on.
    pub reveal_by: u64,
    /// Seconds for an award, from `reveal_by` and again after a winner that did not accept.
    pub award_secs: u64,
    /// Seconds for the winner to accept.
    pub accept_secs: u64,
    /// Seconds between certification and payment in which it can be disputed; also what a rejection leaves at least.
    pub objection_secs: u64,
    /// Seconds for the arbiter to decide.
    pub arbiter_secs: u64,
    /// In the order of the works; the last is paid after commissioning.
    pub milestones: Vec<MilestoneTerms>,
    /// Withheld from each milestone, basis points; at most 2,000.
    pub retention_bps: u32,
    /// Seconds from completion until what was withheld is paid.
    pub retention_secs: u64,
    /// What the system must generate within the test, watt-hours; 0 only when the system is live.
    pub required_wh: u64,
    /// The longest metered time of the test, seconds.
    pub window_secs: u64,
    /// Seconds after acceptance until the test must be passed.
    pub commission_secs: u64,
    /// Who receives the bonds that are forfeited.
    pub forfeits_to: Address,
    /// SHA-256 of the tender documents.
    pub documents_hash: BytesN<32>,
}

/// Where a tender stands. While it is open, time says whether bids are committed, scored, revealed or awarded.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stage {
    /// Bids are committed, scored and revealed; the best can be awarded.
    Open,
    /// The winner has to accept.
    Awarded,
    /// There is a contract.
    Works,
    /// Every milestone is settled and the system live.
    Done,
    /// No contract came of it.
    Cancelled,
    /// The contractor failed; what is left may be tendered again.
    Terminated,
}

/// A tender's course.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Course {
    pub stage: Stage,
    /// What bonds are in.
    pub settlement: Address,
    /// Until then the best bid may be awarded.
    pub award_by: u64,
    /// Whose award the approver approved.
    pub approved: Option<Address>,
    /// Who won; from acceptance on the contractor.
    pub winner: Option<Address>,
    /// What the winner is paid in all; 0 before.
    pub price: i128,
    /// Until then the winner may accept; 0 before.
    pub accept_by: u64,
    /// When it accepted; 0 before.
    pub accepted_at: u64,
    /// Where the commissioning test that is running, or was passed, starts: the end of the last measured statement.
    pub test_from: Option<u64>,
    /// What was measured by then, watt-hours.
    pub test_from_wh: u64,
    /// When it was done, cancelled or terminated; 0 before.
    pub ended_at: u64,
}

/// What became of a bid.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Its price is not known; forfeited if that is so when revealing is over.
    Sealed,
    /// Its price is known.
    Revealed,
    /// It won and did not accept.
    Walked,
}

/// A bid.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bid {
    pub bidder: Address,
    /// See [`crate::commitment`].
    pub commitment: BytesN<32>,
    /// SHA-256 of the proposal that the evaluator scores.
    pub proposal: BytesN<32>,
    /// What is held of its bond.
    pub bond: i128,
    /// Its price; 0 until it is revealed.
    pub amount: i128,
    /// The evaluator's score.
    pub quality_bps: u32,
    pub standing: Standing,
}

/// How far a milestone is.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Progress {
    /// No evidence yet.
    Open,
    /// The certifier has evidence to judge.
    Submitted,
    /// The certifier found the evidence wanting.
    Rejected,
    /// To be paid from `payable_at` on.
    Certified,
    /// The arbiter has to decide.
    Disputed,
    /// Settled.
    Paid,
    /// Will not be paid: the contract was terminated.
    Void,
}

/// A milestone of a contract. One more than the terms have, the last, stands for what is withheld.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Milestone {
    /// What it is still worth: its part of the price, or what the arbiter granted.
    pub amount: i128,
    pub progress: Progress,
    /// When evidence is due; a rejection moves it.
    pub due_at: u64,
    /// SHA-256 of the evidence.
    pub evidence: Option<BytesN<32>>,
    pub submitted_at: u64,
    pub rejections: u32,
    /// From when on it is paid; 0 before it is certified.
    pub payable_at: u64,
    /// Who brought it before the arbiter; once at most, ever.
    pub disputed_by: Option<Address>,
    /// Until then the arbiter may decide; 0 without a dispute.
    pub decide_by: u64,
    /// The progress that the dispute stopped; `Open` without one.
    pub disputed_at: Progress,
}
