//! Why the tariff refuses.

use heliobond_common::governance_errors;
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
    /// No price of the asset waits for a confirmation.
    NothingWaits = 2002,
    /// No feeder is on offer, or the offer lapsed.
    NoFeederOffer = 2003,
    /// An argument makes no sense: 2010 on. A price is above 0 and at most a million a kWh.
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
    /// Another feeder has to confirm it, not the administrator.
    NotSoleFeeder = 2022,
    /// The last feeder cannot be removed.
    LastFeeder = 2023,
    /// Governance: 2080 on. The role is not on offer, or the offer lapsed.
    NoRoleOffer = 2080,
    /// The contract is paused.
    Paused = 2081,
    /// Only administrator and trustee may pause and unpause.
    NotGuardian = 2082,
    /// There is no such role.
    UnknownRole = 2083,
    /// The caller may not do this.
    NotPermitted = 2084,
    /// Somebody else's offer is open.
    OfferPending = 2085,
    /// The delay has not passed yet.
    TooEarly = 2086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 2087,
    /// The storage is as this build needs it.
    NothingToMigrate = 2088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 2089,
    /// Arithmetic: 2090 on. A product left `i128`.
    Overflow = 2090,
}

governance_errors!(TariffError);
