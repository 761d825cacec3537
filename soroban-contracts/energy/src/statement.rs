//! Judging a statement, pricing it, and what follows when it is final.

use crate::{
    billing::{self, Priced},
    error::EnergyError,
    events::{BillIssued, ExportIssued, StatementFinal},
    sharing::{self, MAX_PARTIES},
    storage::{self, SystemHead},
    types::{Bill, Config, Statement},
};
use heliobond_common::api::tariff::{Asset, TariffClient};
use soroban_sdk::{xdr::ToXdr, Bytes, BytesN, Env, Vec};

/// Estimated; 0 is measured.
const WORST_QUALITY: u32 = 1;

/// The prices of an interval, stroops per kWh.
pub struct Prices {
    pub retail: i128,
    pub export: i128,
    /// Whether the retail price was stale.
    pub provisional: bool,
}

/// SHA-256 of the statement's XDR: what oracles agree on.
pub fn hash(e: &Env, statement: &Statement) -> BytesN<32> {
    e.crypto().sha256(&statement.clone().to_xdr(e)).to_bytes()
}

/// Whether a statement can be the system's next one.
///
/// # Errors
/// * The refusals of `propose`, but for prices.
pub fn check(e: &Env, head: &SystemHead, statement: &Statement) -> Result<(), EnergyError> {
    if statement.index != head.next_index {
        return Err(EnergyError::WrongIndex);
    }
    if statement.from != head.next_from {
        return Err(EnergyError::WrongStart);
    }
    if statement.to <= statement.from {
        return Err(EnergyError::EmptyInterval);
    }
    if statement.to > e.ledger().timestamp() {
        return Err(EnergyError::InFuture);
    }
    if statement.consumed_wh.len() != head.party_count {
        return Err(EnergyError::WrongParties);
    }
    if statement.quality > WORST_QUALITY {
        return Err(EnergyError::BadQuality);
    }
    let seconds = statement.to - statement.from;
    let is_possible = |energy_wh| billing::is_possible(energy_wh, head.capacity_w, seconds);
    if !is_possible(statement.generated_wh) || !is_possible(statement.exported_wh) {
        return Err(EnergyError::BeyondCapacity);
    }
    Ok(())
}

/// The prices of a statement: one for the whole interval each, and 0 once the system is concluded. Without exports the
/// export price is not asked for.
///
/// # Errors
/// * [`EnergyError::TariffChangesWithin`] - When a price that is used changes within the interval, or the system is
///   concluded within it.
/// * [`EnergyError::NoPrice`] - When the tariff has no price for it.
pub fn prices(e: &Env, config: &Config, head: &SystemHead, statement: &Statement) -> Result<Prices, EnergyError> {
    if let Some(concluded_at) = head.concluded_at {
        if statement.from >= concluded_at {
            return Ok(Prices { retail: 0, export: 0, provisional: false });
        }
        if statement.to > concluded_at {
            return Err(EnergyError::TariffChangesWithin);
        }
    }
    let tariff = TariffClient::new(e, &config.tariff);
    let (retail, provisional) = price_of(&tariff, &config.retail, statement)?;
    let export = if statement.exported_wh == 0 { 0 } else { price_of(&tariff, &config.export, statement)?.0 };
    Ok(Prices { retail, export, provisional })
}

fn price_of(tariff: &TariffClient, asset: &Asset, statement: &Statement) -> Result<(i128, bool), EnergyError> {
    if tariff.next_change(asset, &statement.from).is_some_and(|change| change < statement.to) {
        return Err(EnergyError::TariffChangesWithin);
    }
    // The price at the end is the price of the whole interval, and whether it was stale by then is what counts.
    let at = tariff.price_at(asset, &(statement.to - 1)).ok_or(EnergyError::NoPrice)?;
    Ok((at.price, at.stale))
}

