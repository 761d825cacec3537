//! What the contracts' tests share; in no build.

extern crate std;

mod lives;

pub use lives::{Chance, Lives};

use soroban_sdk::testutils::Register;
use soroban_sdk::{Address, ConstructorArgs, Env};
use std::path::Path;
use std::vec::Vec;

/// Registers a contract: this source, or with `HELIOBOND_BUILT` set the built file of that name that is kept with the
/// clients, so that whatever a test shows of the source it shows of what is deployed.
pub fn register(e: &Env, name: &str, source: impl Register, args: impl ConstructorArgs) -> Address {
    if is_built() {
        e.register(built(name).as_slice(), args)
    } else {
        e.register(source, args)
    }
}

/// Whether tests run on the built files.
pub fn is_built() -> bool {
    std::env::var_os("HELIOBOND_BUILT").is_some()
}

/// The built file of a contract.
///
/// # Panics
/// When there is none.
pub fn built(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packages/contracts/wasm");
    let file = folder.join(name).with_extension("wasm");
    match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{}: {error}; npm run contracts:build makes it", file.display()),
    }
}
