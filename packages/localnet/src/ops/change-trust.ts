import type { xdr } from '@stellar/stellar-sdk/base'
import { keyOf } from '../ledger/codec.ts'
import {
  ACCOUNT_AUTH_CLAWBACK_ENABLED,
  ACCOUNT_AUTH_REQUIRED,
  LINE_AUTHORIZED,
  LINE_CLAWBACK_ENABLED,
  type TrustLineEntry,
} from '../ledger/entries.ts'
import { type AssetName, assetName, compareAssets, isAssetValid, issuerOf, poolShareName } from '../ledger/keys.ts'
import { POOL_FEE_BPS, poolIdFrom } from '../ledger/pools.ts'
import { bookNewEntry, releaseEntry } from '../ledger/sponsorship.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import type { OperationResultWire, Wire } from '../ledger/wire.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'
import { enterPool, leavePool, type PoolAssets } from './pool-shares.ts'

const CHANGE_TRUST = {
  success: 0,
  malformed: -1,
  noIssuer: -2,
  invalidLimit: -3,
  lowReserve: -4,
  trustLineMissing: -6,
  cannotDelete: -7,
  notAuthMaintainLiabilities: -8,
} as const

const result = (what: keyof typeof CHANGE_TRUST): OperationResultWire => ({
  code: 0,
  tr: { type: 6, changeTrustResult: { code: CHANGE_TRUST[what] } },
})

/** What a line is to: an asset, or the shares of the pool of two. */
interface Target {
  readonly asset: AssetName
  readonly pool: PoolAssets | null
}

function targetOf(line: Wire<xdr.ChangeTrustOp>['line']): Target {
  if (line.type !== 3) return { asset: assetName(line), pool: null }
  const { constantProduct } = line.liquidityPool
  const pool = { assetA: assetName(constantProduct.assetA), assetB: assetName(constantProduct.assetB) }
  return { asset: poolShareName(poolIdFrom(pool.assetA, pool.assetB)), pool }
}

function isValid(line: Wire<xdr.ChangeTrustOp>['line'], source: string): boolean {
  if (line.type === 0) return false
  if (line.type !== 3) return isAssetValid(line) && issuerOf(assetName(line)) !== source
  const { assetA, assetB, fee } = line.liquidityPool.constantProduct
  if (!isAssetValid(assetA) || !isAssetValid(assetB) || fee !== POOL_FEE_BPS) return false
  return compareAssets(assetName(assetA), assetName(assetB)) < 0
}

/** Opens, changes or closes a line to an asset or to the shares of a liquidity pool. */
export const changeTrust: OperationHandler<6> = {
  threshold: () => 'medium',
  check({ changeTrustOp: op }, source) {
    return op.limit < 0n || !isValid(op.line, source) ? result('malformed') : null
  },
  apply(context, { changeTrustOp: op }) {
    const target = targetOf(op.line)
    const line = context.txn.loadTrustLine(context.source, target.asset)
    return line === null ? open(context, target, op.limit) : change(context, target, line, op.limit)
  },
}

function change(context: OperationContext, target: Target, line: TrustLineEntry, limit: bigint): OperationResultWire {
  const { txn, source } = context
  if (limit < line.balanceStroops + line.buyingLiabilitiesStroops) return result('invalidLimit')
  if (limit === 0n) {
    if ((line.poolUseCount ?? 0) !== 0) return result('cannotDelete')
    releaseEntry(txn, line, txn.requireAccount(source))
    txn.erase(keyOf(line))
    if (target.pool !== null) leavePool(txn, source, target.pool)
    return result('success')
  }
  if (target.pool === null && issuerOfLine(txn, target) === null) return result('noIssuer')
  line.limitStroops = limit
  return result('success')
}

const issuerOfLine = (txn: LedgerTxn, { asset }: Target) => txn.peekAccount(issuerOf(asset) ?? '')

/** What a new line begins with, by its issuer; null if there is none. Shares of a pool have none, and need none. */
function firstFlags(txn: LedgerTxn, target: Target): number | null {
  if (target.pool !== null) return 0
  const issuer = issuerOfLine(txn, target)
  if (issuer === null) return null
  const authorized = issuer.flags & ACCOUNT_AUTH_REQUIRED ? 0 : LINE_AUTHORIZED
  return authorized | (issuer.flags & ACCOUNT_AUTH_CLAWBACK_ENABLED ? LINE_CLAWBACK_ENABLED : 0)
}

function open(context: OperationContext, target: Target, limit: bigint): OperationResultWire {
  const { txn, source, sponsorships } = context
  if (limit === 0n) return result('invalidLimit')
  const flags = firstFlags(txn, target)
  if (flags === null) return result('noIssuer')
  const notEntered = target.pool === null ? null : enterPool(txn, source, target.pool)
  if (notEntered !== null) return result(notEntered)
  const line: TrustLineEntry = {
    kind: 'trustline',
    lastModifiedLedger: 0,
    sponsor: null,
    hasSponsorExtension: false,
    address: source,
    asset: target.asset,
    balanceStroops: 0n,
    limitStroops: limit,
    flags,
    hasLiabilitiesExtension: false,
    buyingLiabilitiesStroops: 0n,
    sellingLiabilitiesStroops: 0n,
    poolUseCount: null,
  }
  const refusal = bookNewEntry(txn, sponsorships, line, txn.requireAccount(source))
  if (refusal === 'lowReserve') return result('lowReserve')
  if (refusal !== null) return COMMON[refusal]
  txn.put(line)
  return result('success')
}
