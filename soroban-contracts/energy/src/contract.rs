//! The energy contract's calls: authorise, load, decide, store, announce.

use crate::{
    error::EnergyError,
    events::{BillsPaid, Concluded, ExportPaid, StatementProposed, SystemOpened},
    ladder::Ladder,
    statement,
    storage::{self, PartyLedger, SystemHead},
    types::{Bill, Config, OpenBill, PartyTotals, Proposal, Statement, SystemState},
};
use heliobond_common::{
    access,
    api::{registry::RegistryClient, tariff::Asset},
    ttl,
};
use soroban_sdk::{contract, contractimpl, vec, Address, BytesN, Env, Vec};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;
const MAX_ORACLES: u32 = 16;
const FIRST_INDEX: u32 = 1;

/// What was delivered, what it costs, and what of it is paid.
#[contract]
pub struct Energy;

#[contractimpl]
impl Energy {
    /// `retail` and `export` are the tariff's assets of the parties' and the utility's price; `threshold` oracles must
    /// say the same; a bill is due `due_secs` after its issue.
    ///
    /// # Errors
    /// * [`EnergyError::BadOracles`] - When there are not 1 to 16 different oracles.
    /// * [`EnergyError::BadThreshold`] - When the threshold is 0 or above their number.
    #[allow(clippy::too_many_arguments)]
    pub fn __constructor(
        e: &Env,
        admin: Address,
        registry: Address,
        tariff: Address,
        retail: Asset,
        export: Asset,
        oracles: Vec<Address>,
        threshold: u32,
        due_secs: u64,
    ) -> Result<(), EnergyError> {
        let repeated = oracles.iter().enumerate().any(|(n, oracle)| oracles.iter().skip(n + 1).any(|o| o == oracle));
        if oracles.is_empty() || oracles.len() > MAX_ORACLES || repeated {
            return Err(EnergyError::BadOracles);
        }
        if threshold == 0 || threshold > oracles.len() {
            return Err(EnergyError::BadThreshold);
        }
        access::init(e, &admin);
        storage::set_config(e, &Config { registry, tariff, retail, export, threshold, due_secs }, &oracles);
        Ok(())
    }

    /// Opens an approved system, once: its first statement starts at `from`. The administrator signs.
    ///
    /// # Errors
    /// * [`EnergyError::Paused`]
    /// * [`EnergyError::AlreadyOpen`] - When it was opened before.
    /// * [`EnergyError::NotApproved`] - When the registry has not approved it.
    ///
    /// # Events
    /// * [`SystemOpened`]
    pub fn open_system(e: &Env, system: u32, from: u64) -> Result<(), EnergyError> {
        access::require_admin(e);
        access::require_running(e)?;
        if storage::is_open(e, system) {
            return Err(EnergyError::AlreadyOpen);
        }
        let registered = RegistryClient::new(e, &storage::config(e).registry).system(&system);
        if !registered.approved {
            return Err(EnergyError::NotApproved);
        }
        let zeros = BytesN::from_array(e, &[0; 32]);
        let head = SystemHead {
            capacity_w: registered.capacity_w,
            party_count: registered.parties.len(),
            next_index: FIRST_INDEX,
            next_from: from,
            last_hash: zeros.clone(),
            hash_chain: zeros,
            concluded_at: None,
            negative_wh: 0,
            unattributed_wh: 0,
            exported_wh: 0,
            export_billed: 0,
            export_paid: 0,
            export_remainder_milli: 0,
        };
        let totals = PartyTotals { delivered_wh: 0, billed: 0, paid: 0, remainder_milli: 0 };
        let ledger = PartyLedger { totals, ladder: Ladder::new(e) };
        for party in 0..head.party_count {
            storage::set_party(e, system, party, &ledger);
        }
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        SystemOpened { system, from }.publish(e);
        Ok(())
    }

    /// Proposes a system's next statement, or says the same as the one proposed; the oracle signs. Final at once when
    /// that makes as many oracles as the threshold: then the bills, else nothing. Another statement replaces one that is
    /// not final, signatures included.
    ///
    /// # Errors
    /// * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::WrongIndex`], [`EnergyError::WrongStart`] - When it is not the next one.
    /// * [`EnergyError::EmptyInterval`], [`EnergyError::InFuture`] - Unless `from < to <= now`.
    /// * [`EnergyError::WrongParties`], [`EnergyError::BadQuality`]
    /// * [`EnergyError::BeyondCapacity`] - When more was generated or exported than `capacity x time x 1.1`.
    /// * [`EnergyError::TariffChangesWithin`] - When a price that it uses changes within it, or the system is concluded
    ///   within it.
    /// * [`EnergyError::NoPrice`] - When the tariff has no price for it.
    /// * [`EnergyError::AlreadySigned`] - When the oracle said exactly this before.
    /// * [`EnergyError::Overflow`] - When a total leaves its range.
    ///
    /// # Events
    /// * [`StatementProposed`], or those of a final statement: `statement`, `bill`, `export`.
    pub fn propose(e: &Env, oracle: Address, statement: Statement) -> Result<Option<Vec<Bill>>, EnergyError> {
        require_oracle(e, &oracle)?;
        let hash = statement::hash(e, &statement);
        let mut signers = match storage::proposal(e, statement.system) {
            Some(proposal) if proposal.hash == hash => proposal.signers,
            _ => vec![e],
        };
        if signers.contains(&oracle) {
            return Err(EnergyError::AlreadySigned);
        }
        signers.push_back(oracle);
        decide(e, Proposal { hash, statement, signers })
    }

