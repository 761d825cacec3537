//! Why a call is refused.

use heliobond_common::governance_errors;
use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum OfferingError {
    /// Who may call what, and when, starts at 4000. The signer holds none of the roles that may do this.
    NotPermitted = 4000,
    /// The offering is in a state in which this cannot be done.
    WrongState = 4001,
    /// New money is paused.
    Paused = 4002,
    /// Stepping in: the party is not in default, the trustee is in its place, or the debt is closed. Back: the other way.
    NoStepIn = 4003,
    /// There is no party with that index.
    UnknownParty = 4004,
    /// The amount is not positive.
    BadAmount = 4005,
    /// The bucket holds less than that.
    BucketTooSmall = 4006,
    /// A product or a sum left `i128`.
    Overflow = 4007,
    /// A token transfer was refused: balance, allowance, trustline or authorization.
    TransferRefused = 4008,

    /// Terms and launch start at 4020. The amounts, rates or roles of the terms contradict each other.
    BadTerms = 4020,
    /// The periods are not contiguous and ascending, too many, or too short for the challenge delay.
    BadSchedule = 4021,
    /// Collection accounts: none, more than 16, not one a party, or the same account twice.
    BadCollections = 4022,
    /// The settlement token is not a Stellar asset with 7 decimals.
    BadSettlement = 4023,
    /// The bond's asset contract is not deployed, or this contract is not its administrator.
    NotBondAdmin = 4024,
    /// The bond's issuer has not set AUTH_REQUIRED, AUTH_REVOCABLE and AUTH_CLAWBACK_ENABLED.
    BadBondFlags = 4025,
    /// The registry has not bound the system to this offering.
    NotBound = 4026,

    /// Funding starts at 4040. The investor is not on the allow-list.
    NotAllowed = 4040,
    /// The funding deadline has passed.
    FundingOver = 4041,
    /// The funding deadline has not passed and less than the minimum is sold.
    MinimumNotReached = 4042,
    /// Below the smallest ticket.
    BelowMinTicket = 4043,
    /// The investor would hold more than the largest ticket.
    AboveMaxTicket = 4044,
    /// Not a multiple of the denomination.
    OffDenomination = 4045,
    /// More than what is left to sell.
    OverCap = 4046,
    /// The investor has no deposit.
    NothingDeposited = 4047,
    /// The bonds could not be clawed back or the deposit not be paid: neither happened.
    RefundBlocked = 4048,

    /// Payments start at 4060. The collection account is empty and no credit could pay a bill.
    NothingToCollect = 4060,
    /// More than the utility owes for exports.
    ExceedsExportDue = 4061,
    /// The energy contract applied another amount than it could have.
    EnergyMismatch = 4062,

    /// Coupons start at 4080. There is no coupon with that number.
    UnknownCoupon = 4080,
    /// Coupons are proposed in order, each once unless it was voided.
    CouponOutOfOrder = 4081,
    /// The record time of the period has not passed.
    BeforeRecord = 4082,
    /// The offering was called for a date before that coupon.
    AfterCallDate = 4083,
    /// Total, leaf count and unattributed units do not add up to the coupon of what is outstanding.
    UnsoundProposal = 4084,
    /// Another root than the proposed one.
    WrongRoot = 4085,
    /// That role has attested already.
    AlreadyAttested = 4086,
    /// The coupon was voided.
    CouponVoided = 4087,
    /// The coupon is final: nobody can void it any more.
    CouponFinal = 4088,
    /// Attestations are missing or the challenge delay has not passed.
    CouponNotFinal = 4089,
    /// The pay time has not come.
    BeforePay = 4090,
    /// An earlier coupon is still short: arrears come first.
    EarlierCouponShort = 4091,
    /// The coupon is funded in full.
    AlreadyFunded = 4092,
    /// Neither the coupon bucket nor the reserve holds anything.
    NothingToFund = 4093,
    /// The proof does not lead to the coupon's root.
    BadProof = 4094,
    /// The leaf has been paid what it can be paid so far.
    NothingToClaim = 4095,

    /// The end starts at 4110. A call date is set already.
    AlreadyCalled = 4110,
    /// No pay date of the schedule is late enough for the notice, or it is no bond.
    NoCallDate = 4111,
    /// Principal and reserve do not cover what is outstanding and the coupons up to that date.
    NotCovered = 4112,
    /// Neither the call date nor the last pay time has come.
    BeforeMaturity = 4113,
    /// A coupon that is due is not final or not funded in full.
    CouponsOutstanding = 4114,
    /// Neither a coupon nor the principal is short for longer than the grace.
    NotInDefault = 4115,
    /// The long-stop date has not come.
    BeforeLongStop = 4116,
    /// The time for claims has not passed, or nothing is unclaimed.
    NothingUnclaimed = 4117,
    /// Principal, or a share of revenue, that the terms do not pay out or the bucket does not hold.
    BadPrincipal = 4118,

    /// Governance starts at 4180. The role is not on offer.
    NoRoleOffer = 4180,
    /// The caller may neither pause nor unpause.
    NotGuardian = 4182,
    /// There is no such role.
    UnknownRole = 4183,
    /// Somebody else's offer of the role is open.
    OfferPending = 4185,
    /// The delay has not passed yet.
    TooEarly = 4186,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 4187,
    /// The storage is as this build needs it.
    NothingToMigrate = 4188,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 4189,
}

governance_errors!(OfferingError);
