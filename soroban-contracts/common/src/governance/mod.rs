//! Who governs a contract: roles that change hands in two steps, upgrades that wait and can be vetoed, and a pause.
//!
//! Every contract has an administrator and a trustee of the bondholders, two different addresses, and maybe roles of its
//! own; each role has one holder from the constructor on. The calls are made by [`crate::governed`], so that they are
//! the same everywhere; the refusals of [`GovernanceError`] get codes of the contract's own range by
//! [`crate::governance_errors`].
//!
//! What always holds:
//!
//! - No role changes hands without the signature of who receives it.
//! - Nobody but its holder gives a role away at once. Administrator and trustee may offer a role whose holder lost the
//!   key, each other's too: it may be accepted only after the upgrade delay, and until then the holder can cancel.
//! - Administrator and trustee are never the same address.
//! - New code comes only from the administrator, at least 30 days after it was announced by its hash, and never against
//!   the trustee's veto.
//! - A pause stops new business only: what pays, settles, refunds, cures or reads never asks for
//!   [`pause::require_running`].
//!
//! A build whose storage differs from the previous one's must refuse or understand both until `migrate` was called:
//! anyone can call it, right after the upgrade.

pub mod events;
pub mod pause;
pub mod roles;
mod storage;
#[cfg(test)]
mod test;
pub mod upgrade;

pub use pause::{paused, require_running};
pub use roles::{holder, init, require, Governance, RoleOffer, ADMIN, TRUSTEE};
pub use upgrade::{delay, PendingUpgrade};

/// Seconds for which an announced upgrade can be vetoed, at least; the least `upgrade_delay`.
pub const MIN_UPGRADE_DELAY: u64 = 30 * 24 * 60 * 60;

/// The longest `upgrade_delay`, seconds: two years. A slip of the pen must not make upgrades impossible.
pub const MAX_UPGRADE_DELAY: u64 = 730 * 24 * 60 * 60;

/// Seconds for which an offer can be accepted, and an upgrade made, once it may be.
pub const WINDOW: u64 = 30 * 24 * 60 * 60;

/// Why a call of governance is refused. Each contract maps it to codes of its own range, `x080` to `x089` in this order.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum GovernanceError {
    /// The role is not on offer, or the offer lapsed.
    NoRoleOffer,
    /// The contract is paused.
    Paused,
    /// The caller may not pause or unpause.
    NotGuardian,
    /// The contract has no such role.
    UnknownRole,
    /// The caller may not do this.
    NotPermitted,
    /// Somebody else's offer of the role is open.
    OfferPending,
    /// The delay has not passed yet.
    TooEarly,
    /// No upgrade is announced, or its time has passed.
    NoUpgrade,
    /// The storage is as this build needs it.
    NothingToMigrate,
    /// Administrator and trustee are two, and the upgrade delay is 30 days to two years.
    BadGovernance,
}