    /// Says the same as the statement proposed, by its hash; the oracle signs. Final when that makes as many oracles as
    /// the threshold: then the bills, else nothing. It is judged again, as of now.
    ///
    /// # Errors
    /// * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::NoProposal`] - When no statement of that index waits.
    /// * [`EnergyError::HashDiffers`] - When another one waits.
    /// * [`EnergyError::AlreadySigned`] - When the oracle said so before.
    /// * The refusals of `propose`, for what changed since.
    ///
    /// # Events
    /// * [`StatementProposed`], or those of a final statement: `statement`, `bill`, `export`.
    pub fn countersign(
        e: &Env,
        oracle: Address,
        system: u32,
        index: u32,
        hash: BytesN<32>,
    ) -> Result<Option<Vec<Bill>>, EnergyError> {
        require_oracle(e, &oracle)?;
        let mut proposal = storage::proposal(e, system)
            .filter(|proposal| proposal.statement.index == index)
            .ok_or(EnergyError::NoProposal)?;
        if proposal.hash != hash {
            return Err(EnergyError::HashDiffers);
        }
        if proposal.signers.contains(&oracle) {
            return Err(EnergyError::AlreadySigned);
        }
        proposal.signers.push_back(oracle);
        decide(e, proposal)
    }

    /// Pays a party's open bills, oldest first, paused or not, and returns what was applied: the lesser of `amount` and
    /// what was open. The bound offering signs; it holds the money.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`], [`EnergyError::NotBound`]
    /// * [`EnergyError::NegativeAmount`]
    ///
    /// # Events
    /// * [`BillsPaid`] - When something was applied.
    pub fn settle(e: &Env, system: u32, party: u32, amount: i128) -> Result<i128, EnergyError> {
        require_offering(e, system)?;
        if amount < 0 {
            return Err(EnergyError::NegativeAmount);
        }
        let mut ledger = storage::party(e, system, party)?;
        let (bills, applied) = ledger.ladder.pay(e, amount)?;
        ttl::extend_instance(e);
        if applied > 0 {
            ledger.totals.paid = ledger.totals.paid.checked_add(applied).ok_or(EnergyError::Overflow)?;
            storage::set_party(e, system, party, &ledger);
            BillsPaid { system, party, amount: applied, bills }.publish(e);
        }
        Ok(applied)
    }

    /// Pays what the utility owes for a system's exports, paused or not, and returns what was applied: the lesser of
    /// `amount` and what was open. The bound offering signs; it holds the money.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::NotBound`], [`EnergyError::NegativeAmount`]
    ///
    /// # Events
    /// * [`ExportPaid`] - When something was applied.
    pub fn settle_export(e: &Env, system: u32, amount: i128) -> Result<i128, EnergyError> {
        require_offering(e, system)?;
        if amount < 0 {
            return Err(EnergyError::NegativeAmount);
        }
        let mut head = storage::system(e, system)?;
        let open = export_open(&head)?;
        let applied = open.min(amount);
        ttl::extend_instance(e);
        if applied > 0 {
            head.export_paid = head.export_paid.checked_add(applied).ok_or(EnergyError::Overflow)?;
            storage::set_system(e, system, &head);
            ExportPaid { system, amount: applied, remaining: open - applied }.publish(e);
        }
        Ok(applied)
    }

    /// Ends billing, once, paused or not: statements that start at or after `at` (Unix seconds) are priced 0, and none
    /// may straddle it. Bills issued before stay as they are. The bound offering signs.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::NotBound`], [`EnergyError::AlreadyConcluded`]
    ///
    /// # Events
    /// * [`Concluded`]
    pub fn conclude(e: &Env, system: u32, at: u64) -> Result<(), EnergyError> {
        require_offering(e, system)?;
        let mut head = storage::system(e, system)?;
        if head.concluded_at.is_some() {
            return Err(EnergyError::AlreadyConcluded);
        }
        head.concluded_at = Some(at);
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        Concluded { system, at }.publish(e);
        Ok(())
    }

