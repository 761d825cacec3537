import type { Flows } from '../api/types.ts'

/** The buckets of a receipt, in the order in which the contract fills them. */
export const BUCKETS = ['operations', 'coupon', 'reserve', 'renewal', 'principal', 'loan', 'surplus'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Where a receipt tells of a bucket. */
export const BUCKET_FIELDS = {
  operations: 'operationsStroops',
  coupon: 'couponStroops',
  reserve: 'reserveStroops',
  renewal: 'renewalStroops',
  principal: 'principalStroops',
  loan: 'loanReturnedStroops',
  surplus: 'surplusStroops',
} as const satisfies Record<Bucket, keyof Flows>

/** The texts that name them, in the namespace `offering`. */
export const BUCKET_TEXTS = {
  operations: 'flowOperations',
  coupon: 'flowCoupon',
  reserve: 'flowReserve',
  renewal: 'flowRenewal',
  principal: 'flowPrincipal',
  loan: 'flowLoan',
  surplus: 'flowSurplus',
} as const satisfies Record<Bucket, string>

export interface FlowStep {
  readonly bucket: Bucket
  readonly stroops: bigint
  /** Where it begins and how wide it is, of what came in, in basis points: each step begins where the one before ended. */
  readonly fromBps: number
  readonly widthBps: number
}

export interface Flow {
  /** Pulled, and credit used again. */
  readonly inStroops: bigint
  readonly steps: readonly FlowStep[]
  /** What came in less all steps: 0, or the figures do not hang together. */
  readonly differenceStroops: bigint
}

/** What came in and where it went, ready to be drawn. */
export function flowOf(flows: Flows): Flow {
  const inStroops = BigInt(flows.pulledStroops) + BigInt(flows.creditUsedStroops)
  const bps = (stroops: bigint) => (inStroops > 0n ? Number((stroops * 10_000n) / inStroops) : 0)
  let before = 0n
  const steps = BUCKETS.map((bucket): FlowStep => {
    const stroops = BigInt(flows[BUCKET_FIELDS[bucket]])
    const step = { bucket, stroops, fromBps: bps(before), widthBps: bps(stroops) }
    before += stroops
    return step
  })
  return { inStroops, steps, differenceStroops: inStroops - before }
}
