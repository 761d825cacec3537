import { createHash } from 'node:crypto'
import { decodeEntry } from '../ledger/codec.ts'
import { LedgerState } from '../ledger/state.ts'
import { type LedgerContext, LedgerTxn } from '../ledger/txn.ts'
import { newAccount } from '../ops/create-account.ts'
import { EvictionScan, type Soroban } from '../soroban/index.ts'
import { type Applied, applyTransaction, type Engine } from '../tx/apply.ts'
import { refusalOf } from '../tx/check.ts'
import { EventFactory } from '../tx/events.ts'
import { takeFee } from '../tx/fees.ts'
import type { Frame } from '../tx/frame.ts'
import { closeHeader, transactionSetHash } from './header.ts'
import { StoredTransaction } from './history.ts'
import type { ClosedLedger } from './types.ts'

export const TOTAL_COINS_STROOPS = 1_000_000_000_000_000_000n
export const BASE_FEE_STROOPS = 100n
export const BASE_RESERVE_STROOPS = 5_000_000n
/** The setting `maxEntriesToArchive` of a fresh network. */
const MAX_EVICTED_ENTRIES = 1_000

export interface MadeLedger {
  readonly ledger: ClosedLedger
  readonly transactions: readonly StoredTransaction[]
}

/** What an operation costs where a ledger was too small for all that waited; the network's base fee where it was not. */
export interface LaneFees {
  readonly classicBaseFeeStroops: bigint
  readonly sorobanBaseFeeStroops: bigint
}

/** Turns transactions into ledgers over one state. Knows neither clock nor queue nor file. */
export class LedgerMaker {
  readonly #networkId: Uint8Array
  readonly #protocolVersion: number
  readonly #soroban: Soroban
  readonly #events: EventFactory
  readonly #eviction = new EvictionScan()
  readonly #maxOperations: number
  readonly #onInternalError: (error: unknown) => void
  readonly state = new LedgerState()

  constructor(options: {
    networkId: Uint8Array
    protocolVersion: number
    soroban: Soroban
    maxOperations: number
    onInternalError: (error: unknown) => void
  }) {
    options.soroban.requireProtocol(options.protocolVersion)
    this.#networkId = options.networkId
    this.#protocolVersion = options.protocolVersion
    this.#soroban = options.soroban
    this.#events = new EventFactory(options.networkId)
    this.#maxOperations = options.maxOperations
    this.#onInternalError = options.onInternalError
  }

  /** The first ledger: one account that has all lumens, and the network's settings. */
  genesis(rootAddress: string, closeTime: bigint): MadeLedger {
    const context = this.contextOf(1, closeTime)
    const txn = LedgerTxn.over(this.state, context)
    txn.put(newAccount(rootAddress, TOTAL_COINS_STROOPS, 0n))
    for (const { keyXdr, entryXdr } of this.#soroban.defaultConfigEntries()) {
      txn.put(decodeEntry(keyXdr, entryXdr, null))
    }
    txn.commit()
    this.state.totalCoinsStroops = TOTAL_COINS_STROOPS
    return this.#close(context, null, [], new Uint8Array(32), 0)
  }

  contextOf(sequence: number, closeTime: bigint): LedgerContext {
    return {
      networkId: this.#networkId,
      protocolVersion: this.#protocolVersion,
      sequence,
      closeTime,
      baseFeeStroops: BASE_FEE_STROOPS,
      baseReserveStroops: BASE_RESERVE_STROOPS,
    }
  }

  /** To be called when the state was put back to another: what was scanned is no more. */
  startOver(): void {
    this.#eviction.reset()
  }

  /** Why a transaction would not be taken up in the ledger of that context; null if it would. */
  refusalOf(frame: Frame, context: LedgerContext) {
    return refusalOf(frame, LedgerTxn.over(this.state, context), this.#soroban)
  }

  /** Closes a ledger of these transactions, which must be acceptable now: all fees first, then each in turn, then all refunds. */
  make(frames: readonly Frame[], context: LedgerContext, previous: ClosedLedger, fees?: LaneFees): MadeLedger {
    const engine: Engine = {
      state: this.state,
      soroban: this.#soroban,
      events: this.#events,
      onInternalError: this.#onInternalError,
    }
    const setHash = transactionSetHash(
      previous.hash,
      frames.map(({ hashHex }) => hashHex),
    )
    const charged = frames.map((frame) => {
      const laneFee = frame.inner.isSoroban ? fees?.sorobanBaseFeeStroops : fees?.classicBaseFeeStroops
      const baseFeeStroops = laneFee ?? context.baseFeeStroops
      return { frame, fee: takeFee(engine, { ...context, baseFeeStroops }, frame) }
    })
    const applying = { ...context, highestSequences: highestSequences(frames) }
    const unsettled = charged.map(({ frame, fee }) => {
      const seed = createHash('sha256').update(setHash).update(frame.inner.hash).digest()
      return { frame, settle: applyTransaction(engine, applying, frame, fee, seed) }
    })
    const transactions = unsettled.map(({ frame, settle }, at) => stored(frame, settle(), context, at + 1))
    // An empty ledger evicts as well: time passes in it too.
    const evicted = this.#eviction.evict(this.state, context.sequence, MAX_EVICTED_ENTRIES)
    const operations = frames.reduce((total, { inner }) => total + inner.operations.length, 0)
    return this.#close(context, previous, transactions, setHash, operations, evicted)
  }

  #close(
    context: LedgerContext,
    previous: ClosedLedger | null,
    transactions: readonly StoredTransaction[],
    setHash: Uint8Array,
    operationCount: number,
    evictedKeysXdr: readonly Uint8Array[] = [],
  ): MadeLedger {
    const ledger = closeHeader({
      context,
      state: this.state,
      previous,
      transactionSetHash: setHash,
      transactions,
      operationCount,
      maxOperations: this.#maxOperations,
      evictedKeysXdr,
    })
    return { ledger, transactions }
  }
}

function highestSequences(frames: readonly Frame[]): ReadonlyMap<string, bigint> {
  const highest = new Map<string, bigint>()
  for (const { inner } of frames) {
    const other = highest.get(inner.source)
    if (other === undefined || other < inner.tx.seqNum) highest.set(inner.source, inner.tx.seqNum)
  }
  return highest
}

function stored(frame: Frame, applied: Applied, context: LedgerContext, applicationOrder: number): StoredTransaction {
  return new StoredTransaction({
    hash: frame.hashHex,
    innerHash: frame.feeBump === null ? null : frame.inner.hashHex,
    ledger: context.sequence,
    closeTime: context.closeTime,
    applicationOrder,
    feeBump: frame.feeBump !== null,
    successful: applied.successful,
    feeChargedStroops: applied.feeChargedStroops,
    envelopeXdr: frame.envelopeXdr,
    resultXdr: applied.resultXdr,
    metaXdr: applied.metaXdr,
    feeChangesXdr: applied.feeChangesXdr,
    refundChangesXdr: applied.refundChangesXdr,
  })
}
