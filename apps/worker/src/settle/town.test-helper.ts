/**
 * A system with a site meter and two load meters on a real network: the registry, the tariff and the energy contract, any number of oracles, meters
 * with keys of their own, a real database. Only the offering is missing: bills are issued here, and paid elsewhere.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  type Chain,
  createChain,
  createKey,
  deployedAddress,
  deployOurs,
  type Key,
  openSponsored,
  randomSalt,
  submitNow,
  uploadWasm,
  wasmHash,
} from '@heliobond/chain'
import { type ContractName, contractWasm } from '@heliobond/contracts'
import { createReadingStore, type Database, openDatabase, sealSecret, withDatabase } from '@heliobond/db'
import { type Reading, readingSignedBytes } from '@heliobond/domain'
import { pino } from 'pino'
// The network stands on its own and is no dependency of the worker: only its tests start one.
import { type Localnet, startLocalnet } from '../../../../packages/localnet/src/index.ts'
import type { WorkerContext } from '../context.ts'
import { createContractsPort } from '../contracts.ts'
import type { ContractsPort } from '../contracts-port.ts'
import { createContext } from '../runtime.ts'
import type { TariffSources } from '../tariff/source.ts'
import { createWorker, type Role } from '../worker.ts'
import { readingDomain } from './settle.ts'

export const HOUR = 3_600n
export const GRACE = 600n
export const CAPACITY_W = 10_000n
/** What one meter can count: more than the system, so that the system's own bound is met. */
const METER_W = 10_000_000n
const DAY = 86_400n
const CHANNELS = 3
const RETAIL = 'RETAIL'
const EXPORT = 'EXPORT'

export interface TownOptions {
  /** The proposer's among them; 1 when absent. */
  readonly oracles?: number
  readonly threshold?: number
  /** Of the tariff contract; 1 when absent. */
  readonly feeders?: number
  /** The index of the party to whose account the utility credits exports; absent: it pays cash. */
  readonly netMetering?: number
  readonly maxAgeSeconds?: bigint
  /** How the intervals lie, counted from the start; hours when absent. */
  readonly intervals?: { readonly kind: 'months' } | { readonly kind: 'seconds'; readonly seconds: string }
}

/** What a meter says. A site meter's `wh` is its generation, a load meter's its consumption. */
export interface Said {
  readonly meter: number
  readonly epoch?: number
  readonly seq: bigint
  readonly at: bigint
  readonly wh: bigint
  readonly exportedWh?: bigint
}

export interface StatementView {
  readonly index: number
  readonly from_at: bigint
  readonly to_at: bigint
  readonly generated_wh: bigint
  readonly exported_wh: bigint
  readonly generated_correction_wh: bigint
  readonly exported_correction_wh: bigint
  readonly consumed_wh: readonly string[]
  readonly readings_count: number
  readonly quality: number
  readonly status: string
}

export interface BillView {
  readonly number: bigint
  readonly party_index: number
  readonly statement_index: number
  readonly delivered_wh: bigint
  readonly price_stroops: bigint
  readonly credited_wh: bigint
  readonly adjustment_milli: bigint
  readonly due_stroops: bigint
  readonly provisional: boolean
}

export interface Town {
  readonly net: Localnet
  readonly chain: Chain
  readonly database: Database
  readonly contracts: ContractsPort
  readonly energy: string
  readonly contractIds: Readonly<Record<'registry' | 'tariff' | 'energy', string>>
  readonly systemId: number
  readonly site: number
  readonly loads: readonly [number, number]
  readonly meters: readonly number[]
  /** When the first statement begins. */
  readonly start: bigint
  key(name: string): Key
  /** Turns the network's clock to that moment. */
  until(at: bigint): Promise<void>
  /** Signed by the meters' keys and stored as ingest stores them. @throws if one is refused */
  deliver(...said: readonly Said[]): Promise<void>
  signed(said: Said): Reading
  /** A process of its own with these of the town's keys (all when absent). */
  process(keyNames?: readonly string[], tariffSources?: TariffSources): WorkerContext
  /** Everything that is due now, by one process with all keys. */
  settle(): Promise<void>
  run(context: WorkerContext, ...roles: readonly Role[]): Promise<void>
  statements(): Promise<readonly StatementView[]>
  bills(): Promise<readonly BillView[]>
  /** A contract call by one of the town's people. */
  as<T>(who: string, contract: ContractName, method: string, args: Record<string, unknown>, self?: string): Promise<T>
  read<T>(contract: ContractName, method: string, args?: Record<string, unknown>): Promise<T>
  setPrice(symbol: 'RETAIL' | 'EXPORT', price: bigint, effectiveAt: bigint): Promise<void>
  close(): Promise<void>
}

