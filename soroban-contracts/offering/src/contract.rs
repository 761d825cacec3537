//! The calls. Each hands over to the module that does it; what it may refuse stands in [`OfferingError`].

// Clippy counts the arguments of the interface; a structure in their place would be another interface.
#![allow(clippy::too_many_arguments)]

use crate::coupons::Proposal;
use crate::error::OfferingError;
use crate::launch::Setup;
use crate::types::{
    Account, Buckets, Coupon, Deposit, Leaf, Links, PartyAccount, Period, Receipt, Roles, State, Terms,
};
use crate::{claims, collect, coupons, funding, launch, marks, maturity, need, storage};
use heliobond_common::{describe, governed, ttl};
use soroban_sdk::{contract, contractimpl, Address, Bytes, BytesN, Env, Vec};

describe!("Escrow and ledger of one solar offering: bond, equity or donation.");

/// Of this build: what `version` answers. Version 2 kept no marks of leaves paid in part, see [`marks`].
pub const VERSION: u32 = 3;

/// The escrow and ledger of one bond.
#[contract]
pub struct Offering;

#[contractimpl]
impl Offering {
    /// Fixes roles, terms, schedule and one collection account per party. The issuer is the administrator.
    pub fn __constructor(
        e: &Env,
        roles: Roles,
        registry: Address,
        energy: Address,
        system: u32,
        terms: Terms,
        schedule: Vec<Period>,
        collections: Vec<Address>,
    ) -> Result<(), OfferingError> {
        launch::construct(e, Setup { roles, registry, energy, system, terms, schedule, collections })
    }

