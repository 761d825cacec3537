import { type Asset, assetOf, type Route } from '@heliobond/chain'
import type { ContractName } from '@heliobond/contracts'
import {
  addMonths,
  buildSchedule,
  type CivilDate,
  compressSchedule,
  contractIdFromStrkey,
  fromUnixSeconds,
  max,
  min,
  networkId,
  type Period,
  reserveBoundStroops,
  toUnixSeconds,
} from '@heliobond/domain'
import { MeterFleet } from '../meters/fleet.ts'
import type { MeterYear } from '../meters/year.ts'
import { armWallets, fundMarket, openAccounts, type ProjectAssets } from '../project/accounts.ts'
import { createCalls } from '../project/calls.ts'
import { deployProject } from '../project/contracts.ts'
import { createPeople, type People } from '../project/people.ts'
import { CIVIL_DELAYS, compressDelays, type ProjectPlan } from '../project/plan.ts'
import { admitInvestor, raiseFunds } from '../project/raise.ts'
import { recordProject } from '../project/record.ts'
import { createSender } from '../project/sender.ts'
import { deployCertificates, type SystemCertificates } from '../stage/certificates.ts'
import { SiteFeed } from './feed.ts'
import type { DemoOptions } from './options.ts'
import { launchSeconds, paceWords } from './pace.ts'
import type { DemoParts } from './parts.ts'
import type { Progress } from './progress.ts'
import { type BondClock, bondClock, monthBoundaries } from './timeline.ts'

/** Months after the last period that statements can still be made for. */
export const EXTRA_MONTHS = 2
const HALF_YEAR_SECONDS = 15_768_000n

export const PARTIES = [
  { name: 'school', portionBps: 7_000 },
  { name: 'clinic', portionBps: 3_000 },
] as const

/** A launched project, about to live. */
export interface Life {
  readonly issued: CivilDate
  readonly clock: BondClock
  readonly plan: ProjectPlan
  readonly assets: ProjectAssets
  readonly people: People
  readonly send: ReturnType<typeof createSender>
  readonly calls: ReturnType<typeof createCalls>
  readonly project: Awaited<ReturnType<typeof deployProject>>
  readonly offeringId: number
  /** Where its energy is to be certified. */
  readonly certificates?: SystemCertificates
  readonly routes: readonly Route[]
  /** Puts meters on the wall that speak through this broker. */
  meters(mqttUrl: string): Promise<{ fleet: MeterFleet; feed: SiteFeed }>
}

/** How a life differs from an ordinary one. */
export interface LifeChange {
  /** Other terms. */
  readonly plan?: (plan: ProjectPlan) => ProjectPlan
  /** How far it is brought: until money can be raised, until the works begin, or until the system is live (the default). */
  readonly until?: 'Funding' | 'Building' | 'Live'
  /** Whether a certificate contract is deployed for its system; whoever lives it opens it, under a policy of their own. */
  readonly certificates?: boolean
}

/** Issues the bond and brings it to life: accounts, contracts, funding, works, and the day the system is live. */
export async function launchLife(
  options: DemoOptions,
  parts: DemoParts,
  year: MeterYear,
  progress: Progress,
  change: LifeChange = {},
): Promise<Life> {
  const { chain } = parts
  if (options.network && parts.pace) progress.phase(paceWords(parts.pace, options.network.secondsPerHalfYear))
  const { issued, clock } = await planTime(options, parts)
  const ordinary = planProject(options, year, issued, clock)
  const plan = change.plan?.(ordinary) ?? ordinary
  const state = change.until ?? 'Live'
  const people = createPeople()
  const assets: ProjectAssets = {
    settlement: assetOf('USDC', people.address('stablecoin-issuer')),
    euro: assetOf('EURC', people.address('euro-issuer')),
    bond: assetOf(plan.bondCode, people.address('bond-issuer')),
  }
  const signers = () => [parts.funder, ...people.entries().map(([, key]) => key.signer)]
  const send = createSender(chain, signers, (step) => progress.detail(step))
  const calls = createCalls(chain, send, people)

  progress.phase('opening accounts')
  await openAccounts(send, parts.funder.address, people, plan, assets)
  await armWallets(send, people, plan)
  await fundMarket(send, people, plan, assets)
  progress.phase('deploying the contracts and launching the bond')
  const project = await deployProject(chain, send, calls, people, plan, assets)
  if (state !== 'Funding') {
    progress.phase('raising the money')
    await raiseFunds(calls, people, plan, project.contracts.offering)
    await admitInvestor(send, calls, people, assets, project.contracts.offering, 'investor.diego')
  }
  if (state === 'Live') {
    const start = plan.schedule[0]?.start ?? 0n
    const untilStart = start - (await chain.now())
    if (options.network && untilStart > 0n) progress.phase(`waiting ${untilStart} s for the first period`)
    await parts.until(start)
    await calls.as('works', 'offering', project.contracts.offering, 'go_live', {})
  }
  const deployer = { chain, send, calls, people, uploaded: new Set<ContractName>() }
  const certificates = change.certificates
    ? await deployCertificates(deployer, parts.funder.address, project.contracts)
    : undefined
  const offeringId = await recordProject(
    parts.database,
    parts.secretKey,
    people,
    plan,
    assets,
    project,
    await chain.now(),
    { state, ...(certificates && { certificate: certificates.contract }) },
  )

  return {
    issued,
    clock,
    plan,
    assets,
    people,
    send,
    calls,
    project,
    offeringId,
    ...(certificates && { certificates }),
    routes: [assets.euro, 'native' as Asset].map((sendAsset) => ({
      sendAsset,
      destAsset: assets.settlement,
      path: [],
      price: sendAsset === 'native' ? { stroops: 5n, per: 1n } : { stroops: 95n, per: 100n },
    })),
    async meters(mqttUrl) {
      const energy = contractIdFromStrkey(project.contracts.energy)
      if (!energy.ok) throw new Error(`not a contract: ${project.contracts.energy}`)
      const domain = { networkId: networkId(chain.config.passphrase), energyContractId: energy.value }
      const { site, loads } = project.numbers.meters
      const meter = (id: number, name: string) => ({
        system: project.numbers.systemId,
        meter: id,
        epoch: 1,
        key: people.signer(name),
      })
      const fleet = new MeterFleet(
        [meter(site, 'meter.site'), ...loads.map((id, index) => meter(id, `meter.load.${index}`))],
        domain,
      )
      await fleet.connect(mqttUrl)
      const scales = { generationScale: options.generationScale, consumptionScale: options.consumptionScale }
      const civilStart = clock.civil[0]?.start ?? 0n
      return { fleet, feed: new SiteFeed(fleet, year, scales, civilStart, clock.toNetwork) }
    },
  }
}

