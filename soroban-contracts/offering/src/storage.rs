//! Where things are kept. Nothing that is rewritten grows with the number of holders or of years.
//!
//! The instance holds addresses and the state. Everything else is a persistent entry of its own, extended whenever it is
//! read or written.

use crate::error::OfferingError;
use crate::loans::{Loans, MAX_PARTIES};
use crate::roles::{COMPLIANCE, ISSUER, OPERATOR, WORKS};
use crate::types::{Account, Book, Buckets, Coupon, Deposit, Links, Loan, Period, Roles, State, Terms};
use heliobond_common::{governance, ttl};
use soroban_sdk::{contracttype, Address, Bytes, Env, Symbol, Vec};

/// Keys of the instance.
#[contracttype]
enum InstanceKey {
    State,
    Links,
    /// Present where a build before marks of leaves paid in part was at work: its last coupon.
    Unmarked,
}

/// Keys of persistent entries.
#[contracttype]
enum Key {
    Terms,
    Schedule,
    Collections,
    Buckets,
    Book,
    Accounts,
    /// By borrower.
    Loans(u32),
    Allowed(Address),
    Deposit(Address),
    Coupon(u32),
    /// By coupon and chunk of 1,024 leaves: a bit for each leaf paid whole.
    Whole(u32, u32),
    /// By coupon and leaf: what a leaf paid in part got.
    Part(u32, u32),
    /// By period: the interest that was counted when it started.
    Counted(u32),
}

/// A value that the constructor or an earlier state has written.
fn written<T>(value: Option<T>) -> T {
    match value {
        Some(value) => value,
        None => panic!("never written"),
    }
}

pub fn state(e: &Env) -> State {
    written(e.storage().instance().get(&InstanceKey::State))
}

pub fn set_state(e: &Env, state: State) {
    e.storage().instance().set(&InstanceKey::State, &state);
}

/// Refuses unless the offering is in one of the states.
///
/// # Errors
/// * [`OfferingError::WrongState`] - When it is in none of them.
pub fn require_state(e: &Env, allowed: &[State]) -> Result<State, OfferingError> {
    let state = state(e);
    if allowed.contains(&state) {
        Ok(state)
    } else {
        Err(OfferingError::WrongState)
    }
}

/// Who does what now.
pub fn roles(e: &Env) -> Roles {
    let holder = |role: &str| governance::holder(e, &Symbol::new(e, role));
    Roles {
        issuer: holder(ISSUER),
        trustee: governance::holder(e, &governance::TRUSTEE),
        compliance: holder(COMPLIANCE),
        operator: holder(OPERATOR),
        works: holder(WORKS),
    }
}

pub fn links(e: &Env) -> Links {
    written(e.storage().instance().get(&InstanceKey::Links))
}

pub fn set_links(e: &Env, links: &Links) {
    e.storage().instance().set(&InstanceKey::Links, links);
}

pub fn terms(e: &Env) -> Terms {
    written(ttl::read(e, &Key::Terms, ttl::RECORD))
}

pub fn set_terms(e: &Env, terms: &Terms) {
    ttl::write(e, &Key::Terms, terms, ttl::RECORD);
}

pub fn schedule(e: &Env) -> Vec<Period> {
    written(ttl::read(e, &Key::Schedule, ttl::RECORD))
}

pub fn set_schedule(e: &Env, schedule: &Vec<Period>) {
    ttl::write(e, &Key::Schedule, schedule, ttl::RECORD);
}

/// Collection accounts by party.
pub fn collections(e: &Env) -> Vec<Address> {
    written(ttl::read(e, &Key::Collections, ttl::RECORD))
}

pub fn set_collections(e: &Env, collections: &Vec<Address>) {
    ttl::write(e, &Key::Collections, collections, ttl::RECORD);
}

pub fn buckets(e: &Env) -> Buckets {
    written(ttl::read(e, &Key::Buckets, ttl::STATE))
}

pub fn set_buckets(e: &Env, buckets: &Buckets) {
    ttl::write(e, &Key::Buckets, buckets, ttl::STATE);
}

pub fn book(e: &Env) -> Book {
    written(ttl::read(e, &Key::Book, ttl::STATE))
}

/// Coupons proposed so far; none before the launch.
pub fn coupon_count(e: &Env) -> u32 {
    ttl::read(e, &Key::Book, ttl::STATE).map_or(0, |book: Book| book.coupons)
}

/// The last coupon of whose leaves some may have been paid in part without a mark; 0 if all are marked.
pub fn last_unmarked(e: &Env) -> u32 {
    e.storage().instance().get(&InstanceKey::Unmarked).unwrap_or(0)
}

pub fn set_last_unmarked(e: &Env, coupon: u32) {
    e.storage().instance().set(&InstanceKey::Unmarked, &coupon);
}

pub fn set_book(e: &Env, book: &Book) {
    ttl::write(e, &Key::Book, book, ttl::STATE);
}

