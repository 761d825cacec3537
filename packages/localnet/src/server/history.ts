import { readState } from '../core/journal.ts'
import type { ClosedLedger, EmbeddedCore } from '../core/types.ts'

/**
 * The ledgers that closed, in order of their numbers.
 *
 * A clock that was turned leaves gaps of millions of ledger numbers that never closed one by one, so nothing may walk
 * from number to number: readers walk this list. It follows the core by itself until `stop`.
 */
export interface LedgerHistory {
  readonly latest: () => ClosedLedger
  readonly oldest: () => ClosedLedger
  /** Ledgers from `sequence` on (or the next one that closed), oldest first, up to the latest. */
  readonly from: (sequence: number) => Generator<ClosedLedger>
  /** Ledgers from `sequence` down, newest first. */
  readonly backFrom: (sequence: number) => Generator<ClosedLedger>
  readonly stop: () => void
}

/** Index of the first element that is not below `sequence`. */
function firstAtLeast(sequences: readonly number[], sequence: number): number {
  let low = 0
  let high = sequences.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sequences[middle] ?? Number.POSITIVE_INFINITY) < sequence) low = middle + 1
    else high = middle
  }
  return low
}

/** Up to so many ledger numbers it is quicker to ask for each than to read the whole state. */
const NUMBERS_TO_TRY = 1_000_000

/** The numbers of all ledgers that are kept. */
function keptSequences(core: EmbeddedCore): number[] {
  const sequences: number[] = []
  const latest = core.latestLedger().sequence
  const oldest = core.oldestLedger()
  if (latest - oldest > NUMBERS_TO_TRY) {
    readState(core.serialize(), core.networkId, ({ ledger }) => sequences.push(ledger.sequence))
    return sequences
  }
  for (let sequence = oldest; sequence <= latest; sequence++) if (core.ledger(sequence)) sequences.push(sequence)
  return sequences
}

export function followLedgers(core: EmbeddedCore): LedgerHistory {
  let known = keptSequences(core)
  let latestHash = core.latestLedger().hash
  const stop = core.onLedger((ledger) => {
    // A ledger on top of another one than was seen last: the network was put back in between.
    if (ledger.previousHash === latestHash) known.push(ledger.sequence)
    else known = keptSequences(core)
    latestHash = ledger.hash
    const kept = firstAtLeast(known, core.oldestLedger())
    // In bulk, so that a network with a bounded history does not move the whole list at every close.
    if (kept > 1_000) known.splice(0, kept)
  })
  /** A network that was put back to an earlier state closes no ledger to tell of it: it shows in the latest one. */
  const sequencesNow = (): readonly number[] => {
    const latest = core.latestLedger()
    if (latest.hash !== latestHash) {
      known = keptSequences(core)
      latestHash = latest.hash
    }
    return known
  }
  const at = (sequences: readonly number[], index: number): ClosedLedger | undefined => {
    const sequence = sequences[index]
    return sequence === undefined ? undefined : core.ledger(sequence)
  }
  return {
    latest: () => core.latestLedger(),
    oldest() {
      const sequences = sequencesNow()
      return at(sequences, firstAtLeast(sequences, core.oldestLedger())) ?? core.latestLedger()
    },
    *from(sequence) {
      const sequences = sequencesNow()
      for (let index = firstAtLeast(sequences, Math.max(sequence, core.oldestLedger())); ; index++) {
        const ledger = at(sequences, index)
        if (!ledger) return
        yield ledger
      }
    },
    *backFrom(sequence) {
      const sequences = sequencesNow()
      const oldest = core.oldestLedger()
      for (let index = firstAtLeast(sequences, sequence + 1) - 1; index >= 0; index--) {
        const ledger = at(sequences, index)
        if (!ledger || ledger.sequence < oldest) return
        yield ledger
      }
    },
    stop,
  }
}

/** The same history as a node sees it that has not heard of anything after `sequence`. */
export function laggingHistory(history: LedgerHistory, sequence: number): LedgerHistory {
  const latest = (): ClosedLedger => history.backFrom(sequence).next().value ?? history.oldest()
  return {
    latest,
    oldest: history.oldest,
    *from(start) {
      for (const ledger of history.from(start)) {
        if (ledger.sequence > sequence) return
        yield ledger
      }
    },
    backFrom: (start) => history.backFrom(Math.min(start, sequence)),
    stop: () => undefined,
  }
}
