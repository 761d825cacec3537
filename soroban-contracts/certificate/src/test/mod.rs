//! The certificate contract's guarantees, through its calls.

mod claiming;
mod fixture;
mod minting;
mod opening;
mod real;
mod retiring;
mod sequence;
mod vectors;
