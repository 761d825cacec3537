// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const CertificateError = {
  /**
   * What is named does not exist: 6000 on. The system was not opened here.
   */
  6000 : { message: "SystemNotOpen" },
  /**
   * No emission factor is in force where the period starts.
   */
  6001 : { message: "NoFactor" },
  /**
   * No donors with that root have certificates of that kind.
   */
  6002 : { message: "NoDonors" },
  /**
   * An argument makes no sense: 6010 on. Shares add up to 10,000; donors have a share, units and leaves, or none of all.
   */
  6010 : { message: "BadPolicy" },
  /**
   * A factor is 1 to 2,000,000 g CO2e per MWh.
   */
  6011 : { message: "BadFactor" },
  /**
   * A factor comes into force later than the last one, and not in the past.
   */
  6012 : { message: "NotLater" },
  /**
   * An amount is above 0.
   */
  6013 : { message: "BadAmount" },
  /**
   * Beneficiary, purpose and period have 1 to 128 bytes each.
   */
  6014 : { message: "BadText" },
  /**
   * Retained energy has no certificates.
   */
  6015 : { message: "NoCertificates" },
  /**
   * The leaf is not in the donors' tree.
   */
  6016 : { message: "BadProof" },
  /**
   * The state does not allow it: 6020 on. The system is open already.
   */
  6020 : { message: "AlreadyOpen" },
  /**
   * The registry's approver has not let the system in.
   */
  6021 : { message: "NotApproved" },
  /**
   * The asset's contract is missing, is no Stellar asset, or has another administrator.
   */
  6022 : { message: "NotAssetAdmin" },
  /**
   * The asset's issuer can freeze or claw back, or holders need its consent: certificates move freely.
   */
  6023 : { message: "BadAssetFlags" },
  /**
   * The asset certifies something else already.
   */
  6024 : { message: "AssetTaken" },
  /**
   * Donors with that root were announced with other units or leaves.
   */
  6025 : { message: "DonorsDiffer" },
  /**
   * There are 32 factors that may still be needed.
   */
  6026 : { message: "TooManyFactors" },
  /**
   * Governance: 6080 on. The role is not on offer, or the offer lapsed.
   */
  6080 : { message: "NoRoleOffer" },
  /**
   * The contract is paused.
   */
  6081 : { message: "Paused" },
  /**
   * Only administrator and trustee may pause and unpause.
   */
  6082 : { message: "NotGuardian" },
  /**
   * There is no such role.
   */
  6083 : { message: "UnknownRole" },
  /**
   * The caller may not do this.
   */
  6084 : { message: "NotPermitted" },
  /**
   * Somebody else's offer is open.
   */
  6085 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  6086 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  6087 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  6088 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  6089 : { message: "BadGovernance" },
  /**
   * Arithmetic: 6090 on. A total left its range.
   */
  6090 : { message: "Overflow" }
}
export type CertificateError = (typeof CertificateError)[keyof typeof CertificateError];

/**
 * The donors of one root: what was certified for them and what they claimed, stroops.
 */
export interface Pot {
  /**
   * Certified for all together.
   */
  certified: bigint;
  /**
   * Claimed by all together.
   */
  claimed: bigint;
  /**
   * Leaves of the tree.
   */
  count: number;
  /**
   * Units of all together.
   */
  units: bigint;
}

/**
 * What a MWh becomes. Never two of them.
 */
 export type Kind =
  /**
   * Nothing is sold: whoever uses the energy keeps its attributes.
   */
  { tag: "Retained"; values: void } |
  /**
   * 1 MWh, one renewable energy certificate.
   */
  { tag: "Rec"; values: void } |
  /**
   * 1 MWh, `factor` grams of avoided CO2e.
   */
  { tag: "Carbon"; values: void };

/**
 * For whom and why certificates are retired; 1 to 128 bytes each.
 */
export interface Claim {
  /**
   * In whose name.
   */
  beneficiary: string;
  /**
   * The reporting period.
   */
  period: string;
  /**
   * What for.
   */
  purpose: string;
}

/**
 * The contracts that this one reads.
 */
export interface Links {
  /**
   * Attested generation.
   */
  energy: string;
  /**
   * Systems and parties.
   */
  registry: string;
}

/**
 * The assets of a system, as the XDR of their `Asset`.
 */
export interface Assets {
  /**
   * Carbon certificates.
   */
  carbon: Uint8Array;
  /**
   * Renewable energy certificates.
   */
  rec: Uint8Array;
}

/**
 * Grams of CO2e that a MWh avoids, from some time on.
 */
export interface Factor {
  /**
   * Unix seconds.
   */
  effective_at: bigint;
  /**
   * Grams of CO2e per MWh.
   */
  grams: bigint;
  /**
   * Hash of the published source: which edition, which region, which rate.
   */
  source_hash: Uint8Array;
  /**
   * Counts from 1.
   */
  version: number;
}

/**
 * What a period brought.
 */
export interface Minted {
  /**
   * What it became.
   */
  kind: Kind;
  /**
   * Whole MWh.
   */
  mwh: bigint;
  /**
   * Stroops of the asset; 0 when retained.
   */
  units: bigint;
}

/**
 * What is sold of a system's generation, and who gets it. The shares add up to 10,000 basis points.
 */
export interface Policy {
  /**
   * What the donors get, by their units.
   */
  donors_bps: number;
  /**
   * Leaves of the tree; 0 without donors.
   */
  donors_count: number;
  /**
   * Merkle root over the donors' leaves; 32 zero bytes without donors.
   */
  donors_root: Uint8Array;
  /**
   * Units of all donors together; 0 without donors.
   */
  donors_units: bigint;
  /**
   * What a MWh becomes.
   */
  kind: Kind;
  /**
   * Who gets the owner's share: the issuer, or whom it sold the attributes to.
   */
  owner: string;
  /**
   * The owner's share.
   */
  owner_bps: number;
  /**
   * What the parties get, by their portions, as the registry has them when it is minted.
   */
  parties_bps: number;
}

