import { xdr } from '@stellar/stellar-sdk/base'
import type { AccountEntry } from '../ledger/entries.ts'
import { availableLumens } from '../ledger/funds.ts'
import { signerKeyId } from '../ledger/keys.ts'
import type { LedgerTxn } from '../ledger/txn.ts'
import { contractView } from '../ledger/view.ts'
import { INT64_MAX, type OperationResultWire } from '../ledger/wire.ts'
import { blankResult } from '../ops/blank-result.ts'
import { COMMON } from '../ops/context.ts'
import { startingSequence } from '../ops/create-account.ts'
import { checkOperation, isSorobanOperation, thresholdOf } from '../ops/registry.ts'
import type { Soroban } from '../soroban/index.ts'
import {
  type Frame,
  type FrameOperation,
  type InnerTransaction,
  inclusionFee,
  innerInclusionFee,
  minimumFee,
} from './frame.ts'
import { SignatureChecker, signersOf } from './signatures.ts'

/** Result codes of a whole transaction. */
export const TX = {
  feeBumpInnerSuccess: 1,
  success: 0,
  failed: -1,
  tooEarly: -2,
  tooLate: -3,
  missingOperation: -4,
  badSeq: -5,
  badAuth: -6,
  insufficientBalance: -7,
  noAccount: -8,
  insufficientFee: -9,
  badAuthExtra: -10,
  internalError: -11,
  notSupported: -12,
  feeBumpInnerFailed: -13,
  badSponsorship: -14,
  badMinSeqAgeOrGap: -15,
  malformed: -16,
  sorobanInvalid: -17,
} as const

/** Codes that a transaction without a fee bump may end with. */
export type InnerCode = Exclude<(typeof TX)[keyof typeof TX], 1 | -13>

/** How far a transaction is valid; each step includes those before it. */
export type Validity =
  | { readonly level: 'invalid' | 'updatesSequence' | 'authorized'; readonly code: InnerCode }
  | { readonly level: 'valid' }

export interface ValidityContext {
  readonly txn: LedgerTxn
  readonly soroban: Soroban
  /** Whether the transaction is being applied, its fee already taken, rather than looked at. */
  readonly applying: boolean
  /** False inside a fee bump: the outer transaction pays. */
  readonly chargesFee: boolean
}

export interface ResourceFee {
  readonly nonRefundable: bigint
  readonly refundable: bigint
}

const MAX_RESOURCE_FEE = 1n << 50n

/** Whether resources are declared where they belong, and fees can be reckoned with at all. */
export function feesWellFormed(frame: Frame): boolean {
  const { isSoroban, sorobanData } = frame.inner
  if (frame.fullFeeStroops < 0n || isSoroban !== (sorobanData !== null)) return false
  return sorobanData === null || (sorobanData.resourceFee >= 0n && sorobanData.resourceFee <= MAX_RESOURCE_FEE)
}

function sorobanArgs(context: ValidityContext, inner: InnerTransaction) {
  const [operation] = inner.operations
  const { sorobanData } = inner
  if (operation === undefined || sorobanData === null) throw new Error('not a Soroban transaction')
  return {
    view: contractView(context.txn),
    operation: xdr.OperationBody.schema.encode(operation.body),
    sorobanData: xdr.SorobanTransactionData.schema.encode(sorobanData),
    envelopeSizeBytes: inner.sizeBytes,
  }
}

/** What the declared resources cost before rent and events. */
export function resourceFeeOf(context: ValidityContext, inner: InnerTransaction): ResourceFee {
  const { view, sorobanData, envelopeSizeBytes } = sorobanArgs(context, inner)
  const isRestore = inner.operations[0]?.body.type === 26
  return context.soroban.resourceFee({ view, resources: sorobanData, envelopeSizeBytes, isRestore })
}

/** What is wrong with the resources that a contract transaction declares; null if nothing is. */
export function checkDeclared(
  context: ValidityContext,
  inner: InnerTransaction,
): typeof TX.malformed | typeof TX.sorobanInvalid | null {
  const args = sorobanArgs(context, inner)
  if (context.soroban.checkResources(args) === null) return null
  return context.soroban.isUndecodable(args) ? TX.malformed : TX.sorobanInvalid
}

