/** A backlog of bills on the embedded network: many systems with many parties, whose prepaid wallets can pay all of them, and nobody has yet. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Asset,
  assetOf,
  type Chain,
  type ChainOperation,
  changeTrust,
  createAccount,
  openSponsored,
  payment,
  rootSigner,
  setOptions,
} from '@heliobond/chain'
import { createReadingStore, type Database, sealSecret } from '@heliobond/db'
import { addMonths, buildSchedule, fromUnixSeconds, SECONDS_PER_DAY, toUnixSeconds } from '@heliobond/domain'
import { createContext, createWorker } from '@heliobond/worker'
import { pino } from 'pino'
import { fundMarket, openAccounts, type ProjectAssets } from '../project/accounts.ts'
import { createCalls } from '../project/calls.ts'
import { type Deployer, deployPlatform, type Launched, launchOffering } from '../project/contracts.ts'
import { CHANNEL_COUNT, createPeople, type People } from '../project/people.ts'
import { CIVIL_DELAYS, type ProjectPlan } from '../project/plan.ts'
import { raiseFunds } from '../project/raise.ts'
import { recordProject } from '../project/record.ts'
import { createSender, type Sender } from '../project/sender.ts'

const UNIT = 10_000_000n
const PRINCIPAL_STROOPS = 10_000n * UNIT
const HOUR = 3_600n
const SETUP_POLL_MS = 5
/** A signature for each, the sponsor's besides: an envelope holds 20. */
const ACCOUNTS_AN_ENVELOPE = 15
/** Energy of a system's hour, and what each party uses of it: every hour is a bill for everyone. */
const GENERATED_WH = 20_000n
const CONSUMED_WH = 1_000n

export interface BacklogSize {
  readonly systems: number
  /** Of each system: at most 14, so that what opens their accounts finds room in an envelope. */
  readonly parties: number
  /** Bills of each party: at most 59, so that the contract keeps each apart. */
  readonly bills: number
  /** Channel accounts: so many transactions can be on their way at once. */
  readonly channels: number
}

export interface BacklogParts {
  readonly chain: Chain
  readonly database: Database
  readonly secretKey: Uint8Array
  /** Turns the network's clock. */
  advance(seconds: number): void
  say(text: string): void
}

/** Makes it, by real transactions all the way: launches, meters' readings, statements, bills. @returns how many bills there are */
export async function makeBacklog(parts: BacklogParts, size: BacklogSize): Promise<number> {
  const { chain, database, secretKey, say } = parts
  const people = createPeople()
  const funder = rootSigner(chain.config.passphrase)
  const plan = await planOf(chain, size)
  const settlement = assetOf('USDC', people.address('stablecoin-issuer'))
  const euro = assetOf('EURC', people.address('euro-issuer'))
  const assetsOf = (index: number): ProjectAssets => ({
    settlement,
    euro,
    bond: assetOf(plan.bondCode, people.address(`${prefixOf(index)}bond-issuer`)),
  })
  const send = createSender(
    chain,
    () => [funder, ...people.entries().map(([, key]) => key.signer)],
    () => undefined,
  )
  const calls = createCalls(chain, send, people)
  const deployer: Deployer = { chain, send, calls, people, uploaded: new Set() }

  say('opening accounts')
  await openAccounts(send, funder.address, people, plan, assetsOf(0))
  await fundMarket(send, people, plan, assetsOf(0))
  await openChannels(send, people, size.channels - CHANNEL_COUNT)
  await enrichInvestors(send, people, settlement, size.systems)
  for (let index = 1; index < size.systems; index += 1)
    await openSystemAccounts(send, funder.address, people, size.parties, settlement, prefixOf(index))
  for (let index = 0; index < size.systems; index += 1)
    await fillWallets(send, people, size, settlement, prefixOf(index))

  say('deploying the contracts')
  const platform = await deployPlatform(deployer, plan, assetsOf(0))
  const launched: Launched[] = []
  for (let index = 0; index < size.systems; index += 1) {
    say(`launching offering ${index + 1} of ${size.systems}`)
    const one = await launchOffering(deployer, platform, plan, assetsOf(index), { prefix: prefixOf(index) })
    await raiseFunds(calls, people, plan, one.contracts.offering)
    launched.push(one)
  }
  const start = plan.schedule[0]?.start ?? 0n
  parts.advance(Number(start - (await chain.now())))
  for (const [index, one] of launched.entries()) {
    await calls.as('works', 'offering', one.contracts.offering, 'go_live', {})
    const options = { prefix: prefixOf(index), additional: index > 0 }
    await recordProject(database, secretKey, people, plan, assetsOf(index), one, await chain.now(), options)
  }
  await recordChannels(database, secretKey, people, size.channels)

  say('measuring')
  parts.advance(Number(HOUR) * size.bills + 60)
  await measure(database, launched, size, start, await chain.now())
  say('writing the bills')
  const worker = createWorker(
    createContext({ database, chain: chain.config, routes: [], secretKey, log: pino({ level: 'silent' }) }),
    ['index', 'settle', 'submit'],
  )
  const { pool } = database
  for (;;) {
    const { progress } = await worker.tick()
    if (progress === 0) await sleep(SETUP_POLL_MS)
    const { rows } = await pool.query<{ bills: number }>('SELECT count(*)::int AS bills FROM bill')
    const bills = rows[0]?.bills ?? 0
    say(`${bills} bills`)
    if (bills >= size.systems * size.parties * size.bills) return bills
  }
}

