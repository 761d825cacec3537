/** What the contract's devices do with a party's energy; the contract's own names. */
export type Mode = 'Normal' | 'SellToGrid' | 'Shed' | 'Island'

/** How far a party is behind with its bills. */
export type Ladder = 'Current' | 'Grace' | 'Breach' | 'Default'

/** The contract's decision for a party. */
export interface Decision {
  readonly mode: Mode
  /** Watts that are fed in every mode. */
  readonly criticalFloorW: bigint
  /** Since when the mode holds, Unix seconds; 0: from the start. */
  readonly since: bigint
  readonly state: Ladder
}

/** A decision with where it stands: a word of the contract's that anyone can look up. */
export interface Word {
  readonly decision: Decision
  /** The close time of the ledger in which it was said, Unix seconds. */
  readonly saidAt: bigint
  readonly ledger: number
  /** Of the transaction that it was the answer to; of the ledger, where it was only asked for. Hexadecimal. */
  readonly hash: string
  readonly by: 'report' | 'question'
  /** When an act of force majeure that set the mode ends, Unix seconds. */
  readonly actUntil?: bigint
}

const MODES: ReadonlySet<string> = new Set<Mode>(['Normal', 'SellToGrid', 'Shed', 'Island'])

export const isMode = (name: string): name is Mode => MODES.has(name)

/** A word as text for the store, and back. Law: `parseWord(wordText(w))` is `w`. */
export const wordText = (word: Word): string =>
  JSON.stringify(word, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))

/** Undefined for what is none: a word that cannot be read counts as none. */
export function parseWord(text: string | undefined): Word | undefined {
  if (text === undefined) return undefined
  try {
    const { decision, saidAt, actUntil, ...rest } = JSON.parse(text)
    if (!isMode(decision.mode)) return undefined
    return {
      ...rest,
      decision: { ...decision, criticalFloorW: BigInt(decision.criticalFloorW), since: BigInt(decision.since) },
      saidAt: BigInt(saidAt),
      ...(actUntil !== undefined && { actUntil: BigInt(actUntil) }),
    }
  } catch {
    return undefined
  }
}
