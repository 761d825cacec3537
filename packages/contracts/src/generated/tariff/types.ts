// Generated from the contract by `npm run contracts:build`. Do not edit.

    /**
 * Codes are part of the public interface: never renumber, never reuse.
 */
export const TariffError = {
  /**
   * Who and what: 2000 on. The caller is no feeder.
   */
  2000 : { message: "NotFeeder" },
  /**
   * The asset has no price yet.
   */
  2001 : { message: "NoPrice" },
  /**
   * No price of the asset waits for a confirmation.
   */
  2002 : { message: "NothingWaits" },
  /**
   * No feeder is on offer, or the offer lapsed.
   */
  2003 : { message: "NoFeederOffer" },
  /**
   * An argument makes no sense: 2010 on. A price is above 0 and at most a million a kWh.
   */
  2010 : { message: "BadPrice" },
  /**
   * A change comes into force later than the asset's last one.
   */
  2011 : { message: "NotLater" },
  /**
   * A change comes into force at most 366 days from now.
   */
  2012 : { message: "TooFarAhead" },
  /**
   * 1 to 8 different feeders are needed.
   */
  2013 : { message: "BadFeeders" },
  /**
   * The maximum age is above 0 and fits 32 bits.
   */
  2014 : { message: "BadMaxAge" },
  /**
   * The deviation bound is above 0 and at most 10,000.
   */
  2015 : { message: "BadDeviation" },
  /**
   * The state does not allow it: 2020 on. There are 16 assets.
   */
  2020 : { message: "TooManyAssets" },
  /**
   * So many changes are announced that the price in force would be lost.
   */
  2021 : { message: "TooManyChanges" },
  /**
   * Another feeder has to confirm it, not the administrator.
   */
  2022 : { message: "NotSoleFeeder" },
  /**
   * The last feeder cannot be removed.
   */
  2023 : { message: "LastFeeder" },
  /**
   * Governance: 2080 on. The role is not on offer, or the offer lapsed.
   */
  2080 : { message: "NoRoleOffer" },
  /**
   * The contract is paused.
   */
  2081 : { message: "Paused" },
  /**
   * Only administrator and trustee may pause and unpause.
   */
  2082 : { message: "NotGuardian" },
  /**
   * There is no such role.
   */
  2083 : { message: "UnknownRole" },
  /**
   * The caller may not do this.
   */
  2084 : { message: "NotPermitted" },
  /**
   * Somebody else's offer is open.
   */
  2085 : { message: "OfferPending" },
  /**
   * The delay has not passed yet.
   */
  2086 : { message: "TooEarly" },
  /**
   * No upgrade is announced, or its time has passed.
   */
  2087 : { message: "NoUpgrade" },
  /**
   * The storage is as this build needs it.
   */
  2088 : { message: "NothingToMigrate" },
  /**
   * Administrator and trustee are two, and the upgrade delay is 30 days to two years.
   */
  2089 : { message: "BadGovernance" },
  /**
   * Arithmetic: 2090 on. A product left `i128`.
   */
  2090 : { message: "Overflow" }
}
export type TariffError = (typeof TariffError)[keyof typeof TariffError];

/**
 * A price comes into force at `effective_at`. `feeder` is who said so last (the administrator, where it confirmed what
 * the only feeder said), `confirmed` whether a second one did too, `components` what the price is made of, if told.
 */
export interface PriceSetEvent {
  name: "PriceSet";
  data: {
    asset: Asset;
    feeder?: string;
    price?: bigint;
    effective_at?: bigint;
    confirmed?: boolean;
    components?: Components | null;
  };
}

/**
 * A price that one feeder alone may not set waits for a second one.
 */
export interface PriceWaitingEvent {
  name: "PriceWaiting";
  data: {
    asset: Asset;
    feeder?: string;
    price?: bigint;
    effective_at?: bigint;
    components?: Components | null;
  };
}

/**
 * The administrator offered somebody to become a feeder, from `ready_at` on (Unix seconds).
 */
export interface FeederOfferedEvent {
  name: "FeederOffered";
  data: {
    feeder: string;
    ready_at?: bigint;
  };
}

/**
 * Somebody is a feeder no more.
 */
export interface FeederRemovedEvent {
  name: "FeederRemoved";
  data: {
    feeder: string;
  };
}

/**
 * Who was offered it is a feeder.
 */
export interface FeederAcceptedEvent {
  name: "FeederAccepted";
  data: {
    feeder: string;
  };
}

/**
 * A feeder said that the last price still holds.
 */
export interface PriceReaffirmedEvent {
  name: "PriceReaffirmed";
  data: {
    asset: Asset;
    feeder?: string;
  };
}

/**
 * `by` withdrew the offer.
 */
export interface FeederOfferCancelledEvent {
  name: "FeederOfferCancelled";
  data: {
    feeder: string;
    by?: string;
  };
}

/**
 * A change that waits for a second feeder.
 */
export interface Waiting {
  /**
   * What the price is made of; none: it was told as a whole.
   */
  components: Array<Components>;
  /**
   * When it is to come into force, Unix seconds.
   */
  effective_at: bigint;
  /**
   * Who said so.
   */
  feeder: string;
  /**
   * Stroops per kWh.
   */
  price: bigint;
}

/**
 * Somebody who was offered to become a feeder.
 */
export interface FeederOffer {
  feeder: string;
  /**
   * From when on it may be accepted, Unix seconds; 30 days later the offer lapses.
   */
  ready_at: bigint;
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

/**
 * The price in force at some time.
 */
export interface PriceAt {
  /**
   * Unix seconds since which it is in force. A late correction comes into force after this time, never at or before.
   */
  effective_at: bigint;
  /**
   * Stroops of the base per kWh.
   */
  price: bigint;
  /**
   * Whether nobody had confirmed it for longer than the maximum age: a bill at it is provisional. No longer stale: it
   * was confirmed since, or the price that followed it is known.
   */
  stale: boolean;
}

/**
 * A price and the time since which it is in force (SEP-40).
 */
export interface PriceData {
  /**
   * Stroops of the base per kWh.
   */
  price: bigint;
  /**
   * Unix seconds.
   */
  timestamp: bigint;
}

/**
 * What a utility's price is made of; the parts add up to it. Adjustments may be credits, below 0.
 */
export interface Components {
  /**
   * The base rate, stroops per kWh.
   */
  base: bigint;
  /**
   * The adjustment for fuel, stroops per kWh.
   */
  fuel: bigint;
  /**
   * The adjustment for purchased power, stroops per kWh.
   */
  purchase: bigint;
}
    export type ContractEvent = PriceSetEvent | PriceWaitingEvent | FeederOfferedEvent | FeederRemovedEvent | FeederAcceptedEvent | PriceReaffirmedEvent | FeederOfferCancelledEvent | PausedEvent | MigratedEvent | UnpausedEvent | UpgradedEvent | RoleOfferedEvent | RoleAcceptedEvent | UpgradeProposedEvent | UpgradeCancelledEvent | RoleOfferCancelledEvent;
    