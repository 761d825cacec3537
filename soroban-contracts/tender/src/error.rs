//! Why a call is refused.

use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum TenderError {
    /// Anything starts at 5000. There is no tender with that number.
    UnknownTender = 5000,
    /// The tender is in a stage in which this cannot be done.
    WrongStage = 5001,
    /// The time for this has not come.
    TooSoon = 5002,
    /// The time for this is over.
    TooLate = 5003,
    /// The stablecoin transfer was refused: balance, trustline or authorization.
    TransferRefused = 5004,
    /// Two of the roles that must be apart are in one hand, or the contractor holds one.
    RolesNotApart = 5005,
    /// A product or a sum left `i128`.
    Overflow = 5006,

    /// Opening starts at 5020. The amounts, weights or shares contradict each other or exceed their bounds.
    BadTerms = 5020,
    /// The times do not follow each other or leave too little or too much time.
    BadTimes = 5021,
    /// The ceiling exceeds the construction money that no contract has claimed.
    OverBudget = 5022,
    /// A tender is still running, or its contract is complete.
    TenderRunning = 5023,
    /// This contract is not the offering's works.
    NotWorks = 5024,
    /// No more tenders.
    TooManyTenders = 5025,

    /// Bidding starts at 5040. No more bids.
    TooManyBids = 5040,
    /// The bidder has a bid.
    AlreadyBid = 5041,
    /// The bidder has no bid.
    UnknownBid = 5042,
    /// The amount and salt are not those of the commitment.
    WrongReveal = 5043,
    /// The bid is revealed.
    AlreadyRevealed = 5044,
    /// The price is not above 0, or is above the ceiling.
    BadPrice = 5045,
    /// The scores are not one of 0 to 10,000 for each bid.
    BadScores = 5046,
    /// The bidder is or works for who judges.
    BidderNotEligible = 5047,

    /// Award starts at 5060. The bidder's bid is not the best.
    NotBest = 5060,
    /// The approver has not approved the best bid.
    NotApproved = 5061,
    /// There is a bid that could be awarded.
    StillAwardable = 5062,
    /// There is no bond of that bidder to pay, or not yet.
    NoBondDue = 5063,

    /// Governance starts at 5080. The role is not on offer, or the offer lapsed.
    NoRoleOffer = 5080,
    /// New business is paused.
    Paused = 5081,
    /// The caller may not pause or unpause.
    NotGuardian = 5082,
    /// The contract has no such role.
    UnknownRole = 5083,
    /// The caller may not do this.
    NotPermitted = 5084,
    /// Somebody else's offer of the role is open.
    OfferPending = 5085,
    /// The delay has not passed yet.
    TooEarly = 5086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 5087,
    /// The storage is as this build needs it.
    NothingToMigrate = 5088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 5089,

    /// Works start at 5100. There is no milestone with that index.
    UnknownMilestone = 5100,
    /// The milestone's progress does not allow this.
    WrongProgress = 5101,
    /// The evidence named is not the one submitted.
    OtherEvidence = 5102,
    /// The system is not live, and the last milestone is paid after that.
    NotLive = 5103,
    /// The offering did not pay: no money, or the contractor's line is missing, full or frozen.
    DisburseRefused = 5104,
    /// The milestone was disputed before.
    AlreadyDisputed = 5105,
    /// The share is above 10,000 basis points.
    BadShare = 5106,
    /// The contractor is late with nothing.
    NotInDefault = 5107,

    /// Commissioning starts at 5120. The terms ask for no test, or it is passed.
    NoTestNeeded = 5120,
    /// A test is running and can still succeed.
    TestRunning = 5121,
    /// No test is running.
    NoTest = 5122,
    /// Less energy was measured within the window than the terms ask for.
    NotEnoughEnergy = 5123,
    /// The offering cannot go live.
    GoLiveRefused = 5124,
}

heliobond_common::governance_errors!(TenderError);