    /// What a party has open, stroops.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn outstanding(e: &Env, system: u32, party: u32) -> Result<i128, EnergyError> {
        let totals = storage::party(e, system, party)?.totals;
        totals.billed.checked_sub(totals.paid).ok_or(EnergyError::Overflow)
    }

    /// A party's bills that are not paid in full, oldest first; at most 60.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    pub fn open_bills(e: &Env, system: u32, party: u32) -> Result<Vec<OpenBill>, EnergyError> {
        Ok(storage::party(e, system, party)?.ladder.open_bills(e))
    }

    /// What the utility has open for a system's exports, stroops.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn export_due(e: &Env, system: u32) -> Result<i128, EnergyError> {
        export_open(&storage::system(e, system)?)
    }

    /// A system's state, its parties' totals included.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    pub fn system_state(e: &Env, system: u32) -> Result<SystemState, EnergyError> {
        let head = storage::system(e, system)?;
        let mut parties = Vec::new(e);
        for party in 0..head.party_count {
            parties.push_back(storage::party(e, system, party)?.totals);
        }
        Ok(SystemState {
            next_index: head.next_index,
            next_from: head.next_from,
            last_hash: head.last_hash,
            hash_chain: head.hash_chain,
            concluded_at: head.concluded_at,
            negative_wh: head.negative_wh,
            unattributed_wh: head.unattributed_wh,
            parties,
            exported_wh: head.exported_wh,
            export_billed: head.export_billed,
            export_paid: head.export_paid,
            export_remainder_milli: head.export_remainder_milli,
        })
    }

    /// The statement of a system that waits for countersignatures, if there is one.
    pub fn proposal(e: &Env, system: u32) -> Option<Proposal> {
        storage::proposal(e, system)
    }

    /// What the constructor set.
    pub fn config(e: &Env) -> Config {
        storage::config(e)
    }

    /// Who may propose and countersign.
    pub fn oracles(e: &Env) -> Vec<Address> {
        storage::oracles(e)
    }

    /// The administrator.
    pub fn admin(e: &Env) -> Address {
        access::admin(e)
    }

    /// Offers the administration to `new_admin`; the administrator signs.
    pub fn transfer_admin(e: &Env, new_admin: Address) {
        access::transfer_admin(e, new_admin);
    }

    /// Accepts the administration; who was offered it signs.
    ///
    /// # Errors
    /// * [`EnergyError::NoPendingAdmin`]
    pub fn accept_admin(e: &Env) -> Result<(), EnergyError> {
        Ok(access::accept_admin(e)?)
    }

    /// Stops new systems and statements; `who` signs and is the administrator.
    ///
    /// # Errors
    /// * [`EnergyError::NotGuardian`]
    pub fn pause(e: &Env, who: Address) -> Result<(), EnergyError> {
        Ok(access::pause(e, who, &[])?)
    }

    /// Lets new systems and statements in again; `who` signs and is the administrator.
    ///
    /// # Errors
    /// * [`EnergyError::NotGuardian`]
    pub fn unpause(e: &Env, who: Address) -> Result<(), EnergyError> {
        Ok(access::unpause(e, who, &[])?)
    }

    /// Whether new systems and statements are stopped.
    pub fn paused(e: &Env) -> bool {
        access::paused(e)
    }

    /// The interface of this build.
    pub fn version(_e: &Env) -> u32 {
        VERSION
    }
}

/// Judges what was proposed as of now; makes it final when enough oracles said it, else lets it wait.
fn decide(e: &Env, proposal: Proposal) -> Result<Option<Vec<Bill>>, EnergyError> {
    let Proposal { hash, statement, signers } = &proposal;
    let config = storage::config(e);
    let system = statement.system;
    let head = storage::system(e, system)?;
    statement::check(e, &head, statement)?;
    let prices = statement::prices(e, &config, &head, statement)?;
    ttl::extend_instance(e);
    if signers.len() >= config.threshold {
        storage::remove_proposal(e, system);
        return statement::finish(e, &config, head, statement, hash.clone(), &prices).map(Some);
    }
    storage::set_proposal(e, system, &proposal);
    if let Some(oracle) = signers.last() {
        StatementProposed { system, index: statement.index, hash: hash.clone(), oracle }.publish(e);
    }
    Ok(None)
}

fn require_oracle(e: &Env, oracle: &Address) -> Result<(), EnergyError> {
    oracle.require_auth();
    access::require_running(e)?;
    if !storage::oracles(e).contains(oracle) {
        return Err(EnergyError::NotOracle);
    }
    Ok(())
}

fn require_offering(e: &Env, system: u32) -> Result<(), EnergyError> {
    if !storage::is_open(e, system) {
        return Err(EnergyError::SystemNotOpen);
    }
    let registry = RegistryClient::new(e, &storage::config(e).registry);
    registry.offering_of(&system).ok_or(EnergyError::NotBound)?.require_auth();
    Ok(())
}

fn export_open(head: &SystemHead) -> Result<i128, EnergyError> {
    head.export_billed.checked_sub(head.export_paid).ok_or(EnergyError::Overflow)
}
