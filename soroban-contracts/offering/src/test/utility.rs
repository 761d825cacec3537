//! Stands in for the energy contract: bills are made by hand, so that a test can say what is due.

use heliobond_common::api::energy::{Attested, Decision, Energy, Ladder, Mode, PartyStatus};
use soroban_sdk::{contract, contractimpl, symbol_short, Address, Env, Symbol};

const OFFERING: Symbol = symbol_short!("offering");
const EXPORT: Symbol = symbol_short!("export");
const STANDING: Symbol = symbol_short!("standing");
const LIE: Symbol = symbol_short!("lie");
const CONCLUDED: Symbol = symbol_short!("conclude");

#[contract]
pub struct Utility;

fn due(e: &Env, party: u32) -> i128 {
    e.storage().instance().get(&party).unwrap_or(0)
}

fn offering_signs(e: &Env) {
    let offering: Address = e.storage().instance().get(&OFFERING).unwrap();
    offering.require_auth();
}

#[contractimpl]
impl Utility {
    pub fn bind(e: Env, offering: Address) {
        e.storage().instance().set(&OFFERING, &offering);
    }

    pub fn bill(e: Env, party: u32, amount: i128) {
        e.storage().instance().set(&party, &(due(&e, party) + amount));
    }

    pub fn bill_export(e: Env, amount: i128) {
        let before: i128 = e.storage().instance().get(&EXPORT).unwrap_or(0);
        e.storage().instance().set(&EXPORT, &(before + amount));
    }

    /// Says how far a party is behind, whatever its bills say.
    pub fn set_standing(e: Env, party: u32, state: Ladder) {
        e.storage().instance().set(&(STANDING, party), &state);
    }

    /// Whatever is settled, this is said to have been applied.
    pub fn lie(e: Env, applied: i128) {
        e.storage().instance().set(&LIE, &applied);
    }

    pub fn concluded_at(e: Env) -> Option<u64> {
        e.storage().instance().get(&CONCLUDED)
    }
}

#[contractimpl]
impl Energy for Utility {
    fn settle(e: Env, _system: u32, party: u32, amount: i128) -> i128 {
        offering_signs(&e);
        let applied = amount.min(due(&e, party));
        e.storage().instance().set(&party, &(due(&e, party) - applied));
        e.storage().instance().get(&LIE).unwrap_or(applied)
    }

    fn settle_export(e: Env, system: u32, amount: i128) -> i128 {
        offering_signs(&e);
        let open = Self::export_due(e.clone(), system);
        let applied = amount.min(open);
        e.storage().instance().set(&EXPORT, &(open - applied));
        e.storage().instance().get(&LIE).unwrap_or(applied)
    }

    fn conclude(e: Env, _system: u32, at: u64) {
        offering_signs(&e);
        e.storage().instance().set(&CONCLUDED, &at);
    }

    fn outstanding(e: Env, _system: u32, party: u32) -> i128 {
        due(&e, party)
    }

    fn export_due(e: Env, _system: u32) -> i128 {
        e.storage().instance().get(&EXPORT).unwrap_or(0)
    }

    fn status(e: Env, _system: u32, party: u32) -> PartyStatus {
        let state = e.storage().instance().get(&(STANDING, party)).unwrap_or(Ladder::Current);
        let arrears = if state == Ladder::Current { 0 } else { due(&e, party) };
        PartyStatus { state, arrears, since: 0, oldest_due_at: 0, next_at: None, suspended: false }
    }

    fn decision(_e: Env, _system: u32, _party: u32) -> Decision {
        Decision { mode: Mode::Normal, critical_floor_w: 0, since: 0, state: Ladder::Current }
    }

    fn attested(_e: Env, _system: u32) -> Attested {
        Attested { index: 0, to: 0, generated_wh: 0, measured_wh: 0, measured_to: 0 }
    }
}
