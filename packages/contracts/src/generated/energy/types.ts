// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * An act of force majeure: the clocks stand still from `from` on until `until`, Unix seconds.
 */
export interface Suspension {
  from: bigint;
  /**
   * What devices do meanwhile: `Normal`, `Shed` or `Island`.
   */
  mode: Mode;
  until: bigint;
}

/**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const EnergyError = {
  /**
   * Who and what: 3000 on. The system was not opened.
   */
  3000 : { message: "SystemNotOpen" },
  /**
   * The system has no party with that index.
   */
  3001 : { message: "PartyNotFound" },
  /**
   * The caller is no oracle.
   */
  3002 : { message: "NotOracle" },
  /**
   * No statement of that index waits for a countersignature.
   */
  3003 : { message: "NoProposal" },
  /**
   * An argument makes no sense: 3010 on. 1 to 16 different oracles are needed.
   */
  3010 : { message: "BadOracles" },
  /**
   * The threshold is at least 1 and at most the number of oracles.
   */
  3011 : { message: "BadThreshold" },
  /**
   * The statement is not the next one.
   */
  3012 : { message: "WrongIndex" },
  /**
   * The statement does not start where the one before ended.
   */
  3013 : { message: "WrongStart" },
  /**
   * The statement ends no later than it starts.
   */
  3014 : { message: "EmptyInterval" },
  /**
   * The statement ends after now.
   */
  3015 : { message: "InFuture" },
  /**
   * There is not one consumption for each party.
   */
  3016 : { message: "WrongParties" },
  /**
   * Quality is 0 or 1.
   */
  3017 : { message: "BadQuality" },
  /**
   * More was generated or exported than the system can.
   */
  3018 : { message: "BeyondCapacity" },
  /**
   * An amount is negative.
   */
  3019 : { message: "NegativeAmount" },
  /**
   * The state does not allow it: 3020 on. The system is open already.
   */
  3020 : { message: "AlreadyOpen" },
  /**
   * The registry has not approved the system.
   */
  3021 : { message: "NotApproved" },
  /**
   * No offering is bound to the system.
   */
  3022 : { message: "NotBound" },
  /**
   * A price that the statement uses changes within it, or the system is concluded within it.
   */
  3023 : { message: "TariffChangesWithin" },
  /**
   * The tariff has no price for the interval.
   */
  3024 : { message: "NoPrice" },
  /**
   * Another statement was proposed meanwhile.
   */
  3025 : { message: "HashDiffers" },
  /**
   * The oracle signed this statement already.
   */
  3026 : { message: "AlreadySigned" },
  /**
   * The system is concluded already.
   */
  3027 : { message: "AlreadyConcluded" },
  /**
   * The system is run the other way: by oracles, or by its meters' own reports.
   */
  3028 : { message: "WrongSource" },
  /**
   * The system's clocks run.
   */
  3029 : { message: "NotSuspended" },
  /**
   * More arguments: 3030 on. A correction exceeds what the time before left, or what was recorded.
   */
  3030 : { message: "BeyondCorrection" },
  /**
   * A period is 0 or beyond any sense.
   */
  3031 : { message: "BadPeriods" },
  /**
   * A suspension ends after now, at most 90 days from now and not before the one that runs; nothing is sold in it.
   */
  3032 : { message: "BadSuspension" },
  /**
   * A critical floor is at most the system's rated power, one for each party.
   */
  3033 : { message: "BadFloor" },
  /**
   * A floor is not lowered while the party is behind.
   */
  3034 : { message: "FloorLocked" },
  /**
   * No change of the oracles was announced.
   */
  3035 : { message: "NoOracleChange" },
  /**
   * Reports: 3040 on. The registry has no such meter, or it is another system's.
   */
  3040 : { message: "UnknownMeter" },
  /**
   * The meter was revoked.
   */
  3041 : { message: "MeterRevoked" },
  /**
   * The reading is not of the meter's epoch.
   */
  3042 : { message: "WrongEpoch" },
  /**
   * The reading is no later one than the last: a repetition, or late.
   */
  3043 : { message: "SeqNotGrowing" },
  /**
   * The reading's time is before that of the last one, or before the open interval.
   */
  3044 : { message: "TimeFell" },
  /**
   * The reading's time is after now.
   */
  3045 : { message: "ReadingInFuture" },
  /**
   * A register fell.
   */
  3046 : { message: "RegisterFell" },
  /**
   * A register rose by more than the meter can measure.
   */
  3047 : { message: "ImpossibleJump" },
  /**
   * A register that the meter does not have is not 0.
   */
  3048 : { message: "ForeignRegister" },
  /**
   * Governance: 3080 on. The role is not on offer, or the offer lapsed.
   */
  3080 : { message: "NoRoleOffer" },
  /**
   * The contract is paused.
   */
  3081 : { message: "Paused" },
  /**
   * Only the administrator and the trustee may pause and unpause.
   */
  3082 : { message: "NotGuardian" },
  /**
   * There is no such role.
   */
  3083 : { message: "UnknownRole" },
  /**
   * The caller may not do this.
   */
  3084 : { message: "NotPermitted" },
  /**
   * Somebody else's offer of the role is open.
   */
  3085 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  3086 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  3087 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  3088 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  3089 : { message: "BadGovernance" },
  /**
   * Arithmetic: 3090 on. A sum or a product left its range.
   */
  3090 : { message: "Overflow" }
}
export type EnergyError = (typeof EnergyError)[keyof typeof EnergyError];

