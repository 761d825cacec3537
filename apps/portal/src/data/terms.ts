/** The terms that an offering was issued with, as far as pages tell them. */
export interface Terms {
  readonly principalStroops: bigint
  /** Yearly interest. */
  readonly couponBps: number
  /** For operations, each period. */
  readonly operationsStroops: bigint
  /** What the debt service reserve is to hold. */
  readonly reserveStroops: bigint
  readonly dayCount: string
}

const STROOPS = /^\d{1,39}$/

/** Reads the terms as the API tells them; null for terms that are none of ours. */
export function readTerms(value: unknown): Terms | null {
  if (typeof value !== 'object' || value === null) return null
  const facts = value as Readonly<Record<string, unknown>>
  const stroops = (name: string) => {
    const text = facts[name]
    return typeof text === 'string' && STROOPS.test(text) ? BigInt(text) : undefined
  }
  const { couponBps, dayCount } = facts
  const [principalStroops, operationsStroops, reserveStroops] = [
    stroops('principalStroops'),
    stroops('operationsStroops'),
    stroops('reserveStroops'),
  ]
  if (principalStroops === undefined || typeof couponBps !== 'number') return null
  return {
    principalStroops,
    couponBps,
    operationsStroops: operationsStroops ?? 0n,
    reserveStroops: reserveStroops ?? 0n,
    dayCount: typeof dayCount === 'string' ? dayCount : '',
  }
}
