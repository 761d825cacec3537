import { addMonths, fromUnixSeconds, secondOfDay, toUnixSeconds } from '@heliobond/domain'

/**
 * When a system's statements begin and end. Months are calendar months counted from the anchor (UTC); a list gives the
 * boundaries themselves, which is how a compressed schedule is followed on a network whose clock cannot be turned.
 * `catchUp` holds longer steps, in seconds, shortest first: what lies a whole one of them back is closed in one statement, so that a rehearsal
 * whose clock is turned by months does not close thousands of quarter-hours.
 */
export type IntervalRule =
  | { readonly kind: 'months'; readonly anchor: string }
  | {
      readonly kind: 'seconds'
      readonly anchor: string
      readonly seconds: string
      readonly catchUp?: readonly string[]
    }
  | { readonly kind: 'list'; readonly boundaries: readonly string[] }

/**
 * The first boundary after `from` (Unix seconds), or null when a list has run out.
 *
 * A month that has no such day ends on its last: an anchor on 31 January gives 28 February, then 31 March, because every
 * boundary is counted from the anchor and not from the one before.
 *
 * @param now the network's time: steps of `catchUp` are taken only where all of it has passed; without it none is
 */
export function nextBoundary(rule: IntervalRule, from: bigint, now: bigint = from): bigint | null {
  switch (rule.kind) {
    case 'list': {
      for (const boundary of rule.boundaries) if (BigInt(boundary) > from) return BigInt(boundary)
      return null
    }
    case 'seconds': {
      const anchor = BigInt(rule.anchor)
      if (from < anchor) return anchor
      const seconds = BigInt(rule.seconds)
      const step =
        (rule.catchUp ?? []).map(BigInt).findLast((longer) => longer > seconds && now - from >= longer) ?? seconds
      return anchor + ((from - anchor) / step + 1n) * step
    }
    case 'months': {
      const anchor = BigInt(rule.anchor)
      for (let months = monthsBetween(anchor, from); ; months += 1) {
        const boundary = monthsAfter(anchor, months)
        if (boundary > from) return boundary
      }
    }
  }
}

/** Whole months from `anchor` to `at`, never too many and at most one too few. */
function monthsBetween(anchor: bigint, at: bigint): number {
  const a = fromUnixSeconds(anchor)
  const b = fromUnixSeconds(at)
  return Math.max(0, (b.year - a.year) * 12 + b.month - a.month - 1)
}

const monthsAfter = (anchor: bigint, months: number): bigint =>
  toUnixSeconds(addMonths(fromUnixSeconds(anchor), months)) + secondOfDay(anchor)
