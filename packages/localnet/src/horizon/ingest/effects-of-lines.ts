import type { xdr } from '@stellar/stellar-sdk/base'
import { addressOf, assetName } from '../../ledger/keys.ts'
import type { Wire } from '../../ledger/wire.ts'
import { toAmount } from '../../server/encoding.ts'
import { assetFields } from '../assets.ts'
import { changesOf, lineAsset } from './changes.ts'
import type { EffectList } from './effect-list.ts'
import { poolRevokedEffects } from './effects-of-pools.ts'

const AUTHORIZED = 1
const MAINTAIN = 2
const CLAWBACK = 4

/** The asset of a line: an asset's fields, or the pool whose shares it holds. */
export function lineFields(line: Parameters<typeof lineAsset>[0]): Record<string, unknown> {
  const asset = lineAsset(line)
  if ('poolId' in asset) return { asset_type: 'liquidity_pool_shares', liquidity_pool_id: asset.poolId }
  return { ...assetFields(asset.asset) }
}

export function changeTrustEffects(list: EffectList, operation: Wire<xdr.ChangeTrustOp>): void {
  for (const { pre, post } of changesOf(list.changes, 1)) {
    const line = post?.trustLine ?? pre?.trustLine
    // A line to pool shares changes the lines to the pool's assets too: only the one that was asked for is told.
    if (line === undefined || line.asset.type !== operation.line.type) continue
    const type = pre === null ? 'trustline_created' : post === null ? 'trustline_removed' : 'trustline_updated'
    list.ofSource(type, { ...lineFields(line), limit: toAmount(operation.limit) })
    return
  }
}

function flagFields(flags: number, value: boolean): Record<string, boolean> {
  return {
    ...((flags & AUTHORIZED) !== 0 && { authorized_flag: value }),
    ...((flags & CLAWBACK) !== 0 && { clawback_enabled_flag: value }),
  }
}

/**
 * The flag for keeping liabilities is not told: Horizon's ingestion spells it differently than its record does
 * (protocols/horizon/effects, TrustlineFlagsUpdated).
 */
function flagsUpdated(list: EffectList, trustor: string, asset: string, set: number, clear: number): void {
  list.ofSource('trustline_flags_updated', {
    ...assetFields(asset),
    trustor,
    ...flagFields(set, true),
    ...flagFields(clear, false),
  })
}

export function setFlagsEffects(list: EffectList, operation: Wire<xdr.SetTrustLineFlagsOp>): void {
  const trustor = addressOf(operation.trustor.ed25519)
  flagsUpdated(list, trustor, assetName(operation.asset), operation.setFlags, operation.clearFlags)
  poolRevokedEffects(list)
}

/** The older operation tells both the older effect and the newer. */
export function allowTrustEffects(list: EffectList, operation: Wire<xdr.AllowTrustOp>): void {
  const trustor = addressOf(operation.trustor.ed25519)
  const code = operation.asset.type === 1 ? operation.asset.assetCode4 : operation.asset.assetCode12
  const text = Buffer.from(code).toString('latin1').replace(/\0+$/, '')
  const asset = `${text}:${list.decoded.sourceAddress(list.at)}`
  const { asset_type, asset_code } = assetFields(asset)
  const older = { trustor, asset_type, asset_code }
  if ((operation.authorize & AUTHORIZED) !== 0) {
    list.ofSource('trustline_authorized', older)
    flagsUpdated(list, trustor, asset, AUTHORIZED, 0)
  } else if ((operation.authorize & MAINTAIN) !== 0) {
    list.ofSource('trustline_authorized_to_maintain_liabilities', older)
    flagsUpdated(list, trustor, asset, MAINTAIN, 0)
  } else {
    list.ofSource('trustline_deauthorized', older)
    flagsUpdated(list, trustor, asset, 0, AUTHORIZED | MAINTAIN)
  }
  poolRevokedEffects(list)
}
