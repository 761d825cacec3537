//! The energy contract's calls: authorise, load, decide, store, announce.

use crate::{
    bills::OpenBills,
    error::EnergyError,
    events::{BillsPaid, Concluded, CriticalFloorSet, ExportPaid, ExportsSet, SystemOpened},
    oracles,
    register::Register,
    report, standing, statement,
    storage::{self, PartyLedger, SystemHead},
    trueup,
    types::{Bill, Config, Exports, PartyTotals, Reading, Settings, Statement},
    voting,
};
use heliobond_common::{
    api::{
        energy::{Decision, Ladder},
        registry::RegistryClient,
    },
    governance::{self, roles, Governance, ADMIN},
    governed, ttl,
};
use soroban_sdk::{contract, contractimpl, Address, BytesN, Env, Vec};

mod oversight;
mod reads;

use reads::{export_open, status_of};

/// The interface of this build. Grows when a call changes its meaning.
const VERSION: u32 = 1;
/// Index of a system's first statement.
const FIRST_INDEX: u32 = 1;
/// The longest period of the configuration, seconds: ten years.
const MAX_PERIOD_SECS: u64 = 3_653 * 24 * 60 * 60;
/// The longest interval that the contract closes itself, seconds: 31 days.
const MAX_INTERVAL_SECS: u64 = 31 * 24 * 60 * 60;

/// What was delivered, what it costs, what of it is paid, and what follows if it is not.
#[contract]
pub struct Energy;

governed!(Energy, EnergyError, version = VERSION, guardians = []);

#[contractimpl]
impl Energy {
    /// `config.retail` and `config.export` are the tariff's assets of the parties' and the utility's price;
    /// `config.threshold` oracles must say the same.
    ///
    /// # Errors
    /// * [`EnergyError::BadGovernance`]
    /// * [`EnergyError::BadOracles`] - When there are not 1 to 16 different oracles.
    /// * [`EnergyError::BadThreshold`] - When the threshold is 0 or above their number.
    /// * [`EnergyError::BadPeriods`] - When a period is 0 or longer than ten years, an interval than 31 days.
    pub fn __constructor(
        e: &Env,
        governance: Governance,
        config: Config,
        oracles: Vec<Address>,
    ) -> Result<(), EnergyError> {
        roles::init(e, &governance, VERSION)?;
        oracles::check(&oracles, config.threshold)?;
        let periods = [config.due_secs, config.grace_secs, config.default_secs];
        let are_periods = periods.iter().all(|secs| (1..=MAX_PERIOD_SECS).contains(secs));
        if !are_periods || !(1..=MAX_INTERVAL_SECS).contains(&config.interval_secs) {
            return Err(EnergyError::BadPeriods);
        }
        storage::set_config(e, &config, &oracles);
        Ok(())
    }

