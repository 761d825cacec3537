import {
  addressBytes,
  createSac,
  payment,
  randomSalt,
  scAddressBytes,
  serializedAsset,
  setOptions,
  tokenOf,
} from '@heliobond/chain'
import {
  buildMerkleTree,
  couponLeafBytes,
  type MerkleTree,
  merkleProof,
  merkleTreeRoot,
  networkId,
} from '@heliobond/domain'
import type { Plant } from './plant.ts'
import type { Call } from './stage.ts'
import { addSystem, DAY, give, hash, open, other, type Town, tagged, trust, UNIT } from './town.ts'

const HALF_YEAR = 180n * DAY
/** What each holder buys. */
const TICKET = 10n * UNIT
const RATE_BPS = 600n

/** A bond of a number of holders, from its sale to its redemption. `tag` names its rows in the table. */
export interface Bond {
  readonly tag: string
  readonly id: string
  readonly system: number
  readonly holders: readonly string[]
  readonly works: string
  /** When a period starts; they count from 1. */
  start(period: number): bigint
  call<T>(call: Omit<Call, 'contract' | 'id' | 'row'>, tag?: string): Promise<T>
}

export interface Leaf {
  readonly holder: string
  readonly index: number
  readonly amount: bigint
  readonly proof: readonly Buffer[]
}

/** Sells a bond. Its works is an address that need not exist yet. */
export async function sell(
  town: Town,
  p: {
    readonly tag: string
    readonly holders: number
    readonly periods: number
    readonly works?: string
    readonly salt?: string
    /** The last holder stays away: the minimum is missed. */
    readonly isMissed?: boolean
  },
): Promise<Bond> {
  const { stage, usd } = town
  const holders = Array.from({ length: p.holders }, (_, at) => `${p.tag}.holder.${at}`)
  await open(stage, holders)
  await trust(stage, holders, usd)
  await give(stage, usd, holders, TICKET)

  const system = await addSystem(town, `bench ${p.tag}`)
  const issuer = `bond-issuer.${p.tag}`
  const asset = `BOND:${stage.address(issuer)}` as const
  await stage.net.fund(stage.address(issuer))
  const flags = { authRequired: true, authRevocable: true, authClawbackEnabled: true }
  await stage.classic(issuer, [setOptions({ source: stage.address(issuer), flags })])
  await stage.classic(issuer, [createSac({ source: stage.address(issuer), asset })])

  const begin = stage.now() + 60n * DAY
  const start = (period: number) => begin + BigInt(period - 1) * HALF_YEAR
  const schedule = Array.from({ length: p.periods }, (_, at) => ({
    start: start(at + 1),
    record: start(at + 2) - 15n * DAY,
    pay: start(at + 2),
    days: 180,
    basis: 360,
  }))
  const collections = [0, 1].map((party) => `collection.${p.tag}.${party}`)
  const works = p.works ?? stage.address('works')
  const id = await stage.deploy(
    'offering',
    {
      roles: {
        issuer: stage.address('issuer'),
        trustee: stage.address('trustee'),
        compliance: stage.address('compliance'),
        operator: stage.address('operator'),
        works,
      },
      registry: town.registry,
      energy: town.energy,
      system,
      terms: terms(town, BigInt(p.holders) * TICKET),
      schedule,
      collections: collections.map(stage.address),
    },
    p.salt ?? randomSalt(),
  )
  const registry = { contract: 'registry', id: town.registry } as const
  await stage.call({ ...registry, who: 'approver', method: 'bind_offering', args: { system, offering: id } })
  await stage.classic(issuer, [tokenOf(asset, stage.chain).setAdmin({ source: stage.address(issuer), admin: id })])
  const expiresLedger = (await stage.chain.ledger()) + 1_000_000
  for (const collection of collections) {
    const from = stage.address(collection)
    const approve = tokenOf(usd, stage.chain).approve({ from, spender: id, amountStroops: 1n << 62n, expiresLedger })
    await stage.single(collection, 'sac.approve', approve)
  }
  const bond: Bond = {
    tag: p.tag,
    id,
    system,
    holders,
    works,
    start,
    call: (call, tag = p.tag) => stage.call({ ...call, contract: 'offering', id, row: `${call.method}@${tag}` }),
  }
  await bond.call({ who: 'issuer', method: 'launch', args: { serialized_asset: Buffer.from(serializedAsset(asset)) } })
  const buyers = p.isMissed ? holders.slice(0, -1) : holders
  for (const [at, holder] of buyers.entries()) {
    // The last one is measured: all others are in by then.
    const tag = at === buyers.length - 1 ? p.tag : 'crowd'
    const who = stage.address(holder)
    await bond.call({ who: 'compliance', method: 'set_allowed', args: { who, allowed: true } }, tag)
    await bond.call({ who: holder, method: 'invest', args: { investor: who, amount: TICKET } }, tag)
  }
  if (p.isMissed) {
    stage.warp(begin)
    await bond.call({ who: 'payer', method: 'close_funding', args: {} }, 'crowd')
    return bond
  }
  await bond.call({ who: 'issuer', method: 'close_funding' })
  for (let at = 0; at < holders.length; at += 20) {
    const args = { holders: holders.slice(at, at + 20).map(stage.address) }
    await bond.call({ who: 'payer', method: 'release', args }, at === 0 ? p.tag : 'crowd')
  }
  return bond
}