    /// Ties the bond's asset (its XDR) to the escrow and opens the sale: Draft -> Funding. The issuer signs. This
    /// contract must be the administrator of the deployed asset contract, the issuer's three flags set, and the system
    /// bound to this offering.
    pub fn launch(e: &Env, serialized_asset: Bytes) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        launch::launch(e, serialized_asset)
    }

    /// Puts somebody on the allow-list or takes them off. Compliance signs. After funding it also sets the line's
    /// authorization, if there is a line.
    pub fn set_allowed(e: &Env, who: Address, allowed: bool) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        funding::set_allowed(e, who, allowed)
    }

    /// Sells `amount` of bonds and returns what they cost. The investor signs.
    pub fn invest(e: &Env, investor: Address, amount: i128) -> Result<i128, OfferingError> {
        ttl::extend_instance(e);
        funding::invest(e, investor, amount)
    }

    /// Ends funding: the issuer any time once the minimum is sold, anyone after the deadline. Funding -> Building, or
    /// Refunding below the minimum.
    pub fn close_funding(e: &Env) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        funding::close(e)
    }

    /// Claws back the investor's bonds and pays the deposit, or does neither. Anyone may call it.
    pub fn refund(e: &Env, investor: Address) -> Result<i128, OfferingError> {
        ttl::extend_instance(e);
        funding::refund(e, investor)
    }

    /// Authorizes the lines of allowed holders; says how many. Anyone may call it, once funding closed.
    pub fn release(e: &Env, holders: Vec<Address>) -> Result<u32, OfferingError> {
        ttl::extend_instance(e);
        funding::release(e, holders)
    }

    /// Pays construction money out. Works signs.
    pub fn disburse(e: &Env, to: Address, amount: i128) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        funding::disburse(e, to, amount)
    }

    /// Building -> Live. Works signs.
    pub fn go_live(e: &Env) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        funding::go_live(e)
    }

    /// Pays operations money to the operator, who signs.
    pub fn draw_operations(e: &Env, amount: i128) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        collect::draw_operations(e, amount)
    }

    /// Pulls a party's whole collection account, pays its bills and runs the waterfall. Anyone may call it.
    pub fn collect(e: &Env, party: u32) -> Result<Receipt, OfferingError> {
        ttl::extend_instance(e);
        collect::collect(e, party)
    }

    /// Pays a party's bills with money from anyone. The payer signs.
    pub fn pay(e: &Env, from: Address, party: u32, amount: i128) -> Result<Receipt, OfferingError> {
        ttl::extend_instance(e);
        collect::pay(e, from, party, amount)
    }

    /// Pays for exports, at most what is due. The payer signs.
    pub fn pay_export(e: &Env, from: Address, amount: i128) -> Result<Receipt, OfferingError> {
        ttl::extend_instance(e);
        collect::pay_export(e, from, amount)
    }

    /// Pays a party's credit to its owner, who signs; after maturity only.
    pub fn withdraw_credit(e: &Env, party: u32, amount: i128) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        collect::withdraw_credit(e, party, amount)
    }

    /// Replaces a party's collection account. The trustee signs.
    pub fn set_collection(e: &Env, party: u32, account: Address) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        launch::set_collection(e, party, account)
    }

    /// Proposes coupon `number` after its record time. `besides` is what goes out besides interest: principal that is passed
    /// through, or equity's share of the revenue. Issuer, trustee or operator signs.
    pub fn propose_coupon(
        e: &Env,
        who: Address,
        number: u32,
        root: BytesN<32>,
        total: i128,
        leaf_count: u32,
        unattributed: i128,
        besides: i128,
        record_ledger: u32,
        snapshot_hash: BytesN<32>,
    ) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        let proposal = Proposal { root, total, leaf_count, unattributed, besides, record_ledger, snapshot_hash };
        coupons::propose(e, who, number, proposal)
    }

    /// Confirms a proposed coupon. Issuer or trustee signs, each once.
    pub fn attest_coupon(e: &Env, who: Address, number: u32, root: BytesN<32>) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        coupons::attest(e, who, number, root)
    }

    /// Rejects a coupon that is not final. The trustee signs.
    pub fn void_coupon(e: &Env, number: u32) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        coupons::void(e, number)
    }

    /// Sets money aside for a final coupon from its pay time on; again for arrears. Returns what was added. Anyone may
    /// call it.
    pub fn fund_coupon(e: &Env, number: u32) -> Result<i128, OfferingError> {
        ttl::extend_instance(e);
        coupons::fund(e, number)
    }

    /// Pays one leaf of a coupon to its holder. Anyone may call it.
    pub fn claim(e: &Env, number: u32, leaf: Leaf) -> Result<i128, OfferingError> {
        ttl::extend_instance(e);
        claims::claim(e, number, leaf)
    }

    /// Pays many leaves; one that cannot be paid gets 0 and blocks nobody. Anyone may call it.
    pub fn pay_claims(e: &Env, number: u32, leaves: Vec<Leaf>) -> Result<Vec<i128>, OfferingError> {
        ttl::extend_instance(e);
        claims::pay_claims(e, number, leaves)
    }

    /// Calls the whole issue for the first pay date that leaves the notice; returns that date. Issuer or trustee signs.
    pub fn call(e: &Env, who: Address) -> Result<u64, OfferingError> {
        ttl::extend_instance(e);
        maturity::call(e, who)
    }

    /// Closes the debt at the call date or the last pay time: Live or Defaulted -> Matured. Anyone may call it.
    pub fn mature(e: &Env) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        maturity::mature(e)
    }

    /// Redeems the whole balance of each holder, or pays that holder 0 and leaves the bonds. Anyone may call it.
    pub fn redeem(e: &Env, holders: Vec<Address>) -> Result<Vec<i128>, OfferingError> {
        ttl::extend_instance(e);
        maturity::redeem(e, holders)
    }

    /// Gives the works up after the long-stop date: Building -> Unwinding. Anyone may call it.
    pub fn unwind(e: &Env) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        maturity::unwind(e)
    }

    /// Live -> Defaulted, when a coupon or the principal is short for longer than the grace. Anyone may call it.
    pub fn declare_default(e: &Env) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        maturity::declare_default(e)
    }

    /// Hands unclaimed money to who keeps it for its owners, when the terms' time has passed. Anyone may call it.
    pub fn sweep_unclaimed(e: &Env) -> Result<i128, OfferingError> {
        ttl::extend_instance(e);
        maturity::sweep_unclaimed(e)
    }

    /// Puts the trustee in the place of a party that is in default with its bills. Anyone may call it.
    pub fn step_in(e: &Env, party: u32) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        maturity::step_in(e, party, false)
    }

    /// Puts the owner back in place once the party's arrears are gone. Anyone may call it.
    pub fn step_back(e: &Env, party: u32) -> Result<(), OfferingError> {
        ttl::extend_instance(e);
        maturity::step_in(e, party, true)
    }

    /// Where the offering stands.
    pub fn state(e: &Env) -> State {
        storage::state(e)
    }

    /// What is fixed at issue.
    pub fn terms(e: &Env) -> Terms {
        storage::terms(e)
    }

    /// The coupon periods.
    pub fn schedule(e: &Env) -> Vec<Period> {
        storage::schedule(e)
    }

    /// Who does what.
    pub fn roles(e: &Env) -> Roles {
        storage::roles(e)
    }

    /// The contracts and the system that the offering is tied to.
    pub fn links(e: &Env) -> Links {
        storage::links(e)
    }

    /// What the escrow holds, by purpose.
    pub fn buckets(e: &Env) -> Buckets {
        storage::buckets(e)
    }

    /// Everything about one party.
    pub fn party_account(e: &Env, party: u32) -> Result<PartyAccount, OfferingError> {
        let collection = storage::collections(e).get(party).ok_or(OfferingError::UnknownParty)?;
        let credit = storage::buckets(e).credits.get(party).ok_or(OfferingError::UnknownParty)?;
        let accounts = storage::accounts(e);
        let Account { portion_bps, account, filled, own, owned_bps } =
            accounts.and_then(|list| list.as_slice().get(party as usize).copied()).unwrap_or_default();
        let loans = storage::stored_loans(e, party);
        Ok(PartyAccount { collection, credit, portion_bps, account, filled, own, owned_bps, loans })
    }

    /// A coupon by its number.
    pub fn coupon(e: &Env, number: u32) -> Result<Coupon, OfferingError> {
        storage::coupon(e, number)
    }

    /// What a leaf was paid so far; `i128::MAX` when it was paid whole.
    pub fn claimed(e: &Env, number: u32, index: u32) -> i128 {
        claims::claimed(e, number, index)
    }

    /// What is left to disburse.
    pub fn construction(e: &Env) -> i128 {
        storage::buckets(e).construction
    }

    /// Principal that is owed and not passed through yet.
    pub fn principal_left(e: &Env) -> i128 {
        need::left(&storage::book(e), &storage::terms(e))
    }

    /// The date it was called for.
    pub fn call_date(e: &Env) -> Option<u64> {
        let date = storage::book(e).call_date;
        (date > 0).then_some(date)
    }

    /// The bond's asset contract, from launch on.
    pub fn bond(e: &Env) -> Option<Address> {
        storage::links(e).bond
    }

    /// Bonds ever minted.
    pub fn minted(e: &Env) -> i128 {
        storage::book(e).minted
    }

    /// Bonds minted and not clawed back.
    pub fn outstanding(e: &Env) -> i128 {
        storage::book(e).outstanding()
    }

    /// What the coupon bucket lacks now: arrears and the whole coupon of the running period.
    pub fn required_coupon(e: &Env) -> Result<i128, OfferingError> {
        Ok(need::book_read(e, &storage::terms(e))?.coupon_need())
    }

    /// Whether somebody may hold bonds.
    pub fn allowed(e: &Env, who: Address) -> bool {
        storage::allowed(e, &who)
    }

    /// What an investor bought and paid during funding.
    pub fn deposit(e: &Env, investor: Address) -> Deposit {
        storage::deposit(e, &investor)
    }
}

governed!(Offering, OfferingError, version = VERSION, guardians = ["issuer"], migrate = marks::migrate);
