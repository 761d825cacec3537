import { type Keypair, Operation, type xdr } from '@stellar/stellar-sdk/base'
import type { TrustLineEntry } from '../ledger/entries.ts'
import { poolIdOf } from '../ledger/keys.ts'
import { Pool } from '../ops/codes/pools.test-helper.ts'
import { altered, lumens } from '../ops/codes/table.test-helper.ts'
import { alone } from './accounts.test-helper.ts'
import type { Part, World } from './world.test-helper.ts'

/** The pools of neighbours in the list of assets: two hold lumens, three what may be frozen or clawed back. */
export function poolsOf({ assets }: World): Pool[] {
  return assets.map((asset, at) => new Pool(asset, assets[(at + 1) % assets.length] ?? asset))
}

interface Share {
  readonly owner: Keypair
  readonly pool: Pool
  readonly line: TrustLineEntry
}

/** Somebody's line to shares of a pool, one that holds some where there is; undefined if nobody has any. */
function share(world: World, filled: boolean): Share | undefined {
  const pools = new Map(poolsOf(world).map((pool) => [pool.id, pool]))
  const all = [...world.people(), ...world.issuers].flatMap((owner) =>
    world.linesOf(owner.publicKey()).flatMap((line) => {
      const pool = pools.get(poolIdOf(line.asset) ?? '')
      return pool === undefined ? [] : [{ owner, pool, line }]
    }),
  )
  const meant = filled ? all.filter(({ line }) => line.balanceStroops > 0n) : all
  return meant.length > 0 ? world.dice.pick(meant) : all[0]
}

export function trustShares(world: World): Part {
  const { dice } = world
  const pool = dice.pick(poolsOf(world))
  const trust = (of: Keypair, limit: string, shares = pool): Part =>
    alone(Operation.changeTrust({ asset: shares.share, limit, source: of.publicKey() }), of)
  const some = share(world, false)
  return dice.weighted([
    [10, () => trust(world.person(), dice.pick(['700', '100000']))],
    [1, () => trust(dice.pick(world.issuers), '1000')],
    [2, () => trust(some?.owner ?? world.person(), '0', some?.pool)],
    [1, () => trust(world.person(), '0.0000100')],
    [1, () => trust(world.bareOne(), '5')],
    [1, () => closeLine(world)],
  ])()
}

/** Tries to close a line to an asset that a pool may hold it by. */
function closeLine(world: World): Part {
  const person = world.person()
  const line = world.linesOf(person.publicKey()).find(({ poolUseCount }) => (poolUseCount ?? 0) > 0)
  const asset = world.assets.find((one) => one.toString() === line?.asset) ?? world.credit()
  return alone(Operation.changeTrust({ asset, limit: '0', source: person.publicKey() }), person)
}

const ANY = { minPrice: { n: 1, d: 2 ** 31 - 1 }, maxPrice: { n: 2 ** 31 - 1, d: 1 } } as const

export function liquidityPoolDeposit(world: World): Part {
  const { dice } = world
  const some = share(world, false)
  const pool = some?.pool ?? dice.pick(poolsOf(world))
  const owner = some?.owner ?? world.person()
  const put = (by: Keypair, maxAmountA: string, maxAmountB: string, price: typeof ANY | Prices = ANY): Part =>
    alone(
      Operation.liquidityPoolDeposit({
        liquidityPoolId: pool.id,
        maxAmountA,
        maxAmountB,
        ...price,
        source: by.publicKey(),
      }),
      by,
    )
  const price = world.price()
  return dice.weighted([
    [12, () => put(owner, world.amount(), world.amount())],
    [2, () => put(owner, '90000', '90000')],
    [2, () => put(owner, world.amount(), world.amount(), { minPrice: price, maxPrice: price })],
    [1, () => put(owner, '0.0000001', '40')],
    [1, () => put(world.bareOne(), '1', '1')],
    [1, () => changed(put(owner, '1', '1'), (op) => ({ ...op, maxAmountA: 0n }))],
  ])()
}

interface Prices {
  readonly minPrice: { readonly n: number; readonly d: number }
  readonly maxPrice: { readonly n: number; readonly d: number }
}

type DepositWire = Extract<ReturnType<xdr.OperationBody['toXdrObject']>, { type: 22 }>['liquidityPoolDepositOp']

/** What the client would not build. */
function changed({ operations: [operation], signers }: Part, change: (op: DepositWire) => DepositWire): Part {
  if (operation === undefined) throw new Error('nothing to change')
  const other = altered(operation, 22, (body) => ({
    ...body,
    liquidityPoolDepositOp: change(body.liquidityPoolDepositOp),
  }))
  return { operations: [other], signers }
}

export function liquidityPoolWithdraw(world: World): Part {
  const { dice } = world
  const some = share(world, true)
  const pool = some?.pool ?? dice.pick(poolsOf(world))
  const owner = some?.owner ?? world.person()
  const held = some?.line.balanceStroops ?? 1n
  const take = (by: Keypair, shares: bigint, minAmountA = '0', minAmountB = '0'): Part =>
    alone(
      Operation.liquidityPoolWithdraw({
        liquidityPoolId: pool.id,
        amount: lumens(shares > 0n ? shares : 1n),
        minAmountA,
        minAmountB,
        source: by.publicKey(),
      }),
      by,
    )
  return dice.weighted([
    [6, () => take(owner, held / BigInt(1 + dice.below(6)))],
    [2, () => take(owner, held)],
    [1, () => take(owner, held + 1n)],
    [1, () => take(owner, held, '90000')],
    [1, () => take(owner, held, '0', '90000')],
    [1, () => take(world.bareOne(), 1n)],
  ])()
}