/// Makes a statement final: shares the energy, bills every party and the utility, moves the system on. The statement
/// was checked.
///
/// # Errors
/// * [`EnergyError::Overflow`] - When a total leaves its range.
///
/// # Events
/// * [`StatementFinal`], then a [`BillIssued`] for each party, and [`ExportIssued`] when something was exported.
pub fn finish(
    e: &Env,
    config: &Config,
    mut head: SystemHead,
    statement: &Statement,
    hash: BytesN<32>,
    prices: &Prices,
) -> Result<Vec<Bill>, EnergyError> {
    let mut consumed_wh = [0_u64; MAX_PARTIES];
    let consumed_wh = consumed_wh.get_mut(..head.party_count as usize).ok_or(EnergyError::WrongParties)?;
    for (slot, wh) in consumed_wh.iter_mut().zip(statement.consumed_wh.iter()) {
        *slot = wh;
    }
    let shares = sharing::share(statement.generated_wh, statement.exported_wh, head.negative_wh, consumed_wh)?;
    StatementFinal {
        system: statement.system,
        index: statement.index,
        hash: hash.clone(),
        from: statement.from,
        to: statement.to,
        generated_wh: statement.generated_wh,
        exported_wh: statement.exported_wh,
        unattributed_wh: shares.unattributed_wh,
        root: statement.readings_root.clone(),
        quality: statement.quality,
    }
    .publish(e);

    let first_number = storage::take_bill_numbers(e, head.party_count)?;
    let due_at = e.ledger().timestamp().checked_add(config.due_secs).ok_or(EnergyError::Overflow)?;
    let mut bills = Vec::new(e);
    for party in 0..head.party_count {
        let bill = Bill {
            number: first_number + u64::from(party),
            party,
            index: statement.index,
            from: statement.from,
            to: statement.to,
            delivered_wh: shares.delivered_wh.get(party as usize).copied().ok_or(EnergyError::WrongParties)?,
            price: prices.retail,
            due: 0,
            due_at,
            provisional: prices.provisional,
        };
        bills.push_back(issue(e, statement.system, bill)?);
    }
    issue_export(e, &mut head, statement, prices.export)?;

    head.next_index = head.next_index.checked_add(1).ok_or(EnergyError::Overflow)?;
    head.next_from = statement.to;
    head.hash_chain = chain(e, &head.hash_chain, &hash);
    head.last_hash = hash;
    head.negative_wh = shares.negative_wh;
    head.unattributed_wh = head.unattributed_wh.checked_add(shares.unattributed_wh).ok_or(EnergyError::Overflow)?;
    storage::set_system(e, statement.system, &head);
    Ok(bills)
}

/// Prices a party's bill, adds it to the party's ledger and announces it.
fn issue(e: &Env, system: u32, mut bill: Bill) -> Result<Bill, EnergyError> {
    let mut ledger = storage::party(e, system, bill.party)?;
    let totals = &mut ledger.totals;
    let Priced { due, remainder_milli } = billing::price(bill.delivered_wh, bill.price, totals.remainder_milli)?;
    bill.due = due;
    totals.remainder_milli = remainder_milli;
    totals.delivered_wh = totals.delivered_wh.checked_add(bill.delivered_wh).ok_or(EnergyError::Overflow)?;
    totals.billed = totals.billed.checked_add(due).ok_or(EnergyError::Overflow)?;
    ledger.ladder.add(bill.number, due, bill.due_at)?;
    storage::set_party(e, system, bill.party, &ledger);
    let Bill { number, party, index, delivered_wh, price, due_at, provisional, .. } = bill;
    BillIssued { system, party, number, index, delivered_wh, price, due, due_at, provisional }.publish(e);
    Ok(bill)
}

fn issue_export(e: &Env, head: &mut SystemHead, statement: &Statement, price: i128) -> Result<(), EnergyError> {
    let wh = statement.exported_wh;
    if wh == 0 {
        return Ok(());
    }
    let Priced { due, remainder_milli } = billing::price(wh, price, head.export_remainder_milli)?;
    head.exported_wh = head.exported_wh.checked_add(wh).ok_or(EnergyError::Overflow)?;
    head.export_billed = head.export_billed.checked_add(due).ok_or(EnergyError::Overflow)?;
    head.export_remainder_milli = remainder_milli;
    ExportIssued { system: statement.system, index: statement.index, wh, price, due }.publish(e);
    Ok(())
}

fn chain(e: &Env, before: &BytesN<32>, hash: &BytesN<32>) -> BytesN<32> {
    let mut bytes = Bytes::from(before.clone());
    bytes.append(&Bytes::from(hash.clone()));
    e.crypto().sha256(&bytes).to_bytes()
}