/**
 * What a party owes for an interval.
 */
export interface Bill {
  /**
   * Differences of earlier bills that were priced provisionally, thousandths of a stroop; a line of its own.
   */
  adjustment_milli: bigint;
  /**
   * What they are worth, stroops per kWh.
   */
  credited_price: bigint;
  /**
   * Exports that the utility credited to the party's account, corrections included, watt-hours; a line of its own.
   */
  credited_wh: bigint;
  /**
   * Solar energy delivered, watt-hours.
   */
  delivered_wh: bigint;
  /**
   * Stroops: the three lines and the remainder or credit of the bill before, rounded down, at least 0.
   */
  due: bigint;
  /**
   * When it is to be paid, Unix seconds.
   */
  due_at: bigint;
  /**
   * Start of the interval, Unix seconds.
   */
  from: bigint;
  /**
   * The statement's index.
   */
  index: number;
  /**
   * Counts from 1 over all bills of the contract.
   */
  number: bigint;
  /**
   * The party's index.
   */
  party: number;
  /**
   * Stroops per kWh.
   */
  price: bigint;
  /**
   * Whether the price was stale: the difference to the true one stands on a later bill.
   */
  provisional: boolean;
  /**
   * End of the interval, Unix seconds.
   */
  to: bigint;
}

/**
 * What the constructor set; `threshold` changes with the oracles.
 */
export interface Config {
  /**
   * Seconds from there to a default.
   */
  default_secs: bigint;
  /**
   * Seconds from a bill's issue to its due time.
   */
  due_secs: bigint;
  /**
   * What the utility pays or credits for exports.
   */
  export: Asset;
  /**
   * Seconds from there to a breach.
   */
  grace_secs: bigint;
  /**
   * Length of the intervals that the contract closes itself, in direct mode: seconds, aligned to Unix time.
   */
  interval_secs: bigint;
  /**
   * The registry: systems, parties, offerings.
   */
  registry: string;
  /**
   * What the parties pay.
   */
  retail: Asset;
  /**
   * The tariff: prices.
   */
  tariff: string;
  /**
   * How many oracles must say the same.
   */
  threshold: number;
}

/**
 * Who says what a system's meters measured.
 */
 export type Source =
  /**
   * Oracles, by `propose` and `countersign`.
   */
  { tag: "Server"; values: void } |
  /**
   * The meters themselves, by `report`.
   */
  { tag: "Direct"; values: void };

/**
 * What a system's exports are worth to whom.
 */
 export type Exports =
  /**
   * The utility pays cash: it is billed.
   */
  { tag: "CashFeedIn"; values: void } |
  /**
   * The utility credits the account of the party with that index: the party is billed for it, as a line of its own.
   */
  { tag: "NetMeteringCredit"; values: readonly [number] };

/**
 * What a meter measured: the content of a signed reading.
 */
export interface Reading {
  /**
   * Unix seconds.
   */
  at: bigint;
  consumed_wh: bigint;
  epoch: number;
  exported_wh: bigint;
  /**
   * Cumulative registers, watt-hours.
   */
  generated_wh: bigint;
  meter: number;
  seq: bigint;
  system: number;
}

