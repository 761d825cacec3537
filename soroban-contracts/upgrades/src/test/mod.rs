//! What an upgrade keeps, what stops one, and what attacks on the built files come to.

mod attacks;
mod refusals;
mod rehearsal;
mod releases;
mod town;
mod towns;
