//! What somebody may try, and what it gets them.

mod claims;
mod dust;
mod lines;
mod tokens;