/**
 * A bill that is not paid in full.
 */
export interface OpenBill {
  /**
   * Stroops billed.
   */
  due: bigint;
  /**
   * When it is to be paid, Unix seconds.
   */
  due_at: bigint;
  /**
   * The bill's number; of several bills under one entry, the first one's.
   */
  number: bigint;
  /**
   * Stroops paid.
   */
  paid: bigint;
}

/**
 * What a settlement paid of one bill.
 */
export interface PaidBill {
  /**
   * Stroops paid now.
   */
  amount: bigint;
  /**
   * The bill's number.
   */
  number: bigint;
  /**
   * Stroops still open.
   */
  remaining: bigint;
}

/**
 * A statement that waits for countersignatures.
 */
export interface Proposal {
  /**
   * SHA-256 of the statement's XDR.
   */
  hash: Uint8Array;
  /**
   * Oracles that said so, the proposer first.
   */
  signers: Array<string>;
  /**
   * What was proposed.
   */
  statement: Statement;
}

/**
 * How a system is run.
 */
export interface Settings {
  /**
   * Watts of each party's critical loads, by party index, which are fed whatever happens.
   */
  critical_floor_w: Array<bigint>;
  exports: Exports;
  /**
   * Never changes.
   */
  source: Source;
}

/**
 * The last reading of a meter that the contract took.
 */
export interface MeterHead {
  /**
   * Unix seconds.
   */
  at: bigint;
  consumed_wh: bigint;
  epoch: number;
  exported_wh: bigint;
  /**
   * Cumulative registers, watt-hours.
   */
  generated_wh: bigint;
  seq: bigint;
}

/**
 * What a system's meters measured in an interval, as an oracle says.
 */
export interface Statement {
  /**
   * Watt-hours each party consumed, from any source, by party index.
   */
  consumed_wh: Array<bigint>;
  /**
   * Watt-hours by which what was exported before `from` is corrected.
   */
  exported_correction_wh: bigint;
  /**
   * Watt-hours fed into the grid.
   */
  exported_wh: bigint;
  /**
   * Where the statement before ended, Unix seconds.
   */
  from: bigint;
  /**
   * Watt-hours by which what was generated before `from` is corrected.
   */
  generated_correction_wh: bigint;
  /**
   * Watt-hours generated.
   */
  generated_wh: bigint;
  /**
   * Counts from 1.
   */
  index: number;
  /**
   * 0: measured. 1: estimated.
   */
  quality: number;
  /**
   * Merkle root over the interval's readings in order of (meter, epoch, seq); 32 zero bytes if there is none.
   */
  readings_root: Uint8Array;
  /**
   * The system's id in the registry.
   */
  system: number;
  /**
   * Where the next one starts, Unix seconds.
   */
  to: bigint;
}

/**
 * A party's running totals.
 */
export interface PartyTotals {
  /**
   * Differences of provisional bills that the next bill will state, thousandths of a stroop.
   */
  adjustment_milli: bigint;
  /**
   * Stroops.
   */
  billed: bigint;
  /**
   * Watt-hours.
   */
  delivered_wh: bigint;
  /**
   * Stroops.
   */
  paid: bigint;
  /**
   * Thousandths of a stroop kept for the next bill: 0 to 999, or, below 0, a credit.
   */
  remainder_milli: bigint;
}

/**
 * A system's state.
 */
export interface SystemState {
  /**
   * From when on energy is free, Unix seconds.
   */
  concluded_at: bigint | null;
  /**
   * Stroops billed to the utility for exports.
   */
  export_billed: bigint;
  /**
   * Stroops of it paid.
   */
  export_paid: bigint;
  /**
   * Thousandths of a stroop kept for the next export: 0 to 999, or, below 0, a credit.
   */
  export_remainder_milli: bigint;
  /**
   * Watt-hours exported, in total.
   */
  exported_wh: bigint;
  exports: Exports;
  /**
   * Watt-hours generated, in total.
   */
  generated_wh: bigint;
  /**
   * SHA-256(chain before || hash of the statement), from 32 zero bytes on.
   */
  hash_chain: Uint8Array;
  /**
   * Hash of the last final statement; 32 zero bytes before the first.
   */
  last_hash: Uint8Array;
  /**
   * By how much exports and corrections exceeded generation: made good by the next intervals first.
   */
  negative_wh: bigint;
  /**
   * Where the next statement starts, Unix seconds.
   */
  next_from: bigint;
  /**
   * Index of the next statement.
   */
  next_index: number;
  /**
   * By party index.
   */
  parties: Array<PartyTotals>;
  source: Source;
  /**
   * Watt-hours that exceeded all consumption, in total.
   */
  unattributed_wh: bigint;
}

