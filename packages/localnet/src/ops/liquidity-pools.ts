import type { xdr } from '@stellar/stellar-sdk/base'
import type { PoolEntry } from '../ledger/entries.ts'
import {
  addToPosition,
  availableToReceive,
  availableToSend,
  loadPosition,
  type Position,
  positionAuthorized,
} from '../ledger/funds.ts'
import { type AssetName, poolShareName } from '../ledger/keys.ts'
import { INT64_MAX, type OperationResultWire, type PriceWire, type Wire } from '../ledger/wire.ts'
import { squareRoot, worthOf } from '../orderbook/pool-exchange.ts'
import { partyOf, poolParty } from '../tx/events.ts'
import type { OperationContext, OperationHandler } from './context.ts'

// stellar-core, transactions/LiquidityPoolDepositOpFrame.cpp, transactions/LiquidityPoolWithdrawOpFrame.cpp; CAP-38.

const DEPOSIT = {
  success: 0,
  malformed: -1,
  noTrust: -2,
  notAuthorized: -3,
  underfunded: -4,
  lineFull: -5,
  badPrice: -6,
  poolFull: -7,
} as const

const deposited = (what: keyof typeof DEPOSIT): OperationResultWire => ({
  code: 0,
  tr: { type: 22, liquidityPoolDepositResult: { code: DEPOSIT[what] } },
})

type DepositOp = Wire<xdr.LiquidityPoolDepositOp>

interface Amounts {
  readonly a: bigint
  readonly b: bigint
  readonly shares: bigint
}

const isPrice = ({ n, d }: PriceWire): boolean => n > 0 && d > 0

function priceIsBad({ a, b }: Amounts, { minPrice, maxPrice }: DepositOp): boolean {
  if (a === 0n || b === 0n) return true
  return a * BigInt(minPrice.d) < b * BigInt(minPrice.n) || a * BigInt(maxPrice.d) > b * BigInt(maxPrice.n)
}

/** What goes in for how many shares: all that is offered into an empty pool, else in proportion, what goes in rounded up. */
function amountsFor(pool: PoolEntry, { maxAmountA, maxAmountB }: DepositOp): Amounts {
  const { reserveAStroops: reserveA, reserveBStroops: reserveB, totalShares } = pool
  if (totalShares === 0n) return { a: maxAmountA, b: maxAmountB, shares: squareRoot(maxAmountA * maxAmountB) }
  const sharesA = (totalShares * maxAmountA) / reserveA
  const sharesB = (totalShares * maxAmountB) / reserveB
  const shares = sharesA < sharesB ? sharesA : sharesB
  const roundedUp = (reserve: bigint): bigint => (shares * reserve + totalShares - 1n) / totalShares
  return { a: roundedUp(reserveA), b: roundedUp(reserveB), shares }
}

function requirePosition(context: OperationContext, asset: AssetName): Position {
  const position = loadPosition(context.txn, context.source, asset)
  if (position === null) throw new Error(`a line to shares of a pool without one to ${asset}`)
  return position
}

function move(context: OperationContext, position: Position, deltaStroops: bigint): void {
  if (!addToPosition(context.txn.context, position, deltaStroops)) throw new Error('what is there cannot be moved')
}

