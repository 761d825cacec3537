//! The calls. Each hands over to the module that does it.

use crate::error::TenderError;
use crate::types::{Bid, Course, Milestone, Roles, Terms};
use crate::{awarding, bidding, commissioning, disputes, roles, storage, works};
use heliobond_common::governance::{self, Governance};
use soroban_sdk::{contract, contractimpl, Address, BytesN, Env, Vec};

/// The version of this code's storage.
const VERSION: u32 = 1;

/// The tenders of one offering's works.
#[contract]
pub struct Tender;

heliobond_common::governed!(Tender, TenderError, version = VERSION, guardians = ["approver"]);

#[contractimpl]
impl Tender {
    /// Fixes the offering, whose `works` this contract is to be, and who does what. The administrator is the issuer.
    ///
    /// # Errors
    /// * [`TenderError::BadGovernance`]
    /// * [`TenderError::RolesNotApart`] - When two roles are in one hand.
    pub fn __constructor(e: &Env, governance: Governance, offering: Address, roles: Roles) -> Result<(), TenderError> {
        governance::init(e, &governance, VERSION)?;
        let Roles { approver, certifier, arbiter, evaluator } = roles;
        governance::roles::set_holder(e, roles::APPROVER, &approver);
        governance::roles::set_holder(e, roles::CERTIFIER, &certifier);
        governance::roles::set_holder(e, roles::ARBITER, &arbiter);
        governance::roles::set_holder(e, roles::EVALUATOR, &evaluator);
        if !roles::are_apart(e) {
            return Err(TenderError::RolesNotApart);
        }
        storage::set_offering(e, &offering);
        Ok(())
    }

    /// Opens a tender and returns its number, from 1 on. One runs at a time; another may follow one that was cancelled
    /// or terminated. The administrator signs. Not while paused.
    ///
    /// # Errors
    /// * [`TenderError::Paused`], [`TenderError::RolesNotApart`], [`TenderError::BadTerms`], [`TenderError::BadTimes`]
    /// * [`TenderError::TenderRunning`], [`TenderError::TooManyTenders`]
    /// * [`TenderError::NotWorks`] - When the offering's works is not this contract.
    /// * [`TenderError::OverBudget`] - When the ceiling exceeds the construction money that no contract has claimed.
    ///
    /// # Events
    /// * [`crate::events::Opened`]
    pub fn open(e: &Env, terms: Terms) -> Result<u32, TenderError> {
        bidding::open(e, terms)
    }

    /// Takes a sealed bid and its bond, until `commit_by`. See [`crate::commitment`] for the hash. The bidder signs. Not
    /// while paused.
    ///
    /// # Errors
    /// * [`TenderError::Paused`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
    /// * [`TenderError::BidderNotEligible`] - When the bidder holds a role, or receives forfeited bonds.
    /// * [`TenderError::AlreadyBid`], [`TenderError::TooManyBids`]
    /// * [`TenderError::TransferRefused`] - When the bond cannot be taken.
    ///
    /// # Events
    /// * [`crate::events::Committed`]
    pub fn commit(
        e: &Env,
        tender: u32,
        bidder: Address,
        commitment: BytesN<32>,
        proposal: BytesN<32>,
    ) -> Result<(), TenderError> {
        bidding::commit(e, tender, bidder, commitment, proposal)
    }

    /// Takes a bid back with its bond, until `withdraw_by`; its place is free again. The bidder signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
    /// * [`TenderError::UnknownBid`], [`TenderError::TransferRefused`]
    ///
    /// # Events
    /// * [`crate::events::Withdrawn`]
    pub fn withdraw(e: &Env, tender: u32, bidder: Address) -> Result<(), TenderError> {
        bidding::withdraw(e, tender, bidder)
    }

    /// Scores all proposals at once, in the order of the bids, 0 to 10,000 each; from `commit_by` to `score_by`, and so
    /// before any price is known. Again replaces it. Without scores quality counts for nobody. The evaluator signs.
    ///
    /// # Errors
    /// * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::TooSoon`], [`TenderError::TooLate`], [`TenderError::BadScores`]
    ///
    /// # Events
    /// * [`crate::events::Scored`]
    pub fn score(e: &Env, tender: u32, quality_bps: Vec<u32>) -> Result<(), TenderError> {
        bidding::score(e, tender, quality_bps)
    }

    /// Makes a bid's price known, from `score_by` to `reveal_by`. A bid that is not revealed, or whose price is above
    /// the ceiling and so cannot be, forfeits its bond. Anyone who knows price and salt may call it for the bidder.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`], [`TenderError::TooLate`]
    /// * [`TenderError::UnknownBid`], [`TenderError::AlreadyRevealed`], [`TenderError::BadPrice`]
    /// * [`TenderError::WrongReveal`] - When they do not open the commitment.
    ///
    /// # Events
    /// * [`crate::events::Revealed`]
    pub fn reveal(e: &Env, tender: u32, bidder: Address, amount: i128, salt: BytesN<32>) -> Result<(), TenderError> {
        bidding::reveal(e, tender, bidder, amount, salt)
    }