/**
 * What the utility credits instead of paying.
 */
export interface ExportCredit {
  /**
   * What parties were billed for them, thousandths of a stroop.
   */
  credited_milli: bigint;
  /**
   * Watt-hours credited so far.
   */
  credited_wh: bigint;
  /**
   * How exports are settled from the next statement on.
   */
  exports: Exports;
}

/**
 * A change of the oracles that was announced.
 */
export interface OracleChange {
  oracles: Array<string>;
  /**
   * From when on it may be made, Unix seconds.
   */
  ready_at: bigint;
  threshold: number;
}

/**
 * An interval that was priced provisionally has its price: by how much the parties' next bills change for it,
 * thousandths of a stroop by party index.
 */
export interface TruedUpEvent {
  name: "TruedUp";
  data: {
    system: number;
    index: number;
    provisional_price?: bigint;
    price?: bigint;
    adjustments_milli?: Array<bigint>;
  };
}

/**
 * A meter reported. The reading itself is in the transaction.
 */
export interface ReportedEvent {
  name: "Reported";
  data: {
    system: number;
    meter: number;
    epoch?: number;
    seq?: bigint;
    at?: bigint;
  };
}

/**
 * Bills of a party were paid, oldest first.
 */
export interface BillsPaidEvent {
  name: "BillsPaid";
  data: {
    system: number;
    party: number;
    amount?: bigint;
    bills?: Array<PaidBill>;
  };
}

/**
 * Energy is free from `at` on.
 */
export interface ConcludedEvent {
  name: "Concluded";
  data: {
    system: number;
    at?: bigint;
  };
}

/**
 * A party was billed. Interval and statement are in the `statement` event before it.
 */
export interface BillIssuedEvent {
  name: "BillIssued";
  data: {
    system: number;
    party: number;
    number: bigint;
    index?: number;
    delivered_wh?: bigint;
    price?: bigint;
    credited_wh?: bigint;
    credited_price?: bigint;
    adjustment_milli?: bigint;
    due?: bigint;
    due_at?: bigint;
    provisional?: boolean;
  };
}

/**
 * The utility paid for exports.
 */
export interface ExportPaidEvent {
  name: "ExportPaid";
  data: {
    system: number;
    amount?: bigint;
    remaining?: bigint;
  };
}

/**
 * How exports are settled from the next statement on.
 */
export interface ExportsSetEvent {
  name: "ExportsSet";
  data: {
    system: number;
    exports?: Exports;
  };
}

/**
 * The utility was billed for exports, corrections included.
 */
export interface ExportIssuedEvent {
  name: "ExportIssued";
  data: {
    system: number;
    index: number;
    wh?: bigint;
    price?: bigint;
    due?: bigint;
  };
}

/**
 * A system's statements start at `from`.
 */
export interface SystemOpenedEvent {
  name: "SystemOpened";
  data: {
    system: number;
    from?: bigint;
    source?: Source;
    exports?: Exports;
    critical_floor_w?: Array<bigint>;
  };
}

/**
 * A system's clocks run again.
 */
export interface ClocksResumedEvent {
  name: "ClocksResumed";
  data: {
    system: number;
    by?: string;
  };
}

/**
 * A party's state changed since the last time that somebody noted it.
 */
export interface LadderChangedEvent {
  name: "LadderChanged";
  data: {
    system: number;
    party: number;
    from?: Ladder;
    to?: Ladder;
    /**
     * Since when, Unix seconds; 0 when it is `Current`.
     */
    since?: bigint;
    arrears?: bigint;
  };
}

/**
 * Who may propose and countersign from now on, and how many of them must say the same.
 */
export interface OraclesChangedEvent {
  name: "OraclesChanged";
  data: {
    oracles?: Array<string>;
    threshold?: number;
  };
}

/**
 * A statement is final. This is the whole of it, and what nobody consumed.
 */
