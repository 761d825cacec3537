import { type Asset, assetOf, type Chain, rootSigner } from '@heliobond/chain'
import { openSecret } from '@heliobond/db'
import {
  addMonths,
  buildSchedule,
  fromUnixSeconds,
  reserveBoundStroops,
  SECONDS_PER_DAY,
  toUnixSeconds,
} from '@heliobond/domain'
import { loadProjects, type Project } from '@heliobond/worker'
import { topUpWallet } from '../demo/top-up.ts'
import { modelYear } from '../meters/model.ts'
import type { MeterYear } from '../meters/year.ts'
import { armWallets, fundMarket, openAccounts, type ProjectAssets } from '../project/accounts.ts'
import { createCalls } from '../project/calls.ts'
import { type Deployer, deployPlatform, launchOffering } from '../project/contracts.ts'
import { createPeople, type People } from '../project/people.ts'
import { CIVIL_DELAYS, type ProjectPlan } from '../project/plan.ts'
import { raiseFunds } from '../project/raise.ts'
import { recordProject } from '../project/record.ts'
import { createSender } from '../project/sender.ts'
import { documentHash, keepDocuments, officialStatement } from '../stage/documents.ts'
import {
  keepCast,
  openCast,
  PERSON,
  type StageParts,
  stageCertificates,
  stagedKeys,
  stageHarbour,
  stagePark,
} from '../stage/stage.ts'
import type { Parts } from './parts.ts'

export const EXAMPLE_SCALES = { generationScale: 80n, consumptionScale: 20n }
const UNIT = 10_000_000n
const PRINCIPAL_STROOPS = 50_000n * UNIT
const COUPON_BPS = 500
const YEARS = 15
/** A bill every quarter of an hour, so that a newcomer sees one before the coffee is cold. */
const INTERVAL_SECONDS = 900n
const EXAMPLE = 'example'
/** What the example's users keep in their wallets: two bills of a quarter-hour of full sun. */
const FLOAT_BILL_STROOPS = 20n * UNIT
const TOP_UP_MS = 60_000

/**
 * The year that the example's panels and loads follow: modelled, and labelled so wherever it shows. It begins at ten in the morning,
 * so that the sun shines at the first start.
 */
export const exampleYear = (): MeterYear => modelYear(new Date('2026-01-01T14:00:00Z'))

/**
 * The example project of a local network: issued on the first start, found again on every later one. Null where the network is somebody
 * else's: nobody's money is spent on an example.
 */
export async function ensureExampleProject(parts: Parts, say: (text: string) => void): Promise<Project | null> {
  const { context, localnet, chain, config } = parts
  const [known] = await loadProjects(context.store)
  if (known) return known
  if (localnet === null || config.network !== 'local') return null

  const people = createPeople()
  const funder = rootSigner(config.passphrase)
  const plan = await examplePlan(chain)
  const assets: ProjectAssets = {
    settlement: assetOf('USDC', people.address('stablecoin-issuer')),
    euro: assetOf('EURC', people.address('euro-issuer')),
    bond: assetOf(plan.bondCode, people.address('bond-issuer')),
  }
  const send = createSender(
    chain,
    () => [funder, ...people.entries().map(([, key]) => key.signer)],
    (step) => parts.log.info({ step }, 'example project'),
  )
  const calls = createCalls(chain, send, people)
  const deployer: Deployer = { chain, send, calls, people, uploaded: new Set() }
  const stage: StageParts = {
    database: parts.database,
    secretKey: parts.secretKey,
    deployer,
    funder: funder.address,
    settlementAssets: assets,
  }
  say('opening accounts')
  await openAccounts(send, funder.address, people, plan, assets)
  await openCast(stage)
  await armWallets(send, people, plan)
  await fundMarket(send, people, plan, assets)
  say('deploying the contracts, issuing the bond')
  const platform = await deployPlatform(deployer, plan, assets)
  const project = await launchOffering(deployer, platform, plan, assets)
  await raiseFunds(calls, people, plan, project.contracts.offering)
  await stageCertificates(stage, platform, project.numbers.systemId)
  const start = plan.schedule[0]?.start ?? 0n
  const now = await chain.now()
  if (now < start) localnet.advance({ seconds: Number(start - now) })
  await calls.as('works', 'offering', project.contracts.offering, 'go_live', {})
  await keepCast(stage, [...exampleKeys(plan), ...stagedKeys()])
  const value = { euro: assets.euro }
  await parts.database.prisma.setting.upsert({
    where: { key: EXAMPLE },
    create: { key: EXAMPLE, value },
    update: { value },
  })
  const offeringId = await recordProject(
    parts.database,
    parts.secretKey,
    people,
    plan,
    assets,
    project,
    await chain.now(),
  )
  await keepDocuments(parts.database, [STATEMENT], { owner: people.address('issuer'), offeringId, now })
  say('a bond on sale, a tender')
  await stagePark(stage, platform)
  await stageHarbour(stage, platform)
  const recorded = await loadProjects(context.store)
  return recorded.find((one) => one.offeringId === offeringId) ?? null
}

