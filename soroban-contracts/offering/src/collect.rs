//! Payments in, and where they go.

use crate::error::OfferingError;
use crate::events::{CreditWithdrawn, OperationsDrawn, ReceiptIssued};
use crate::funding::{require_closed_with_success, take_in};
use crate::loans::MAX_PARTIES;
use crate::storage::Accounts;
use crate::types::{Book, Buckets, Links, Receipt, Terms, EXPORT};
use crate::waterfall::{self, Split};
use crate::{lending, need, ownership, principal, roles, storage, token};
use heliobond_common::api::energy::EnergyClient;
use heliobond_common::api::registry::RegistryClient;
use soroban_sdk::{Address, Env, Vec};

/// Pulls a party's whole collection account, pays its bills and runs the waterfall. Anyone may call it.
pub fn collect(e: &Env, party: u32) -> Result<Receipt, OfferingError> {
    require_closed_with_success(e)?;
    let collection = storage::collections(e).get(party).ok_or(OfferingError::UnknownParty)?;
    let settlement = token::settlement(e, &storage::links(e));
    // An account without a line holds nothing; its party can still pay by credit.
    let pulled = match settlement.try_balance(&collection) {
        Ok(Ok(balance)) => balance,
        _ => 0,
    };
    if pulled > 0 {
        let contract = e.current_contract_address();
        match settlement.try_transfer_from(&contract, &collection, &contract, &pulled) {
            Ok(Ok(())) => (),
            _ => return Err(OfferingError::TransferRefused),
        }
    }
    settle(e, party, pulled)
}

/// Pays a party's bills with money from anyone. The payer signs.
pub fn pay(e: &Env, from: Address, party: u32, amount: i128) -> Result<Receipt, OfferingError> {
    from.require_auth();
    require_closed_with_success(e)?;
    if amount <= 0 {
        return Err(OfferingError::BadAmount);
    }
    if party >= storage::buckets(e).credits.len() {
        return Err(OfferingError::UnknownParty);
    }
    take_in(e, &from, amount)?;
    settle(e, party, amount)
}

/// Pays the system's export due. The utility signs.
pub fn pay_export(e: &Env, from: Address, amount: i128) -> Result<Receipt, OfferingError> {
    from.require_auth();
    require_closed_with_success(e)?;
    if amount <= 0 {
        return Err(OfferingError::BadAmount);
    }
    let links = storage::links(e);
    let energy = EnergyClient::new(e, &links.energy);
    if amount > energy.export_due(&links.system) {
        return Err(OfferingError::ExceedsExportDue);
    }
    take_in(e, &from, amount)?;
    if energy.settle_export(&links.system, &amount) != amount {
        return Err(OfferingError::EnergyMismatch);
    }
    settle_export(e, amount)
}

/// The bills of a party are paid from what came in and its credit; what no bill takes is its credit again.
fn settle(e: &Env, party: u32, pulled: i128) -> Result<Receipt, OfferingError> {
    let mut desk = Desk::open(e)?;
    let credit = desk.buckets.credits.get(party).ok_or(OfferingError::UnknownParty)?;
    let money = pulled.checked_add(credit).ok_or(OfferingError::Overflow)?;
    if money == 0 {
        return Err(OfferingError::NothingToCollect);
    }
    let applied = EnergyClient::new(e, &desk.links.energy).settle(&desk.links.system, &party, &money);
    if !(0..=money).contains(&applied) {
        return Err(OfferingError::EnergyMismatch);
    }
    if pulled == 0 && applied == 0 {
        return Err(OfferingError::NothingToCollect);
    }

    let owed = desk.accounts.as_slice()[party as usize].owed();
    let split = desk.pour(applied, owed);
    let loan_returned = lending::give_back(e, &mut desk.accounts, &mut desk.buckets, party, split.principal);
    let kept = split.principal - loan_returned;
    desk.buckets.principal += kept;
    let mut lent = [0; MAX_PARTIES];
    let accounts = desk.accounts.as_mut_slice();
    let lent = &mut lent[..accounts.len()];
    principal::repay(accounts, party as usize, kept, lent)?;
    lending::record(e, party, lent);

    let surplus = money - applied + split.surplus;
    desk.buckets.credits.set(party, surplus);
    let receipt = desk.receipt(party, (pulled, credit), &split, loan_returned, surplus);
    desk.close(e, &receipt);
    Ok(receipt)
}