    /// Opens an approved system, once: its first statement starts at `from`. Who says what was measured is settled for
    /// ever. The administrator signs.
    ///
    /// # Errors
    /// * [`EnergyError::Paused`]
    /// * [`EnergyError::AlreadyOpen`] - When it was opened before.
    /// * [`EnergyError::NotApproved`] - When the registry has not approved it.
    /// * [`EnergyError::PartyNotFound`] - When the party that exports are credited to is not one of its parties.
    /// * [`EnergyError::BadFloor`] - When there is not one critical floor for each party, at most the rated power.
    ///
    /// # Events
    /// * [`SystemOpened`]
    pub fn open_system(e: &Env, system: u32, from: u64, settings: Settings) -> Result<(), EnergyError> {
        roles::require(e, &ADMIN);
        governance::require_running(e)?;
        if storage::is_open(e, system) {
            return Err(EnergyError::AlreadyOpen);
        }
        let registered = RegistryClient::new(e, &storage::config(e).registry).system(&system);
        if !registered.approved {
            return Err(EnergyError::NotApproved);
        }
        let Settings { source, exports, critical_floor_w } = settings;
        let party_count = registered.parties.len();
        require_account(exports, party_count)?;
        let is_floor = |watts| watts <= registered.capacity_w;
        if critical_floor_w.len() != party_count || !critical_floor_w.iter().all(is_floor) {
            return Err(EnergyError::BadFloor);
        }
        let zeros = BytesN::from_array(e, &[0; 32]);
        let head = SystemHead {
            capacity_w: registered.capacity_w,
            party_count,
            source,
            exports,
            next_index: FIRST_INDEX,
            next_from: from,
            last_hash: zeros.clone(),
            hash_chain: zeros,
            concluded_at: None,
            negative_wh: 0,
            unattributed_wh: 0,
            generated: Register::default(),
            exported: Register::default(),
            measured_wh: 0,
            measured_to: from,
            export_billed: 0,
            export_paid: 0,
            export_remainder_milli: 0,
            credited_wh: 0,
            credited_milli: 0,
        };
        for (party, critical_floor_w) in (0..).zip(critical_floor_w.iter()) {
            let totals = PartyTotals { delivered_wh: 0, billed: 0, paid: 0, remainder_milli: 0, adjustment_milli: 0 };
            let (bills, announced) = (OpenBills::new(e), Ladder::Current);
            storage::set_party(
                e,
                system,
                party,
                &PartyLedger { totals, bills, behind: None, announced, critical_floor_w },
            );
        }
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        SystemOpened { system, from, source, exports, critical_floor_w }.publish(e);
        Ok(())
    }

    /// Sets how a system's exports are settled from the next statement on; the administrator signs.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::PartyNotFound`] - When the party that exports are credited to is not one of its parties.
    ///
    /// # Events
    /// * [`ExportsSet`]
    pub fn set_exports(e: &Env, system: u32, exports: Exports) -> Result<(), EnergyError> {
        roles::require(e, &ADMIN);
        let mut head = storage::system(e, system)?;
        require_account(exports, head.party_count)?;
        head.exports = exports;
        storage::set_system(e, system, &head);
        ttl::extend_instance(e);
        ExportsSet { system, exports }.publish(e);
        Ok(())
    }

    /// Sets the watts of a party's critical loads, which are fed whatever happens; the administrator signs.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    /// * [`EnergyError::BadFloor`] - When it is above the system's rated power.
    /// * [`EnergyError::FloorLocked`] - When it is lowered while the party is behind with its bills.
    ///
    /// # Events
    /// * [`CriticalFloorSet`]
    pub fn set_critical_floor(e: &Env, system: u32, party: u32, watts: u64) -> Result<(), EnergyError> {
        roles::require(e, &ADMIN);
        if watts > storage::system(e, system)?.capacity_w {
            return Err(EnergyError::BadFloor);
        }
        let mut ledger = storage::party(e, system, party)?;
        if watts < ledger.critical_floor_w && status_of(e, system, &ledger)?.state != Ladder::Current {
            return Err(EnergyError::FloorLocked);
        }
        ledger.critical_floor_w = watts;
        storage::set_party(e, system, party, &ledger);
        ttl::extend_instance(e);
        CriticalFloorSet { system, party, watts }.publish(e);
        Ok(())
    }

