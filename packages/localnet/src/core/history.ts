import { xdr } from '@stellar/stellar-sdk/base'
import type { AppliedTransaction, ClosedLedger } from './types.ts'

/** The facts of an applied transaction that are kept; its events are read out of the meta when asked for. */
export type TransactionRecord = Omit<AppliedTransaction, 'contractEvents' | 'transactionEvents' | 'diagnosticEvents'>

/** An applied transaction that decodes its events on demand, so that a long history stays bytes. */
export class StoredTransaction implements AppliedTransaction {
  readonly hash: string
  readonly innerHash: string | null
  readonly ledger: number
  readonly closeTime: bigint
  readonly applicationOrder: number
  readonly feeBump: boolean
  readonly successful: boolean
  readonly feeChargedStroops: bigint
  readonly envelopeXdr: Uint8Array
  readonly resultXdr: Uint8Array
  readonly metaXdr: Uint8Array
  readonly feeChangesXdr: Uint8Array
  readonly refundChangesXdr: Uint8Array
  #decoded: WeakRef<xdr.TransactionMetaV4> | undefined

  constructor(record: TransactionRecord) {
    this.hash = record.hash
    this.innerHash = record.innerHash
    this.ledger = record.ledger
    this.closeTime = record.closeTime
    this.applicationOrder = record.applicationOrder
    this.feeBump = record.feeBump
    this.successful = record.successful
    this.feeChargedStroops = record.feeChargedStroops
    this.envelopeXdr = record.envelopeXdr
    this.resultXdr = record.resultXdr
    this.metaXdr = record.metaXdr
    this.feeChangesXdr = record.feeChangesXdr
    this.refundChangesXdr = record.refundChangesXdr
  }

  /** Empty lists for a failed transaction, which has no events of operations. */
  get contractEvents(): readonly (readonly xdr.ContractEvent[])[] {
    return this.#meta().operations.map(({ events }) => events)
  }

  get transactionEvents(): readonly xdr.TransactionEvent[] {
    return this.#meta().events
  }

  get diagnosticEvents(): readonly xdr.DiagnosticEvent[] {
    return this.#meta().diagnosticEvents
  }

  #meta(): xdr.TransactionMetaV4 {
    const known = this.#decoded?.deref()
    if (known !== undefined) return known
    const meta = xdr.TransactionMeta.fromXdr(this.metaXdr)
    if (meta.type !== 'v4') throw new Error(`transaction meta of form ${meta.type}`)
    this.#decoded = new WeakRef(meta.v4)
    return meta.v4
  }
}

const NO_TRANSACTIONS: readonly StoredTransaction[] = []

/** Closed ledgers and their transactions, as far back as they are kept. */
export class History {
  readonly #keep: number
  readonly #ledgers = new Map<number, ClosedLedger>()
  readonly #bySequence = new Map<number, readonly StoredTransaction[]>()
  readonly #byHash = new Map<string, StoredTransaction>()
  #latest: ClosedLedger | undefined

  /** @param keep ledger numbers to look back; Infinity keeps everything */
  constructor(keep: number) {
    this.#keep = keep
  }

  add(ledger: ClosedLedger, transactions: readonly StoredTransaction[]): void {
    this.#latest = ledger
    this.#ledgers.set(ledger.sequence, ledger)
    if (transactions.length > 0) this.#bySequence.set(ledger.sequence, transactions)
    for (const transaction of transactions) {
      this.#byHash.set(transaction.hash, transaction)
      if (transaction.innerHash !== null) this.#byHash.set(transaction.innerHash, transaction)
    }
    this.#forgetBefore(ledger.sequence - this.#keep + 1)
  }

  latest(): ClosedLedger {
    if (this.#latest === undefined) throw new Error('no ledger was closed')
    return this.#latest
  }

  oldest(): number {
    const [first] = this.#ledgers.keys()
    return first ?? this.latest().sequence
  }

  ledger(sequence: number): ClosedLedger | undefined {
    return this.#ledgers.get(sequence)
  }

  ledgers(): Iterable<ClosedLedger> {
    return this.#ledgers.values()
  }

  /** By its hash, or by the hash of the transaction inside a fee bump. */
  transaction(hash: string): StoredTransaction | undefined {
    return this.#byHash.get(hash)
  }

  transactionsOf(sequence: number): readonly StoredTransaction[] {
    return this.#bySequence.get(sequence) ?? NO_TRANSACTIONS
  }

  clear(): void {
    this.#ledgers.clear()
    this.#bySequence.clear()
    this.#byHash.clear()
    this.#latest = undefined
  }

  /** Ledgers were added in order, so that the oldest come first. */
  #forgetBefore(first: number): void {
    for (const sequence of this.#ledgers.keys()) {
      if (sequence >= first) return
      this.#ledgers.delete(sequence)
      for (const { hash, innerHash } of this.transactionsOf(sequence)) {
        this.#byHash.delete(hash)
        if (innerHash !== null) this.#byHash.delete(innerHash)
      }
      this.#bySequence.delete(sequence)
    }
  }
}
