//! Why the energy contract refuses.

use heliobond_common::governance_errors;
use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum EnergyError {
    /// Who and what: 3000 on. The system was not opened.
    SystemNotOpen = 3000,
    /// The system has no party with that index.
    PartyNotFound = 3001,
    /// The caller is no oracle.
    NotOracle = 3002,
    /// No statement of that index waits for a countersignature.
    NoProposal = 3003,
    /// An argument makes no sense: 3010 on. 1 to 16 different oracles are needed.
    BadOracles = 3010,
    /// The threshold is at least 1 and at most the number of oracles.
    BadThreshold = 3011,
    /// The statement is not the next one.
    WrongIndex = 3012,
    /// The statement does not start where the one before ended.
    WrongStart = 3013,
    /// The statement ends no later than it starts.
    EmptyInterval = 3014,
    /// The statement ends after now.
    InFuture = 3015,
    /// There is not one consumption for each party.
    WrongParties = 3016,
    /// Quality is 0 or 1.
    BadQuality = 3017,
    /// More was generated or exported than the system can.
    BeyondCapacity = 3018,
    /// An amount is negative.
    NegativeAmount = 3019,
    /// The state does not allow it: 3020 on. The system is open already.
    AlreadyOpen = 3020,
    /// The registry has not approved the system.
    NotApproved = 3021,
    /// No offering is bound to the system.
    NotBound = 3022,
    /// A price that the statement uses changes within it, or the system is concluded within it.
    TariffChangesWithin = 3023,
    /// The tariff has no price for the interval.
    NoPrice = 3024,
    /// Another statement was proposed meanwhile.
    HashDiffers = 3025,
    /// The oracle signed this statement already.
    AlreadySigned = 3026,
    /// The system is concluded already.
    AlreadyConcluded = 3027,
    /// The system is run the other way: by oracles, or by its meters' own reports.
    WrongSource = 3028,
    /// The system's clocks run.
    NotSuspended = 3029,
    /// More arguments: 3030 on. A correction exceeds what the time before left, or what was recorded.
    BeyondCorrection = 3030,
    /// A period is 0 or beyond any sense.
    BadPeriods = 3031,
    /// A suspension ends after now, at most 90 days from now and not before the one that runs; nothing is sold in it.
    BadSuspension = 3032,
    /// A critical floor is at most the system's rated power, one for each party.
    BadFloor = 3033,
    /// A floor is not lowered while the party is behind.
    FloorLocked = 3034,
    /// No change of the oracles was announced.
    NoOracleChange = 3035,
    /// Reports: 3040 on. The registry has no such meter, or it is another system's.
    UnknownMeter = 3040,
    /// The meter was revoked.
    MeterRevoked = 3041,
    /// The reading is not of the meter's epoch.
    WrongEpoch = 3042,
    /// The reading is no later one than the last: a repetition, or late.
    SeqNotGrowing = 3043,
    /// The reading's time is before that of the last one, or before the open interval.
    TimeFell = 3044,
    /// The reading's time is after now.
    ReadingInFuture = 3045,
    /// A register fell.
    RegisterFell = 3046,
    /// A register rose by more than the meter can measure.
    ImpossibleJump = 3047,
    /// A register that the meter does not have is not 0.
    ForeignRegister = 3048,
    /// Governance: 3080 on. The role is not on offer, or the offer lapsed.
    NoRoleOffer = 3080,
    /// The contract is paused.
    Paused = 3081,
    /// Only the administrator and the trustee may pause and unpause.
    NotGuardian = 3082,
    /// There is no such role.
    UnknownRole = 3083,
    /// The caller may not do this.
    NotPermitted = 3084,
    /// Somebody else's offer of the role is open.
    OfferPending = 3085,
    /// The delay has not passed yet.
    TooEarly = 3086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 3087,
    /// The storage is as this build needs it.
    NothingToMigrate = 3088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 3089,
    /// Arithmetic: 3090 on. A sum or a product left its range.
    Overflow = 3090,
}

governance_errors!(EnergyError);