    /// Proposes a system's next statement, or says the same as one proposed; the oracle signs. Final at once when that
    /// makes as many oracles as the threshold: then the bills, else nothing. An oracle's later word replaces its own
    /// former one and nobody else's; different statements wait side by side, and the event says so.
    ///
    /// # Errors
    /// * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::WrongIndex`], [`EnergyError::WrongStart`] - When it is not the next one.
    /// * [`EnergyError::EmptyInterval`], [`EnergyError::InFuture`] - Unless `from < to <= now`.
    /// * [`EnergyError::WrongParties`], [`EnergyError::BadQuality`]
    /// * [`EnergyError::WrongSource`] - When the system's meters report themselves.
    /// * [`EnergyError::BeyondCapacity`] - When more was generated or exported than `capacity x time x 1.1`.
    /// * [`EnergyError::BeyondCorrection`] - When a correction raises the past above what the capacity of its last 31
    ///   days left, or takes more away than that, or than was recorded.
    /// * [`EnergyError::TariffChangesWithin`] - When a price that it uses changes within it, or the system is concluded
    ///   within it.
    /// * [`EnergyError::NoPrice`] - When the tariff has no price for it.
    /// * [`EnergyError::AlreadySigned`] - When the oracle said exactly this before.
    /// * [`EnergyError::Overflow`] - When a total leaves its range.
    ///
    /// # Events
    /// * `statement_proposed`, or those of a final statement: `statement`, `trued_up`, `bill`, `export`.
    pub fn propose(e: &Env, oracle: Address, statement: Statement) -> Result<Option<Vec<Bill>>, EnergyError> {
        voting::require_oracle(e, &oracle)?;
        let hash = statement::hash(e, &statement);
        voting::say(e, oracle, statement, hash)
    }

    /// Says the same as a statement proposed, by its hash; the oracle signs. Final when that makes as many oracles as
    /// the threshold: then the bills, else nothing. It is judged again, as of now.
    ///
    /// # Errors
    /// * [`EnergyError::NotOracle`], [`EnergyError::Paused`], [`EnergyError::SystemNotOpen`]
    /// * [`EnergyError::NoProposal`] - When no statement of that index waits.
    /// * [`EnergyError::HashDiffers`] - When only others wait.
    /// * [`EnergyError::AlreadySigned`] - When the oracle said so before.
    /// * The refusals of `propose`, for what changed since.
    ///
    /// # Events
    /// * `statement_proposed`, or those of a final statement: `statement`, `trued_up`, `bill`, `export`.
    pub fn countersign(
        e: &Env,
        oracle: Address,
        system: u32,
        index: u32,
        hash: BytesN<32>,
    ) -> Result<Option<Vec<Bill>>, EnergyError> {
        voting::require_oracle(e, &oracle)?;
        let proposals = storage::proposals(e, system);
        if !proposals.iter().any(|proposal| proposal.statement.index == index) {
            return Err(EnergyError::NoProposal);
        }
        let proposal = proposals.iter().find(|proposal| proposal.hash == hash).ok_or(EnergyError::HashDiffers)?;
        voting::say(e, oracle, proposal.statement, hash)
    }