/** Puts both assets of a pool into it, for shares. */
export const liquidityPoolDeposit: OperationHandler<22> = {
  threshold: () => 'medium',
  check({ liquidityPoolDepositOp: op }) {
    const { minPrice, maxPrice } = op
    const malformed =
      op.maxAmountA <= 0n ||
      op.maxAmountB <= 0n ||
      !isPrice(minPrice) ||
      !isPrice(maxPrice) ||
      BigInt(minPrice.n) * BigInt(maxPrice.d) > BigInt(minPrice.d) * BigInt(maxPrice.n)
    return malformed ? deposited('malformed') : null
  },
  apply(context, { liquidityPoolDepositOp: op }) {
    const { txn, source } = context
    const poolId = Buffer.from(op.liquidityPoolId).toString('hex')
    const line = txn.loadTrustLine(source, poolShareName(poolId))
    if (line === null) return deposited('noTrust')
    const pool = txn.loadPool(poolId)
    if (pool === null) throw new Error(`pool ${poolId} is missing`)
    const [fromA, fromB] = [requirePosition(context, pool.assetA), requirePosition(context, pool.assetB)]
    if (!positionAuthorized(fromA) || !positionAuthorized(fromB)) return deposited('notAuthorized')
    const amounts = amountsFor(pool, op)
    const { a, b, shares } = amounts
    if (availableToSend(txn.context, fromA) < a || availableToSend(txn.context, fromB) < b) {
      return deposited('underfunded')
    }
    if (priceIsBad(amounts, op)) return deposited('badPrice')
    if (availableToReceive({ kind: 'line', line }) < shares) return deposited('lineFull')
    if (
      INT64_MAX - a < pool.reserveAStroops ||
      INT64_MAX - b < pool.reserveBStroops ||
      INT64_MAX - shares < pool.totalShares
    ) {
      return deposited('poolFull')
    }
    if (shares <= 0n) throw new Error('a deposit for no shares')
    move(context, fromA, -a)
    move(context, fromB, -b)
    move(context, { kind: 'line', line }, shares)
    pool.reserveAStroops += a
    pool.reserveBStroops += b
    pool.totalShares += shares
    const { eventFactory, events, sourceMuxed } = context
    const [from, to] = [partyOf(sourceMuxed), poolParty(poolId)]
    events.push(eventFactory.payment(pool.assetA, from, to, a, null))
    events.push(eventFactory.payment(pool.assetB, from, to, b, null))
    return deposited('success')
  },
}

const WITHDRAW = { success: 0, malformed: -1, noTrust: -2, underfunded: -3, lineFull: -4, underMinimum: -5 } as const

const withdrew = (what: keyof typeof WITHDRAW): OperationResultWire => ({
  code: 0,
  tr: { type: 23, liquidityPoolWithdrawResult: { code: WITHDRAW[what] } },
})

/** Gives shares of a pool back for their part of both reserves, rounded down. */
export const liquidityPoolWithdraw: OperationHandler<23> = {
  threshold: () => 'medium',
  check({ liquidityPoolWithdrawOp: op }) {
    return op.amount <= 0n || op.minAmountA < 0n || op.minAmountB < 0n ? withdrew('malformed') : null
  },
  apply(context, { liquidityPoolWithdrawOp: op }) {
    const { txn, source } = context
    const poolId = Buffer.from(op.liquidityPoolId).toString('hex')
    const line = txn.loadTrustLine(source, poolShareName(poolId))
    if (line === null) return withdrew('noTrust')
    if (availableToSend(txn.context, { kind: 'line', line }) < op.amount) return withdrew('underfunded')
    const pool = txn.loadPool(poolId)
    if (pool === null) throw new Error(`pool ${poolId} is missing`)
    const a = worthOf(op.amount, pool.totalShares, pool.reserveAStroops)
    const b = worthOf(op.amount, pool.totalShares, pool.reserveBStroops)
    for (const [asset, amount, least] of [
      [pool.assetA, a, op.minAmountA],
      [pool.assetB, b, op.minAmountB],
    ] as const) {
      if (amount < least) return withdrew('underMinimum')
      if (!addToPosition(txn.context, requirePosition(context, asset), amount)) return withdrew('lineFull')
    }
    move(context, { kind: 'line', line }, -op.amount)
    pool.reserveAStroops -= a
    pool.reserveBStroops -= b
    pool.totalShares -= op.amount
    const { eventFactory, events, sourceMuxed, memo } = context
    const [from, to] = [poolParty(poolId), partyOf(sourceMuxed)]
    events.push(eventFactory.payment(pool.assetA, from, to, a, memo))
    events.push(eventFactory.payment(pool.assetB, from, to, b, memo))
    return withdrew('success')
  },
}
