import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction } from '../../core/types.ts'
import { addressOfMuxed } from '../../ledger/keys.ts'
import type {
  MuxedAccountWire,
  OperationResultTrWire,
  OperationResultWire,
  OperationWire,
  Wire,
} from '../../ledger/wire.ts'
import { type Change, pairChanges } from './changes.ts'

export type EventWire = Wire<xdr.ContractEvent>

interface Envelope {
  readonly source: MuxedAccountWire
  readonly feeSource: MuxedAccountWire
  readonly operations: readonly OperationWire[]
}

function readEnvelope(bytes: Uint8Array): Envelope {
  const envelope = xdr.TransactionEnvelope.schema.decode(bytes)
  switch (envelope.type) {
    case 0: {
      const { sourceAccountEd25519, operations } = envelope.v0.tx
      const source: MuxedAccountWire = { type: 0, ed25519: sourceAccountEd25519 }
      return { source, feeSource: source, operations }
    }
    case 2: {
      const { sourceAccount, operations } = envelope.v1.tx
      return { source: sourceAccount, feeSource: sourceAccount, operations }
    }
    case 5: {
      const { feeSource, innerTx } = envelope.feeBump.tx
      const { sourceAccount, operations } = innerTx.v1.tx
      return { source: sourceAccount, feeSource, operations }
    }
  }
}

function readResults(bytes: Uint8Array): readonly OperationResultWire[] {
  const { result } = xdr.TransactionResult.schema.decode(bytes)
  const outcome = 'innerResultPair' in result ? result.innerResultPair.result.result : result
  return 'results' in outcome ? outcome.results : []
}

/** An applied transaction, read once, for whatever is derived of it. */
export class Decoded {
  readonly applied: AppliedTransaction
  readonly source: MuxedAccountWire
  readonly feeSource: MuxedAccountWire
  readonly operations: readonly OperationWire[]
  readonly #results: readonly OperationResultWire[]
  readonly #meta: Wire<xdr.TransactionMetaV4>
  readonly #changes: (readonly Change[] | undefined)[] = []

  constructor(applied: AppliedTransaction) {
    this.applied = applied
    const { source, feeSource, operations } = readEnvelope(applied.envelopeXdr)
    this.source = source
    this.feeSource = feeSource
    this.operations = operations
    this.#results = readResults(applied.resultXdr)
    const meta = xdr.TransactionMeta.schema.decode(applied.metaXdr)
    if (meta.v !== 4) throw new Error(`transaction meta of form ${meta.v}`)
    this.#meta = meta.v4
  }

  operation(at: number): OperationWire {
    const operation = this.operations[at]
    if (operation === undefined) throw new Error(`transaction ${this.applied.hash} has no operation ${at}`)
    return operation
  }

  /** The account an operation acts for, as it was written: muxed or not. */
  sourceOf(at: number): MuxedAccountWire {
    return this.operation(at).sourceAccount ?? this.source
  }

  sourceAddress(at: number): string {
    return addressOfMuxed(this.sourceOf(at))
  }

  /** The result of an operation that was tried; null if it was not, or failed before it began. */
  resultOf(at: number): OperationResultTrWire | null {
    const result = this.#results[at]
    return result?.code === 0 ? result.tr : null
  }

  /** What an operation changed; nothing in a failed transaction. */
  changesOf(at: number): readonly Change[] {
    const known = this.#changes[at]
    if (known !== undefined) return known
    const changes = pairChanges(this.#meta.operations[at]?.changes ?? [])
    this.#changes[at] = changes
    return changes
  }

  eventsOf(at: number): readonly EventWire[] {
    return this.#meta.operations[at]?.events ?? []
  }
}