function checkSorobanPart(context: ValidityContext, inner: InnerTransaction): InnerCode | null {
  const { operations, sorobanData } = inner
  const mixed = operations.some(({ body }) => isSorobanOperation(body) !== inner.isSoroban)
  if (mixed || (inner.isSoroban && operations.length !== 1)) return TX.malformed
  if (!inner.isSoroban) return sorobanData === null ? null : TX.malformed
  if (sorobanData === null) return TX.malformed
  const declared = checkDeclared(context, inner)
  if (declared !== null) return declared
  const { nonRefundable, refundable } = resourceFeeOf(context, inner)
  return sorobanData.resourceFee < nonRefundable + refundable ? TX.sorobanInvalid : null
}

function checkTime(txn: LedgerTxn, inner: InnerTransaction): InnerCode | null {
  const { cond } = inner.tx
  const time = cond.type === 1 ? cond.timeBounds : cond.type === 2 ? cond.v2.timeBounds : null
  const ledgers = cond.type === 2 ? cond.v2.ledgerBounds : null
  const { closeTime, sequence } = txn.context
  if (time !== null && time.minTime > closeTime) return TX.tooEarly
  if (ledgers !== null && ledgers.minLedger > sequence) return TX.tooEarly
  if (time !== null && time.maxTime !== 0n && time.maxTime < closeTime) return TX.tooLate
  if (ledgers !== null && ledgers.maxLedger !== 0 && ledgers.maxLedger <= sequence) return TX.tooLate
  return null
}

/** Everything that does not depend on the source account. */
function checkBeforeSequence(context: ValidityContext, inner: InnerTransaction): InnerCode | null {
  const { tx } = inner
  if (tx.cond.type === 2) {
    const { extraSigners } = tx.cond.v2
    const ids = extraSigners.map(signerKeyId)
    if (new Set(ids).size !== ids.length) return TX.malformed
    if (extraSigners.some((key) => key.type === 3 && key.ed25519SignedPayload.payload.length === 0)) return TX.malformed
  }
  if (inner.operations.length === 0) return TX.missingOperation
  const soroban = checkSorobanPart(context, inner)
  if (soroban !== null) return soroban
  const time = checkTime(context.txn, inner)
  if (time !== null) return time
  const offered = innerInclusionFee(inner)
  const least = minimumFee(context.txn.context.baseFeeStroops, inner.operations.length)
  if (context.chargesFee ? offered < least : offered < 0n && !inner.isSoroban) return TX.insufficientFee
  return context.txn.peekAccount(inner.source) === null ? TX.noAccount : null
}

function isBadSequence(txn: LedgerTxn, inner: InnerTransaction, current: bigint): boolean {
  const { seqNum, cond } = inner.tx
  if (seqNum === startingSequence(txn.context)) return true
  const least = cond.type === 2 ? cond.v2.minSeqNum : null
  if (least !== null) return current < least || current >= seqNum
  return current === INT64_MAX || current + 1n !== seqNum
}

function isTooYoung(txn: LedgerTxn, inner: InnerTransaction, account: AccountEntry): boolean {
  const { cond } = inner.tx
  if (cond.type !== 2) return false
  const { closeTime, sequence } = txn.context
  const { minSeqAge, minSeqLedgerGap } = cond.v2
  if (minSeqAge > closeTime || closeTime - minSeqAge < account.sequenceTime) return true
  return minSeqLedgerGap > sequence || sequence - minSeqLedgerGap < account.sequenceLedger
}

/** The checks of a transaction up to its operations, in the network's order. */
export function checkTransaction(
  context: ValidityContext,
  inner: InnerTransaction,
  checker: SignatureChecker,
): Validity {
  const early = checkBeforeSequence(context, inner)
  if (early !== null) return { level: 'invalid', code: early }
  const account = context.txn.peekAccount(inner.source)
  if (account === null) return { level: 'invalid', code: TX.noAccount }
  if (isBadSequence(context.txn, inner, account.sequence)) return { level: 'invalid', code: TX.badSeq }
  if (isTooYoung(context.txn, inner, account)) return { level: 'updatesSequence', code: TX.badMinSeqAgeOrGap }
  if (!checker.check(signersOf(account), account.thresholds[1] ?? 0)) {
    return { level: 'updatesSequence', code: TX.badAuth }
  }
  const extra = inner.tx.cond.type === 2 ? inner.tx.cond.v2.extraSigners : []
  const extraKeys = extra.map((key) => ({ key, weight: 1 }))
  if (extra.length > 0 && !checker.check(extraKeys, extra.length)) return { level: 'updatesSequence', code: TX.badAuth }
  const feeToPay = context.applying ? 0n : BigInt(inner.tx.fee)
  if (context.chargesFee && availableLumens(context.txn.context, account) < feeToPay) {
    return { level: 'authorized', code: TX.insufficientBalance }
  }
  return { level: 'valid' }
}