export interface StatementFinalEvent {
  name: "StatementFinal";
  data: {
    system: number;
    index: number;
    hash?: Uint8Array;
    from?: bigint;
    to?: bigint;
    generated_wh?: bigint;
    exported_wh?: bigint;
    generated_correction_wh?: bigint;
    exported_correction_wh?: bigint;
    consumed_wh?: Array<bigint>;
    unattributed_wh?: bigint;
    root?: Uint8Array;
    quality?: number;
  };
}

/**
 * Force majeure: a system's clocks stand still from `from` on until `until`.
 */
export interface ClocksSuspendedEvent {
  name: "ClocksSuspended";
  data: {
    system: number;
    by?: string;
    from?: bigint;
    until?: bigint;
    mode?: Mode;
  };
}

/**
 * Other oracles were announced.
 */
export interface OraclesProposedEvent {
  name: "OraclesProposed";
  data: {
    oracles?: Array<string>;
    threshold?: number;
    ready_at?: bigint;
  };
}

/**
 * A party's critical loads.
 */
export interface CriticalFloorSetEvent {
  name: "CriticalFloorSet";
  data: {
    system: number;
    party: number;
    watts?: bigint;
  };
}

/**
 * The announced oracles were dropped.
 */
export interface OraclesCancelledEvent {
  name: "OraclesCancelled";
  data: {
    by?: string;
  };
}

/**
 * The meters' reports reached the end of an interval, and no statement could be made of them: `code` is the refusal.
 * Their registers are cumulative, so a later statement covers the time.
 */
export interface StatementRefusedEvent {
  name: "StatementRefused";
  data: {
    system: number;
    index: number;
    to?: bigint;
    code?: number;
  };
}

/**
 * An oracle proposed a statement or said the same as one before; not final yet. Disputed: others say differently.
 */
export interface StatementProposedEvent {
  name: "StatementProposed";
  data: {
    system: number;
    index: number;
    hash?: Uint8Array;
    oracle?: string;
    disputed?: boolean;
  };
}

/**
 * A role on offer.
 */
export interface RoleOffer {
  /**
   * Who offered it.
   */
  by: string;
  /**
   * From when on it may be accepted, Unix seconds; 30 days later the offer lapses.
   */
  ready_at: bigint;
  /**
   * Who may accept it.
   */
  to: string;
}

/**
 * What the constructor of every contract is told.
 */
export interface Governance {
  /**
   * Announces upgrades and runs the contract's settings.
   */
  admin: string;
  /**
   * Stands for the bondholders; can veto upgrades.
   */
  trustee: string;
  /**
   * Seconds for which an upgrade, and a role offered for its holder, waits: 30 days to two years.
   */
  upgrade_delay: bigint;
}

/**
 * `who` stopped new business.
 */
export interface PausedEvent {
  name: "Paused";
  data: {
    who: string;
  };
}

/**
 * The storage has the form of version `to`.
 */
export interface MigratedEvent {
  name: "Migrated";
  data: {
    from?: number;
    to?: number;
  };
}

/**
 * `who` let new business go on.
 */
export interface UnpausedEvent {
  name: "Unpaused";
  data: {
    who: string;
  };
}

/**
 * The announced code runs from now on.
 */
export interface UpgradedEvent {
  name: "Upgraded";
  data: {
    wasm_hash: Uint8Array;
  };
}

/**
 * `by` offered a role to `to`, who may accept it from `ready_at` on (Unix seconds).
 */
export interface RoleOfferedEvent {
  name: "RoleOffered";
  data: {
    role: string;
    to?: string;
    by?: string;
    ready_at?: bigint;
  };
}

/**
 * `holder` took over a role from `former`.
 */
export interface RoleAcceptedEvent {
  name: "RoleAccepted";
  data: {
    role: string;
    holder?: string;
    former?: string;
  };
}

/**
 * The administrator announced new code, which may be installed from `ready_at` to `expires_at` (Unix seconds).
 */
export interface UpgradeProposedEvent {
  name: "UpgradeProposed";
  data: {
    wasm_hash: Uint8Array;
    ready_at?: bigint;
    expires_at?: bigint;
  };
}

/**
 * `by` dropped the announced code.
 */
export interface UpgradeCancelledEvent {
  name: "UpgradeCancelled";
  data: {
    wasm_hash: Uint8Array;
    by?: string;
  };
}

