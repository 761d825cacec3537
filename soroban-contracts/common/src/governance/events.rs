//! What governance announces: every change of state.

use soroban_sdk::{contractevent, Address, BytesN, Symbol};

/// `by` offered a role to `to`, who may accept it from `ready_at` on (Unix seconds).
#[contractevent]
pub struct RoleOffered {
    #[topic]
    pub role: Symbol,
    pub to: Address,
    pub by: Address,
    pub ready_at: u64,
}

/// `holder` took over a role from `former`.
#[contractevent]
pub struct RoleAccepted {
    #[topic]
    pub role: Symbol,
    pub holder: Address,
    pub former: Address,
}

/// `by` withdrew the offer of a role.
#[contractevent]
pub struct RoleOfferCancelled {
    #[topic]
    pub role: Symbol,
    pub by: Address,
}

/// The administrator announced new code, which may be installed from `ready_at` to `expires_at` (Unix seconds).
#[contractevent]
pub struct UpgradeProposed {
    #[topic]
    pub wasm_hash: BytesN<32>,
    pub ready_at: u64,
    pub expires_at: u64,
}

/// `by` dropped the announced code.
#[contractevent]
pub struct UpgradeCancelled {
    #[topic]
    pub wasm_hash: BytesN<32>,
    pub by: Address,
}

/// The announced code runs from now on.
#[contractevent]
pub struct Upgraded {
    #[topic]
    pub wasm_hash: BytesN<32>,
}

/// The storage has the form of version `to`.
#[contractevent]
pub struct Migrated {
    pub from: u32,
    pub to: u32,
}

/// `who` stopped new business.
#[contractevent]
pub struct Paused {
    #[topic]
    pub who: Address,
}

/// `who` let new business go on.
#[contractevent]
pub struct Unpaused {
    #[topic]
    pub who: Address,
}
