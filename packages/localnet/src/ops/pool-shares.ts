import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { keyOf } from '../ledger/codec.ts'
import {
  type ClaimableBalanceEntry,
  LINE_CLAWBACK_ENABLED,
  type PoolEntry,
  type TrustLineEntry,
} from '../ledger/entries.ts'
import { maintainsLiabilities } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, assetWire, issuerOf, NATIVE, poolIdOf } from '../ledger/keys.ts'
import { POOL_FEE_BPS, poolIdFrom } from '../ledger/pools.ts'
import { bookRedeemedBalance, type ReserveRefusal, releaseEntry } from '../ledger/sponsorship.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import { worthOf } from '../orderbook/pool-exchange.ts'
import { balanceParty, poolParty } from '../tx/events.ts'
import type { OperationContext, OperationId } from './context.ts'

// stellar-core, transactions/ChangeTrustOpFrame.cpp, transactions/TransactionUtils.cpp (removeOffersAndPoolShareTrustLines); CAP-38.

export interface PoolAssets {
  readonly assetA: AssetName
  readonly assetB: AssetName
}

/** Whether an account needs a line to an asset of its pools: not to lumens, nor to what it issues itself. */
function needsLine(address: string, asset: AssetName): boolean {
  return asset !== NATIVE && issuerOf(asset) !== address
}

/**
 * Counts one more line to the shares of a pool: on the account's lines to both assets, and in the pool, which the first line makes.
 *
 * @returns why it cannot be; null if it was done
 */
export function enterPool(
  txn: LedgerTxn,
  address: string,
  { assetA, assetB }: PoolAssets,
): 'trustLineMissing' | 'notAuthMaintainLiabilities' | null {
  for (const asset of [assetA, assetB]) {
    if (!needsLine(address, asset)) continue
    const line = txn.loadTrustLine(address, asset)
    if (line === null) return 'trustLineMissing'
    if (!maintainsLiabilities(line)) return 'notAuthMaintainLiabilities'
    line.hasLiabilitiesExtension = true
    line.poolUseCount = (line.poolUseCount ?? 0) + 1
  }
  const poolId = poolIdFrom(assetA, assetB)
  const pool = txn.loadPool(poolId)
  if (pool !== null) pool.lineCount += 1n
  else txn.put(newPool(poolId, { assetA, assetB }))
  return null
}

function newPool(poolId: string, { assetA, assetB }: PoolAssets): PoolEntry {
  return {
    kind: 'pool',
    lastModifiedLedger: 0,
    sponsor: null,
    hasSponsorExtension: false,
    poolId,
    assetA,
    assetB,
    feeBps: POOL_FEE_BPS,
    reserveAStroops: 0n,
    reserveBStroops: 0n,
    totalShares: 0n,
    lineCount: 1n,
  }
}

/** Counts one line less; the last one takes the pool with it. */
export function leavePool(txn: LedgerTxn, address: string, { assetA, assetB }: PoolAssets): void {
  for (const asset of [assetA, assetB]) {
    if (!needsLine(address, asset)) continue
    const line = txn.loadTrustLine(address, asset)
    if (line === null || line.poolUseCount === null || line.poolUseCount < 1) {
      throw new Error(`the line of ${address} to ${asset} is in no pool`)
    }
    line.poolUseCount -= 1
  }
  const pool = txn.loadPool(poolIdFrom(assetA, assetB))
  if (pool === null) throw new Error('a line to shares of no pool')
  pool.lineCount -= 1n
  if (pool.lineCount === 0n) txn.erase(keyOf(pool))
}

/**
 * Turns all shares that an account has of pools of an asset into claimable balances of their reserves, as when its line to the asset is no
 * longer authorized, and closes its lines to them.
 *
 * @returns why that cannot be; null if it was done
 */
