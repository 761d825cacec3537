import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import { changesWire } from '../ledger/changes.ts'
import { removeSigner } from '../ledger/sponsorship.ts'
import type { LedgerState } from '../ledger/state.ts'
import { type LedgerContext, LedgerTxn } from '../ledger/txn.ts'
import type { LedgerEntryChangeWire, OperationResultWire, Wire } from '../ledger/wire.ts'
import { blankResult } from '../ops/blank-result.ts'
import { COMMON, isSuccess } from '../ops/context.ts'
import { applyClassic, isSorobanOperation } from '../ops/registry.ts'
import type { Soroban } from '../soroban/index.ts'
import type { EventFactory } from './events.ts'
import { type FeeTaken, refundFee } from './fees.ts'
import type { Frame } from './frame.ts'
import { encodeResult, resultWire } from './result.ts'
import { SignatureChecker } from './signatures.ts'
import { applySoroban, type SorobanEffects } from './soroban.ts'
import {
  checkOperationBody,
  checkOperationSignature,
  checkTransaction,
  type InnerCode,
  resourceFeeOf,
  TX,
  type ValidityContext,
} from './validity.ts'

/** What applying transactions needs besides the ledger. */
export interface Engine {
  readonly state: LedgerState
  readonly soroban: Soroban
  readonly events: EventFactory
  /** Told of errors that are bugs here; the transaction ends with an internal error, as on a real node. */
  readonly onInternalError: (error: unknown) => void
}

/** What a transaction left behind. */
export interface Applied {
  readonly successful: boolean
  readonly feeChargedStroops: bigint
  readonly resultXdr: Uint8Array
  readonly metaXdr: Uint8Array
  readonly feeChangesXdr: Uint8Array
  readonly refundChangesXdr: Uint8Array
}

interface OperationMeta {
  readonly changes: LedgerEntryChangeWire[]
  readonly events: readonly xdr.ContractEvent[]
}

interface Run {
  readonly code: InnerCode
  readonly operations: readonly OperationResultWire[]
  readonly metas: readonly OperationMeta[]
  readonly effects: SorobanEffects | null
}

/**
 * Applies a transaction whose fee was taken.
 *
 * @returns what refunds the unused part of the fee, to be called once every transaction of the ledger was applied: no
 *   transaction may spend what an earlier one gets back
 */
export function applyTransaction(
  engine: Engine,
  context: LedgerContext,
  frame: Frame,
  taken: FeeTaken,
  prngSeed: Uint8Array,
): () => Applied {
  const { inner } = frame
  const txn = LedgerTxn.over(engine.state, context)
  const validity: ValidityContext = {
    txn,
    soroban: engine.soroban,
    applying: true,
    chargesFee: frame.feeBump === null,
  }
  const nonRefundable = inner.isSoroban ? resourceFeeOf(validity, inner).nonRefundable : 0n
  const budget = inner.isSoroban ? (inner.sorobanData?.resourceFee ?? 0n) - nonRefundable : 0n
  const begun = begin(validity, frame)
  const changesBefore = changesWire(txn)
  txn.commit()
  const run =
    begun.code === TX.success
      ? runOperations(engine, context, frame, budget, prngSeed)
      : { code: begun.code, operations: begun.operations, metas: [], effects: null }
  const unused = inner.isSoroban ? budget - (run.effects?.refundableFee ?? 0n) : 0n
  return () => settle(engine, context, frame, { run, changesBefore, nonRefundable, taken, unused })
}

interface Unsettled {
  readonly run: Run
  readonly changesBefore: LedgerEntryChangeWire[]
  readonly nonRefundable: bigint
  readonly taken: FeeTaken
  /** Stroops set aside for rent and events and not used. */
  readonly unused: bigint
}

function settle(engine: Engine, context: LedgerContext, frame: Frame, unsettled: Unsettled): Applied {
  const { run, changesBefore, nonRefundable, taken, unused } = unsettled
  const { inner } = frame
  const refund = refundFee(engine, context, frame, unused)
  const feeChargedStroops = taken.stroops - refund.stroops
  const transactionEvents = [engine.events.fee(frame.feeSource, taken.stroops, 'beforeAllTxs')]
  if (refund.stroops !== 0n) {
    transactionEvents.push(engine.events.fee(frame.feeSource, -refund.stroops, 'afterAllTxs'))
  }
  const successful = run.code === TX.success
  const metas = successful ? run.metas : []
  const meta: Wire<xdr.TransactionMeta> = {
    v: 4,
    v4: {
      ext: { v: 0 },
      txChangesBefore: changesBefore,
      operations: metas.map(({ changes, events }) => ({
        ext: { v: 0 },
        changes,
        events: events.map((event) => event.toXdrObject()),
      })),
      txChangesAfter: [],
      sorobanMeta: inner.isSoroban ? sorobanMeta(run, nonRefundable) : null,
      events: transactionEvents.map((event) => event.toXdrObject()),
      diagnosticEvents: [],
    },
  }
  return {
    successful,
    feeChargedStroops,
    resultXdr: encodeResult(resultWire(frame, run, feeChargedStroops)),
    metaXdr: withDiagnostics(xdr.TransactionMeta.schema.encode(meta), run.effects?.diagnosticEventsXdr ?? []),
    feeChangesXdr: taken.changesXdr,
    refundChangesXdr: refund.changesXdr,
  }
}

