import { assetName } from '../../ledger/keys.ts'
import { toAmount } from '../../server/encoding.ts'
import { balanceIdText, type Change, changesOf, type LiquidityPoolWire, poolIdText } from './changes.ts'
import type { EffectList } from './effect-list.ts'
import { claimableBalanceCreated } from './effects-of-balances.ts'
import type { Claim } from './trades.ts'

export interface PoolDelta {
  readonly pool: LiquidityPoolWire
  readonly assetA: string
  readonly assetB: string
  /** What the operation added to the pool, in stroops; negative for what it took. */
  readonly a: bigint
  readonly b: bigint
  readonly shares: bigint
}

/** How an operation changed a pool, the first one it touched unless told which. */
export function poolDelta(changes: readonly Change[], poolId?: string): PoolDelta | undefined {
  for (const { pre, post } of changesOf(changes, 5)) {
    const pool = post?.liquidityPool ?? pre?.liquidityPool
    if (pool === undefined || (poolId !== undefined && poolIdText(pool.liquidityPoolId) !== poolId)) continue
    const before = pre?.liquidityPool.body.constantProduct
    const after = post?.liquidityPool.body.constantProduct
    const { params } = pool.body.constantProduct
    return {
      pool,
      assetA: assetName(params.assetA),
      assetB: assetName(params.assetB),
      a: (after?.reserveA ?? 0n) - (before?.reserveA ?? 0n),
      b: (after?.reserveB ?? 0n) - (before?.reserveB ?? 0n),
      shares: (after?.totalPoolShares ?? 0n) - (before?.totalPoolShares ?? 0n),
    }
  }
  return undefined
}

/** Two amounts of a pool's assets. */
export function reserves({ assetA, assetB }: { assetA: string; assetB: string }, a: bigint, b: bigint) {
  return [
    { asset: assetA, amount: toAmount(a) },
    { asset: assetB, amount: toAmount(b) },
  ]
}

export function poolFields(pool: LiquidityPoolWire): Record<string, unknown> {
  const { params, reserveA, reserveB, totalPoolShares, poolSharesTrustLineCount } = pool.body.constantProduct
  return {
    id: poolIdText(pool.liquidityPoolId),
    fee_bp: params.fee,
    type: 'constant_product',
    total_trustlines: poolSharesTrustLineCount.toString(),
    total_shares: toAmount(totalPoolShares),
    reserves: reserves({ assetA: assetName(params.assetA), assetB: assetName(params.assetB) }, reserveA, reserveB),
  }
}

export function depositEffects(list: EffectList, poolId: Uint8Array): void {
  const delta = poolDelta(list.changes, poolIdText(poolId))
  if (delta === undefined) return
  list.ofSource('liquidity_pool_deposited', {
    liquidity_pool: poolFields(delta.pool),
    reserves_deposited: reserves(delta, delta.a, delta.b),
    shares_received: toAmount(delta.shares),
  })
}

export function withdrawEffects(list: EffectList, poolId: Uint8Array): void {
  const delta = poolDelta(list.changes, poolIdText(poolId))
  if (delta === undefined) return
  list.ofSource('liquidity_pool_withdrew', {
    liquidity_pool: poolFields(delta.pool),
    reserves_received: reserves(delta, -delta.a, -delta.b),
    shares_redeemed: toAmount(-delta.shares),
  })
}

export function poolTradeEffect(list: EffectList, claim: Claim): void {
  const delta = poolDelta(list.changes, claim.seller)
  if (delta === undefined) return
  list.ofSource('liquidity_pool_trade', {
    liquidity_pool: poolFields(delta.pool),
    sold: { asset: claim.sold, amount: toAmount(claim.soldStroops) },
    bought: { asset: claim.bought, amount: toAmount(claim.boughtStroops) },
  })
}

/** Taking an authorization away redeems pool shares into claimable balances. */
export function poolRevokedEffects(list: EffectList): void {
  const delta = poolDelta(list.changes)
  if (delta === undefined) return
  const ids = new Map<string, string>()
  for (const { pre, post } of changesOf(list.changes, 4)) {
    if (pre !== null || post === null) continue
    const balance = post.claimableBalance
    ids.set(assetName(balance.asset), balanceIdText(balance.balanceId))
    claimableBalanceCreated(list, balance, balance.claimants)
  }
  if (ids.size === 0) return
  const revoked = reserves(delta, -delta.a, -delta.b).flatMap((each) => {
    const id = ids.get(each.asset)
    return id === undefined ? [] : [{ ...each, claimable_balance_id: id }]
  })
  list.ofSource('liquidity_pool_revoked', {
    liquidity_pool: poolFields(delta.pool),
    reserves_revoked: revoked,
    shares_revoked: toAmount(-delta.shares),
  })
}

/** Pools that came and went. */
export function poolEntryEffects(list: EffectList): void {
  if (!list.changed(({ data }) => data.type === 5)) return
  for (const { pre, post } of changesOf(list.changes, 5)) {
    if (pre === null && post !== null) {
      list.ofSource('liquidity_pool_created', { liquidity_pool: poolFields(post.liquidityPool) })
    } else if (pre !== null && post === null) {
      list.ofSource('liquidity_pool_removed', { liquidity_pool_id: poolIdText(pre.liquidityPool.liquidityPoolId) })
    }
  }
}
