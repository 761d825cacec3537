//! Funding: bonds against stablecoin, until enough is sold or all goes back.

use crate::error::OfferingError;
use crate::events::{AllowedSet, Closed, Disbursed, FundingClosed, Invested, Refunded, Released, WentLive};
use crate::types::{Account, Book, Buckets, Deposit, Kind, State, Terms};
use crate::{maturity, need, principal, roles, storage, terms, token};
use heliobond_common::api::registry::RegistryClient;
use heliobond_common::governance;
use soroban_sdk::{Address, Env, Vec};

/// Puts somebody on the allow-list or takes them off. Compliance signs.
///
/// After funding it sets the authorization of the line as well, if there is one: off the list means frozen. Before, and
/// while deposits go back, lines stay closed, so that nobody can move bonds that may be clawed back.
pub fn set_allowed(e: &Env, who: Address, allowed: bool) -> Result<(), OfferingError> {
    roles::require(e, roles::COMPLIANCE);
    storage::set_allowed(e, &who, allowed);
    if storage::book(e).closed_at > 0 && storage::state(e) != State::Closed {
        let bond = token::bond(e, &storage::links(e))?;
        if token::line(&bond, &who) == Some(!allowed) {
            bond.set_authorized(&who, &allowed);
        }
    }
    AllowedSet { who, allowed }.publish(e);
    Ok(())
}

/// Sells `bonds` to the investor and returns what they cost. One call: trustline if there is none, stablecoin in,
/// authorize, mint, de-authorize. The investor signs.
pub fn invest(e: &Env, investor: Address, bonds: i128) -> Result<i128, OfferingError> {
    investor.require_auth();
    governance::require_running(e)?;
    storage::require_state(e, &[State::Funding])?;
    let terms = storage::terms(e);
    let mut book = storage::book(e);
    let mut deposit = storage::deposit(e, &investor);
    check_purchase(e, &terms, &book, &deposit, &investor, bonds)?;
    let cost = terms::cost(bonds, terms.price_bps)?;

    book.minted += bonds;
    deposit.bonds += bonds;
    deposit.paid += cost;
    let mut buckets = storage::buckets(e);
    buckets.deposits += cost;
    storage::set_book(e, &book);
    storage::set_deposit(e, &investor, &deposit);
    storage::set_buckets(e, &buckets);

    let links = storage::links(e);
    let bond = token::bond(e, &links)?;
    // Asks for the investor's authorization only if the account has no line yet.
    if !matches!(bond.try_trust(&investor), Ok(Ok(()))) {
        return Err(OfferingError::TransferRefused);
    }
    take_in(e, &investor, cost)?;
    bond.set_authorized(&investor, &true);
    bond.mint(&investor, &bonds);
    bond.set_authorized(&investor, &false);
    Invested { investor, bonds, cost, minted: book.minted }.publish(e);
    Ok(cost)
}

/// Takes stablecoin into the escrow from somebody who signs.
pub fn take_in(e: &Env, from: &Address, amount: i128) -> Result<(), OfferingError> {
    let settlement = token::settlement(e, &storage::links(e));
    match settlement.try_transfer(from, e.current_contract_address(), &amount) {
        Ok(Ok(())) => Ok(()),
        _ => Err(OfferingError::TransferRefused),
    }
}

fn check_purchase(
    e: &Env,
    terms: &Terms,
    book: &Book,
    deposit: &Deposit,
    investor: &Address,
    bonds: i128,
) -> Result<(), OfferingError> {
    if bonds <= 0 {
        return Err(OfferingError::BadAmount);
    }
    if e.ledger().timestamp() >= terms.funding_deadline {
        return Err(OfferingError::FundingOver);
    }
    if !storage::allowed(e, investor) {
        return Err(OfferingError::NotAllowed);
    }
    if bonds % terms.denomination != 0 {
        return Err(OfferingError::OffDenomination);
    }
    if bonds < terms.min_ticket {
        return Err(OfferingError::BelowMinTicket);
    }
    if bonds > terms.max_ticket - deposit.bonds {
        return Err(OfferingError::AboveMaxTicket);
    }
    if bonds > terms.cap - book.minted {
        return Err(OfferingError::OverCap);
    }
    Ok(())
}

/// Ends funding: the issuer any time once the minimum is sold, anyone after the deadline.
pub fn close(e: &Env) -> Result<(), OfferingError> {
    storage::require_state(e, &[State::Funding])?;
    let terms = storage::terms(e);
    let mut book = storage::book(e);
    let reached = book.minted >= terms.minimum;
    if e.ledger().timestamp() < terms.funding_deadline {
        roles::require(e, roles::ISSUER);
        if !reached {
            return Err(OfferingError::MinimumNotReached);
        }
    }
    let mut buckets = storage::buckets(e);
    if reached {
        close_with_success(e, &terms, &mut book, &mut buckets)?;
    } else {
        // With nothing sold there is nothing to refund.
        book.matured_at = e.ledger().timestamp();
        storage::set_book(e, &book);
        storage::set_state(e, if book.minted == 0 { State::Closed } else { State::Refunding });
    }
    FundingClosed {
        state: storage::state(e),
        minted: book.minted,
        construction: buckets.construction,
        reserve: buckets.reserve,
        coupon: buckets.coupon,
    }
    .publish(e);
    Ok(())
}

