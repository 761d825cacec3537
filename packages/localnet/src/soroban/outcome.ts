import { createHash } from 'node:crypto'
import { xdr } from '@stellar/stellar-sdk/base'
import type { FrameReader } from '../host/frame.ts'
import { failedResult, type SorobanOperation, successPreImage, successResult } from './encode.ts'
import type { LedgerView } from './view.ts'

export type SorobanCode =
  | 'success'
  | 'malformed'
  | 'trapped'
  | 'resourceLimitExceeded'
  | 'entryArchived'
  | 'insufficientRefundableFee'

/** In the order of the host's own numbers. */
const CODES: readonly SorobanCode[] = [
  'success',
  'malformed',
  'trapped',
  'resourceLimitExceeded',
  'entryArchived',
  'insufficientRefundableFee',
]

/** The result codes of the operation on extending and of that on restoring, which cannot trap. */
const FOOTPRINT_RESULT = {
  malformed: -1,
  resourceLimitExceeded: -2,
  insufficientRefundableFee: -3,
} as const

/** What applying one Soroban operation came to. The decoded fields are decoded when first read. */
export interface SorobanOutcome {
  readonly ok: boolean
  readonly code: SorobanCode
  readonly resultXdr: xdr.OperationResultTr
  readonly returnValue?: xdr.ScVal
  readonly contractEvents: xdr.ContractEvent[]
  readonly diagnosticEvents: xdr.DiagnosticEvent[]
  /** Rent and events, in stroops. On failure the whole refundable fee is given back, so nothing is charged. */
  readonly refundableFeeCharged: bigint
  readonly rentFee: bigint
  readonly consumed: {
    readonly cpuInstructions: bigint
    readonly memBytes: bigint
  }
  /** Set when the host itself failed; a real node answers txINTERNAL_ERROR then. */
  readonly internalError?: string
  /** The same as bytes. */
  readonly resultBytes: Uint8Array
  readonly returnValueXdr?: Uint8Array
  readonly contractEventsXdr: readonly Uint8Array[]
  readonly diagnosticEventsXdr: readonly Uint8Array[]
}

interface Answer {
  readonly code: SorobanCode
  readonly rentFee: bigint
  readonly refundableFee: bigint
  readonly cpuInstructions: bigint
  readonly memBytes: bigint
  readonly returnValueXdr: Uint8Array
  readonly contractEventsXdr: Uint8Array[]
  readonly diagnosticEventsXdr: Uint8Array[]
}

class DecodedOutcome implements SorobanOutcome {
  readonly code: SorobanCode
  readonly refundableFeeCharged: bigint
  readonly rentFee: bigint
  readonly consumed: {
    readonly cpuInstructions: bigint
    readonly memBytes: bigint
  }
  readonly internalError?: string
  readonly resultBytes: Uint8Array
  readonly returnValueXdr?: Uint8Array
  readonly contractEventsXdr: readonly Uint8Array[]
  readonly diagnosticEventsXdr: readonly Uint8Array[]
  #contractEvents: xdr.ContractEvent[] | undefined
  #diagnosticEvents: xdr.DiagnosticEvent[] | undefined

  constructor(operation: SorobanOperation, answer: Answer, internalError: string) {
    this.code = answer.code
    this.refundableFeeCharged = answer.refundableFee
    this.rentFee = answer.rentFee
    this.consumed = {
      cpuInstructions: answer.cpuInstructions,
      memBytes: answer.memBytes,
    }
    this.contractEventsXdr = answer.contractEventsXdr
    this.diagnosticEventsXdr = answer.diagnosticEventsXdr
    if (internalError) this.internalError = internalError
    if (this.ok && operation === 'invoke') this.returnValueXdr = answer.returnValueXdr
    this.resultBytes = resultBytes(operation, answer)
  }

  get ok(): boolean {
    return this.code === 'success'
  }

  get resultXdr(): xdr.OperationResultTr {
    return xdr.OperationResultTr.fromXdr(this.resultBytes)
  }

  get returnValue(): xdr.ScVal | undefined {
    return this.returnValueXdr && xdr.ScVal.fromXdr(this.returnValueXdr)
  }

  get contractEvents(): xdr.ContractEvent[] {
    this.#contractEvents ??= this.contractEventsXdr.map((bytes) => xdr.ContractEvent.fromXdr(bytes))
    return this.#contractEvents
  }

  get diagnosticEvents(): xdr.DiagnosticEvent[] {
    this.#diagnosticEvents ??= this.diagnosticEventsXdr.map((bytes) => xdr.DiagnosticEvent.fromXdr(bytes))
    return this.#diagnosticEvents
  }
}

function resultBytes(operation: SorobanOperation, answer: Answer): Uint8Array {
  const { code } = answer
  if (code === 'success') {
    if (operation !== 'invoke') return successResult(operation, new Uint8Array())
    const preImage = successPreImage(answer.returnValueXdr, answer.contractEventsXdr)
    return successResult(operation, createHash('sha256').update(preImage).digest())
  }
  if (operation === 'invoke') return failedResult(operation, -CODES.indexOf(code))
  if (code in FOOTPRINT_RESULT) return failedResult(operation, FOOTPRINT_RESULT[code as keyof typeof FOOTPRINT_RESULT])
  // The host failed where no contract runs; the operation has no code of its own for that.
  return failedResult(operation, FOOTPRINT_RESULT.resourceLimitExceeded)
}

function writeChanges(reader: FrameReader, view: LedgerView): void {
  for (let left = reader.u32(); left > 0; left -= 1) {
    const kind = reader.u8()
    const keyXdr = reader.bytes()
    if (kind === 1) view.delete(keyXdr)
    else if (kind === 0) {
      const entryXdr = reader.bytes()
      const hasTtl = reader.u8() !== 0
      const liveUntilLedger = reader.u32()
      view.put(keyXdr, entryXdr, hasTtl ? liveUntilLedger : null)
    } else {
      const liveUntilLedger = reader.u32()
      const stored = view.get(keyXdr)
      if (!stored) throw new Error('the TTL of an absent entry was extended')
      view.put(keyXdr, stored.entryXdr, liveUntilLedger)
    }
  }
}

/** Reads the host's answer; a successful operation's changes go to the ledger, in the host's order. */
export function readOutcome(operation: SorobanOperation, reader: FrameReader, view: LedgerView): SorobanOutcome {
  const answer: Answer = {
    code: CODES[reader.u8()] ?? 'trapped',
    rentFee: reader.i64(),
    refundableFee: reader.i64(),
    cpuInstructions: reader.u64(),
    memBytes: reader.u64(),
    returnValueXdr: reader.bytes(),
    contractEventsXdr: reader.list(),
    diagnosticEventsXdr: reader.list(),
  }
  writeChanges(reader, view)
  return new DecodedOutcome(operation, answer, reader.text())
}

/** The outcome of an operation on which the host itself failed. */
export function trappedOutcome(operation: SorobanOperation, internalError: string): SorobanOutcome {
  const nothing = {
    rentFee: 0n,
    refundableFee: 0n,
    cpuInstructions: 0n,
    memBytes: 0n,
    returnValueXdr: new Uint8Array(),
    contractEventsXdr: [],
    diagnosticEventsXdr: [],
  }
  return new DecodedOutcome(operation, { code: 'trapped', ...nothing }, internalError)
}
