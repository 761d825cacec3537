//! Certificates of renewable energy: what a system measurably generated, minted once, as RECs or as carbon certificates.
//!
//! # States
//! ```text
//! system   --open--> open, under a policy --announce_policy--> change announced --mint_due past that time--> new policy
//! a Wh     attested as measured --mint_due--> carried, or certified under the policy, or retained
//! a unit   certified: due to its holder --claim--> minted, transferable --retire--> retired, for ever
//! ```
//! 1 REC is 1 MWh, 10^7 stroops of the system's REC asset. 1 carbon certificate is 1 t CO2e, 10^7 stroops of its carbon
//! asset: a whole MWh makes `factor` grams, 10 stroops each. Both are classic assets whose asset contract has this
//! contract as administrator; the issuing account is locked before `open` (an account's signers cannot be read from a
//! contract; everybody can look).
//!
//! # Who may call what
//!
//! | who signs | calls |
//! | --- | --- |
//! | administrator | `open`, `announce_policy` |
//! | role `factors` | `set_factor` |
//! | a holder | `retire` |
//! | administrator, trustee | `pause`, `unpause`, and the calls of [`heliobond_common::governance`] |
//! | nobody | `mint_due`, `claim`, `claim_units`, every reading call |
//!
//! A pause stops `open`, `announce_policy`, `set_factor` and `mint_due`, never `claim`, `claim_units` and `retire`.
//!
//! # Invariants
//! - For every system: Wh certified as RECs + Wh certified as carbon + Wh retained + carry = Wh measured since it was
//!   opened. So no Wh backs two claims, and RECs x 1 MWh never exceed what was measured. The carry is below 1 MWh; it is
//!   negative after a correction, and then nothing is minted until it is made good.
//! - A change of policy concerns no Wh generated before it was announced, a factor none measured before it is in force; but
//!   a carry below 1 MWh, which is nobody's yet, goes along.
//! - What is certified of a kind = minted + due to holders + due to donors by units + dust of their floors; minted is what
//!   was claimed. Minted = retired + outstanding + what holders burnt otherwise (destroyed), which the ledger shows.
//! - A holder without a trustline, or with a full one, loses nothing and delays nobody: the units stay due.
//! - Nobody takes a holder's units: the assets have no clawback, no freeze, and `retire` is signed by the holder.
//!
//! Arithmetic lives in files without `Env`: [`counting`].
#![no_std]

heliobond_common::describe!(
    "Renewable energy and carbon certificates, minted from measured generation, retired with proof."
);

mod contract;
pub mod counting;
mod donors;
mod error;
mod events;
mod minting;
mod opening;
mod retiring;
mod storage;
#[cfg(test)]
mod test;
mod types;

pub use contract::{Certificate, CertificateClient};
pub use error::CertificateError;
pub use types::*;
