// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const RegistryError = {
  /**
   * What is named does not exist: 1000 on. No system has that id.
   */
  1000 : { message: "SystemNotFound" },
  /**
   * The system has no party with that index.
   */
  1001 : { message: "PartyNotFound" },
  /**
   * No meter has that id.
   */
  1002 : { message: "MeterNotFound" },
  /**
   * An argument makes no sense: 1010 on. A name has 1 to 64 bytes.
   */
  1010 : { message: "BadName" },
  /**
   * Rated power must be above 0.
   */
  1011 : { message: "BadCapacity" },
  /**
   * A system has 1 to 16 parties.
   */
  1012 : { message: "BadPartyCount" },
  /**
   * Portions are above 0 and add up to 10,000.
   */
  1013 : { message: "BadPortions" },
  /**
   * A site meter measures no party: its party is 0.
   */
  1014 : { message: "SiteMeterHasParty" },
  /**
   * A portion moves between two different parties.
   */
  1015 : { message: "SameParty" },
  /**
   * The portion to move is 0 or more than the party has.
   */
  1016 : { message: "BadTransfer" },
  /**
   * One value for each party is needed.
   */
  1017 : { message: "WrongLength" },
  /**
   * The state does not allow it: 1020 on. The system is approved already.
   */
  1020 : { message: "AlreadyApproved" },
  /**
   * The system is not approved yet.
   */
  1021 : { message: "NotApproved" },
  /**
   * An offering is bound already.
   */
  1022 : { message: "AlreadyBound" },
  /**
   * No offering is bound yet.
   */
  1023 : { message: "NotBound" },
  /**
   * The key belongs to a meter already, maybe a revoked one.
   */
  1024 : { message: "KeyTaken" },
  /**
   * The system has 32 meters.
   */
  1025 : { message: "TooManyMeters" },
  /**
   * The meter is revoked.
   */
  1026 : { message: "MeterRevoked" },
  /**
   * Administration: 1080 on. Nobody was offered it.
   */
  1080 : { message: "NoPendingAdmin" },
  /**
   * The contract is paused.
   */
  1081 : { message: "Paused" },
  /**
   * Only the administrator and the approver may pause and unpause.
   */
  1082 : { message: "NotGuardian" },
  /**
   * Arithmetic: 1090 on. A counter is exhausted.
   */
  1090 : { message: "Overflow" }
}
export type RegistryError = (typeof RegistryError)[keyof typeof RegistryError];

/**
 * A meter was replaced or reset: readings of earlier epochs no longer count.
 */
export interface EpochOpenedEvent {
  name: "EpochOpened";
  data: {
    system: number;
    meter: number;
    epoch?: number;
  };
}

/**
 * A meter no longer counts.
 */
export interface MeterRevokedEvent {
  name: "MeterRevoked";
  data: {
    system: number;
    meter: number;
  };
}

/**
 * A system got its offering.
 */
export interface OfferingBoundEvent {
  name: "OfferingBound";
  data: {
    system: number;
    offering?: string;
  };
}

/**
 * The approver let a system in.
 */
export interface SystemApprovedEvent {
  name: "SystemApproved";
  data: {
    system: number;
  };
}

/**
 * A system was proposed.
 */
export interface SystemProposedEvent {
  name: "SystemProposed";
  data: {
    system: number;
    proposer?: string;
    name?: string;
    capacity_w?: bigint;
    shares?: Array<PartyShare>;
  };
}

/**
 * A meter counts from now on.
 */
export interface MeterRegisteredEvent {
  name: "MeterRegistered";
  data: {
    system: number;
    meter: number;
    kind?: MeterKind;
    party?: number;
    key?: Uint8Array;
    epoch?: number;
    capacity_w?: bigint;
  };
}

/**
 * What each party owns by now, by party index.
 */
export interface OwnershipAccruedEvent {
  name: "OwnershipAccrued";
  data: {
    system: number;
    owned_bps?: Array<number>;
  };
}

/**
 * A part of a portion, and what was owned of it, changed hands.
 */
export interface PortionTransferredEvent {
  name: "PortionTransferred";
  data: {
    system: number;
    from_party?: number;
    to_party?: number;
    portion_bps?: number;
    owned_bps?: number;
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
 * A meter that signs its readings.
 */
export interface Meter {
  /**
   * The most it can measure, watts.
   */
  capacity_w: bigint;
  /**
   * Grows when the meter is replaced or reset: readings of an earlier epoch no longer count.
   */
  epoch: number;
  /**
   * Its Ed25519 public key.
   */
  key: Uint8Array;
  /**
   * Which of its registers count.
   */
  kind: MeterKind;
  /**
   * Index of the party whose consumption it measures; 0 for a site meter.
   */
  party: number;
  /**
   * Whether its readings no longer count at all.
   */
  revoked: boolean;
  /**
   * The system it belongs to.
   */
  system: number;
}

/**
 * A party of a system. The trustee holds what the parties do not own yet.
 */
export interface Party {
  /**
   * What it owns so far; at most the portion.
   */
  owned_bps: number;
  /**
   * Who uses the energy and pays for it.
   */
  owner: string;
  /**
   * What the party is to own, basis points of the system.
   */
  portion_bps: number;
}

/**
 * A solar system, its parties and its meters.
 */
export interface System {
  /**
   * Whether the approver let it in.
   */
  approved: boolean;
  /**
   * Rated power, watts.
   */
  capacity_w: bigint;
  /**
   * Ids of its meters, revoked ones too.
   */
  meters: Array<number>;
  /**
   * For people, at most 64 bytes.
   */
  name: string;
  /**
   * The offering that finances it; bound once.
   */
  offering: string | null;
  /**
   * By party index.
   */
  parties: Array<Party>;
  /**
   * Who proposed it.
   */
  proposer: string;
}

/**
 * Which registers of a meter count.
 */
 export type MeterKind =
  /**
   * Generation and export of the system.
   */
  { tag: "Site"; values: void } |
  /**
   * Consumption of one party.
   */
  { tag: "Load"; values: void } |
  /**
   * Generation, export, and consumption of one party.
   */
  { tag: "Combined"; values: void };

/**
 * What a party is to own of a system, as proposed. The portions of one system add up to 10,000.
 */
export interface PartyShare {
  /**
   * Who uses the energy and pays for it.
   */
  owner: string;
  /**
   * Basis points of the system.
   */
  portion_bps: number;
}
    export type ContractEvent = EpochOpenedEvent | MeterRevokedEvent | OfferingBoundEvent | SystemApprovedEvent | SystemProposedEvent | MeterRegisteredEvent | OwnershipAccruedEvent | PortionTransferredEvent | PausedEvent | UnpausedEvent | AdminOfferedEvent | AdminAcceptedEvent;
    