export function redeemPoolShares(context: OperationContext, address: string, asset: AssetName): ReserveRefusal | null {
  const { txn } = context
  for (const { asset: share } of txn.poolLinesOf(address)) {
    const poolId = poolIdOf(share)
    const held = poolId === null ? null : txn.peekPool(poolId)
    if (held === null) throw new Error(`the pool of ${share} is missing`)
    if (held.assetA !== asset && held.assetB !== asset) continue
    const line = txn.loadTrustLine(address, share)
    if (line === null) throw new Error(`the line to ${share} is missing`)
    const refusal = redeem(context, line, held.poolId)
    if (refusal !== null) return refusal
  }
  return null
}

function redeem(context: OperationContext, line: TrustLineEntry, poolId: string): ReserveRefusal | null {
  const { txn } = context
  const { address, balanceStroops: shares } = line
  const backer = line.sponsor ?? address
  releaseEntry(txn, line, txn.requireAccount(address))
  txn.erase(keyOf(line))
  const pool = txn.loadPool(poolId)
  if (pool === null) throw new Error(`pool ${poolId} is missing`)
  if (shares !== 0n) {
    const amountA = worthOf(shares, pool.totalShares, pool.reserveAStroops)
    const amountB = worthOf(shares, pool.totalShares, pool.reserveBStroops)
    for (const [asset, amountStroops] of [
      [pool.assetA, amountA],
      [pool.assetB, amountB],
    ] as const) {
      const refusal = setAside(context, { poolId, asset, amountStroops, owner: address, backer })
      if (refusal !== null) return refusal
    }
    pool.totalShares -= shares
    pool.reserveAStroops -= amountA
    pool.reserveBStroops -= amountB
  }
  leavePool(txn, address, pool)
  return null
}

interface Redemption {
  readonly poolId: string
  readonly asset: AssetName
  readonly amountStroops: bigint
  readonly owner: string
  /** Who paid the reserve of the line. */
  readonly backer: string
}

/** Sets an amount out of a pool aside for its owner; what comes back to its own issuer is burned. */
function setAside(context: OperationContext, redemption: Redemption): ReserveRefusal | null {
  const { txn, events, eventFactory, sponsorships } = context
  const { poolId, asset, amountStroops, owner, backer } = redemption
  if (amountStroops === 0n) return null
  if (issuerOf(asset) === owner) {
    events.push(eventFactory.burn(asset, poolParty(poolId), amountStroops))
    return null
  }
  const line = asset === NATIVE ? null : txn.loadTrustLine(owner, asset)
  const balance: ClaimableBalanceEntry = {
    kind: 'claimableBalance',
    lastModifiedLedger: 0,
    sponsor: null,
    hasSponsorExtension: false,
    balanceId: redeemedBalanceId(context.operationId, poolId, asset),
    asset,
    amountStroops,
    claimants: [{ type: 0, v0: { destination: accountIdWire(owner), predicate: { type: 0 } } }],
    clawbackEnabled: line !== null && (line.flags & LINE_CLAWBACK_ENABLED) !== 0,
  }
  events.push(eventFactory.transfer(asset, poolParty(poolId), balanceParty(balance.balanceId), amountStroops, null))
  const refusal = bookRedeemedBalance(txn, sponsorships, balance, backer)
  if (refusal === null) txn.put(balance)
  return refusal
}

/** The id of what pool shares were turned into: the hash of the operation's place, of the pool and the asset (`HashIDPreimage`), hex. */
function redeemedBalanceId({ source, sequence, index }: OperationId, poolId: string, asset: AssetName): string {
  const preimage = xdr.HashIdPreimage.schema.encode({
    type: 7,
    revokeId: {
      sourceAccount: accountIdWire(source),
      seqNum: sequence,
      opNum: index,
      liquidityPoolId: Uint8Array.from(Buffer.from(poolId, 'hex')),
      asset: assetWire(asset),
    },
  })
  return createHash('sha256').update(preimage).digest('hex')
}