/** One period: its energy is billed and paid, its coupon agreed, funded and claimed by the first eleven holders. */
export async function period(
  town: Town,
  bond: Bond,
  plant: Plant,
  p: { readonly number: number; readonly tag: string; readonly principal: bigint },
): Promise<readonly Leaf[]> {
  const { stage, usd } = town
  const outstanding = BigInt(bond.holders.length) * TICKET
  const interest = (outstanding * RATE_BPS * 180n) / (10_000n * 360n)
  stage.warp(bond.start(p.number) + 100n * DAY)
  for (const symbol of ['RETAIL', 'EXPORT']) {
    const args = { feeder: stage.address('feeder.a'), asset: other(symbol) }
    await stage.call({ who: 'feeder.a', contract: 'tariff', id: town.tariff, method: 'reaffirm', args })
  }
  const revenue = interest + 2n * UNIT + p.principal
  await plant.bill(revenue, p.tag)
  const [mine, theirs] = [(revenue * 6n) / 10n, (revenue * 4n) / 10n]
  const collection = stage.address(`collection.${bond.tag}.0`)
  await stage.classic('payer', [payment({ destination: collection, asset: usd, amountStroops: mine })])
  await bond.call({ who: 'payer', method: 'collect', args: { party: 0 } }, p.tag)
  const pay = { from: stage.address('payer'), party: 1, amount: theirs }
  await bond.call({ who: 'payer', method: 'pay', args: pay }, p.tag)
  const exported = { from: stage.address('payer'), amount: 1_000n }
  await bond.call({ who: 'payer', method: 'pay_export', args: exported }, p.tag)
  await bond.call({ who: 'operator', method: 'draw_operations', args: { amount: UNIT } }, p.tag)

  if (p.principal > 0n) await bond.call({ who: 'issuer', method: 'call', args: { who: stage.address('issuer') } })
  return coupon(town, bond, p)
}

