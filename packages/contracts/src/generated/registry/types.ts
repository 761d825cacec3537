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
   * The trustee stepped in for this party already.
   */
  1027 : { message: "SteppedIn" },
  /**
   * The trustee did not step in for this party.
   */
  1028 : { message: "NotSteppedIn" },
  /**
   * The party has that owner already.
   */
  1029 : { message: "SameOwner" },
  /**
   * Governance: 1080 on. The role is not on offer, or the offer lapsed.
   */
  1080 : { message: "NoRoleOffer" },
  /**
   * The contract is paused.
   */
  1081 : { message: "Paused" },
  /**
   * Only administrator, trustee and approver may pause and unpause.
   */
  1082 : { message: "NotGuardian" },
  /**
   * There is no such role.
   */
  1083 : { message: "UnknownRole" },
  /**
   * The caller may not do this.
   */
  1084 : { message: "NotPermitted" },
  /**
   * Somebody else's offer is open.
   */
  1085 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  1086 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  1087 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  1088 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  1089 : { message: "BadGovernance" },
  /**
   * Arithmetic: 1090 on. A counter is exhausted.
   */
  1090 : { message: "Overflow" }
}
export type RegistryError = (typeof RegistryError)[keyof typeof RegistryError];

/**
 * A party's former owner is back in place.
 */
export interface RestoredEvent {
  name: "Restored";
  data: {
    system: number;
    party: number;
    owner?: string;
  };
}

/**
 * The bondholders' trustee took the place of a party's owner, who is remembered.
 */
export interface SteppedInEvent {
  name: "SteppedIn";
  data: {
    system: number;
    party: number;
    former?: string;
  };
}

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
 * A party, with its portion and what it owns of it, got another owner.
 */
export interface PartyTransferredEvent {
  name: "PartyTransferred";
  data: {
    system: number;
    party: number;
    from?: string;
    to?: string;
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
   * Who owned it before the bondholders' trustee stepped in; nothing: nobody stepped in.
   */
  former: string | null;
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
    export type ContractEvent = RestoredEvent | SteppedInEvent | EpochOpenedEvent | MeterRevokedEvent | OfferingBoundEvent | SystemApprovedEvent | SystemProposedEvent | MeterRegisteredEvent | OwnershipAccruedEvent | PartyTransferredEvent | PortionTransferredEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    