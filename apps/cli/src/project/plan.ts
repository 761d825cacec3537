import type { Period } from '@heliobond/domain'
import type { IntervalRule } from '@heliobond/worker'

/** A project as it is to be launched. Times are Unix seconds of the network's clock. */
export interface ProjectPlan {
  readonly systemName: string
  readonly bondCode: string
  /** Where the municipality publishes its stellar.toml. */
  readonly homeDomain: string
  readonly principalStroops: bigint
  readonly couponBps: number
  readonly tariffStroopsPerKwh: bigint
  readonly exportTariffStroopsPerKwh: bigint
  readonly operationsStroops: bigint
  readonly reserveStroops: bigint
  readonly schedule: readonly Period[]
  readonly intervals: IntervalRule
  readonly capacityW: { readonly site: bigint; readonly load: bigint }
  readonly delays: ProjectDelays
  readonly modelled: boolean
  /** Lumens of the account that pays every fee of the platform, the rent of the contracts' entries among them. */
  readonly feeLumens: bigint
  /** Lumens of everyone else, for their reserves and the fees of what they sign themselves. */
  readonly personLumens: bigint
  /** Stablecoin that each of the payers is given: more than the whole life can cost. */
  readonly marketStroops: bigint
  readonly parties: readonly { readonly name: string; readonly portionBps: number }[]
}

/** Every delay of the project, in seconds of the network's clock: compressed together with the schedule. */
export interface ProjectDelays {
  readonly callNotice: bigint
  readonly challenge: bigint
  readonly billDue: bigint
  readonly funding: bigint
  readonly tariffMaxAge: bigint
  readonly statementGrace: bigint
}

const DAY = 86_400n

/** The delays of the design: 30 days' notice, 48 hours to challenge a root, 20 days to pay a bill. */
export const CIVIL_DELAYS: ProjectDelays = {
  callNotice: 30n * DAY,
  challenge: 2n * DAY,
  billDue: 20n * DAY,
  funding: 60n * DAY,
  tariffMaxAge: 100n * DAY,
  statementGrace: DAY,
}

/** The same delays on a clock where half a year takes `secondsPerHalfYear`; none shorter than a second. */
export function compressDelays(delays: ProjectDelays, secondsPerHalfYear: bigint): ProjectDelays {
  const civilHalfYear = 182n * DAY
  const squeeze = (seconds: bigint) => {
    const squeezed = (seconds * secondsPerHalfYear) / civilHalfYear
    return squeezed > 0n ? squeezed : 1n
  }
  return {
    callNotice: squeeze(delays.callNotice),
    challenge: squeeze(delays.challenge),
    billDue: squeeze(delays.billDue),
    // People and the network keep their own pace while the money is raised.
    funding: delays.funding,
    tariffMaxAge: delays.tariffMaxAge,
    // Meters and brokers keep theirs too: a statement waits for them in real seconds.
    statementGrace: 20n,
  }
}

/**
 * Debt service reserve requirement of a bond repaid at once at its end: the least of 10 % of principal, maximum annual debt service, and
 * 125 % of average annual debt service (26 CFR 1.148-2(f)(2)).
 */
export function reserveRequirement(principalStroops: bigint, couponBps: number, years: number): bigint {
  const yearlyCoupon = (principalStroops * BigInt(couponBps)) / 10_000n
  const tenth = principalStroops / 10n
  const maximum = principalStroops + yearlyCoupon
  const average = (5n * (principalStroops + yearlyCoupon * BigInt(years))) / (4n * BigInt(years))
  return [tenth, maximum, average].reduce((least, one) => (one < least ? one : least))
}
