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
   * An argument makes no sense: 2010 on. A price is above 0.
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
   * Administration: 2080 on. Nobody was offered it.
   */
  2080 : { message: "NoPendingAdmin" },
  /**
   * The contract is paused.
   */
  2081 : { message: "Paused" },
  /**
   * Only the administrator may pause and unpause.
   */
  2082 : { message: "NotGuardian" },
  /**
   * Arithmetic: 2090 on. A product left `i128`.
   */
  2090 : { message: "Overflow" }
}
export type TariffError = (typeof TariffError)[keyof typeof TariffError];

/**
 * A price comes into force at `effective_at`. `feeder` is who said so last, `confirmed` whether a second one did too.
 */
export interface PriceSetEvent {
  name: "PriceSet";
  data: {
    asset: Asset;
    feeder?: string;
    price?: bigint;
    effective_at?: bigint;
    confirmed?: boolean;
  };
}

/**
 * A price beyond the deviation bound waits for a second feeder.
 */
export interface PriceWaitingEvent {
  name: "PriceWaiting";
  data: {
    asset: Asset;
    feeder?: string;
    price?: bigint;
    effective_at?: bigint;
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

/**
 * The price in force at some time.
 */
export interface PriceAt {
  /**
   * Unix seconds since which it is in force.
   */
  effective_at: bigint;
  /**
   * Stroops of the base per kWh.
   */
  price: bigint;
  /**
   * Whether nobody had confirmed it for longer than the maximum age.
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
    export type ContractEvent = PriceSetEvent | PriceWaitingEvent | PriceReaffirmedEvent | PausedEvent | UnpausedEvent | AdminOfferedEvent | AdminAcceptedEvent;
    