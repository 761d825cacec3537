//! What the contract guarantees, on the host's own asset contracts and the real registry.

mod coupons;
mod end;
mod engine;
mod fixture;
mod funding;
mod launch;
mod lives;
mod model;
mod payments;
mod permissions;
mod tree;
mod utility;
mod vectors;
mod whole;
