import { max, min } from '@heliobond/domain'
import type { WorkerContext } from '../context.ts'
import type { Project } from '../project.ts'

interface Buckets {
  readonly principal: bigint
  readonly coupon: bigint
}

/**
 * What the next coupon pays besides interest, by the contract's own rule: all principal that is there and not promised to an earlier coupon, where
 * the terms pass principal through or the bond is in default; equity's share of what came in. A sinking fund keeps its principal until it repays
 * the whole issue.
 */
export async function besidesOf({ store, contracts }: WorkerContext, project: Project): Promise<bigint> {
  const passesThrough = project.principal === 'PassThrough' || project.state === 'Defaulted'
  if (project.kind === 'Donation' || (project.kind === 'Bond' && !passesThrough)) return 0n
  const buckets = await contracts.read<Buckets>('offering', project.offering, 'buckets')
  const { rows } = await store.query<{ promised: string }>(
    `SELECT coalesce(sum(besides_stroops), 0) AS promised FROM coupon WHERE offering_id = $1 AND status = 'proposed'`,
    [project.offeringId],
  )
  const promised = BigInt(rows[0]?.promised ?? 0)
  if (project.kind === 'Equity') return max(buckets.coupon - promised, 0n)
  const left = await contracts.read<bigint>('offering', project.offering, 'principal_left')
  return max(min(buckets.principal, left + promised) - promised, 0n)
}
