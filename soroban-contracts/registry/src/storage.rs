//! Where the registry keeps what. The instance holds governance and counters; a system's parties are an entry of their
//! own, because settlement rewrites them and nothing else.

use crate::error::RegistryError;
use heliobond_common::{
    api::registry::{Meter, Party},
    governance::{self, TRUSTEE},
    ttl,
};
use soroban_sdk::{contracttype, Address, BytesN, Env, String, Vec};

#[contracttype(export = false)]
#[derive(Clone)]
enum Key {
    /// Systems proposed so far: the last id.
    SystemCount,
    /// Meters registered so far: the last id.
    MeterCount,
    System(u32),
    Parties(u32),
    Meter(u32),
    /// Which meter a public key belongs to.
    Holder(BytesN<32>),
}

/// A system without its parties.
#[contracttype(export = false)]
#[derive(Clone)]
pub struct SystemHead {
    pub name: String,
    pub capacity_w: u64,
    pub approved: bool,
    pub proposer: Address,
    pub offering: Option<Address>,
    pub meters: Vec<u32>,
}

pub fn next_system_id(e: &Env) -> Result<u32, RegistryError> {
    next_id(e, &Key::SystemCount)
}

pub fn next_meter_id(e: &Env) -> Result<u32, RegistryError> {
    next_id(e, &Key::MeterCount)
}

fn next_id(e: &Env, key: &Key) -> Result<u32, RegistryError> {
    let last: u32 = e.storage().instance().get(key).unwrap_or(0);
    let id = last.checked_add(1).ok_or(RegistryError::Overflow)?;
    e.storage().instance().set(key, &id);
    Ok(id)
}

pub fn system(e: &Env, system: u32) -> Result<SystemHead, RegistryError> {
    ttl::read(e, &Key::System(system), ttl::RECORD).ok_or(RegistryError::SystemNotFound)
}

pub fn set_system(e: &Env, system: u32, head: &SystemHead) {
    ttl::write(e, &Key::System(system), head, ttl::RECORD);
}

/// A system's parties. Where the trustee stepped in, the owner is who holds that role now, not who held it then.
pub fn parties(e: &Env, system: u32) -> Result<Vec<Party>, RegistryError> {
    let mut parties: Vec<Party> =
        ttl::read(e, &Key::Parties(system), ttl::STATE).ok_or(RegistryError::SystemNotFound)?;
    for (n, mut party) in (0..).zip(parties.clone().iter()) {
        if party.former.is_some() {
            party.owner = governance::holder(e, &TRUSTEE);
            parties.set(n, party);
        }
    }
    Ok(parties)
}

pub fn set_parties(e: &Env, system: u32, parties: &Vec<Party>) {
    ttl::write(e, &Key::Parties(system), parties, ttl::STATE);
}

pub fn meter(e: &Env, meter: u32) -> Result<Meter, RegistryError> {
    ttl::read(e, &Key::Meter(meter), ttl::RECORD).ok_or(RegistryError::MeterNotFound)
}

pub fn set_meter(e: &Env, id: u32, meter: &Meter) {
    ttl::write(e, &Key::Meter(id), meter, ttl::RECORD);
}

pub fn is_key_taken(e: &Env, key: &BytesN<32>) -> bool {
    ttl::read::<_, u32>(e, &Key::Holder(key.clone()), ttl::RECORD).is_some()
}

pub fn take_key(e: &Env, key: &BytesN<32>, meter: u32) {
    ttl::write(e, &Key::Holder(key.clone()), &meter, ttl::RECORD);
}