/// Export money belongs to all parties: principal and surplus by portion.
fn settle_export(e: &Env, amount: i128) -> Result<Receipt, OfferingError> {
    let mut desk = Desk::open(e)?;
    let split = desk.pour(amount, 0);
    desk.buckets.principal += split.principal;
    principal::repay_jointly(desk.accounts.as_mut_slice(), split.principal)?;

    let mut parts = [0; MAX_PARTIES];
    let accounts = desk.accounts.as_slice();
    principal::by_portion(split.surplus, accounts, &mut parts[..accounts.len()])?;
    for (party, part) in (0..desk.buckets.credits.len()).zip(parts) {
        desk.buckets.add_credit(party, part);
    }
    let receipt = desk.receipt(EXPORT, (amount, 0), &split, 0, split.surplus);
    desk.close(e, &receipt);
    Ok(receipt)
}

/// What a payment works on: read once, written once.
struct Desk {
    links: Links,
    terms: Terms,
    book: Book,
    buckets: Buckets,
    accounts: Accounts,
}

impl Desk {
    fn open(e: &Env) -> Result<Self, OfferingError> {
        let terms = storage::terms(e);
        Ok(Self {
            links: storage::links(e),
            book: need::book_now(e, &terms)?,
            buckets: storage::buckets(e),
            accounts: storage::accounts(e).ok_or(OfferingError::WrongState)?,
            terms,
        })
    }

    /// Runs the waterfall and fills every bucket but principal. `owed` are the loans of the payer.
    fn pour(&mut self, applied: i128, owed: i128) -> Split {
        let split = waterfall::split(applied, &need::needs(&self.book, &self.terms, &self.buckets, applied, owed));
        self.book.budget_taken += split.operations;
        self.book.received += split.coupon;
        self.buckets.operations += split.operations;
        self.buckets.coupon += split.coupon;
        self.buckets.reserve += split.reserve;
        self.buckets.renewal += split.renewal;
        split
    }

    fn receipt(
        &self,
        party: u32,
        (pulled, credit_used): (i128, i128),
        split: &Split,
        loan_returned: i128,
        surplus: i128,
    ) -> Receipt {
        Receipt {
            party,
            pulled,
            credit_used,
            operations: split.operations,
            coupon: split.coupon,
            reserve: split.reserve,
            renewal: split.renewal,
            principal: split.principal - loan_returned,
            loan_returned,
            surplus,
        }
    }

    /// Stores everything, tells the registry who owns more now, and announces the receipt.
    fn close(mut self, e: &Env, receipt: &Receipt) {
        let grown = ownership::refresh(self.accounts.as_mut_slice());
        storage::set_book(e, &self.book);
        storage::set_buckets(e, &self.buckets);
        storage::set_accounts(e, &self.accounts);
        if grown && self.book.matured_at == 0 {
            push_ownership(e, &self.links, &self.accounts);
        }
        ReceiptIssued::of(receipt).publish(e);
    }
}

/// Tells the registry what each party owns by what it repaid. Portions may have changed hands since closing: the registry
/// never lets ownership fall nor exceed the portion, whatever it is told.
fn push_ownership(e: &Env, links: &Links, accounts: &Accounts) {
    let mut owned_bps = Vec::new(e);
    for account in accounts.as_slice() {
        owned_bps.push_back(account.owned_bps);
    }
    RegistryClient::new(e, &links.registry).accrue_ownership(&links.system, &owned_bps);
}

/// Pays operations money to the operator, who signs.
pub fn draw_operations(e: &Env, amount: i128) -> Result<(), OfferingError> {
    let operator = roles::require(e, roles::OPERATOR);
    if amount <= 0 {
        return Err(OfferingError::BadAmount);
    }
    let mut buckets = storage::buckets(e);
    if amount > buckets.operations {
        return Err(OfferingError::BucketTooSmall);
    }
    buckets.operations -= amount;
    storage::set_buckets(e, &buckets);
    token::pay_out(e, &operator, amount)?;
    OperationsDrawn { to: operator, amount }.publish(e);
    Ok(())
}

/// Pays a party's credit to its owner, who signs; once the debt is closed, or the works were given up.
pub fn withdraw_credit(e: &Env, party: u32, amount: i128) -> Result<(), OfferingError> {
    let links = storage::links(e);
    let mut buckets = storage::buckets(e);
    let credit = buckets.credits.get(party).ok_or(OfferingError::UnknownParty)?;
    let owner = RegistryClient::new(e, &links.registry).party(&links.system, &party).owner;
    owner.require_auth();
    if storage::book(e).matured_at == 0 {
        return Err(OfferingError::WrongState);
    }
    if amount <= 0 {
        return Err(OfferingError::BadAmount);
    }
    if amount > credit {
        return Err(OfferingError::BucketTooSmall);
    }
    buckets.credits.set(party, credit - amount);
    storage::set_buckets(e, &buckets);
    token::pay_out(e, &owner, amount)?;
    CreditWithdrawn { party, to: owner, amount }.publish(e);
    Ok(())
}
