/** What a check found, step by step. A step that could not be made is told as such, and never as a success. */
export type Verdict = 'same' | 'different' | 'unknown'

export interface Finding {
  /** Names the texts of the step: `coupon.leaf`. */
  readonly step: string
  readonly verdict: Verdict
  /** What was published, and what was found; shown beside each other. */
  readonly published?: string
  readonly found?: string
  /** What the texts are filled with. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** Compares what was published with what was found. */
export const compare = (step: string, published: string, found: string, values?: Finding['values']): Finding => ({
  step,
  verdict: published === found ? 'same' : 'different',
  published,
  found,
  ...(values && { values }),
})

/** A step for which something is missing, and what. */
export const unknown = (step: string, found: string, values?: Finding['values']): Finding => ({
  step,
  verdict: 'unknown',
  found,
  ...(values && { values }),
})

/** Of a whole check: different if any step is; unknown if any is and none is different. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'different')) return 'different'
  return findings.some(({ verdict }) => verdict === 'unknown') || findings.length === 0 ? 'unknown' : 'same'
}
