import type { IntakeOutcome } from './outcome.ts'
import { ackTopic } from './topics.ts'

/** Our acknowledgement to one meter: what of one epoch was committed, and what was refused for good. */
export interface AckMessage {
  readonly epoch: number
  /** Inclusive ranges of sequence numbers. */
  readonly stored: readonly (readonly [string, string])[]
  readonly refused: readonly { readonly seq: string; readonly code: string }[]
}

/**
 * The acknowledgements that a batch earns, one for each meter and epoch.
 *
 * Stored are exactly the readings that are committed: ranges join consecutive numbers and never bridge a gap. Refused
 * are only those that the meter's own key signed: a stranger who publishes nonsense in a meter's name must not be able to
 * make the meter drop a good reading, and a meter with a wrong clock, key or network keeps what it has.
 */
export function composeAcks(outcomes: readonly IntakeOutcome[]): { topic: string; message: AckMessage }[] {
  const groups = new Map<
    string,
    {
      topic: string
      epoch: number
      stored: Set<bigint>
      refused: Map<bigint, string>
    }
  >()
  for (const outcome of outcomes) {
    const { reading } = outcome
    if (!reading || (outcome.outcome === 'refused' && !isFinal(outcome))) continue
    const topic = ackTopic(reading.system, reading.meter)
    const key = `${topic}#${reading.epoch}`
    const group = groups.get(key) ?? {
      topic,
      epoch: reading.epoch,
      stored: new Set(),
      refused: new Map(),
    }
    groups.set(key, group)
    if (outcome.outcome === 'refused') group.refused.set(reading.seq, outcome.code)
    else group.stored.add(reading.seq)
  }
  return [...groups.values()].map(({ topic, epoch, stored, refused }) => ({
    topic,
    message: {
      epoch,
      stored: toRanges(stored).map(([from, to]) => [from.toString(), to.toString()] as const),
      // Of two readings with one number, the one that is stored decides.
      refused: [...refused].filter(([seq]) => !stored.has(seq)).map(([seq, code]) => ({ seq: seq.toString(), code })),
    },
  }))
}

/** A refusal that no waiting can change. A time ahead of the ledger's and an epoch not yet recorded may become right. */
function isFinal(outcome: IntakeOutcome & { outcome: 'refused' }): boolean {
  return outcome.authentic && outcome.code !== 'FUTURE' && outcome.code !== 'EPOCH_NOT_OPEN'
}

function toRanges(numbers: Iterable<bigint>): [bigint, bigint][] {
  const ranges: [bigint, bigint][] = []
  for (const number of [...numbers].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    const last = ranges.at(-1)
    if (last && last[1] + 1n === number) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
}
