//! The escrow and ledger of one municipal bond.
//!
//! ```text
//! Draft -launch-> Funding -close_funding-> Building -go_live-> Live -mature-> Matured -redeem-> Closed
//!                    |
//!                    +-----close_funding-> Refunding -refund-> Closed      (below the minimum)
//! ```
//!
//! Who may call what:
//!
//! | who signs | calls |
//! | --- | --- |
//! | issuer | `launch`, `close_funding` before the deadline |
//! | compliance | `set_allowed` |
//! | investor, payer, party's owner | `invest`, `pay` and `pay_export`, `withdraw_credit` |
//! | works | `disburse`, `go_live` |
//! | operator | `draw_operations` |
//! | trustee | `void_coupon`, `set_collection` |
//! | issuer or trustee | `attest_coupon`, `call`; with the operator `propose_coupon`; with the administrator `pause` |
//! | nobody | `close_funding` after the deadline, `refund`, `release`, `collect`, `fund_coupon`, `claim`, `pay_claims`, `mature`, `redeem` |
//!
//! What always holds:
//!
//! - The buckets add up to what the escrow must hold; no call reads the escrow's own balance.
//! - A receipt names where every stroop of a payment went.
//! - Bonds are minted against stablecoin only and clawed back against payment only: both or neither.
//! - A leaf of a coupon is paid what is its due, once; all leaves together never more than was set aside.
//! - A pause stops `invest` and nothing else.
//! - Nothing that is rewritten grows with holders or years; every entry is extended when touched.
//!
//! Arithmetic lives in files without `Env`: [`coupon`], [`waterfall`], [`principal`], [`loans`], [`ownership`]. Sums of
//! amounts trap on overflow by the release profile; products that could leave `i128` are refused by a code.
#![no_std]
// In tests 50_0000000 reads as 50 units.
#![cfg_attr(test, allow(clippy::inconsistent_digit_grouping))]

mod claims;
mod collect;
mod contract;
pub mod coupon;
mod coupons;
pub mod error;
pub mod events;
mod funding;
mod launch;
mod leaf;
mod lending;
pub mod loans;
mod maturity;
mod need;
pub mod ownership;
pub mod principal;
mod roles;
mod storage;
mod terms;
#[cfg(test)]
mod test;
mod token;
pub mod types;
pub mod waterfall;

pub use contract::{Offering, OfferingClient};
