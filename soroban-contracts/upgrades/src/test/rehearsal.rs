//! The stage: a contract from its .wasm, and the calls of governance on it.

extern crate std;
use heliobond_common::governance::{Governance, MIN_UPGRADE_DELAY};
pub use heliobond_common::testing::built;
use soroban_sdk::testutils::{Address as _, EnvTestConfig, Ledger as _};
use soroban_sdk::{Address, Bytes, BytesN, ConstructorArgs, Env};
use std::path::Path;
use std::vec::Vec as StdVec;

use crate::NextClient;

pub const NOW: u64 = 1_800_000_000;

pub struct Stage {
    pub e: Env,
    pub governance: Governance,
}

impl Stage {
    pub fn new() -> Self {
        let e = Env::new_with_config(EnvTestConfig { capture_snapshot_at_drop: false });
        e.cost_estimate().budget().reset_unlimited();
        e.cost_estimate().disable_resource_limits();
        e.ledger().set_timestamp(NOW);
        e.mock_all_auths();
        let governance = Governance {
            admin: Address::generate(&e),
            trustee: Address::generate(&e),
            upgrade_delay: MIN_UPGRADE_DELAY,
        };
        Self { e, governance }
    }

    pub fn deploy(&self, wasm: &[u8], args: impl ConstructorArgs) -> Address {
        self.e.register(wasm, args)
    }

    pub fn upload(&self, wasm: &[u8]) -> BytesN<32> {
        self.e.deployer().upload_contract_wasm(Bytes::from_slice(&self.e, wasm))
    }

    /// The calls of governance, which every contract has.
    pub fn governed(&self, contract: &Address) -> NextClient<'static> {
        NextClient::new(&self.e, contract)
    }

    pub fn at(&self, timestamp: u64) {
        self.e.ledger().set_timestamp(timestamp);
    }

    /// Announces, waits, installs.
    pub fn upgrade(&self, contract: &Address, wasm: &[u8]) {
        let governed = self.governed(contract);
        governed.propose_upgrade(&self.upload(wasm));
        self.at(self.e.ledger().timestamp() + MIN_UPGRADE_DELAY);
        governed.upgrade();
    }
}

/// The previous release of a contract.
pub fn previous(name: &str) -> StdVec<u8> {
    read(&std::format!("upgrades/wasm/previous/{name}.wasm"))
}

/// The registry whose storage changes.
pub fn next() -> StdVec<u8> {
    read("upgrades/wasm/next.wasm")
}

fn read(path: &str) -> StdVec<u8> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{}: {error}; npm run contracts:build makes it", file.display()),
    }
}
