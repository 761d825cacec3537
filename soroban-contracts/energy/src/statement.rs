//! Judging a statement, pricing it, and what follows when it is final.

use crate::{
    billing::{self, Billed},
    clock::Clock,
    error::EnergyError,
    events::{BillIssued, ExportIssued, StatementFinal},
    register::Register,
    sharing::{self, MAX_PARTIES},
    storage::{self, SystemHead},
    trueup::{self, Provisional},
    types::{Bill, Config, Exports, Statement},
};
use heliobond_common::api::tariff::{Asset, TariffClient};
use soroban_sdk::{xdr::ToXdr, Bytes, BytesN, Env, Vec};

const MEASURED: u32 = 0;
const ESTIMATED: u32 = 1;

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
    if statement.quality > ESTIMATED {
        return Err(EnergyError::BadQuality);
    }
    registers_after(head, statement).map(|_| ())
}

/// The system's registers, generated and exported, after a statement.
fn registers_after(head: &SystemHead, statement: &Statement) -> Result<(Register, Register), EnergyError> {
    let Statement { generated_wh, exported_wh, generated_correction_wh, exported_correction_wh, .. } = *statement;
    let seconds = statement.to.saturating_sub(statement.from);
    let generated = head.generated.advance(generated_wh, generated_correction_wh, head.capacity_w, seconds)?;
    let exported = head.exported.advance(exported_wh, exported_correction_wh, head.capacity_w, seconds)?;
    Ok((generated, exported))
}

/// What was exported, correction included, watt-hours; below 0 when more is taken back than was exported.
fn net_export_wh(statement: &Statement) -> i128 {
    i128::from(statement.exported_wh) + i128::from(statement.exported_correction_wh)
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
    let export = if net_export_wh(statement) == 0 { 0 } else { price_of(&tariff, &config.export, statement)?.0 };
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
/// * [`StatementFinal`], then a `trued_up` for each earlier interval that has its price by now, then a [`BillIssued`] for
///   each party, and [`ExportIssued`] when something was exported for cash.
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
    let (generated, exported) = registers_after(&head, statement)?;
    let net_export_wh = net_export_wh(statement);
    // Two u64 and two i64: far inside i128.
    let net_wh = i128::from(statement.generated_wh) + i128::from(statement.generated_correction_wh) - net_export_wh;
    let shares = sharing::share(net_wh, head.negative_wh, consumed_wh)?;
    StatementFinal {
        system: statement.system,
        index: statement.index,
        hash: hash.clone(),
        from: statement.from,
        to: statement.to,
        generated_wh: statement.generated_wh,
        exported_wh: statement.exported_wh,
        generated_correction_wh: statement.generated_correction_wh,
        exported_correction_wh: statement.exported_correction_wh,
        consumed_wh: statement.consumed_wh.clone(),
        unattributed_wh: shares.unattributed_wh,
        root: statement.readings_root.clone(),
        quality: statement.quality,
    }
    .publish(e);

    let delivered_wh = shares.delivered_wh.get(..head.party_count as usize).ok_or(EnergyError::WrongParties)?;
    let bills = issue_all(e, config, &mut head, statement, prices, delivered_wh, net_export_wh)?;
    if head.exports == Exports::CashFeedIn {
        issue_export(e, &mut head, statement, net_export_wh, prices.export)?;
    }

    (head.generated, head.exported) = (generated, exported);
    if statement.quality == MEASURED {
        (head.measured_wh, head.measured_to) = (generated.total_wh(), statement.to);
    }
    head.next_index = head.next_index.checked_add(1).ok_or(EnergyError::Overflow)?;
    head.next_from = statement.to;
    head.hash_chain = chain(e, &head.hash_chain, &hash);
    head.last_hash = hash;
    head.negative_wh = shares.negative_wh;
    head.unattributed_wh = head.unattributed_wh.checked_add(shares.unattributed_wh).ok_or(EnergyError::Overflow)?;
    storage::set_system(e, statement.system, &head);
    Ok(bills)
}

