//! An offering and a meter as far as this contract needs them; they enforce what the real ones enforce.

use heliobond_common::api::energy::Attested;
use heliobond_common::api::offering::Links;
use soroban_sdk::token::TokenClient;
use soroban_sdk::{contract, contracterror, contractimpl, contracttype, symbol_short, Address, Env, Symbol};

#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum TownError {
    BucketTooSmall = 1,
    TransferRefused = 2,
    WrongState = 3,
}

#[contracttype(export = false)]
enum TownKey {
    Works,
    Settlement,
    Energy,
    Construction,
    Live,
}

/// Pays construction money that it holds, to whom its works says.
#[contract]
pub struct Town;

#[contractimpl]
impl Town {
    pub fn __constructor(e: &Env, works: Address, settlement: Address, energy: Address, construction: i128) {
        e.storage().instance().set(&TownKey::Works, &works);
        e.storage().instance().set(&TownKey::Settlement, &settlement);
        e.storage().instance().set(&TownKey::Energy, &energy);
        e.storage().instance().set(&TownKey::Construction, &construction);
    }

    pub fn disburse(e: &Env, to: Address, amount: i128) -> Result<(), TownError> {
        let works: Address = e.storage().instance().get(&TownKey::Works).unwrap();
        works.require_auth();
        let left = Self::construction(e) - amount;
        if left < 0 || amount <= 0 {
            return Err(TownError::BucketTooSmall);
        }
        e.storage().instance().set(&TownKey::Construction, &left);
        let usd = TokenClient::new(e, &Self::links(e).settlement);
        match usd.try_transfer(&e.current_contract_address(), &to, &amount) {
            Ok(Ok(())) => Ok(()),
            _ => Err(TownError::TransferRefused),
        }
    }

    pub fn go_live(e: &Env) -> Result<(), TownError> {
        let works: Address = e.storage().instance().get(&TownKey::Works).unwrap();
        works.require_auth();
        if e.storage().instance().has(&TownKey::Live) {
            return Err(TownError::WrongState);
        }
        e.storage().instance().set(&TownKey::Live, &true);
        Ok(())
    }

    pub fn is_live(e: &Env) -> bool {
        e.storage().instance().has(&TownKey::Live)
    }

    /// The state in which the real one refuses to go live.
    pub fn close(e: &Env) {
        e.storage().instance().set(&TownKey::Live, &true);
    }

    pub fn construction(e: &Env) -> i128 {
        e.storage().instance().get(&TownKey::Construction).unwrap()
    }

    /// As when the bond unwinds.
    pub fn set_construction(e: &Env, construction: i128) {
        e.storage().instance().set(&TownKey::Construction, &construction);
    }

    pub fn set_works(e: &Env, works: Address) {
        e.storage().instance().set(&TownKey::Works, &works);
    }

    pub fn set_settlement(e: &Env, settlement: Address) {
        e.storage().instance().set(&TownKey::Settlement, &settlement);
    }

    pub fn links(e: &Env) -> Links {
        let energy: Address = e.storage().instance().get(&TownKey::Energy).unwrap();
        let settlement = e.storage().instance().get(&TownKey::Settlement).unwrap();
        Links { registry: energy.clone(), energy, system: 1, settlement, bond: None }
    }

    pub fn role(e: &Env, role: Symbol) -> Option<Address> {
        (role == symbol_short!("works")).then(|| e.storage().instance().get(&TownKey::Works).unwrap())
    }
}

/// Says what a test told it to attest.
#[contract]
pub struct Meters;

#[contractimpl]
impl Meters {
    pub fn attested(e: &Env, system: u32) -> Attested {
        e.storage().instance().get(&system).unwrap()
    }

    pub fn attest(e: &Env, system: u32, attested: Attested) {
        e.storage().instance().set(&system, &attested);
    }
}

/// A token that calls the tender back while it moves a bond.
#[contract]
pub struct Hostile;

#[contractimpl]
impl Hostile {
    pub fn __constructor(e: &Env, tender: Address) {
        e.storage().instance().set(&symbol_short!("tender"), &tender);
    }

    pub fn transfer(e: &Env, from: Address, _to: soroban_sdk::MuxedAddress, _amount: i128) {
        let armed = e.storage().instance().has(&symbol_short!("armed"));
        if armed {
            let tender: Address = e.storage().instance().get(&symbol_short!("tender")).unwrap();
            crate::TenderClient::new(e, &tender).settle_bond(&1, &from);
        }
    }

    pub fn arm(e: &Env) {
        e.storage().instance().set(&symbol_short!("armed"), &true);
    }
}
