//! Why the tariff refuses.

use heliobond_common::access::AccessError;
use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum TariffError {
    /// Who and what: 2000 on. The caller is no feeder.
    NotFeeder = 2000,
    /// The asset has no price yet.
    NoPrice = 2001,
    /// An argument makes no sense: 2010 on. A price is above 0.
    BadPrice = 2010,
    /// A change comes into force later than the asset's last one.
    NotLater = 2011,
    /// A change comes into force at most 366 days from now.
    TooFarAhead = 2012,
    /// 1 to 8 different feeders are needed.
    BadFeeders = 2013,
    /// The maximum age is above 0 and fits 32 bits.
    BadMaxAge = 2014,
    /// The deviation bound is above 0 and at most 10,000.
    BadDeviation = 2015,
    /// The state does not allow it: 2020 on. There are 16 assets.
    TooManyAssets = 2020,
    /// So many changes are announced that the price in force would be lost.
    TooManyChanges = 2021,
    /// Administration: 2080 on. Nobody was offered it.
    NoPendingAdmin = 2080,
    /// The contract is paused.
    Paused = 2081,
    /// Only the administrator may pause and unpause.
    NotGuardian = 2082,
    /// Arithmetic: 2090 on. A product left `i128`.
    Overflow = 2090,
}

impl From<AccessError> for TariffError {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::NoPendingAdmin => Self::NoPendingAdmin,
            AccessError::Paused => Self::Paused,
            AccessError::NotGuardian => Self::NotGuardian,
        }
    }
}