    /// Approves the award to the best bid, from `reveal_by` to `award_by`. The approver signs.
    ///
    /// # Errors
    /// * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::TooSoon`], [`TenderError::TooLate`]
    /// * [`TenderError::NotBest`] - When it is not the best, or no bid is valid.
    ///
    /// # Events
    /// * [`crate::events::AwardApproved`]
    pub fn approve(e: &Env, tender: u32, bidder: Address) -> Result<(), TenderError> {
        awarding::approve(e, tender, bidder)
    }

    /// Awards to the best bid, which the approver approved, and to no other. The administrator signs. Returns the price.
    ///
    /// # Errors
    /// * [`TenderError::RolesNotApart`], [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::TooSoon`], [`TenderError::TooLate`], [`TenderError::NotBest`], [`TenderError::NotApproved`]
    /// * [`TenderError::OverBudget`] - When the construction money is no longer there.
    ///
    /// # Events
    /// * [`crate::events::Awarded`]
    pub fn award(e: &Env, tender: u32) -> Result<i128, TenderError> {
        awarding::award(e, tender)
    }

    /// Makes the award a contract. The winner signs, until `accept_by`.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooLate`]
    /// * [`TenderError::OverBudget`] - When the construction money is no longer there.
    ///
    /// # Events
    /// * [`crate::events::Accepted`]
    pub fn accept(e: &Env, tender: u32) -> Result<(), TenderError> {
        awarding::accept(e, tender)
    }

    /// Ends an award that was not accepted in time; the next best may be awarded. Anyone may call it.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`]
    ///
    /// # Events
    /// * [`crate::events::AwardLapsed`]
    pub fn lapse_award(e: &Env, tender: u32) -> Result<(), TenderError> {
        awarding::lapse(e, tender)
    }

    /// Ends an open tender without a contract; `reason` is the SHA-256 of the published decision. The administrator
    /// signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    ///
    /// # Events
    /// * [`crate::events::Cancelled`]
    pub fn cancel(e: &Env, tender: u32, reason: BytesN<32>) -> Result<(), TenderError> {
        awarding::cancel(e, tender, reason)
    }

    /// Ends an open tender that has no valid bid after `reveal_by`, or no award by `award_by`. Anyone may call it.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::TooSoon`]
    /// * [`TenderError::StillAwardable`]
    ///
    /// # Events
    /// * [`crate::events::Cancelled`]
    pub fn expire(e: &Env, tender: u32) -> Result<(), TenderError> {
        awarding::expire(e, tender)
    }

    /// Pays one bond that is no longer needed, to its bidder or, when it is forfeited, to whom the terms name; returns
    /// it. Anyone may call it.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::UnknownBid`]
    /// * [`TenderError::NoBondDue`] - When it is still needed, or was paid.
    /// * [`TenderError::TransferRefused`]
    ///
    /// # Events
    /// * [`crate::events::BondReturned`] or [`crate::events::BondForfeited`]
    pub fn settle_bond(e: &Env, tender: u32, bidder: Address) -> Result<i128, TenderError> {
        awarding::settle_bond(e, tender, bidder)
    }

    /// Hands in evidence of a milestone; again until it is certified or disputed. The contractor signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`]
    ///
    /// # Events
    /// * [`crate::events::EvidenceSubmitted`]
    pub fn submit_evidence(e: &Env, tender: u32, milestone: u32, evidence: BytesN<32>) -> Result<(), TenderError> {
        works::submit(e, tender, milestone, evidence)
    }

