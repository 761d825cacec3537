//! Why the registry refuses.

use heliobond_common::governance_errors;
use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum RegistryError {
    /// What is named does not exist: 1000 on. No system has that id.
    SystemNotFound = 1000,
    /// The system has no party with that index.
    PartyNotFound = 1001,
    /// No meter has that id.
    MeterNotFound = 1002,
    /// An argument makes no sense: 1010 on. A name has 1 to 64 bytes.
    BadName = 1010,
    /// Rated power must be above 0.
    BadCapacity = 1011,
    /// A system has 1 to 16 parties.
    BadPartyCount = 1012,
    /// Portions are above 0 and add up to 10,000.
    BadPortions = 1013,
    /// A site meter measures no party: its party is 0.
    SiteMeterHasParty = 1014,
    /// A portion moves between two different parties.
    SameParty = 1015,
    /// The portion to move is 0 or more than the party has.
    BadTransfer = 1016,
    /// One value for each party is needed.
    WrongLength = 1017,
    /// The state does not allow it: 1020 on. The system is approved already.
    AlreadyApproved = 1020,
    /// The system is not approved yet.
    NotApproved = 1021,
    /// An offering is bound already.
    AlreadyBound = 1022,
    /// No offering is bound yet.
    NotBound = 1023,
    /// The key belongs to a meter already, maybe a revoked one.
    KeyTaken = 1024,
    /// The system has 32 meters.
    TooManyMeters = 1025,
    /// The meter is revoked.
    MeterRevoked = 1026,
    /// The trustee stepped in for this party already.
    SteppedIn = 1027,
    /// The trustee did not step in for this party.
    NotSteppedIn = 1028,
    /// The party has that owner already.
    SameOwner = 1029,
    /// Governance: 1080 on. The role is not on offer, or the offer lapsed.
    NoRoleOffer = 1080,
    /// The contract is paused.
    Paused = 1081,
    /// Only administrator, trustee and approver may pause and unpause.
    NotGuardian = 1082,
    /// There is no such role.
    UnknownRole = 1083,
    /// The caller may not do this.
    NotPermitted = 1084,
    /// Somebody else's offer is open.
    OfferPending = 1085,
    /// The delay has not passed yet.
    TooEarly = 1086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 1087,
    /// The storage is as this build needs it.
    NothingToMigrate = 1088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 1089,
    /// Arithmetic: 1090 on. A counter is exhausted.
    Overflow = 1090,
}

governance_errors!(RegistryError);
