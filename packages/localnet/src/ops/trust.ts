import type { xdr } from '@stellar/stellar-sdk/base'
import {
  ACCOUNT_AUTH_REVOCABLE,
  LINE_AUTHORIZED,
  LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES,
  LINE_CLAWBACK_ENABLED,
} from '../ledger/entries.ts'
import { maintainsLiabilities } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, addressOf, assetName, isAssetValid, issuerOf } from '../ledger/keys.ts'
import type { ReserveRefusal } from '../ledger/sponsorship.ts'
import type { AssetWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { withdrawOffers } from '../orderbook/convert.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'
import { redeemPoolShares } from './pool-shares.ts'

const LINE_AUTH_FLAGS = LINE_AUTHORIZED | LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES
const LINE_FLAGS = LINE_AUTH_FLAGS | LINE_CLAWBACK_ENABLED
const SET_FLAGS = {
  success: 0,
  malformed: -1,
  noTrustLine: -2,
  cantRevoke: -3,
  invalidState: -4,
  lowReserve: -5,
} as const

const setFlagsResult = (code: Wire<xdr.SetTrustLineFlagsResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 21, setTrustLineFlagsResult: { code } },
})

const allowTrustResult = (code: Wire<xdr.AllowTrustResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 7, allowTrustResult: { code } },
})

/**
 * Gives a line its flags. Of a line that may no longer keep them, the offers are withdrawn and the pool shares redeemed.
 *
 * @returns why that cannot be; null if it was done
 */
function writeLineFlags(
  context: OperationContext,
  holder: string,
  asset: AssetName,
  flags: number,
): ReserveRefusal | null {
  const line = context.txn.loadTrustLine(holder, asset)
  if (line === null) throw new Error('trustline is missing')
  if (maintainsLiabilities(line) && (flags & LINE_AUTH_FLAGS) === 0) {
    withdrawOffers(context.txn, holder, asset)
    const refusal = redeemPoolShares(context, holder, asset)
    if (refusal !== null) return refusal
  }
  const wasAuthorized = (line.flags & LINE_AUTHORIZED) !== 0
  const isAuthorized = (flags & LINE_AUTHORIZED) !== 0
  line.flags = flags
  if (wasAuthorized !== isAuthorized) {
    context.events.push(context.eventFactory.authorization(asset, holder, isAuthorized))
  }
  return null
}

export const setTrustLineFlags: OperationHandler<21> = {
  threshold: () => 'low',
  check({ setTrustLineFlagsOp: op }, source) {
    const malformed =
      op.asset.type === 0 ||
      !isAssetValid(op.asset) ||
      issuerOf(assetName(op.asset)) !== source ||
      addressOf(op.trustor.ed25519) === source ||
      (op.setFlags & op.clearFlags) !== 0 ||
      (op.setFlags & ~LINE_AUTH_FLAGS) !== 0 ||
      (op.setFlags & LINE_AUTH_FLAGS) === LINE_AUTH_FLAGS ||
      (op.clearFlags & ~LINE_FLAGS) !== 0
    return malformed ? setFlagsResult(SET_FLAGS.malformed) : null
  },
  apply(context, { setTrustLineFlagsOp: op }) {
    const { txn } = context
    const issuer = txn.requireAccount(context.source)
    const revokes = (op.clearFlags & LINE_AUTH_FLAGS) !== 0 && (op.setFlags & LINE_AUTHORIZED) === 0
    if ((issuer.flags & ACCOUNT_AUTH_REVOCABLE) === 0 && revokes) return setFlagsResult(SET_FLAGS.cantRevoke)
    const holder = addressOf(op.trustor.ed25519)
    const asset = assetName(op.asset)
    const line = txn.peekTrustLine(holder, asset)
    if (line === null) return setFlagsResult(SET_FLAGS.noTrustLine)
    const flags = (line.flags & ~op.clearFlags) | op.setFlags
    if ((flags & LINE_AUTH_FLAGS) === LINE_AUTH_FLAGS) return setFlagsResult(SET_FLAGS.invalidState)
    const refusal = writeLineFlags(context, holder, asset, flags)
    if (refusal === null) return setFlagsResult(SET_FLAGS.success)
    return refusal === 'lowReserve' ? setFlagsResult(SET_FLAGS.lowReserve) : COMMON[refusal]
  },
}

const ALLOW_TRUST = { success: 0, malformed: -1, noTrustLine: -2, cantRevoke: -4, lowReserve: -6 } as const

/** The operation names a code only: the issuer is whoever sends it. */
function allowedAsset(op: Wire<xdr.AllowTrustOp>, source: string): AssetWire {
  const issuer = accountIdWire(source)
  return op.asset.type === 1
    ? { type: 1, alphaNum4: { assetCode: op.asset.assetCode4, issuer } }
    : { type: 2, alphaNum12: { assetCode: op.asset.assetCode12, issuer } }
}

/** The older form of SetTrustLineFlags. */
export const allowTrust: OperationHandler<7> = {
  threshold: () => 'low',
  check({ allowTrustOp: op }, source) {
    const malformed =
      (op.authorize & ~LINE_AUTH_FLAGS) !== 0 ||
      op.authorize === LINE_AUTH_FLAGS ||
      !isAssetValid(allowedAsset(op, source)) ||
      addressOf(op.trustor.ed25519) === source
    return malformed ? allowTrustResult(ALLOW_TRUST.malformed) : null
  },
  apply(context, { allowTrustOp: op }) {
    const { txn } = context
    const revocable = (txn.requireAccount(context.source).flags & ACCOUNT_AUTH_REVOCABLE) !== 0
    if (!revocable && op.authorize === 0) return allowTrustResult(ALLOW_TRUST.cantRevoke)
    const holder = addressOf(op.trustor.ed25519)
    const asset = assetName(allowedAsset(op, context.source))
    const line = txn.peekTrustLine(holder, asset)
    if (line === null) return allowTrustResult(ALLOW_TRUST.noTrustLine)
    const demotes =
      (line.flags & LINE_AUTHORIZED) !== 0 && (op.authorize & LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES) !== 0
    if (!revocable && demotes) return allowTrustResult(ALLOW_TRUST.cantRevoke)
    const refusal = writeLineFlags(context, holder, asset, (line.flags & ~LINE_AUTH_FLAGS) | op.authorize)
    if (refusal === null) return allowTrustResult(ALLOW_TRUST.success)
    return refusal === 'lowReserve' ? allowTrustResult(ALLOW_TRUST.lowReserve) : COMMON[refusal]
  },
}