/// Gives a contract the calls of governance.
///
/// ```ignore
/// heliobond_common::governed!(Registry, RegistryError, version = VERSION, guardians = ["approver"]);
/// ```
///
/// `guardians` are the roles that may pause besides administrator and trustee. A build that changes the storage adds
/// `, migrate = path::to::function`, which takes `(&Env, u32)`, the version that wrote the storage.
#[macro_export]
macro_rules! governed {
    ($contract:ident, $error:ident, version = $version:expr, guardians = [$($guardian:literal),*]) => {
        $crate::governed!(
            $contract, $error, version = $version, guardians = [$($guardian),*], migrate = $crate::governance::upgrade::as_is
        );
    };
    (
        $contract:ident, $error:ident, version = $version:expr, guardians = [$($guardian:literal),*], migrate = $migrate:path
    ) => {
        #[soroban_sdk::contractimpl]
        impl $contract {
            /// Administrator, trustee, and the delay of upgrades in seconds.
            pub fn governance(e: &soroban_sdk::Env) -> $crate::governance::Governance {
                $crate::governance::roles::governance(e)
            }

            /// Who holds a role.
            pub fn role(e: &soroban_sdk::Env, role: soroban_sdk::Symbol) -> Option<soroban_sdk::Address> {
                $crate::governance::roles::find(e, &role)
            }

            /// Offers a role to somebody, who has to accept it. Its holder signs; or administrator or trustee, and then it may
            /// be accepted only after the upgrade delay, and the holder may cancel it.
            pub fn offer_role(
                e: &soroban_sdk::Env,
                who: soroban_sdk::Address,
                role: soroban_sdk::Symbol,
                to: soroban_sdk::Address,
            ) -> Result<(), $error> {
                Ok($crate::governance::roles::offer(e, who, role, to)?)
            }

            /// Takes over a role. Who was offered it signs.
            pub fn accept_role(e: &soroban_sdk::Env, role: soroban_sdk::Symbol) -> Result<(), $error> {
                Ok($crate::governance::roles::accept(e, role)?)
            }

            /// Withdraws an offer. The role's holder or who offered it signs.
            pub fn cancel_role_offer(
                e: &soroban_sdk::Env,
                who: soroban_sdk::Address,
                role: soroban_sdk::Symbol,
            ) -> Result<(), $error> {
                Ok($crate::governance::roles::cancel(e, who, role)?)
            }

            /// The open offer of a role.
            pub fn role_offer(e: &soroban_sdk::Env, role: soroban_sdk::Symbol) -> Option<$crate::governance::RoleOffer> {
                $crate::governance::roles::open_offer(e, &role)
            }

            /// Announces new code by its hash; a later announcement replaces it. The administrator signs.
            pub fn propose_upgrade(e: &soroban_sdk::Env, wasm_hash: soroban_sdk::BytesN<32>) {
                $crate::governance::upgrade::propose(e, wasm_hash)
            }

            /// Drops the announced code. Administrator or trustee signs.
            pub fn cancel_upgrade(e: &soroban_sdk::Env, who: soroban_sdk::Address) -> Result<(), $error> {
                Ok($crate::governance::upgrade::cancel(e, who)?)
            }

            /// Installs the announced code once its delay passed. The administrator signs.
            pub fn upgrade(e: &soroban_sdk::Env) -> Result<(), $error> {
                Ok($crate::governance::upgrade::upgrade(e)?)
            }

            /// The announced code.
            pub fn pending_upgrade(e: &soroban_sdk::Env) -> Option<$crate::governance::PendingUpgrade> {
                $crate::governance::upgrade::pending(e)
            }

            /// Brings what the previous build stored to the form of this one, once. Anyone may call it.
            pub fn migrate(e: &soroban_sdk::Env) -> Result<(), $error> {
                Ok($crate::governance::upgrade::migrate(e, $version, $migrate)?)
            }

            /// The version of this build.
            pub fn version(_e: &soroban_sdk::Env) -> u32 {
                $version
            }

            /// Stops new business. Administrator, trustee or a guardian signs.
            pub fn pause(e: &soroban_sdk::Env, who: soroban_sdk::Address) -> Result<(), $error> {
                Ok($crate::governance::pause::pause(e, who, &[$($guardian),*])?)
            }

            /// Lets new business go on. Administrator, trustee or a guardian signs.
            pub fn unpause(e: &soroban_sdk::Env, who: soroban_sdk::Address) -> Result<(), $error> {
                Ok($crate::governance::pause::unpause(e, who, &[$($guardian),*])?)
            }

            /// Whether new business is stopped.
            pub fn paused(e: &soroban_sdk::Env) -> bool {
                $crate::governance::pause::paused(e)
            }
        }
    };
}

/// Maps [`GovernanceError`] to a contract's own errors of the same names.
#[macro_export]
macro_rules! governance_errors {
    ($error:ident) => {
        impl From<$crate::governance::GovernanceError> for $error {
            fn from(error: $crate::governance::GovernanceError) -> Self {
                use $crate::governance::GovernanceError as Refused;
                match error {
                    Refused::NoRoleOffer => Self::NoRoleOffer,
                    Refused::Paused => Self::Paused,
                    Refused::NotGuardian => Self::NotGuardian,
                    Refused::UnknownRole => Self::UnknownRole,
                    Refused::NotPermitted => Self::NotPermitted,
                    Refused::OfferPending => Self::OfferPending,
                    Refused::TooEarly => Self::TooEarly,
                    Refused::NoUpgrade => Self::NoUpgrade,
                    Refused::NothingToMigrate => Self::NothingToMigrate,
                    Refused::BadGovernance => Self::BadGovernance,
                }
            }
        }
    };
}