/**
 * Certificates of one kind of a system, stroops.
 */
export interface Totals {
  /**
   * Ever due to somebody.
   */
  certified: bigint;
  /**
   * Of these claimed, and so minted.
   */
  minted: bigint;
  /**
   * Of these retired.
   */
  retired: bigint;
}

/**
 * What a system has measured and what became of it. `rec + carbon + retained` MWh and the carry make `counted_wh - start_wh`.
 */
export interface Account {
  /**
   * Contract of the carbon asset.
   */
  carbon: string;
  /**
   * MWh certified as carbon.
   */
  carbon_mwh: bigint;
  /**
   * Counted and not yet a whole MWh, Wh; negative after a correction.
   */
  carry_wh: bigint;
  /**
   * Until when that is, Unix seconds.
   */
  counted_to: bigint;
  /**
   * Measured and counted, Wh.
   */
  counted_wh: bigint;
  /**
   * Contract of the REC asset.
   */
  rec: string;
  /**
   * MWh certified as RECs.
   */
  rec_mwh: bigint;
  /**
   * MWh retained.
   */
  retained_mwh: bigint;
  /**
   * Measured before it was opened, Wh: never certified here.
   */
  start_wh: bigint;
}

/**
 * A policy that was announced.
 */
export interface Announced {
  /**
   * When it was announced, Unix seconds: what was generated before stays under the policy of then.
   */
  at: bigint;
  /**
   * What it is to be.
   */
  policy: Policy;
}

/**
 * A donor's place in the tree.
 */
export interface DonorLeaf {
  /**
   * Who gets the certificates.
   */
  holder: string;
  /**
   * Place among the leaves.
   */
  index: number;
  /**
   * Siblings from the leaf to the root.
   */
  proof: Array<Uint8Array>;
  /**
   * The donor's units.
   */
  units: bigint;
}

/**
 * Certificates were minted to a holder whose they were.
 */
export interface ClaimedEvent {
  name: "Claimed";
  data: {
    system: number;
    kind: Kind;
    holder: string;
    units?: bigint;
  };
}

/**
 * Certificates are used up, for ever. `number` counts retirements of this contract; `retired` and `minted` are the
 * running totals of the system's kind, this one included.
 */
export interface RetiredEvent {
  name: "Retired";
  data: {
    number: bigint;
    system: number;
    kind: Kind;
    holder?: string;
    units?: bigint;
    claim?: Claim;
    retired?: bigint;
    minted?: bigint;
  };
}

/**
 * What was measured from `from` to `to` became certificates. `new_wh` is negative for a correction; `index` is the last
 * statement's, `factor` the version of the emission factor, 0 for other kinds.
 */
export interface CertifiedEvent {
  name: "Certified";
  data: {
    system: number;
    kind: Kind;
    index?: number;
    from?: bigint;
    to?: bigint;
    new_wh?: bigint;
    mwh?: bigint;
    units?: bigint;
    carry_wh?: bigint;
    factor?: number;
  };
}

/**
 * An emission factor comes into force at `effective_at`, grams of CO2e per MWh.
 */
export interface FactorSetEvent {
  name: "FactorSet";
  data: {
    version: number;
    grams?: bigint;
    effective_at?: bigint;
    source_hash?: Uint8Array;
  };
}

/**
 * Whose the certificates are that [`Certified`] announced: the owner's, each party's by its index, all donors' together.
 */
export interface SharedOutEvent {
  name: "SharedOut";
  data: {
    system: number;
    kind: Kind;
    owner?: string;
    owner_units?: bigint;
    parties?: Array<bigint>;
    donors_root?: Uint8Array;
    donors_units?: bigint;
  };
}

/**
 * Certificates were minted to a donor.
 */
export interface DonorClaimedEvent {
  name: "DonorClaimed";
  data: {
    system: number;
    kind: Kind;
    holder: string;
    root?: Uint8Array;
    index?: number;
    units?: bigint;
  };
}

/**
 * A system's generation is certified from now on; `start_wh` was measured before and never is.
 */
export interface SystemOpenedEvent {
  name: "SystemOpened";
  data: {
    system: number;
    rec?: string;
    carbon?: string;
    start_wh?: bigint;
    start_at?: bigint;
    policy?: Policy;
  };
}

/**
 * An announced policy is in force for what is measured after `from`.
 */
export interface PolicyInForceEvent {
  name: "PolicyInForce";
  data: {
    system: number;
    policy?: Policy;
    from?: bigint;
  };
}

/**
 * A policy was announced; it concerns nothing generated before `at`.
 */
export interface PolicyAnnouncedEvent {
  name: "PolicyAnnounced";
  data: {
    system: number;
    policy?: Policy;
    at?: bigint;
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
 * The contracts and the system that an offering is tied to.
 */
export interface Links {
  /**
   * The bond's asset contract, from launch on.
   */
  bond: string | null;
  energy: string;
  registry: string;
  /**
   * The stablecoin's asset contract.
   */
  settlement: string;
  /**
   * The system's id in the registry.
   */
  system: number;
}
    export type ContractEvent = ClaimedEvent | RetiredEvent | CertifiedEvent | FactorSetEvent | SharedOutEvent | DonorClaimedEvent | SystemOpenedEvent | PolicyInForceEvent | PolicyAnnouncedEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    