const THRESHOLD_AT = { low: 1, medium: 2, high: 3 } as const

/** Whether an operation is signed for; a source that does not exist yet may sign with its own key, until applied. */
export function checkOperationSignature(
  txn: LedgerTxn,
  operation: FrameOperation,
  checker: SignatureChecker,
): OperationResultWire | null {
  const account = txn.peekAccount(operation.source)
  if (account !== null) {
    const needed = account.thresholds[THRESHOLD_AT[thresholdOf(operation.body)]] ?? 0
    return checker.check(signersOf(account), needed) ? null : COMMON.badAuth
  }
  if (!operation.hasOwnSource) return COMMON.noAccount
  const { sourceMuxed } = operation
  const ed25519 = sourceMuxed.type === 0 ? sourceMuxed.ed25519 : sourceMuxed.med25519.ed25519
  return checker.check([{ key: { type: 0, ed25519 }, weight: 1 }], 0) ? null : COMMON.badAuth
}

const SOROBAN_MALFORMED: Record<number, OperationResultWire> = {
  24: { code: 0, tr: { type: 24, invokeHostFunctionResult: { code: -1 } } },
  25: { code: 0, tr: { type: 25, extendFootprintTtlResult: { code: -1 } } },
  26: { code: 0, tr: { type: 26, restoreFootprintResult: { code: -1 } } },
}

/** What is wrong with an operation by itself; null if nothing is. */
export function checkOperationBody(
  context: ValidityContext,
  inner: InnerTransaction,
  operation: FrameOperation,
): OperationResultWire | null {
  if (!isSorobanOperation(operation.body)) return checkOperation(operation.body, operation.source)
  if (context.soroban.checkOperation(sorobanArgs(context, inner)) === null) return null
  return SOROBAN_MALFORMED[operation.body.type] ?? COMMON.notSupported
}

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: InnerCode; readonly operations?: readonly OperationResultWire[] }

/** Whether a transaction would be taken up now, its fee not yet paid. */
export function checkInner(context: ValidityContext, inner: InnerTransaction): Verdict {
  const checker = new SignatureChecker(inner)
  const validity = checkTransaction(context, inner, checker)
  if (validity.level !== 'valid') return { ok: false, code: validity.code }
  const results = inner.operations.map(({ body }) => blankResult(body.type))
  for (const [at, operation] of inner.operations.entries()) {
    // Signatures count before what an operation asks for, but not before whether it exists at all.
    const body = checkOperationBody(context, inner, operation)
    const wrong =
      body === COMMON.notSupported ? body : (checkOperationSignature(context.txn, operation, checker) ?? body)
    if (wrong === null) continue
    results[at] = wrong
    return { ok: false, code: TX.failed, operations: results }
  }
  return checker.allUsed() ? { ok: true } : { ok: false, code: TX.badAuthExtra }
}

/** The checks of a fee bump's own envelope. @returns the code, and for a fee too low the fee that would do */
export function checkFeeBump(
  context: ValidityContext,
  frame: Frame,
): { code: -9 | -8 | -6 | -7 | -10 | -13; feeNeeded?: bigint } | null {
  const { feeBump, inner } = frame
  if (feeBump === null) return null
  const { baseFeeStroops } = context.txn.context
  const offered = inclusionFee(frame)
  const least = minimumFee(baseFeeStroops, frame.feeOperations)
  if (offered < least) return { code: TX.insufficientFee }
  const innerOffered = innerInclusionFee(inner)
  const innerLeast = minimumFee(baseFeeStroops, inner.operations.length)
  if (innerOffered >= 0n) {
    // The fee bump must offer at least the rate per operation that the inner transaction does.
    const needed = innerOffered * least
    if (offered * innerLeast < needed) {
      return { code: TX.insufficientFee, feeNeeded: (needed + innerLeast - 1n) / innerLeast }
    }
  } else if (!inner.isSoroban) {
    return { code: TX.feeBumpInnerFailed }
  }
  const account = context.txn.peekAccount(feeBump.feeSource)
  if (account === null) return { code: TX.noAccount }
  const checker = new SignatureChecker(feeBump)
  if (!checker.check(signersOf(account), account.thresholds[1] ?? 0)) return { code: TX.badAuth }
  if (availableLumens(context.txn.context, account) < frame.fullFeeStroops) return { code: TX.insufficientBalance }
  return checker.allUsed() ? null : { code: TX.badAuthExtra }
}
