//! Why the energy contract refuses.

use heliobond_common::access::AccessError;
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
    /// Administration: 3080 on. Nobody was offered it.
    NoPendingAdmin = 3080,
    /// The contract is paused.
    Paused = 3081,
    /// Only the administrator may pause and unpause.
    NotGuardian = 3082,
    /// Arithmetic: 3090 on. A sum or a product left its range.
    Overflow = 3090,
}

impl From<AccessError> for EnergyError {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::NoPendingAdmin => Self::NoPendingAdmin,
            AccessError::Paused => Self::Paused,
            AccessError::NotGuardian => Self::NotGuardian,
        }
    }
}