const prefixOf = (index: number) => (index === 0 ? '' : `s${index}.`)

async function planOf(chain: Chain, size: BacklogSize): Promise<ProjectPlan> {
  const later = fromUnixSeconds((await chain.now()) + 60n * SECONDS_PER_DAY)
  const issueDate = addMonths({ ...later, day: 1 }, 1)
  const built = buildSchedule({ issueDate, maturityYears: 10, convention: '30/360-US' })
  if (!built.ok) throw new Error(`no schedule: ${built.error.code}`)
  return {
    systemName: 'School',
    bondCode: 'SOLAR27',
    homeDomain: 'bonds.example',
    principalStroops: PRINCIPAL_STROOPS,
    couponBps: 500,
    tariffStroopsPerKwh: 2_000_000n,
    exportTariffStroopsPerKwh: 1_000_000n,
    operationsStroops: 100n * UNIT,
    reserveStroops: 0n,
    schedule: built.value,
    intervals: { kind: 'seconds', anchor: String(toUnixSeconds(issueDate)), seconds: String(HOUR) },
    capacityW: { site: 100_000n, load: 100_000n },
    delays: CIVIL_DELAYS,
    modelled: true,
    feeLumens: 1_000_000n,
    personLumens: 1_000n,
    marketStroops: 1_000_000n * UNIT,
    parties: Array.from({ length: size.parties }, (_, index) => ({
      name: `party ${index}`,
      portionBps: index === 0 ? 10_000 - (size.parties - 1) * 500 : 500,
      criticalFloorW: 0n,
    })),
  }
}

async function openChannels(send: Sender, people: People, more: number): Promise<void> {
  const fees = people.address('fees')
  const names = Array.from({ length: Math.max(0, more) }, (_, index) => `channel.${CHANNEL_COUNT + index}`)
  await inBatches(names, ACCOUNTS_AN_ENVELOPE, (batch) => {
    const addresses = batch.map((name) => people.address(name))
    const operations = addresses.flatMap((address) => openSponsored({ sponsor: fees, address }))
    return send('channels', [fees, ...addresses], operations)
  })
}

async function recordChannels(database: Database, secretKey: Uint8Array, people: People, count: number): Promise<void> {
  for (let index = CHANNEL_COUNT; index < count; index += 1) {
    const name = `channel.${index}`
    const { address, secret } = people.key(name)
    const { ciphertext, nonce } = sealSecret(secretKey, name, secret)
    await database.prisma.secret.create({ data: { name, publicKey: address, ciphertext, nonce } })
    await database.prisma.channelAccount.create({ data: { address, secretName: name } })
  }
}

