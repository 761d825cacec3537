/** What was compared is off: what it is, what it should be, what it says. */
export interface Finding {
  /** E.g. `bill 12 of party 0: due`. */
  readonly what: string
  readonly unit: 'stroops' | 'Wh' | 'bps' | 'hash' | 'count'
  readonly expected: string
  readonly actual: string
}

/** Compares pairs that must be equal, to the last unit, and keeps what is not. */
export class Comparison {
  readonly findings: Finding[] = []
  compared = 0

  equal(
    what: string,
    unit: Finding['unit'],
    expected: bigint | number | string,
    actual: bigint | number | string,
  ): void {
    this.compared += 1
    if (String(expected) !== String(actual))
      this.findings.push({ what, unit, expected: String(expected), actual: String(actual) })
  }
}

/** The sum of all differences in stroops, whatever their sign. Other units are findings, and no money. */
export function differenceStroops(findings: readonly Finding[]): bigint {
  return findings.reduce((sum, { unit, expected, actual }) => {
    if (unit !== 'stroops') return sum
    const difference = BigInt(expected) - BigInt(actual)
    return sum + (difference < 0n ? -difference : difference)
  }, 0n)
}