/** The bond is dated the first of the next month, so that no month is short of its day. */
async function planTime(
  { maxYears, network }: DemoOptions,
  { chain, pace }: DemoParts,
): Promise<{ issued: CivilDate; clock: BondClock }> {
  const now = await chain.now()
  const today = fromUnixSeconds(now)
  const next = addMonths({ year: today.year, month: today.month, day: 1 }, 1)
  // Money is raised before the first period starts: a day at least lies between.
  const issued = toUnixSeconds(next) - now > 86_400n ? next : addMonths(next, 1)
  const built = buildSchedule({ issueDate: issued, maturityYears: maxYears, convention: '30/360-US' })
  if (!built.ok) throw new Error(`no schedule: ${built.error.code}`)
  const civil = built.value
  if (!network || !pace) return { issued, clock: bondClock(civil, civil) }
  const compressed: Period[] = compressSchedule(civil, {
    networkStartSeconds: now + launchSeconds(pace),
    secondsPerHalfYear: network.secondsPerHalfYear,
  })
  return { issued, clock: bondClock(civil, compressed) }
}

function planProject(options: DemoOptions, year: MeterYear, issued: CivilDate, clock: BondClock): ProjectPlan {
  const period = options.network?.secondsPerHalfYear
  const most = (of: (row: MeterYear['rows'][number]) => bigint) =>
    year.rows.reduce((highest, row) => max(of(row), highest), 1n)
  // Half an hour's energy, twice, is the power; a compressed clock moves as much energy in less time.
  const watts = (halfHourWh: bigint, scale: bigint) =>
    (halfHourWh * 2n * (scale > 0n ? scale : 1n) * (period ? HALF_YEAR_SECONDS : 1n)) / (period ?? 1n) + 1n
  const capacityW = {
    site: watts(
      most((row) => row.generationWh),
      options.generationScale,
    ),
    load: watts(
      most((row) => row.consumptionWh),
      options.consumptionScale,
    ),
  }
  return {
    systemName: 'Escuela Loíza and clinic',
    bondCode: 'SOLAR27',
    homeDomain: 'bonds.loiza.example',
    principalStroops: options.principalStroops,
    couponBps: options.couponBps,
    tariffStroopsPerKwh: options.tariffStroopsPerKwh,
    exportTariffStroopsPerKwh: options.exportTariffStroopsPerKwh,
    operationsStroops: options.operationsStroops,
    // By the years of the calendar: on a compressed clock they would all be one.
    reserveStroops: reserveBoundStroops(options.principalStroops, options.couponBps, clock.civil),
    schedule: clock.network,
    intervals: { kind: 'list', boundaries: monthBoundaries(issued, clock, EXTRA_MONTHS).map(String) },
    capacityW,
    delays: period ? compressDelays(CIVIL_DELAYS, period) : CIVIL_DELAYS,
    modelled: year.modelled,
    // Rent is owed for ledgers that pass; on a compressed clock hardly any do.
    feeLumens: options.network ? 1_000n : 100_000n,
    personLumens: options.network ? 40n : 10_000n,
    marketStroops: 4n * options.principalStroops + 100_000n * 10_000_000n + lifetimeStroops(options, year),
    parties: PARTIES.map((party) => ({ ...party, criticalFloorW: min(capacityW.site, capacityW.load) / 10n })),
  }
}

/** All energy of the longest life at the higher of the two prices. */
function lifetimeStroops(options: DemoOptions, year: MeterYear): bigint {
  const wh = year.rows.reduce(
    (sum, row) => sum + row.generationWh * options.generationScale + row.consumptionWh * options.consumptionScale,
    0n,
  )
  return (
    (wh * BigInt(options.maxYears + 1) * max(options.tariffStroopsPerKwh, options.exportTariffStroopsPerKwh)) / 1000n
  )
}