interface TestMeterKey {
  readonly raw: Uint8Array<ArrayBuffer>
  readonly privateKey: KeyObject
}

function meterKey(): TestMeterKey {
  const pair = generateKeyPairSync('ed25519')
  const { x } = pair.publicKey.export({ format: 'jwk' })
  return { raw: new Uint8Array(Buffer.from(x ?? '', 'base64url')), privateKey: pair.privateKey }
}

const unit = (tag: string) => ({ tag, values: undefined })

export async function startTown(options: TownOptions = {}): Promise<Town> {
  const net = await startLocalnet({ port: 0 })
  const config = { network: 'local', rpcUrl: net.rpcUrl, passphrase: net.passphrase, pollMs: 2 } as const
  const chain = createChain(config)
  const contracts = createContractsPort(chain)
  const database = await withDatabase()
  const secretKey = new Uint8Array(randomBytes(32))
  const oracleNames = Array.from({ length: options.oracles ?? 1 }, (_, n) => (n === 0 ? 'oracle' : `oracle.${n + 1}`))
  const feederNames = Array.from({ length: options.feeders ?? 1 }, (_, n) => (n === 0 ? 'feeder' : `feeder.${n + 1}`))
  const channelNames = Array.from({ length: CHANNELS }, (_, n) => `channel.${n}`)
  const people = ['admin', 'trustee', 'approver', 'fees', 'operator', ...oracleNames, ...feederNames]
  const keys = new Map([...people, ...channelNames].map((name) => [name, createKey()]))
  const key = (name: string): Key => {
    const found = keys.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  for (const name of people) await net.fund(key(name).address)

  async function act(
    who: string,
    operations: Parameters<typeof submitNow>[1]['operations'],
    more: readonly Key[] = [],
  ) {
    const done = await submitNow(chain, {
      source: key(who).signer,
      operations,
      signers: more.map(({ signer }) => signer),
    })
    if (done.kind === 'success') return done
    throw new Error(
      `not carried out: ${JSON.stringify(done, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
    )
  }
  const open = channelNames.flatMap((name) =>
    openSponsored({ sponsor: key('fees').address, address: key(name).address }),
  )
  await act('fees', open, channelNames.map(key))

  const addresses: Record<string, string> = {}
  async function deploy<Name extends 'registry' | 'tariff' | 'energy'>(
    name: Name,
    args: Parameters<typeof deployOurs<Name>>[1]['args'],
  ): Promise<string> {
    const wasm = await contractWasm(name)
    const salt = randomSalt()
    const deployer = key('admin').address
    await act('admin', [uploadWasm({ source: deployer, wasm })])
    await act('admin', [deployOurs(name, { source: deployer, deployer, wasmHash: wasmHash(wasm), salt, args })])
    const address = deployedAddress({ deployer, salt, passphrase: net.passphrase })
    addresses[name] = address
    return address
  }
  async function as<T>(
    who: string,
    contract: ContractName,
    method: string,
    args: Record<string, unknown>,
    self?: string,
  ): Promise<T> {
    const source = key(who).address
    const id = addresses[contract] ?? ''
    const named = self === undefined ? args : { ...args, [self]: source }
    const done = await act(who, [contracts.call(contract, id, method, named, source)])
    return contracts.returned<T>(contract, method, done)
  }
  async function setPrice(symbol: string, price: bigint, effectiveAt: bigint): Promise<void> {
    for (const name of feederNames)
      await as<void>(name, 'tariff', 'set_price', { asset: other(symbol), price, effective_at: effectiveAt }, 'feeder')
  }

  const governance = { admin: key('admin').address, trustee: key('trustee').address, upgrade_delay: 30n * DAY }
  const registry = await deploy('registry', { governance, approver: key('approver').address })
  const tariff = await deploy('tariff', {
    governance,
    base: { tag: 'Other', values: ['USD'] },
    feeders: feederNames.map((name) => key(name).address),
    max_age: options.maxAgeSeconds ?? 400n * DAY,
    deviation_bps: 2_500,
  })
  const energy = await deploy('energy', {
    governance,
    config: {
      registry,
      tariff,
      retail: { tag: 'Other', values: [RETAIL] },
      export: { tag: 'Other', values: [EXPORT] },
      threshold: options.threshold ?? 1,
      ...{ due_secs: 20n * DAY, grace_secs: 30n * DAY, default_secs: 180n * DAY, interval_secs: DAY },
    },
    oracles: oracleNames.map((name) => key(name).address),
  })

  const shares = [5_000, 5_000].map((portion_bps) => ({ owner: key('operator').address, portion_bps }))
  const proposed = { name: 'school and clinic', capacity_w: CAPACITY_W, shares }
  const systemId = await as<number>('operator', 'registry', 'propose', proposed, 'proposer')
  await as('approver', 'registry', 'approve', { system: systemId })
  const meterKeys = new Map<number, TestMeterKey>()
  const kinds = [
    { kind: 'Site', party: 0 },
    { kind: 'Load', party: 0 },
    { kind: 'Load', party: 1 },
  ]
  const meters: number[] = []
  for (const { kind, party } of kinds) {
    const own = meterKey()
    const args = { system: systemId, kind: unit(kind), party, key: own.raw, capacity_w: METER_W }
    const id = await as<number>('approver', 'registry', 'register_meter', args)
    meterKeys.set(id, own)
    meters.push(id)
  }
  const start = ((await chain.now()) / HOUR + 2n) * HOUR
  await as('admin', 'energy', 'open_system', {
    system: systemId,
    from: start,
    settings: {
      source: unit('Server'),
      exports:
        options.netMetering === undefined
          ? unit('CashFeedIn')
          : { tag: 'NetMeteringCredit', values: [options.netMetering] },
      critical_floor_w: [0n, 0n],
    },
  })
  await setPrice(RETAIL, 2_500_000n, start - HOUR)
  await setPrice(EXPORT, 1_000_000n, start - HOUR)

  const offering = await database.prisma.offering.create({
    data: {
      // It is not there: nothing of it is asked for.
      contractId: deployedAddress({ deployer: key('admin').address, salt: randomSalt(), passphrase: net.passphrase }),
      bondAsset: `BOND:${key('admin').address}`,
      settlementAsset: `USDC:${key('admin').address}`,
      systemId,
      terms: {},
      state: 'Building',
      createdAt: start,
    },
  })
  const settings = {
    ...{ registry, tariff, energy, retailSymbol: RETAIL, exportSymbol: EXPORT, graceSeconds: String(GRACE) },
    intervals: { ...(options.intervals ?? { kind: 'seconds', seconds: String(HOUR) }), anchor: String(start) },
    ...{ challengeDelaySeconds: '0', attestations: 2, rateBps: 0, bondSinceLedger: await chain.ledger(), schedule: [] },
  }
  await database.prisma.setting.create({ data: { key: `project:${offering.id}`, value: settings as object } })
  await database.prisma.system.create({
    data: { id: systemId, name: 'school', capacityW: CAPACITY_W, nextFrom: start },
  })
  for (const [index, name] of ['school', 'clinic'].entries())
    await database.prisma.party.create({
      data: { systemId, index, name, owner: '', wallet: '', collection: '', portionBps: 5_000 },
    })
  for (const [position, id] of meters.entries())
    await database.prisma.meter.create({
      data: {
        id,
        systemId,
        kind: position === 0 ? 'site' : 'load',
        partyIndex: position === 0 ? null : position - 1,
        publicKey: meterKeys.get(id)?.raw ?? new Uint8Array(32),
        capacityW: METER_W,
      },
    })
  for (const name of ['fees', 'operator', ...feederNames, ...oracleNames, ...channelNames]) {
    const sealed = sealSecret(secretKey, name, key(name).secret)
    const data = { name, publicKey: key(name).address, ciphertext: sealed.ciphertext, nonce: sealed.nonce }
    await database.prisma.secret.create({ data })
  }
  await database.prisma.channelAccount.createMany({
    data: channelNames.map((name) => ({ address: key(name).address, secretName: name })),
  })

  const domain = readingDomain(net.passphrase, { settings: { energy } as never })
  const [site = 0, school = 0, clinic = 0] = meters
  const signed = ({ meter, epoch = 1, seq, at, wh, exportedWh = 0n }: Said): Reading => {
    const own = meterKeys.get(meter)
    if (!own) throw new Error(`no meter ${meter}`)
    const registers =
      meter === site
        ? { generatedWh: wh, consumedWh: 0n, exportedWh }
        : { generatedWh: 0n, consumedWh: wh, exportedWh: 0n }
    const body = { system: systemId, meter, epoch, seq, at, ...registers }
    return { ...body, signature: new Uint8Array(sign(null, readingSignedBytes(body, domain), own.privateKey)) }
  }
  const store = createReadingStore(database.pool)
  const pools: Database[] = []
  const process = (keyNames?: readonly string[], tariffSources?: TariffSources): WorkerContext => {
    const own = openDatabase(database.url, { maxConnections: 4 })
    pools.push(own)
    const log = pino({ level: globalThis.process.env.HELIOBOND_LOG_LEVEL ?? 'silent' })
    const context = createContext({
      database: own,
      chain: config,
      routes: [],
      secretKey,
      log,
      ...(tariffSources && { tariffSources }),
    })
    if (keyNames === undefined) return context
    const holds = (name: string) => keyNames.includes(name)
    return {
      ...context,
      keys: {
        signer: (name) => {
          if (!holds(name)) throw new Error(`this process holds no key named ${name}`)
          return context.keys.signer(name)
        },
        holds: async (name) => holds(name) && context.keys.holds(name),
        address: (name) => context.keys.address(name),
        names: async (prefix) => (await context.keys.names(prefix)).filter(holds),
      },
    }
  }
  const everything = process()
  const run = async (context: WorkerContext, ...roles: readonly Role[]) => {
    await createWorker(context, roles).settleDown({ pollMs: 2 })
  }
  return {
    contractIds: { registry, tariff, energy },
    ...{ net, chain, database, contracts, energy, systemId, site, loads: [school, clinic], meters, start },
    ...{ key, signed, process, run, as, setPrice },
    async until(at) {
      const now = await chain.now()
      if (at > now) net.advance({ seconds: Number(at - now) })
    },
    async deliver(...said) {
      const outcomes = await store.insertBatch(
        said.map((one) => ({ reading: signed(one), publicKey: meterKeys.get(one.meter)?.raw ?? new Uint8Array(32) })),
        await chain.now(),
      )
      const refused = outcomes.find(({ outcome }) => outcome === 'refused')
      if (refused) throw new Error(`a reading was refused: ${JSON.stringify(refused)}`)
    },
    settle: () => run(everything, 'settle', 'oracle', 'submit'),
    async statements() {
      return (await database.pool.query<StatementView>('SELECT * FROM statement ORDER BY index')).rows
    },
    async bills() {
      return (await database.pool.query<BillView>('SELECT * FROM bill ORDER BY number')).rows
    },
    read: (contract, method, args = {}) => contracts.read(contract, addresses[contract] ?? '', method, args),
    async close() {
      for (const pool of pools) await pool.close()
      await database.close()
      await net.close()
    },
  }
}

const other = (symbol: string) => ({ tag: 'Other', values: [symbol] as const })
