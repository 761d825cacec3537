//! Why the certificate contract refuses.

use heliobond_common::governance_errors;
use soroban_sdk::contracterror;

/// Codes are part of the public interface: never renumber, never reuse.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
#[repr(u32)]
pub enum CertificateError {
    /// What is named does not exist: 6000 on. The system was not opened here.
    SystemNotOpen = 6000,
    /// No emission factor is in force where the period starts.
    NoFactor = 6001,
    /// No donors with that root have certificates of that kind.
    NoDonors = 6002,
    /// An argument makes no sense: 6010 on. Shares add up to 10,000; donors have a share, units and leaves, or none of all.
    BadPolicy = 6010,
    /// A factor is 1 to 2,000,000 g CO2e per MWh.
    BadFactor = 6011,
    /// A factor comes into force later than the last one, and not in the past.
    NotLater = 6012,
    /// An amount is above 0.
    BadAmount = 6013,
    /// Beneficiary, purpose and period have 1 to 128 bytes each.
    BadText = 6014,
    /// Retained energy has no certificates.
    NoCertificates = 6015,
    /// The leaf is not in the donors' tree.
    BadProof = 6016,
    /// The state does not allow it: 6020 on. The system is open already.
    AlreadyOpen = 6020,
    /// The registry's approver has not let the system in.
    NotApproved = 6021,
    /// The asset's contract is missing, is no Stellar asset, or has another administrator.
    NotAssetAdmin = 6022,
    /// The asset's issuer can freeze or claw back, or holders need its consent: certificates move freely.
    BadAssetFlags = 6023,
    /// The asset certifies something else already.
    AssetTaken = 6024,
    /// Donors with that root were announced with other units or leaves.
    DonorsDiffer = 6025,
    /// There are 32 factors that may still be needed.
    TooManyFactors = 6026,
    /// Governance: 6080 on. The role is not on offer, or the offer lapsed.
    NoRoleOffer = 6080,
    /// The contract is paused.
    Paused = 6081,
    /// Only administrator and trustee may pause and unpause.
    NotGuardian = 6082,
    /// There is no such role.
    UnknownRole = 6083,
    /// The caller may not do this.
    NotPermitted = 6084,
    /// Somebody else's offer is open.
    OfferPending = 6085,
    /// The delay has not passed yet.
    TooEarly = 6086,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade = 6087,
    /// The storage is as this build needs it.
    NothingToMigrate = 6088,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance = 6089,
    /// Arithmetic: 6090 on. A total left its range.
    Overflow = 6090,
}

governance_errors!(CertificateError);