/** The meta with diagnostic events in place of the empty list that it ends with: the host gives them as XDR already. */
function withDiagnostics(metaXdr: Uint8Array, eventsXdr: readonly Uint8Array[]): Uint8Array {
  if (eventsXdr.length === 0) return metaXdr
  const count = Buffer.alloc(4)
  count.writeUInt32BE(eventsXdr.length)
  return Uint8Array.from(Buffer.concat([metaXdr.subarray(0, -count.length), count, ...eventsXdr]))
}

function sorobanMeta(run: Run, nonRefundable: bigint): Wire<xdr.SorobanTransactionMetaV2> {
  return {
    ext: {
      v: 1,
      v1: {
        ext: { v: 0 },
        totalNonRefundableResourceFeeCharged: nonRefundable,
        totalRefundableResourceFeeCharged: run.effects?.refundableFee ?? 0n,
        rentFeeCharged: run.effects?.rentFee ?? 0n,
      },
    },
    returnValue: run.effects?.returnValue?.toXdrObject() ?? null,
  }
}

/** Checks again what may have changed since the transaction was sent, and uses up its sequence number. */
function begin(
  validity: ValidityContext,
  frame: Frame,
): { code: InnerCode; operations: readonly OperationResultWire[] } {
  const { inner } = frame
  const { txn } = validity
  const checker = new SignatureChecker(inner)
  if (frame.feeBump !== null) {
    // Loaded for its own sake: the network's meta shows who paid, changed or not.
    txn.requireAccount(frame.feeBump.feeSource)
    removePreAuthorized(txn, frame.feeBump.feeSource, frame.feeBump.hash)
  }
  const validated = checkTransaction(validity, inner, checker)
  if (validated.level !== 'invalid') {
    const account = txn.requireAccount(inner.source)
    account.sequence = inner.tx.seqNum
    account.sequenceLedger = txn.context.sequence
    account.sequenceTime = txn.context.closeTime
    account.extensionLevel = 3
  }
  const results = inner.operations.map(({ body }) => blankResult(body.type))
  let signed = true
  if (validated.level === 'valid') {
    for (const [at, operation] of inner.operations.entries()) {
      const wrong = checkOperationSignature(txn, operation, checker)
      if (wrong === null) continue
      results[at] = wrong
      signed = false
    }
  }
  for (const address of new Set([inner.source, ...inner.operations.map(({ source }) => source)])) {
    removePreAuthorized(txn, address, inner.hash)
  }
  if (validated.level !== 'valid') return { code: validated.code, operations: [] }
  if (!signed) return { code: TX.failed, operations: results }
  return { code: checker.allUsed() ? TX.success : TX.badAuthExtra, operations: results }
}

/** A signer that stands for one transaction is gone once that transaction was tried. */
function removePreAuthorized(txn: LedgerTxn, address: string, hash: Uint8Array): void {
  const matches = (signer: { key: { type: number } }): boolean => signer.key.type === 1
  if (txn.peekAccount(address)?.signers.some(matches) !== true) return
  const account = txn.requireAccount(address)
  const signer = account.signers.find(({ key }) => key.type === 1 && Buffer.compare(key.preAuthTx, hash) === 0)
  if (signer !== undefined) removeSigner(txn, account, signer)
}

/** All operations, or none. Those after one that failed are still tried, for their results. */
function runOperations(
  engine: Engine,
  context: LedgerContext,
  frame: Frame,
  refundableBudget: bigint,
  prngSeed: Uint8Array,
): Run {
  const { inner } = frame
  const txn = LedgerTxn.over(engine.state, context)
  const sponsorships = new Map<string, string>()
  const operations: OperationResultWire[] = []
  const metas: OperationMeta[] = []
  let effects: SorobanEffects | null = null
  let successful = true
  try {
    for (const [at, operation] of inner.operations.entries()) {
      const layer = txn.child()
      const events: xdr.ContractEvent[] = []
      const validity = { txn: layer, soroban: engine.soroban, applying: true, chargesFee: frame.feeBump === null }
      let result: OperationResultWire | null =
        layer.peekAccount(operation.source) === null ? COMMON.noAccount : checkOperationBody(validity, inner, operation)
      if (result === null && isSorobanOperation(operation.body)) {
        const seed = operationSeed(prngSeed, at)
        effects = applySoroban(engine.soroban, layer, inner, operation, refundableBudget, seed)
        if (effects.internalError !== null) throw new Error(effects.internalError)
        result = effects.result
        events.push(...effects.contractEvents)
      } else if (result === null) {
        const { source, sourceMuxed, body } = operation
        const operationContext = {
          txn: layer,
          source,
          sourceMuxed,
          memo: inner.tx.memo,
          operationId: { source: inner.source, sequence: inner.tx.seqNum, index: at },
          sponsorships,
          eventFactory: engine.events,
          events,
        }
        result = applyClassic(operationContext, body)
      }
      operations.push(result)
      if (isSuccess(result)) {
        if (successful) metas.push({ changes: changesWire(layer), events })
        layer.commit()
      } else {
        successful = false
      }
    }
  } catch (error) {
    engine.onInternalError(error)
    return { code: TX.internalError, operations: [], metas: [], effects: null }
  }
  if (!successful) return { code: TX.failed, operations, metas: [], effects }
  if (sponsorships.size > 0) return { code: TX.badSponsorship, operations: [], metas: [], effects }
  txn.commit()
  return { code: TX.success, operations, metas, effects }
}

function operationSeed(prngSeed: Uint8Array, at: number): Uint8Array {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(at))
  return createHash('sha256').update(prngSeed).update(number).digest()
}
