import type { Period } from '@heliobond/domain'
import type { IntervalRule } from '@heliobond/worker'

/** A project as it is to be launched. Times are Unix seconds of the network's clock. */
export interface ProjectPlan {
  readonly systemName: string
  /** For investors; the system's name when absent. */
  readonly offeringName?: string
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
  /** SHA-256 of the offering's documents; zeroes when absent. */
  readonly documentsHash?: Uint8Array
  /** Lumens of the account that pays every fee of the platform, the rent of the contracts' entries among them. */
  readonly feeLumens: bigint
  /** Lumens of everyone else, for their reserves and the fees of what they sign themselves. */
  readonly personLumens: bigint
  /** Stablecoin that each of the payers is given: more than the whole life can cost. */
  readonly marketStroops: bigint
  readonly parties: readonly PlannedParty[]
  /** Terms of the offering's contract that differ from those of an ordinary bond, by the contract's names. */
  readonly terms?: Readonly<Record<string, unknown>>
  /** How it is sold; without it in single bonds at par, half of the issue at least. */
  readonly sale?: PlannedSale
}

/** How bonds are sold. Amounts are stroops of the bond. */
export interface PlannedSale {
  readonly minimumStroops: bigint
  readonly denominationStroops: bigint
  readonly minTicketStroops: bigint
  readonly maxTicketStroops: bigint
  /** Of par. */
  readonly priceBps: number
  readonly fundingDeadline: bigint
}

export interface PlannedParty {
  readonly name: string
  readonly portionBps: number
  /** Critical loads, fed whatever happens. */
  readonly criticalFloorW: bigint
}

/** Every delay of the project, in seconds of the network's clock: compressed together with the schedule. */
export interface ProjectDelays {
  readonly callNotice: bigint
  readonly challenge: bigint
  readonly billDue: bigint
  /** From a bill's due time to a breach. */
  readonly billGrace: bigint
  /** From a breach to a default. */
  readonly billDefault: bigint
  /** For which a coupon or the principal may be short before that is a default. */
  readonly bondGrace: bigint
  /** From the end of funding to the day on which works that are not live can be given up. */
  readonly works: bigint
  readonly funding: bigint
  readonly tariffMaxAge: bigint
  readonly statementGrace: bigint
}

const DAY = 86_400n

/**
 * The delays of the design: 30 days' notice, 48 hours to challenge a root, 20 days to pay a bill, 30 more until its energy is
 * sold, six months more until the trustee may step in; two years for the works.
 */
export const CIVIL_DELAYS: ProjectDelays = {
  callNotice: 30n * DAY,
  challenge: 2n * DAY,
  billDue: 20n * DAY,
  billGrace: 30n * DAY,
  billDefault: 180n * DAY,
  bondGrace: 30n * DAY,
  works: 730n * DAY,
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
    billGrace: squeeze(delays.billGrace),
    billDefault: squeeze(delays.billDefault),
    bondGrace: squeeze(delays.bondGrace),
    // People and the network keep their own pace while the money is raised.
    funding: delays.funding,
    works: delays.works,
    tariffMaxAge: delays.tariffMaxAge,
    // Meters and brokers keep theirs too: a statement waits for them in real seconds.
    statementGrace: 20n,
  }
}

/** How long an upgrade of a contract waits for the trustee's veto: the least that the contracts take, on every network. */
export const UPGRADE_DELAY = 30n * DAY

/** How long unclaimed money waits for its owner before it may go to who keeps it for them. */
export const UNCLAIMED_AFTER = 3n * 365n * DAY
