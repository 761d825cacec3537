import type { xdr } from '@stellar/stellar-sdk/base'
import { keyOf } from '../ledger/codec.ts'
import {
  ACCOUNT_AUTH_CLAWBACK_ENABLED,
  ACCOUNT_AUTH_REQUIRED,
  ACCOUNT_AUTH_REVOCABLE,
  LINE_AUTHORIZED,
  LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES,
  LINE_CLAWBACK_ENABLED,
  type TrustLineEntry,
} from '../ledger/entries.ts'
import { maintainsLiabilities } from '../ledger/funds.ts'
import { type AssetName, accountIdWire, addressOf, assetName, isAssetValid, issuerOf } from '../ledger/keys.ts'
import { bookNewEntry, releaseEntry } from '../ledger/sponsorship.ts'
import type { AssetWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { withdrawOffers } from '../orderbook/convert.ts'
import { COMMON, type OperationContext, type OperationHandler } from './context.ts'

const changeTrustResult = (code: Wire<xdr.ChangeTrustResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 6, changeTrustResult: { code } },
})

const CHANGE_TRUST = { success: 0, malformed: -1, noIssuer: -2, invalidLimit: -3, lowReserve: -4 } as const

/** Opens, changes or closes a line to an asset. Lines to liquidity pool shares are not supported. */
export const changeTrust: OperationHandler<6> = {
  threshold: () => 'medium',
  check({ changeTrustOp: op }, source) {
    if (op.line.type === 3) return COMMON.notSupported
    if (op.limit < 0n || op.line.type === 0 || !isAssetValid(op.line)) return changeTrustResult(CHANGE_TRUST.malformed)
    return issuerOf(assetName(op.line)) === source ? changeTrustResult(CHANGE_TRUST.malformed) : null
  },
  apply(context, { changeTrustOp: op }) {
    if (op.line.type === 3) return COMMON.notSupported
    const { txn } = context
    const asset = assetName(op.line)
    const issuer = txn.peekAccount(issuerOf(asset) ?? '')
    const line = txn.loadTrustLine(context.source, asset)
    if (line !== null) {
      if (op.limit < line.balanceStroops + line.buyingLiabilitiesStroops) {
        return changeTrustResult(CHANGE_TRUST.invalidLimit)
      }
      if (op.limit === 0n) {
        releaseEntry(txn, line, txn.requireAccount(context.source))
        txn.erase(keyOf(line))
        return changeTrustResult(CHANGE_TRUST.success)
      }
      if (issuer === null) return changeTrustResult(CHANGE_TRUST.noIssuer)
      line.limitStroops = op.limit
      return changeTrustResult(CHANGE_TRUST.success)
    }
    if (op.limit === 0n) return changeTrustResult(CHANGE_TRUST.invalidLimit)
    if (issuer === null) return changeTrustResult(CHANGE_TRUST.noIssuer)
    const created: TrustLineEntry = {
      kind: 'trustline',
      lastModifiedLedger: 0,
      sponsor: null,
      hasSponsorExtension: false,
      address: context.source,
      asset,
      balanceStroops: 0n,
      limitStroops: op.limit,
      flags:
        (issuer.flags & ACCOUNT_AUTH_REQUIRED ? 0 : LINE_AUTHORIZED) |
        (issuer.flags & ACCOUNT_AUTH_CLAWBACK_ENABLED ? LINE_CLAWBACK_ENABLED : 0),
      hasLiabilitiesExtension: false,
      buyingLiabilitiesStroops: 0n,
      sellingLiabilitiesStroops: 0n,
    }
    const refusal = bookNewEntry(txn, context.sponsorships, created, txn.requireAccount(context.source))
    if (refusal === 'lowReserve') return changeTrustResult(CHANGE_TRUST.lowReserve)
    if (refusal !== null) return COMMON[refusal]
    txn.put(created)
    return changeTrustResult(CHANGE_TRUST.success)
  },
}

const LINE_AUTH_FLAGS = LINE_AUTHORIZED | LINE_AUTHORIZED_TO_MAINTAIN_LIABILITIES
const LINE_FLAGS = LINE_AUTH_FLAGS | LINE_CLAWBACK_ENABLED
const SET_FLAGS = { success: 0, malformed: -1, noTrustLine: -2, cantRevoke: -3, invalidState: -4 } as const

const setFlagsResult = (code: Wire<xdr.SetTrustLineFlagsResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 21, setTrustLineFlagsResult: { code } },
})

const allowTrustResult = (code: Wire<xdr.AllowTrustResult>['code']): OperationResultWire => ({
  code: 0,
  tr: { type: 7, allowTrustResult: { code } },
})

/** Gives a line its flags; offers of a line that may no longer keep them are withdrawn. */
function writeLineFlags(context: OperationContext, holder: string, asset: AssetName, flags: number): void {
  const before = context.txn.loadTrustLine(holder, asset)
  if (before === null) throw new Error('trustline is missing')
  if (maintainsLiabilities(before) && (flags & LINE_AUTH_FLAGS) === 0) withdrawOffers(context.txn, holder, asset)
  const wasAuthorized = (before.flags & LINE_AUTHORIZED) !== 0
  const isAuthorized = (flags & LINE_AUTHORIZED) !== 0
  before.flags = flags
  if (wasAuthorized !== isAuthorized) {
    context.events.push(context.eventFactory.authorization(asset, holder, isAuthorized))
  }
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
    writeLineFlags(context, holder, asset, flags)
    return setFlagsResult(SET_FLAGS.success)
  },
}

const ALLOW_TRUST = { success: 0, malformed: -1, noTrustLine: -2, cantRevoke: -4 } as const

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
    writeLineFlags(context, holder, asset, (line.flags & ~LINE_AUTH_FLAGS) | op.authorize)
    return allowTrustResult(ALLOW_TRUST.success)
  },
}
