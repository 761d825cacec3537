//! Oracles agree on a statement: each has one word on the next one, and nobody can take away another's.

use crate::{
    error::EnergyError,
    events::StatementProposed,
    statement, storage,
    types::{Bill, Proposal, Source, Statement},
};
use heliobond_common::{governance, ttl};
use soroban_sdk::{vec, Address, BytesN, Env, Vec};

/// The oracle signs, is one, and the contract is not paused.
///
/// # Errors
/// * [`EnergyError::Paused`], [`EnergyError::NotOracle`]
pub fn require_oracle(e: &Env, oracle: &Address) -> Result<(), EnergyError> {
    oracle.require_auth();
    governance::require_running(e)?;
    if !storage::oracles(e).contains(oracle) {
        return Err(EnergyError::NotOracle);
    }
    Ok(())
}

/// Makes a statement the oracle's word in place of what it said before, judges it as of now, and makes it final when
/// enough oracles say it. Words of who is no oracle any more do not count. There are at most as many different
/// statements as oracles.
///
/// # Errors
/// * The refusals of `propose`.
///
/// # Events
/// * [`StatementProposed`], or those of a final statement.
pub fn say(e: &Env, oracle: Address, statement: Statement, hash: BytesN<32>) -> Result<Option<Vec<Bill>>, EnergyError> {
    let (config, oracles) = (storage::config(e), storage::oracles(e));
    let system = statement.system;
    let mut others = vec![e];
    let mut signers = vec![e];
    for mut proposal in storage::proposals(e, system).iter() {
        let is_same = proposal.hash == hash;
        let mut saying = vec![e];
        for signer in proposal.signers.iter().filter(|signer| oracles.contains(signer)) {
            if is_same || signer != oracle {
                saying.push_back(signer);
            }
        }
        if is_same {
            signers = saying;
        } else if !saying.is_empty() {
            proposal.signers = saying;
            others.push_back(proposal);
        }
    }
    // Saying it again is of use only where the threshold fell since.
    if !signers.contains(&oracle) {
        signers.push_back(oracle.clone());
    } else if signers.len() < config.threshold {
        return Err(EnergyError::AlreadySigned);
    }

    let head = storage::system(e, system)?;
    if head.source != Source::Server {
        return Err(EnergyError::WrongSource);
    }
    statement::check(e, &head, &statement)?;
    let prices = statement::prices(e, &config, &head, &statement)?;
    ttl::extend_instance(e);
    if signers.len() >= config.threshold {
        storage::remove_proposals(e, system);
        return statement::finish(e, &config, head, &statement, hash, &prices).map(Some);
    }
    let (index, disputed) = (statement.index, !others.is_empty());
    others.push_back(Proposal { hash: hash.clone(), statement, signers });
    storage::set_proposals(e, system, &others);
    StatementProposed { system, index, hash, oracle, disputed }.publish(e);
    Ok(None)
}