/**
 * `by` withdrew the offer of a role.
 */
export interface RoleOfferCancelledEvent {
  name: "RoleOfferCancelled";
  data: {
    role: string;
    by?: string;
  };
}

/**
 * Code that was announced and is not installed yet.
 */
export interface PendingUpgrade {
  /**
   * After which it may not be installed any more, Unix seconds.
   */
  expires_at: bigint;
  /**
   * From when on it may be installed, Unix seconds.
   */
  ready_at: bigint;
  /**
   * Hash of the code, which is uploaded apart.
   */
  wasm_hash: Uint8Array;
}

/**
 * What a party's energy is used for.
 */
 export type Mode =
  /**
   * Every load is fed.
   */
  { tag: "Normal"; values: void } |
  /**
   * What exceeds the critical floor is sold to the grid.
   */
  { tag: "SellToGrid"; values: void } |
  /**
   * Loads above the critical floor are shed, so that the stored energy lasts; nothing is sold.
   */
  { tag: "Shed"; values: void } |
  /**
   * Apart from the grid; every load is fed.
   */
  { tag: "Island"; values: void };

/**
 * How far a party is behind with its bills. Worse only by time, `Current` again as soon as nothing overdue is open.
 */
 export type Ladder =
  /**
   * Nothing overdue is open.
   */
  { tag: "Current"; values: void } |
  /**
   * A bill is open past its due time: notice.
   */
  { tag: "Grace"; values: void } |
  /**
   * Still so after the grace period: its energy is sold to the grid, above its critical floor.
   */
  { tag: "Breach"; values: void } |
  /**
   * Still so after the default period: the trustee may step in.
   */
  { tag: "Default"; values: void };

/**
 * What the final statements of a system attest, corrections included.
 */
export interface Attested {
  /**
   * Watt-hours generated since the system was opened.
   */
  generated_wh: bigint;
  /**
   * Index of the last final statement; 0 before the first.
   */
  index: number;
  /**
   * Where that statement ends, Unix seconds; before the first, where that one starts.
   */
  measured_to: bigint;
  /**
   * The same as of the last statement of quality 0. Registers are cumulative: a measured end proves all before it.
   */
  measured_wh: bigint;
  /**
   * Where it ends, Unix seconds; before the first, where that one starts.
   */
  to: bigint;
}

/**
 * What a device does with a party's energy.
 */
export interface Decision {
  /**
   * Watts that are fed in every mode: critical loads are never cut.
   */
  critical_floor_w: bigint;
  mode: Mode;
  /**
   * Since when the mode holds, Unix seconds; 0: from the start.
   */
  since: bigint;
  /**
   * How far the party is behind with its bills.
   */
  state: Ladder;
}

/**
 * Where a party stands. Computed from its bills, the suspensions and the time of the ledger: it never waits for
 * anybody to note it.
 */
export interface PartyStatus {
  /**
   * Stroops open past their due time.
   */
  arrears: bigint;
  /**
   * When the next state begins if nothing is paid and nothing suspends the clocks again, Unix seconds; `None` in
   * `Default` and without an open bill.
   */
  next_at: bigint | null;
  /**
   * When the oldest open bill is or was due, Unix seconds; 0 without an open bill.
   */
  oldest_due_at: bigint;
  /**
   * Since when the state holds, Unix seconds; 0 when it is `Current`.
   */
  since: bigint;
  state: Ladder;
  /**
   * Whether the system's clocks stand still.
   */
  suspended: boolean;
}

/**
 * What a price is of (SEP-40).
 */
 export type Asset =
  /**
   * A Stellar asset, by its contract.
   */
  { tag: "Stellar"; values: readonly [string] } |
  /**
   * Anything else, by its symbol: a utility's retail or export tariff.
   */
  { tag: "Other"; values: readonly [string] };
    export type ContractEvent = TruedUpEvent | ReportedEvent | BillsPaidEvent | ConcludedEvent | BillIssuedEvent | ExportPaidEvent | ExportsSetEvent | ExportIssuedEvent | SystemOpenedEvent | ClocksResumedEvent | LadderChangedEvent | OraclesChangedEvent | StatementFinalEvent | ClocksSuspendedEvent | OraclesProposedEvent | CriticalFloorSetEvent | OraclesCancelledEvent | StatementRefusedEvent | StatementProposedEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    