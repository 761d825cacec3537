import { assetOf, type Chain, rootSigner } from '@heliobond/chain'
import type { Database } from '@heliobond/db'
import {
  addMonths,
  buildSchedule,
  fromUnixSeconds,
  reserveBoundStroops,
  SECONDS_PER_DAY,
  toUnixSeconds,
} from '@heliobond/domain'
import { armWallets, fundMarket, openAccounts, type ProjectAssets } from '../project/accounts.ts'
import { createCalls } from '../project/calls.ts'
import { type Deployer, deployPlatform, launchOffering } from '../project/contracts.ts'
import { createPeople, type People } from '../project/people.ts'
import { CIVIL_DELAYS, type ProjectPlan } from '../project/plan.ts'
import { raiseFunds } from '../project/raise.ts'
import { recordProject } from '../project/record.ts'
import { createSender } from '../project/sender.ts'
import { documentHash, keepDocuments, officialStatement } from './documents.ts'
import { keepCast, openCast, type StageParts, stageCertificates, stagedKeys, stageHarbour, stagePark } from './stage.ts'

const UNIT = 10_000_000n
const PRINCIPAL_STROOPS = 50_000n * UNIT
const COUPON_BPS = 500
const YEARS = 15
/** A bill every quarter of an hour, so that a newcomer sees one before the coffee is cold. */
const INTERVAL_SECONDS = 900n
/** Where the clock was turned far: what lies three hours, a day, five days or a month back is billed in one. */
const CATCH_UP_SECONDS = [3n * 3_600n, SECONDS_PER_DAY, 5n * SECONDS_PER_DAY, 30n * SECONDS_PER_DAY]
/** The setting that says of what is an example. */
export const EXAMPLE = 'example'

const OFFERING_NAME = 'Escuela Loíza solar bond 2027 (example)'
const SYSTEM_NAME = 'Escuela Loíza and clinic (example, modelled)'
const STATEMENT = officialStatement(OFFERING_NAME, SYSTEM_NAME)

const CAPACITY_W: ProjectPlan['capacityW'] = { site: 100_000n, load: 80_000n }

/** What an example is issued on. */
export interface ExampleParts {
  readonly chain: Chain
  readonly database: Database
  readonly secretKey: Uint8Array
  /** Turns the network's clock. */
  advance(seconds: number): void
  onStep(step: string): void
  say(text: string): void
  /** How far into the bond's first day the example begins, in seconds; at its first moment unless given. Quarter-hours are counted from there. */
  readonly beginsAfterSeconds?: bigint
}

/** An example that was issued. */
export interface Example {
  readonly people: People
  readonly live: number
  readonly onSale: number
  readonly building: number
}

/** Issues the example on a network of its own: everything on it by real transactions. Offerings are named by their numbers in the database. */
export async function issueExample(p: ExampleParts): Promise<Example> {
  const { chain, database, secretKey, say, beginsAfterSeconds = 0n } = p
  const people = createPeople()
  const funder = rootSigner(chain.config.passphrase)
  const plan = await examplePlan(chain, beginsAfterSeconds)
  const assets: ProjectAssets = {
    settlement: assetOf('USDC', people.address('stablecoin-issuer')),
    euro: assetOf('EURC', people.address('euro-issuer')),
    bond: assetOf(plan.bondCode, people.address('bond-issuer')),
  }
  const send = createSender(chain, () => [funder, ...people.entries().map(([, key]) => key.signer)], p.onStep)
  const calls = createCalls(chain, send, people)
  const deployer: Deployer = { chain, send, calls, people, uploaded: new Set() }
  const stage: StageParts = { database, secretKey, deployer, funder: funder.address, settlementAssets: assets }
  say('opening accounts')
  await openAccounts(send, funder.address, people, plan, assets)
  await openCast(stage)
  await armWallets(send, people, plan)
  await fundMarket(send, people, plan, assets)
  say('deploying the contracts, issuing the bond')
  const platform = await deployPlatform(deployer, plan, assets)
  const project = await launchOffering(deployer, platform, plan, assets)
  await raiseFunds(calls, people, plan, project.contracts.offering)
  const certificates = await stageCertificates(stage, platform, project.numbers.systemId)
  const begin = (plan.schedule[0]?.start ?? 0n) + beginsAfterSeconds
  const now = await chain.now()
  if (now < begin) p.advance(Number(begin - now))
  await calls.as('works', 'offering', project.contracts.offering, 'go_live', {})
  await keepCast(stage, ['stablecoin-issuer', ...exampleKeys(plan), ...stagedKeys()])
  const value = { euro: assets.euro }
  await database.prisma.setting.upsert({
    where: { key: EXAMPLE },
    create: { key: EXAMPLE, value },
    update: { value },
  })
  const live = await recordProject(database, secretKey, people, plan, assets, project, await chain.now(), {
    certificate: certificates.contract,
  })
  await keepDocuments(database, [STATEMENT], { owner: people.address('issuer'), offeringId: live, now })
  say('a bond on sale, a tender')
  const onSale = await stagePark(stage, platform)
  const building = await stageHarbour(stage, platform)
  return { people, live, onSale, building }
}

/** The bond is dated tomorrow; the embedded clock is then turned to that day. */
async function examplePlan(chain: Chain, beginsAfterSeconds: bigint): Promise<ProjectPlan> {
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
      anchor: String(toUnixSeconds(issueDate) + beginsAfterSeconds),
      seconds: String(INTERVAL_SECONDS),
      catchUp: CATCH_UP_SECONDS.map(String),
    },
    capacityW: CAPACITY_W,
    delays: { ...CIVIL_DELAYS, statementGrace: 120n },
    modelled: true,
    documentsHash: documentHash(STATEMENT),
    feeLumens: 1_000_000n,
    personLumens: 10_000n,
    marketStroops: 10_000_000n * UNIT,
    parties: [
      { name: 'Escuela Loíza', portionBps: 7_000, criticalFloorW: 8_000n },
      { name: 'Clínica Loíza', portionBps: 3_000, criticalFloorW: 12_000n },
    ],
  }
}

/** The keys of the live project's own people and meters. */
function exampleKeys({ parties }: ProjectPlan): string[] {
  return ['meter.site', ...parties.flatMap((_, index) => [`meter.load.${index}`, `owner.${index}`, `wallet.${index}`])]
}