/** A coupon from its snapshot to the first claims. */
export async function coupon(
  town: Town,
  bond: Bond,
  p: { readonly number: number; readonly tag: string },
): Promise<readonly Leaf[]> {
  const { stage } = town
  stage.warp(bond.start(p.number + 1) - 15n * DAY + 1n)
  const amount = (TICKET * RATE_BPS * 180n) / (10_000n * 360n)
  const tree = buildMerkleTree(
    bond.holders.map((holder, index) => leafBytes(town, bond, p.number, index, holder, amount)),
  )
  const root = Buffer.from(merkleTreeRoot(tree))
  const proposal = {
    who: stage.address('operator'),
    number: p.number,
    root,
    total: amount * BigInt(bond.holders.length),
    leaf_count: bond.holders.length,
    unattributed: 0n,
    besides: 0n,
    record_ledger: 1_000,
    snapshot_hash: Buffer.from(hash(9)),
  }
  await bond.call({ who: 'operator', method: 'propose_coupon', args: proposal }, p.tag)
  if (p.tag === 'few') {
    await bond.call({ who: 'trustee', method: 'void_coupon', args: { number: 1 } })
    await bond.call({ who: 'operator', method: 'propose_coupon', args: proposal }, 'crowd')
  }
  for (const who of ['issuer', 'trustee']) {
    const args = { who: stage.address(who), number: p.number, root }
    await bond.call({ who, method: 'attest_coupon', args }, p.tag)
  }
  stage.warp(bond.start(p.number + 1))
  await bond.call({ who: 'payer', method: 'fund_coupon', args: { number: p.number } }, p.tag)
  const leaves = bond.holders.map((holder, index) => leafOf(town, tree, index, holder, amount))
  const [first] = leaves
  if (!first) throw new Error('no holder')
  await bond.call({ who: 'payer', method: 'claim', args: { number: p.number, leaf: first } }, p.tag)
  const ten = leaves.slice(1, 11)
  await bond.call({ who: 'payer', method: 'pay_claims', args: { number: p.number, leaves: ten } }, p.tag)
  return leaves
}

/** The debt is closed and the first ten holders are redeemed. */
export async function end(town: Town, bond: Bond): Promise<void> {
  const { stage } = town
  const spare = { party: 0, account: stage.address('collection.spare') }
  await bond.call({ who: 'trustee', method: 'set_collection', args: spare })
  await bond.call({ who: 'payer', method: 'mature' })
  const holders = bond.holders.slice(0, 10).map(stage.address)
  await bond.call({ who: 'payer', method: 'redeem', args: { holders } })
  await bond.call({ who: 'owner.0', method: 'withdraw_credit', args: { party: 0, amount: 1n } })
}

function leafBytes(
  { stage }: Town,
  bond: Bond,
  coupon: number,
  leafIndex: number,
  holder: string,
  amountStroops: bigint,
) {
  return couponLeafBytes({
    networkId: networkId(stage.net.passphrase),
    offeringId: addressBytes(bond.id),
    coupon,
    leafIndex,
    holder: scAddressBytes(stage.address(holder)),
    amountStroops,
  })
}

function leafOf({ stage }: Town, tree: MerkleTree, index: number, holder: string, amount: bigint): Leaf {
  const { siblings } = merkleProof(tree, index)
  return { holder: stage.address(holder), index, amount, proof: siblings.map((sibling) => Buffer.from(sibling)) }
}

function terms({ stage, settlement }: Town, cap: bigint) {
  const deadline = stage.now() + 59n * DAY
  return {
    settlement,
    cap,
    minimum: cap,
    denomination: UNIT,
    min_ticket: UNIT,
    max_ticket: TICKET,
    price_bps: 10_000,
    rate_bps: Number(RATE_BPS),
    funding_deadline: deadline,
    operations_budget: UNIT,
    reserve_requirement: cap / 100n,
    reserve_from_proceeds: cap / 100n,
    capitalized_interest: 0n,
    renewal_requirement: 0n,
    kind: tagged('Bond'),
    principal: tagged('SinkingFund'),
    share_bps: 0,
    default_grace: 90n * DAY,
    long_stop: deadline + 365n * DAY,
    unclaimed_after: 365n * DAY,
    unclaimed_to: stage.address('trustee'),
    upgrade_delay: 30n * DAY,
    call_notice: DAY,
    challenge_delay: 2n * DAY,
    attestations: 2,
    documents_hash: Buffer.from(hash(7)),
  }
}
