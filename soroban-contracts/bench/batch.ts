import type { Bond, Leaf } from './bond.ts'
import { shares, type Usage } from './meter.ts'
import type { Town } from './town.ts'

/** Pushed claims in the largest batch that one transaction can hold. */
export interface Batch {
  readonly claims: number
  readonly usage: Usage
  /** What one claim more would exceed, as a share of the limit; the batch's own greatest share where nothing binds. */
  readonly next: { readonly limit: string; readonly share: number } | undefined
}

/** Finds the largest batch of pushed claims within every limit of a transaction, and pays it. */
export async function largestBatch({ stage }: Town, bond: Bond, leaves: readonly Leaf[]): Promise<Batch> {
  const call = (count: number) => ({
    who: 'payer',
    contract: 'offering' as const,
    id: bond.id,
    method: 'pay_claims',
    row: `pay_claims@batch`,
    args: { number: 1, leaves: leaves.slice(0, count) },
  })
  const fits = async (count: number): Promise<boolean> => {
    const usage = await stage.probe(call(count))
    return !('refused' in usage) && (shares(usage)[0]?.share ?? 0) <= 1
  }
  // `low` fits, `high` does not.
  let [low, high] = [1, leaves.length + 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (await fits(middle)) low = middle
    else high = middle
  }
  await stage.call(call(low))
  const usage = stage.table.get('offering.pay_claims@batch')
  if (!usage) throw new Error('the batch was not measured')
  const [greatest] = shares(usage)
  return { claims: low, usage, next: greatest }
}
