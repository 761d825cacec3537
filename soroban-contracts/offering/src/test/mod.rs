//! What the contract guarantees, on the host's own asset contracts and the real registry.
//!
//! With `HELIOBOND_BUILT` set, on the built contract that is kept with the clients instead of this source.

mod attacks;
mod batches;
mod cost;
mod coupons;
mod default;
mod end;
mod engine;
mod fixture;
mod funding;
mod governance;
mod kinds;
mod launch;
mod lives;
mod model;
mod need;
mod payments;
mod permissions;
mod tree;
mod unwinding;
mod utility;
mod vectors;
mod whole;