/// Bills every party, and the account that exports are credited to.
fn issue_all(
    e: &Env,
    config: &Config,
    head: &mut SystemHead,
    statement: &Statement,
    prices: &Prices,
    delivered_wh: &[u64],
    net_export_wh: i128,
) -> Result<Vec<Bill>, EnergyError> {
    let system = statement.system;
    let adjustments = trueup::settle(e, config, system, head.party_count, None, trueup::PER_STATEMENT)?;
    let first_number = storage::take_bill_numbers(e, head.party_count)?;
    let clock = storage::clock(e, system);
    let due_clock = clock.running(e.ledger().timestamp()).checked_add(config.due_secs).ok_or(EnergyError::Overflow)?;
    let mut bills = Vec::new(e);
    for ((party, wh), adjustment_milli) in (0..).zip(delivered_wh).zip(adjustments.iter()) {
        let mut bill = Bill {
            number: first_number + u64::from(party),
            party,
            index: statement.index,
            from: statement.from,
            to: statement.to,
            delivered_wh: *wh,
            price: prices.retail,
            credited_wh: 0,
            credited_price: 0,
            adjustment_milli,
            due: 0,
            due_at: 0,
            provisional: prices.provisional,
        };
        if net_export_wh != 0 && head.exports == Exports::NetMeteringCredit(party) {
            bill.credited_wh = i64::try_from(net_export_wh).map_err(|_| EnergyError::Overflow)?;
            bill.credited_price = prices.export;
            let credited = billing::cost_milli(net_export_wh, prices.export)?;
            head.credited_wh = head.credited_wh.checked_add(net_export_wh).ok_or(EnergyError::Overflow)?;
            head.credited_milli = head.credited_milli.checked_add(credited).ok_or(EnergyError::Overflow)?;
        }
        bills.push_back(issue(e, system, bill, due_clock, &clock)?);
    }
    if prices.provisional {
        let mut intervals = storage::provisional(e, system);
        let delivered_wh = Vec::from_slice(e, delivered_wh);
        trueup::note(&mut intervals, Provisional(statement.index, statement.to - 1, prices.retail, delivered_wh))?;
        storage::set_provisional(e, system, &intervals);
    }
    Ok(bills)
}

/// Prices a party's bill, adds it to the party's ledger and announces it.
fn issue(e: &Env, system: u32, mut bill: Bill, due_clock: u64, clock: &Clock) -> Result<Bill, EnergyError> {
    let mut ledger = storage::party(e, system, bill.party)?;
    let totals = &mut ledger.totals;
    let add = |a: i128, b: i128| a.checked_add(b).ok_or(EnergyError::Overflow);
    bill.adjustment_milli = add(bill.adjustment_milli, totals.adjustment_milli)?;
    totals.adjustment_milli = 0;
    let lines = [
        billing::cost_milli(bill.delivered_wh.into(), bill.price)?,
        billing::cost_milli(bill.credited_wh.into(), bill.credited_price)?,
        bill.adjustment_milli,
    ];
    let Billed { due, carry_milli } = billing::bill(&lines, totals.remainder_milli)?;
    bill.due = due;
    bill.due_at = clock.time_of(due_clock);
    totals.remainder_milli = carry_milli;
    totals.delivered_wh = totals.delivered_wh.checked_add(bill.delivered_wh).ok_or(EnergyError::Overflow)?;
    totals.billed = add(totals.billed, due)?;
    ledger.bills.add(bill.number, due, due_clock)?;
    storage::set_party(e, system, bill.party, &ledger);
    BillIssued {
        system,
        party: bill.party,
        number: bill.number,
        index: bill.index,
        delivered_wh: bill.delivered_wh,
        price: bill.price,
        credited_wh: bill.credited_wh,
        credited_price: bill.credited_price,
        adjustment_milli: bill.adjustment_milli,
        due,
        due_at: bill.due_at,
        provisional: bill.provisional,
    }
    .publish(e);
    Ok(bill)
}

/// Bills the utility; what a correction takes back is a credit against its next exports.
fn issue_export(
    e: &Env,
    head: &mut SystemHead,
    statement: &Statement,
    net_export_wh: i128,
    price: i128,
) -> Result<(), EnergyError> {
    if net_export_wh == 0 {
        return Ok(());
    }
    let cost = billing::cost_milli(net_export_wh, price)?;
    let Billed { due, carry_milli } = billing::bill(&[cost], head.export_remainder_milli)?;
    head.export_billed = head.export_billed.checked_add(due).ok_or(EnergyError::Overflow)?;
    head.export_remainder_milli = carry_milli;
    let wh = i64::try_from(net_export_wh).map_err(|_| EnergyError::Overflow)?;
    ExportIssued { system: statement.system, index: statement.index, wh, price, due }.publish(e);
    Ok(())
}

fn chain(e: &Env, before: &BytesN<32>, hash: &BytesN<32>) -> BytesN<32> {
    let mut bytes = Bytes::from(before.clone());
    bytes.append(&Bytes::from(hash.clone()));
    e.crypto().sha256(&bytes).to_bytes()
}