/** The bond is dated tomorrow; the embedded clock is then turned to that day. */
async function examplePlan(chain: Chain): Promise<ProjectPlan> {
  const tomorrow = fromUnixSeconds((await chain.now()) + SECONDS_PER_DAY)
  // No day after the 28th, so that every half-year has its day.
  const issueDate = tomorrow.day <= 28 ? tomorrow : addMonths({ ...tomorrow, day: 1 }, 1)
  const built = buildSchedule({ issueDate, maturityYears: YEARS, convention: '30/360-US' })
  if (!built.ok) throw new Error(`no schedule: ${built.error.code}`)
  return {
    systemName: SYSTEM_NAME,
    offeringName: OFFERING_NAME,
    bondCode: 'SOLAR27',
    homeDomain: 'bonds.loiza.example',
    principalStroops: PRINCIPAL_STROOPS,
    couponBps: COUPON_BPS,
    tariffStroopsPerKwh: 2_500_000n,
    exportTariffStroopsPerKwh: 1_000_000n,
    operationsStroops: 250n * UNIT,
    reserveStroops: reserveBoundStroops(PRINCIPAL_STROOPS, COUPON_BPS, built.value),
    schedule: built.value,
    intervals: {
      kind: 'seconds',
      anchor: String(toUnixSeconds(issueDate)),
      seconds: String(INTERVAL_SECONDS),
    },
    capacityW: CAPACITY_W,
    delays: { ...CIVIL_DELAYS, statementGrace: 120n },
    modelled: true,
    documentsHash: documentHash(STATEMENT),
    feeLumens: 1_000_000n,
    personLumens: 10_000n,
    marketStroops: 10_000_000n * UNIT,
    parties: [
      { name: 'school', portionBps: 7_000, criticalFloorW: 8_000n },
      { name: 'clinic', portionBps: 3_000, criticalFloorW: 12_000n },
    ],
  }
}

const OFFERING_NAME = 'Escuela Loíza solar bond 2027 (example)'
const SYSTEM_NAME = 'Escuela Loíza and clinic (example, modelled)'
const STATEMENT = officialStatement(OFFERING_NAME, SYSTEM_NAME)

const CAPACITY_W: ProjectPlan['capacityW'] = { site: 100_000n, load: 80_000n }

/** The keys of the live project's own people and meters. */
function exampleKeys({ parties }: ProjectPlan): string[] {
  return ['meter.site', ...parties.flatMap((_, index) => [`meter.load.${index}`, `owner.${index}`, `wallet.${index}`])]
}

/** The people of the example, from the keys that the first start kept. */
export async function examplePeople({ database, secretKey }: Parts): Promise<People> {
  const rows = await database.prisma.secret.findMany({ where: { name: { startsWith: PERSON } } })
  return createPeople(new Map(rows.map((row) => [row.name.slice(PERSON.length), openSecret(secretKey, row.name, row)])))
}

/** The example's users filling their prepaid wallets by their own keys, as their phones would: once a minute. */
export async function startTopUps(parts: Parts, project: Project): Promise<{ close(): Promise<void> }> {
  const { chain, database, log } = parts
  const row = await database.prisma.setting.findUnique({ where: { key: EXAMPLE } })
  const euro = (row?.value as { euro?: Asset } | null | undefined)?.euro
  const people = await examplePeople(parts)
  const signers = () => project.parties.map((party) => people.signer(`owner.${party.index}`))
  const send = createSender(chain, signers, (step) => log.debug({ step }, 'example user'))
  async function topUp(): Promise<void> {
    for (const { index } of project.parties) {
      const asset = index === 0 && euro !== undefined ? euro : project.settlementAsset
      await topUpWallet(chain, send, people, index, asset, project.settlementAsset, FLOAT_BILL_STROOPS)
    }
  }
  let working = topUp()
  const timer = setInterval(() => {
    working = working
      .then(topUp)
      .catch((error: unknown) => log.error({ err: error }, 'an example user could not fill the wallet'))
  }, TOP_UP_MS)
  return {
    async close() {
      clearInterval(timer)
      await working.catch(() => undefined)
    },
  }
}