    /// Pays a party's open bills, oldest first, paused or not, and returns what was applied: the lesser of `amount` and
    /// what was open. The bound offering signs; it holds the money.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`], [`EnergyError::NotBound`]
    /// * [`EnergyError::NegativeAmount`]
    ///
    /// # Events
    /// * [`BillsPaid`] - When something was applied; and `ladder_changed`, when the party's state is another one than was
    ///   announced.
    pub fn settle(e: &Env, system: u32, party: u32, amount: i128) -> Result<i128, EnergyError> {
        require_offering(e, system)?;
        if amount < 0 {
            return Err(EnergyError::NegativeAmount);
        }
        let mut ledger = storage::party(e, system, party)?;
        let clock = storage::clock(e, system);
        let running = clock.running(e.ledger().timestamp());
        let behind = standing::behind(&ledger, running)?;
        let (bills, applied) = ledger.bills.pay(e, amount)?;
        ttl::extend_instance(e);
        if applied > 0 {
            ledger.totals.paid = ledger.totals.paid.checked_add(applied).ok_or(EnergyError::Overflow)?;
            ledger.behind = behind.filter(|_| ledger.bills.overdue(running) != Ok(0));
            BillsPaid { system, party, amount: applied, bills }.publish(e);
            standing::announce(e, system, party, &mut ledger, &clock)?;
            storage::set_party(e, system, party, &ledger);
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

    /// Takes a meter's own reading with its signature over 124 bytes (`HBREAD01`, SHA-256 of the network's passphrase,
    /// this contract's id, then the reading's fields, big-endian), and returns what the device is to do with the energy
    /// of the meter's party. Anyone may send it and pay the fee; nobody else signs. While paused it is taken and answered
    /// all the same, and only the interval stays open.
    ///
    /// When every meter of the system that is not revoked has reported the end of the open interval, the interval is
    /// closed: see the crate's documentation.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::WrongSource`]
    /// * [`EnergyError::UnknownMeter`], [`EnergyError::MeterRevoked`], [`EnergyError::WrongEpoch`]
    /// * [`EnergyError::ReadingInFuture`] - When it is more than 60 seconds ahead of the ledger.
    /// * [`EnergyError::ForeignRegister`] - When a register that the meter does not have is not 0.
    /// * [`EnergyError::SeqNotGrowing`] - When it repeats or precedes the last one: nothing is lost, registers are
    ///   cumulative.
    /// * [`EnergyError::TimeFell`] - When it was taken before the last one, or a first one before the open interval.
    /// * [`EnergyError::RegisterFell`], [`EnergyError::ImpossibleJump`]
    /// * The host's crypto error, when the signature is not the meter's over these bytes.
    ///
    /// # Events
    /// * `reported`, and those of a final statement, or `statement_refused`.
    pub fn report(e: &Env, reading: Reading, signature: BytesN<64>) -> Result<Decision, EnergyError> {
        let meter = report::take(e, &reading, &signature)?;
        ttl::extend_instance(e);
        Self::decision(e, reading.system, meter.party)
    }

    /// Adds to a party's next bill what its provisional intervals differ by, once the tariff has their price; paused or
    /// not: the 12 oldest, the rest by further calls. Returns the sum in thousandths of a stroop, 0 when nothing differs.
    /// Anyone may call it.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    ///
    /// # Events
    /// * `trued_up`, for each interval.
    pub fn true_up(e: &Env, system: u32, party: u32) -> Result<i128, EnergyError> {
        let head = storage::system(e, system)?;
        let mut ledger = storage::party(e, system, party)?;
        let config = storage::config(e);
        let sums = trueup::settle(e, &config, system, head.party_count, Some(party), trueup::PER_CALL)?;
        let sum = sums.get(party).unwrap_or(0);
        ttl::extend_instance(e);
        if sum != 0 {
            let totals = &mut ledger.totals;
            totals.adjustment_milli = totals.adjustment_milli.checked_add(sum).ok_or(EnergyError::Overflow)?;
            storage::set_party(e, system, party, &ledger);
        }
        Ok(sum)
    }

    /// Announces a party's state when it is another one than was announced last, and returns it. Anyone may call it;
    /// nothing depends on it.
    ///
    /// # Errors
    /// * [`EnergyError::SystemNotOpen`], [`EnergyError::PartyNotFound`]
    ///
    /// # Events
    /// * `ladder_changed` - When it differs.
    pub fn advance(e: &Env, system: u32, party: u32) -> Result<Ladder, EnergyError> {
        let mut ledger = storage::party(e, system, party)?;
        let clock = storage::clock(e, system);
        ttl::extend_instance(e);
        if standing::announce(e, system, party, &mut ledger, &clock)? {
            storage::set_party(e, system, party, &ledger);
        }
        Ok(ledger.announced)
    }
}

/// Whether the account that exports are credited to is a party's.
fn require_account(exports: Exports, party_count: u32) -> Result<(), EnergyError> {
    match exports {
        Exports::NetMeteringCredit(party) if party >= party_count => Err(EnergyError::PartyNotFound),
        _ => Ok(()),
    }
}

fn require_offering(e: &Env, system: u32) -> Result<(), EnergyError> {
    if !storage::is_open(e, system) {
        return Err(EnergyError::SystemNotOpen);
    }
    let registry = RegistryClient::new(e, &storage::config(e).registry);
    registry.offering_of(&system).ok_or(EnergyError::NotBound)?.require_auth();
    Ok(())
}
