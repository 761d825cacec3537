//! What the contract guarantees.

mod award;
mod bidding;
mod commissioning;
mod disputes;
mod doubles;
mod fixture;
mod governance;
mod lives;
mod permissions;
mod vectors;
mod whole;
mod works;