/// The principal accounts, by party; `None` before closing.
pub fn accounts(e: &Env) -> Option<Accounts> {
    let stored: Vec<Account> = ttl::read(e, &Key::Accounts, ttl::STATE)?;
    let mut accounts = Accounts::zeroed(stored.len() as usize);
    for (slot, account) in accounts.as_mut_slice().iter_mut().zip(stored.iter()) {
        *slot = account;
    }
    Some(accounts)
}

pub fn set_accounts(e: &Env, accounts: &Accounts) {
    let mut stored = Vec::new(e);
    for account in accounts.as_slice() {
        stored.push_back(*account);
    }
    ttl::write(e, &Key::Accounts, &stored, ttl::STATE);
}

/// The principal accounts in memory: a bounded list that pure functions take as a slice.
pub struct Accounts {
    items: [Account; MAX_PARTIES],
    len: usize,
}

impl Accounts {
    /// So many empty accounts, at most [`MAX_PARTIES`].
    pub fn zeroed(len: usize) -> Self {
        Self { items: [Account::default(); MAX_PARTIES], len: len.min(MAX_PARTIES) }
    }

    pub fn as_slice(&self) -> &[Account] {
        &self.items[..self.len]
    }

    pub fn as_mut_slice(&mut self) -> &mut [Account] {
        &mut self.items[..self.len]
    }
}

/// What a party owes, oldest first.
pub fn loans(e: &Env, borrower: u32) -> Loans {
    let mut loans = Loans::none();
    for loan in stored_loans(e, borrower) {
        loans.append(loan);
    }
    loans
}

/// The same as the interface shows it.
pub fn stored_loans(e: &Env, borrower: u32) -> Vec<Loan> {
    ttl::read(e, &Key::Loans(borrower), ttl::STATE).unwrap_or_else(|| Vec::new(e))
}

/// Keeps the loans of a borrower and returns them as kept.
pub fn set_loans(e: &Env, borrower: u32, loans: &Loans) -> Vec<Loan> {
    let mut stored = Vec::new(e);
    for loan in loans.as_slice() {
        stored.push_back(*loan);
    }
    ttl::write(e, &Key::Loans(borrower), &stored, ttl::STATE);
    stored
}

pub fn allowed(e: &Env, who: &Address) -> bool {
    ttl::read(e, &Key::Allowed(who.clone()), ttl::RECORD).unwrap_or(false)
}

pub fn set_allowed(e: &Env, who: &Address, allowed: bool) {
    ttl::write(e, &Key::Allowed(who.clone()), &allowed, ttl::RECORD);
}

pub fn deposit(e: &Env, investor: &Address) -> Deposit {
    ttl::read(e, &Key::Deposit(investor.clone()), ttl::RECORD).unwrap_or_default()
}

pub fn set_deposit(e: &Env, investor: &Address, deposit: &Deposit) {
    ttl::write(e, &Key::Deposit(investor.clone()), deposit, ttl::RECORD);
}

/// # Errors
/// * [`OfferingError::UnknownCoupon`] - When none with that number was proposed.
pub fn coupon(e: &Env, number: u32) -> Result<Coupon, OfferingError> {
    ttl::read(e, &Key::Coupon(number), ttl::RECORD).ok_or(OfferingError::UnknownCoupon)
}

pub fn set_coupon(e: &Env, number: u32, coupon: &Coupon) {
    ttl::write(e, &Key::Coupon(number), coupon, ttl::RECORD);
}

/// The interest counted when period `number` started; `None` where none was.
pub fn counted(e: &Env, number: u32) -> Option<i128> {
    ttl::read(e, &Key::Counted(number), ttl::RECORD)
}

pub fn set_counted(e: &Env, number: u32, interest: i128) {
    ttl::write(e, &Key::Counted(number), &interest, ttl::RECORD);
}

/// The bits of a chunk's leaves paid whole; `None` while there is none.
pub fn whole(e: &Env, number: u32, chunk: u32) -> Option<Bytes> {
    ttl::read(e, &Key::Whole(number, chunk), ttl::RECORD)
}

pub fn set_whole(e: &Env, number: u32, chunk: u32, bits: &Bytes) {
    ttl::write(e, &Key::Whole(number, chunk), bits, ttl::RECORD);
}

/// What a leaf paid in part got.
pub fn part(e: &Env, number: u32, leaf: u32) -> i128 {
    ttl::read(e, &Key::Part(number, leaf), ttl::RECORD).unwrap_or(0)
}

/// Keeps what a leaf got; `None` when it is paid whole and the bitmap says so.
pub fn set_part(e: &Env, number: u32, leaf: u32, paid: Option<i128>) {
    let key = Key::Part(number, leaf);
    match paid {
        Some(paid) => ttl::write(e, &key, &paid, ttl::RECORD),
        None => e.storage().persistent().remove(&key),
    }
}