    /// Certifies a milestone on the evidence named; it is payable after `objection_secs`. The certifier signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::RolesNotApart`] - When the certifier is the contractor or holds another role.
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::OtherEvidence`]
    ///
    /// # Events
    /// * [`crate::events::Certified`]
    pub fn certify(e: &Env, tender: u32, milestone: u32, evidence: BytesN<32>) -> Result<(), TenderError> {
        works::certify(e, tender, milestone, evidence)
    }

    /// Sends the evidence named back; the contractor has at least `objection_secs` to mend it or to go to the arbiter,
    /// three times. The certifier signs.
    ///
    /// # Errors
    /// * As of `certify`.
    ///
    /// # Events
    /// * [`crate::events::EvidenceRejected`]
    pub fn reject(
        e: &Env,
        tender: u32,
        milestone: u32,
        evidence: BytesN<32>,
        reason: BytesN<32>,
    ) -> Result<(), TenderError> {
        works::reject(e, tender, milestone, evidence, reason)
    }

    /// Pays a certified milestone, less what is withheld; index `milestones` of the terms stands for what was withheld.
    /// The last milestone only when the system is live. Anyone may call it. Returns what was paid.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooSoon`]
    /// * [`TenderError::NotLive`], [`TenderError::DisburseRefused`]
    ///
    /// # Events
    /// * [`crate::events::MilestonePaid`], [`crate::events::Completed`] with the last
    pub fn release(e: &Env, tender: u32, milestone: u32) -> Result<i128, TenderError> {
        works::release(e, tender, milestone)
    }

    /// Brings a milestone, or what is withheld, before the arbiter, once; `reason` is the SHA-256 of a statement.
    /// Administrator, certifier or contractor signs. What is certified only until it is payable.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::NotPermitted`]
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::AlreadyDisputed`]
    /// * [`TenderError::TooLate`]
    ///
    /// # Events
    /// * [`crate::events::Disputed`]
    pub fn dispute(e: &Env, tender: u32, who: Address, milestone: u32, reason: BytesN<32>) -> Result<(), TenderError> {
        disputes::dispute(e, tender, who, milestone, reason)
    }

    /// Grants a fraction of a disputed milestone, for good; the rest is off the price. The arbiter signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::RolesNotApart`]
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooLate`]
    /// * [`TenderError::BadShare`]
    ///
    /// # Events
    /// * [`crate::events::DisputeEnded`]
    pub fn decide(e: &Env, tender: u32, milestone: u32, pay_bps: u32) -> Result<(), TenderError> {
        disputes::decide(e, tender, milestone, pay_bps)
    }

    /// Ends a dispute that the arbiter did not decide in time: the certifier's word stands. Anyone may call it.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::UnknownMilestone`], [`TenderError::WrongProgress`], [`TenderError::TooSoon`]
    ///
    /// # Events
    /// * [`crate::events::DisputeEnded`]
    pub fn lapse_dispute(e: &Env, tender: u32, milestone: u32) -> Result<(), TenderError> {
        disputes::lapse(e, tender, milestone)
    }

    /// Starts the commissioning test, or another after one that failed. The contractor signs.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::NoTestNeeded`], [`TenderError::TestRunning`]
    ///
    /// # Events
    /// * [`crate::events::TestStarted`]
    pub fn start_commissioning(e: &Env, tender: u32) -> Result<(), TenderError> {
        commissioning::start(e, tender)
    }

    /// Passes the test when the energy asked for was measured within the window; the offering goes live, once. Anyone
    /// may call it.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`]
    /// * [`TenderError::NoTestNeeded`], [`TenderError::NoTest`], [`TenderError::NotEnoughEnergy`]
    /// * [`TenderError::GoLiveRefused`]
    ///
    /// # Events
    /// * [`crate::events::Live`]
    pub fn commission(e: &Env, tender: u32) -> Result<(), TenderError> {
        commissioning::commission(e, tender)
    }

    /// Ends the contract of a contractor that is late; returns what of the price is free for another tender.
    /// Administrator and approver sign.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::WrongStage`], [`TenderError::RolesNotApart`]
    /// * [`TenderError::NotInDefault`] - When no evidence and no test is overdue.
    ///
    /// # Events
    /// * [`crate::events::ContractTerminated`], [`crate::events::Disputed`] for evidence that was in time
    pub fn terminate(e: &Env, tender: u32, reason: BytesN<32>) -> Result<i128, TenderError> {
        works::terminate(e, tender, reason)
    }

    /// How many tenders were opened; the last one's number.
    pub fn tenders(e: &Env) -> u32 {
        storage::count(e)
    }

    /// What is fixed of a tender.
    pub fn terms(e: &Env, tender: u32) -> Result<Terms, TenderError> {
        storage::terms(e, tender)
    }

    /// A tender's course.
    pub fn tender(e: &Env, tender: u32) -> Result<Course, TenderError> {
        storage::tender(e, tender)
    }

    /// A tender's bids in the order of their commitments.
    pub fn bids(e: &Env, tender: u32) -> Vec<Bid> {
        storage::bids(e, tender)
    }

    /// The best bid's bidder and the price it would be awarded at, as far as prices are known.
    ///
    /// # Errors
    /// * [`TenderError::UnknownTender`], [`TenderError::NotBest`] - When no bid is valid.
    pub fn best(e: &Env, tender: u32) -> Result<(Address, i128), TenderError> {
        let (bid, price) = awarding::best(&storage::terms(e, tender)?, &storage::bids(e, tender))?;
        Ok((bid.bidder, price))
    }

    /// A contract's milestones and, last, what is withheld.
    pub fn milestones(e: &Env, tender: u32) -> Vec<Milestone> {
        storage::milestones(e, tender)
    }

    /// The offering whose works this contract is.
    pub fn offering(e: &Env) -> Address {
        storage::offering(e)
    }

    /// Bonds held, stroops: the sum of what is left of every bid's.
    pub fn bonds_held(e: &Env) -> i128 {
        storage::bonds_held(e)
    }

    /// Construction money that contracts may still claim, stroops.
    pub fn committed(e: &Env) -> i128 {
        storage::committed(e)
    }

    /// When the system went live.
    pub fn live_at(e: &Env) -> Option<u64> {
        storage::live_at(e)
    }
}
