//! The escrow and ledger of one municipal offering: bond, equity or donation.
//!
//! ```text
//! Draft -launch-> Funding -close_funding-> Building -go_live-> Live -mature-> Matured -redeem-> Closed
//!                    |                        |                ^ |               ^     |            ^
//!                    |                        |    fund_coupon | | declare_default     |            |
//!                    |                        |                | v               |     |            |
//!                    |                        |              Defaulted ---mature-+     |            |
//!                    |                        +--unwind-> Unwinding -------------------+--redeem,---+
//!                    +-----close_funding-> Refunding -----------------------------------  refund, --+
//!                                          (below the minimum)                            sweep_unclaimed
//! ```
//!
//! Every state is left: Funding by its deadline, Building by the long-stop date, Live and Defaulted once what is owed is
//! there, the others at the latest when the time for claims has passed. Nothing at all was sold: Closed at once.
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
//! | nobody | `close_funding` after the deadline, `refund`, `release`, `collect`, `fund_coupon`, `claim`, `pay_claims`, `mature`, `redeem`, `unwind`, `declare_default`, `sweep_unclaimed`, `step_in`, `step_back` |
//!
//! What always holds:
//!
//! - The buckets add up to what the escrow must hold; no call reads the escrow's own balance.
//! - A receipt names where every stroop of a payment went.
//! - Bonds are minted against stablecoin only and clawed back against payment only: both or neither.
//! - A leaf of a coupon is paid what is its due, once; all leaves together never more than was set aside.
//! - Principal promised to a coupon is used for nothing else; what is passed through burns no bond.
//! - Unclaimed money is its owner's: it leaves for the keeper named in the terms alone.
//! - A pause stops `invest` and nothing else.
//! - Nothing that is rewritten grows with holders or years; every entry is extended when touched.
//!
//! Arithmetic lives in files without `Env`: [`coupon`], [`waterfall`], [`principal`], [`loans`], [`ownership`],
//! [`reserve`], [`year`]. Sums of
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
mod marks;
mod maturity;
mod need;
pub mod ownership;
pub mod principal;
pub mod reserve;
mod roles;
mod storage;
mod terms;
#[cfg(test)]
mod test;
mod token;
pub mod types;
pub mod waterfall;
pub mod year;

pub use contract::{Offering, OfferingClient};