fn close_with_success(e: &Env, terms: &Terms, book: &mut Book, buckets: &mut Buckets) -> Result<(), OfferingError> {
    buckets.reserve = terms.reserve_from_proceeds;
    buckets.coupon = terms.capitalized_interest;
    buckets.construction = buckets.deposits - buckets.reserve - buckets.coupon;
    buckets.deposits = 0;
    book.received = buckets.coupon;
    book.closed_at = e.ledger().timestamp();
    let count = |number, interest| storage::set_counted(e, number, interest);
    need::advance(book, terms, &storage::schedule(e), book.closed_at, count)?;

    let links = storage::links(e);
    let parties = RegistryClient::new(e, &links.registry).system(&links.system).parties;
    let mut accounts = storage::Accounts::zeroed(parties.len() as usize);
    for (account, party) in accounts.as_mut_slice().iter_mut().zip(parties.iter()) {
        *account = Account { portion_bps: party.portion_bps, ..Account::default() };
    }
    principal::open(need::left(book, terms), accounts.as_mut_slice())?;

    storage::set_accounts(e, &accounts);
    storage::set_book(e, book);
    storage::set_buckets(e, buckets);
    storage::set_state(e, State::Building);
    Ok(())
}

/// Claws back an investor's bonds and pays the deposit, or does neither. Anyone may call it.
pub fn refund(e: &Env, investor: Address) -> Result<i128, OfferingError> {
    storage::require_state(e, &[State::Refunding])?;
    let deposit = storage::deposit(e, &investor);
    if deposit.bonds == 0 {
        return Err(OfferingError::NothingDeposited);
    }
    let mut book = storage::book(e);
    let mut buckets = storage::buckets(e);
    book.clawed_back += deposit.bonds;
    buckets.deposits -= deposit.paid;
    storage::set_deposit(e, &investor, &Deposit::default());
    storage::set_book(e, &book);
    storage::set_buckets(e, &buckets);

    let links = storage::links(e);
    let (bond, settlement) = (token::bond(e, &links)?, token::settlement(e, &links));
    if !token::buy_back(e, &bond, &settlement, &investor, deposit.bonds, deposit.paid) {
        return Err(OfferingError::RefundBlocked);
    }
    Refunded { investor, bonds: deposit.bonds, paid: deposit.paid }.publish(e);
    if book.outstanding() == 0 {
        storage::set_state(e, State::Closed);
        Closed { minted: book.minted }.publish(e);
    }
    Ok(deposit.paid)
}

/// Authorizes the lines of allowed holders and says how many there were to authorize. Anyone may call it.
pub fn release(e: &Env, holders: Vec<Address>) -> Result<u32, OfferingError> {
    storage::require_state(e, &[State::Building, State::Live, State::Defaulted, State::Matured])?;
    let bond = token::bond(e, &storage::links(e))?;
    let mut count = 0;
    for holder in holders.iter() {
        let released = storage::allowed(e, &holder)
            && token::line(&bond, &holder) == Some(false)
            && matches!(bond.try_set_authorized(&holder, &true), Ok(Ok(())));
        if released {
            count += 1;
        }
    }
    if count > 0 {
        Released { count }.publish(e);
    }
    Ok(count)
}

/// Pays construction money out. Works signs.
pub fn disburse(e: &Env, to: Address, amount: i128) -> Result<(), OfferingError> {
    roles::require(e, roles::WORKS);
    require_closed_with_success(e)?;
    if amount <= 0 {
        return Err(OfferingError::BadAmount);
    }
    let mut buckets = storage::buckets(e);
    if amount > buckets.construction {
        return Err(OfferingError::BucketTooSmall);
    }
    buckets.construction -= amount;
    storage::set_buckets(e, &buckets);
    token::pay_out(e, &to, amount)?;
    Disbursed { to, amount }.publish(e);
    Ok(())
}

/// Building -> Live. Works signs. What was donated is the parties' own from then on.
pub fn go_live(e: &Env) -> Result<(), OfferingError> {
    roles::require(e, roles::WORKS);
    storage::require_state(e, &[State::Building])?;
    storage::set_state(e, State::Live);
    if storage::terms(e).kind == Kind::Donation {
        let mut accounts = storage::accounts(e).ok_or(OfferingError::WrongState)?;
        maturity::give_whole(e, &mut accounts);
        storage::set_accounts(e, &accounts);
    }
    WentLive { at: e.ledger().timestamp() }.publish(e);
    Ok(())
}

/// Refuses unless funding closed with success, whatever came after.
///
/// # Errors
/// * [`OfferingError::WrongState`] - When it did not.
pub fn require_closed_with_success(e: &Env) -> Result<(), OfferingError> {
    if storage::book(e).closed_at == 0 {
        return Err(OfferingError::WrongState);
    }
    Ok(())
}
