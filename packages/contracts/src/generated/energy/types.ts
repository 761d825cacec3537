// Generated from the contract by `npm run contracts:build`. Do not edit.

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
   * Administration: 3080 on. Nobody was offered it.
   */
  3080 : { message: "NoPendingAdmin" },
  /**
   * The contract is paused.
   */
  3081 : { message: "Paused" },
  /**
   * Only the administrator may pause and unpause.
   */
  3082 : { message: "NotGuardian" },
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
   * Solar energy delivered, watt-hours.
   */
  delivered_wh: bigint;
  /**
   * Stroops.
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
   * Whether the price was stale.
   */
  provisional: boolean;
  /**
   * End of the interval, Unix seconds.
   */
  to: bigint;
}

/**
 * What the constructor set. Exports are paid in cash by the utility (feed-in), at a tariff of their own.
 */
export interface Config {
  /**
   * Seconds from a bill's issue to its due time.
   */
  due_secs: bigint;
  /**
   * What the utility pays for exports.
   */
  export: Asset;
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
 * What a system's meters measured in an interval, as an oracle says.
 */
export interface Statement {
  /**
   * Watt-hours each party consumed, from any source, by party index.
   */
  consumed_wh: Array<bigint>;
  /**
   * Watt-hours fed into the grid.
   */
  exported_wh: bigint;
  /**
   * Where the statement before ended, Unix seconds.
   */
  from: bigint;
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
   * Thousandths of a stroop kept for the next bill.
   */
  remainder_milli: number;
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
   * Thousandths of a stroop kept for the next export.
   */
  export_remainder_milli: number;
  /**
   * Watt-hours exported, in total.
   */
  exported_wh: bigint;
  /**
   * SHA-256(chain before || hash of the statement), from 32 zero bytes on.
   */
  hash_chain: Uint8Array;
  /**
   * Hash of the last final statement; 32 zero bytes before the first.
   */
  last_hash: Uint8Array;
  /**
   * By how much exports exceeded generation: made good by the next intervals first.
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
  /**
   * Watt-hours that exceeded all consumption, in total.
   */
  unattributed_wh: bigint;
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
 * The utility was billed for exports.
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
  };
}

/**
 * A statement is final. The whole of it is in the transaction that proposed it.
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
    unattributed_wh?: bigint;
    root?: Uint8Array;
    quality?: number;
  };
}

/**
 * An oracle proposed a statement or said the same as one before; not final yet.
 */
export interface StatementProposedEvent {
  name: "StatementProposed";
  data: {
    system: number;
    index: number;
    hash?: Uint8Array;
    oracle?: string;
  };
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
 * `who` let new business go on.
 */
export interface UnpausedEvent {
  name: "Unpaused";
  data: {
    who: string;
  };
}

/**
 * The administrator offered the administration to `new_admin`, who has to accept it.
 */
export interface AdminOfferedEvent {
  name: "AdminOffered";
  data: {
    admin: string;
    new_admin?: string;
  };
}

/**
 * `admin` accepted the administration.
 */
export interface AdminAcceptedEvent {
  name: "AdminAccepted";
  data: {
    admin: string;
  };
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
    export type ContractEvent = BillsPaidEvent | ConcludedEvent | BillIssuedEvent | ExportPaidEvent | ExportIssuedEvent | SystemOpenedEvent | StatementFinalEvent | StatementProposedEvent | PausedEvent | UnpausedEvent | AdminOfferedEvent | AdminAcceptedEvent;
    