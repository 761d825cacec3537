//! What other contracts know of the energy contract.

use soroban_sdk::{contractclient, contracttype, Env};

/// How far a party is behind with its bills. Worse only by time, `Current` again as soon as nothing overdue is open.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Ladder {
    /// Nothing overdue is open.
    Current,
    /// A bill is open past its due time: notice.
    Grace,
    /// Still so after the grace period: its energy is sold to the grid, above its critical floor.
    Breach,
    /// Still so after the default period: the trustee may step in.
    Default,
}

/// Where a party stands. Computed from its bills, the suspensions and the time of the ledger: it never waits for
/// anybody to note it.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PartyStatus {
    pub state: Ladder,
    /// Stroops open past their due time.
    pub arrears: i128,
    /// Since when the state holds, Unix seconds; 0 when it is `Current`.
    pub since: u64,
    /// When the oldest open bill is or was due, Unix seconds; 0 without an open bill.
    pub oldest_due_at: u64,
    /// When the next state begins if nothing is paid and nothing suspends the clocks again, Unix seconds; `None` in
    /// `Default` and without an open bill.
    pub next_at: Option<u64>,
    /// Whether the system's clocks stand still.
    pub suspended: bool,
}

/// What a party's energy is used for.
#[contracttype]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mode {
    /// Every load is fed.
    Normal,
    /// What exceeds the critical floor is sold to the grid.
    SellToGrid,
    /// Loads above the critical floor are shed, so that the stored energy lasts; nothing is sold.
    Shed,
    /// Apart from the grid; every load is fed.
    Island,
}

/// What a device does with a party's energy.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Decision {
    pub mode: Mode,
    /// Watts that are fed in every mode: critical loads are never cut.
    pub critical_floor_w: u64,
    /// Since when the mode holds, Unix seconds; 0: from the start.
    pub since: u64,
    /// How far the party is behind with its bills.
    pub state: Ladder,
}

/// What the final statements of a system attest, corrections included.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Attested {
    /// Index of the last final statement; 0 before the first.
    pub index: u32,
    /// Where it ends, Unix seconds; before the first, where that one starts.
    pub to: u64,
    /// Watt-hours generated since the system was opened.
    pub generated_wh: u64,
    /// The same as of the last statement of quality 0. Registers are cumulative: a measured end proves all before it.
    pub measured_wh: u64,
    /// Where that statement ends, Unix seconds; before the first, where that one starts.
    pub measured_to: u64,
}

/// What other contracts call.
#[contractclient(name = "EnergyClient")]
pub trait Energy {
    /// Pays a party's open bills, oldest first; the bound offering signs. Returns what was applied, at most `amount`.
    fn settle(e: Env, system: u32, party: u32, amount: i128) -> i128;
    /// Pays the system's export due; the bound offering signs. Returns what was applied, at most `amount`.
    fn settle_export(e: Env, system: u32, amount: i128) -> i128;
    /// Statements that start at or after `at` are priced 0; the bound offering signs.
    fn conclude(e: Env, system: u32, at: u64);
    /// What a party has open, stroops.
    fn outstanding(e: Env, system: u32, party: u32) -> i128;
    /// What the utility has open for exports, stroops.
    fn export_due(e: Env, system: u32) -> i128;
    /// Where a party stands.
    fn status(e: Env, system: u32, party: u32) -> PartyStatus;
    /// What a device does with a party's energy.
    fn decision(e: Env, system: u32, party: u32) -> Decision;
    /// What the final statements of a system attest.
    fn attested(e: Env, system: u32) -> Attested;
}
