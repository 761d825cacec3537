import { changeTrust, createAccount, createSac, payment, sacAddress } from '@heliobond/chain'
import { openStage, type Stage } from './stage.ts'

/** One unit of stablecoin, one bond. */
export const UNIT = 10_000_000n
export const DAY = 86_400n
/** A unit's worth of energy is half a kWh. */
export const PRICE_STROOPS_PER_KWH = 2n * UNIT

export const PEOPLE = [
  'admin',
  'approver',
  'issuer',
  'trustee',
  'compliance',
  'operator',
  'works',
  'factors',
  'certifier',
  'arbiter',
  'evaluator',
  'oracle.a',
  'oracle.b',
  'feeder.a',
  'feeder.b',
  'owner.0',
  'owner.1',
  'owner.2',
  'collection.few.0',
  'collection.few.1',
  'collection.many.0',
  'collection.many.1',
  ...['missed', 'given-up', 'late-payer'].flatMap((tag) => [`collection.${tag}.0`, `collection.${tag}.1`]),
  'collection.spare',
  'payer',
  'forfeits',
  'bidder.a',
  'bidder.b',
  'bank',
  'usd-issuer',
]

/** What all systems of the town share. */
export interface Town {
  readonly stage: Stage
  readonly registry: string
  readonly tariff: string
  readonly energy: string
  readonly settlement: string
  readonly usd: `${string}:${string}`
  readonly governance: { readonly admin: string; readonly trustee: string; readonly upgrade_delay: bigint }
}

export const other = (symbol: string) => ({ tag: 'Other', values: [symbol] as const })
export const tagged = (tag: string) => ({ tag, values: undefined })
export const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

/** Opens everybody's accounts and lines, deploys registry, tariff and energy, and sets the prices. */
export async function buildTown(): Promise<Town> {
  const stage = await openStage(PEOPLE)
  await stage.net.fund(stage.address('admin'), 1_000_000n)
  await stage.net.fund(stage.address('bank'), 1_000_000n)
  const usd = `USD:${stage.address('usd-issuer')}` as const
  await stage.classic('admin', [createSac({ source: stage.address('admin'), asset: usd })])
  const holders = PEOPLE.filter((name) => !['usd-issuer', 'bank', 'admin'].includes(name))
  await trust(stage, holders, usd)
  await give(stage, usd, ['payer', 'bidder.a', 'bidder.b'], 1_000_000n * UNIT)
  const settlement = sacAddress(usd, stage.net.passphrase)
  await stage.upload()

  const governance = { admin: stage.address('admin'), trustee: stage.address('trustee'), upgrade_delay: 30n * DAY }
  const registry = await stage.deploy('registry', { governance, approver: stage.address('approver') })
  const tariff = await stage.deploy('tariff', {
    governance,
    base: { tag: 'Stellar', values: [settlement] },
    feeders: [stage.address('feeder.a')],
    max_age: 400n * DAY,
    deviation_bps: 2_500,
  })
  const energy = await stage.deploy('energy', {
    governance,
    config: {
      registry,
      tariff,
      retail: other('RETAIL'),
      export: other('EXPORT'),
      threshold: 2,
      due_secs: 20n * DAY,
      grace_secs: 30n * DAY,
      default_secs: 180n * DAY,
      interval_secs: DAY,
    },
    oracles: [stage.address('oracle.a'), stage.address('oracle.b')],
  })
  for (const symbol of ['RETAIL', 'EXPORT'])
    await stage.call({
      who: 'feeder.a',
      contract: 'tariff',
      id: tariff,
      method: 'set_price',
      args: {
        feeder: stage.address('feeder.a'),
        asset: other(symbol),
        price: PRICE_STROOPS_PER_KWH,
        effective_at: stage.now(),
      },
    })
  return { stage, registry, tariff, energy, settlement, usd, governance }
}

/** Opens lines of an asset. An envelope takes 20 signatures. */
export async function trust(stage: Stage, names: readonly string[], asset: Town['usd']): Promise<void> {
  for (let start = 0; start < names.length; start += 18) {
    const batch = names.slice(start, start + 18)
    const lines = batch.map((name) => changeTrust({ source: stage.address(name), asset }))
    await stage.classic('bank', lines, batch)
  }
}

/** Pays stablecoin out of the issuer's hand. */
export async function give(stage: Stage, usd: Town['usd'], names: readonly string[], stroops: bigint): Promise<void> {
  for (let start = 0; start < names.length; start += 100) {
    const batch = names.slice(start, start + 100)
    const pay = (name: string) => payment({ destination: stage.address(name), asset: usd, amountStroops: stroops })
    await stage.classic('usd-issuer', batch.map(pay))
  }
}

/** Opens accounts with lumens for their lines and fees. */
export async function open(stage: Stage, names: readonly string[]): Promise<void> {
  for (let start = 0; start < names.length; start += 100) {
    const batch = names.slice(start, start + 100)
    const create = (name: string) => createAccount({ destination: stage.address(name), startingStroops: 50n * UNIT })
    await stage.classic('bank', batch.map(create))
  }
}

/** An approved system of two parties with a meter for the whole site. */
export async function addSystem(town: Town, name: string): Promise<number> {
  const { stage, registry } = town
  const call = { contract: 'registry', id: registry } as const
  const share = (owner: string, portion_bps: number) => ({ owner: stage.address(owner), portion_bps })
  const shares = [share('owner.0', 6_000), share('owner.1', 4_000)]
  const system = await stage.call<number>({
    ...call,
    who: 'issuer',
    method: 'propose',
    args: { proposer: stage.address('issuer'), name, capacity_w: 10_000_000n, shares },
  })
  await stage.call({ ...call, who: 'approver', method: 'approve', args: { system } })
  return system
}
