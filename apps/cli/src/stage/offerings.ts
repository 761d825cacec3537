/** The example's second offering: a park's roof, on sale. A newcomer can invest in it. */
import type { Chain } from '@heliobond/chain'
import {
  addMonths,
  buildSchedule,
  fromUnixSeconds,
  type Period,
  reserveBoundStroops,
  SECONDS_PER_DAY,
  toUnixSeconds,
} from '@heliobond/domain'
import { CIVIL_DELAYS, type ProjectPlan } from '../project/plan.ts'

const UNIT = 10_000_000n

/** What the offerings of the example differ in. Amounts are whole units. */
export interface StagedOffering {
  /** Names of its own keys begin so. */
  readonly prefix: string
  readonly bondCode: string
  readonly offeringName: string
  readonly systemName: string
  readonly principalUnits: bigint
  readonly minimumUnits: bigint
  readonly denominationUnits: bigint
  readonly maxTicketUnits: bigint
  readonly priceBps: number
  readonly couponBps: number
  readonly years: number
  readonly capacityW: bigint
  readonly parties: ProjectPlan['parties']
}

/** On sale: a third of it is sold. */
export const PARK: StagedOffering = {
  prefix: 'park.',
  bondCode: 'SOLAR28',
  offeringName: 'Parque Central microgrid bond 2028 (example)',
  systemName: 'Parque Central microgrid (example, planned)',
  principalUnits: 120_000n,
  minimumUnits: 60_000n,
  denominationUnits: 100n,
  maxTicketUnits: 50_000n,
  priceBps: 9_900,
  couponBps: 450,
  years: 10,
  capacityW: 150_000n,
  parties: [
    { name: 'Cancha Parque Central', portionBps: 5_000, criticalFloorW: 6_000n },
    { name: 'Biblioteca Municipal', portionBps: 3_000, criticalFloorW: 3_000n },
    { name: 'Residencial del Parque', portionBps: 2_000, criticalFloorW: 2_000n },
  ],
}

/** Sold: its works are out to tender. */
export const HARBOUR: StagedOffering = {
  prefix: 'harbour.',
  bondCode: 'SOLAR29',
  offeringName: 'Harbour school bond 2029 (example)',
  systemName: 'Harbour school (example, being built)',
  principalUnits: 80_000n,
  minimumUnits: 40_000n,
  denominationUnits: 100n,
  maxTicketUnits: 80_000n,
  priceBps: 10_000,
  couponBps: 475,
  years: 12,
  capacityW: 100_000n,
  parties: [{ name: 'Escuela del Puerto', portionBps: 10_000, criticalFloorW: 10_000n }],
}

/** Days from now to the first day of interest: the money is raised, and the works are done, before. */
const DAYS_TO_ISSUE = 90n
const FUNDING_DAYS = 60n

/** The plan of a staged offering, dated from the network's time now. */
export async function planOf(staged: StagedOffering, chain: Chain, documentsHash: Uint8Array): Promise<ProjectPlan> {
  const now = await chain.now()
  const later = fromUnixSeconds(now + DAYS_TO_ISSUE * SECONDS_PER_DAY)
  // No day after the 28th, so that every half-year has its day.
  const issueDate = later.day <= 28 ? later : addMonths({ ...later, day: 1 }, 1)
  const built = buildSchedule({ issueDate, maturityYears: staged.years, convention: '30/360-US' })
  if (!built.ok) throw new Error(`no schedule: ${built.error.code}`)
  const schedule: readonly Period[] = built.value
  const principalStroops = staged.principalUnits * UNIT
  return {
    systemName: staged.systemName,
    offeringName: staged.offeringName,
    bondCode: staged.bondCode,
    homeDomain: 'bonds.loiza.example',
    principalStroops,
    couponBps: staged.couponBps,
    tariffStroopsPerKwh: 2_500_000n,
    exportTariffStroopsPerKwh: 1_000_000n,
    operationsStroops: 250n * UNIT,
    reserveStroops: reserveBoundStroops(principalStroops, staged.couponBps, schedule),
    schedule,
    intervals: { kind: 'months', anchor: String(toUnixSeconds(issueDate)) },
    capacityW: { site: staged.capacityW, load: staged.capacityW },
    delays: CIVIL_DELAYS,
    modelled: true,
    documentsHash,
    feeLumens: 0n,
    personLumens: 1_000n,
    marketStroops: 0n,
    parties: staged.parties,
    sale: {
      minimumStroops: staged.minimumUnits * UNIT,
      denominationStroops: staged.denominationUnits * UNIT,
      minTicketStroops: 2n * staged.denominationUnits * UNIT,
      maxTicketStroops: staged.maxTicketUnits * UNIT,
      priceBps: staged.priceBps,
      fundingDeadline: now + FUNDING_DAYS * SECONDS_PER_DAY,
    },
  }
}
