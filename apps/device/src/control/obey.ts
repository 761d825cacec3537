import type { Mode, Word } from './word.ts'

export interface ObeyRules {
  /** A decision that sheds must have stood so long, by the ledger's time. */
  readonly confirmSeconds: number
  /** After so long without word everything is fed. */
  readonly staleSeconds: number
}

/** What is obeyed, and why: for the log. */
export interface Obeyed {
  /** Undefined: in doubt. */
  readonly mode: Mode | undefined
  readonly criticalFloorW: bigint
  readonly reason: 'decided' | 'not confirmed yet' | 'act of force majeure' | 'no word' | 'never heard'
  readonly word: Word | undefined
}

const DOUBT = { mode: undefined, criticalFloorW: 0n } as const

/**
 * Which decision is in force for the relays.
 *
 * A breach that came a moment ago may be cured the next: it must have stood for a while before loads are shed. What was
 * said holds for a while without the network: else whoever pulls the plug would be fed. A storm that took the network takes
 * longer: an act of force majeure holds until its own end. After that doubt is settled for the people: everything is fed.
 *
 * @param ageSeconds since when the last word is known here; undefined if that cannot be told.
 * @param wallSeconds the machine's time, for the end of an act only.
 */
export function obey(
  word: Word | undefined,
  before: Mode | undefined,
  { ageSeconds, wallSeconds }: { readonly ageSeconds: number | undefined; readonly wallSeconds: bigint },
  { confirmSeconds, staleSeconds }: ObeyRules,
): Obeyed {
  if (!word) return { ...DOUBT, reason: 'never heard', word }
  const { mode, criticalFloorW, since } = word.decision
  const isFresh = ageSeconds !== undefined && ageSeconds <= staleSeconds
  if (word.actUntil !== undefined) {
    if (wallSeconds < word.actUntil) return { mode, criticalFloorW, reason: 'act of force majeure', word }
    // The act is over and nobody said what comes after it.
    return { ...DOUBT, reason: 'no word', word }
  }
  if (!isFresh) return { ...DOUBT, reason: 'no word', word }
  const stood = Number(word.saidAt - since)
  if (mode === 'SellToGrid' && before !== 'SellToGrid' && stood < confirmSeconds) {
    return { mode: before ?? 'Normal', criticalFloorW, reason: 'not confirmed yet', word }
  }
  return { mode, criticalFloorW, reason: 'decided', word }
}