/** They buy all the issues. */
async function enrichInvestors(send: Sender, people: People, settlement: Asset, systems: number) {
  const source = people.address('stablecoin-issuer')
  await send(
    'investors',
    [source],
    ['investor.ana', 'investor.luis', 'investor.marta'].map((name) => {
      const destination = people.address(name)
      return payment({ source, destination, asset: settlement, amountStroops: BigInt(systems) * PRINCIPAL_STROOPS })
    }),
  )
}

async function openSystemAccounts(
  send: Sender,
  funder: string,
  people: People,
  parties: number,
  settlement: Asset,
  prefix: string,
): Promise<void> {
  const fees = people.address('fees')
  const of = (role: string) =>
    Array.from({ length: parties }, (_, index) => people.address(`${prefix}${role}.${index}`))
  const owned = [...of('owner'), ...of('wallet'), people.address(`${prefix}bond-issuer`)]
  await send(
    'accounts',
    [funder],
    owned.map((destination) => createAccount({ source: funder, destination, startingStroops: 100n * UNIT })),
  )
  await inBatches([...of('owner'), ...of('wallet')], ACCOUNTS_AN_ENVELOPE, (batch) =>
    send(
      'lines',
      batch,
      batch.map((source) => changeTrust({ source, asset: settlement })),
    ),
  )
  await inBatches(of('collection'), ACCOUNTS_AN_ENVELOPE, (batch) =>
    send(
      'collections',
      [fees, ...batch],
      batch.flatMap((address) => openSponsored({ sponsor: fees, address, assets: [settlement] })),
    ),
  )
}

/** Money for every bill, and the platform's right to pay with it. */
async function fillWallets(
  send: Sender,
  people: People,
  { parties, bills }: BacklogSize,
  settlement: Asset,
  prefix: string,
): Promise<void> {
  const issuer = people.address('stablecoin-issuer')
  const wallets = Array.from({ length: parties }, (_, index) => people.address(`${prefix}wallet.${index}`))
  const signer = { address: people.address('autopay'), weight: 1 }
  const operations = (source: string): ChainOperation[] => [
    payment({ source: issuer, destination: source, asset: settlement, amountStroops: BigInt(bills) * 10n * UNIT }),
    setOptions({ source, masterWeight: 2, lowThreshold: 2, mediumThreshold: 1, highThreshold: 2, signer }),
  ]
  await send('wallets', [issuer, ...wallets], wallets.flatMap(operations))
}

async function inBatches<T>(items: readonly T[], size: number, work: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < items.length; start += size) await work(items.slice(start, start + size))
}

/** What the meters said, hour by hour, as ingest would have stored it: signatures are not what is measured here. */
async function measure(
  { pool, prisma }: Database,
  launched: readonly Launched[],
  { bills }: BacklogSize,
  start: bigint,
  now: bigint,
): Promise<void> {
  const store = createReadingStore(pool)
  const keys = new Map((await prisma.meter.findMany()).map(({ id, publicKey }) => [id, publicKey]))
  for (const { numbers } of launched) {
    const { site, loads } = numbers.meters
    for (let hour = 0n; hour <= BigInt(bills); hour += 1n) {
      const of = (meter: number, generatedWh: bigint, consumedWh: bigint) => ({
        publicKey: keys.get(meter) ?? new Uint8Array(32),
        reading: {
          ...{ system: numbers.systemId, meter, epoch: 1, seq: hour, at: start + hour * HOUR },
          ...{ generatedWh, consumedWh, exportedWh: 0n, signature: new Uint8Array(randomBytes(64)) },
        },
      })
      const readings = [of(site, hour * GENERATED_WH, 0n), ...loads.map((load) => of(load, 0n, hour * CONSUMED_WH))]
      const refused = (await store.insertBatch(readings, now)).find(({ outcome }) => outcome !== 'stored')
      if (refused) throw new Error(`a reading was not stored: ${JSON.stringify(refused)}`)
    }
  }
}
