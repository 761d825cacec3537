import type { Api } from '@stellar/stellar-sdk/rpc'
import type { Chain } from './chain.ts'

/** How many of the transactions of late bid this or less, in percent. */
export type FeePercentile = 'p50' | 'p70' | 'p80' | 'p90' | 'p95' | 'p99'

/** What others bid, in stroops. Classic transactions and contract calls compete apart. */
export interface FeeBids {
  /** For one operation. */
  readonly classicStroops: bigint
  /** For one call, besides its resources. */
  readonly contractStroops: bigint
}

/** Below this no network takes a transaction. */
const MINIMUM_STROOPS = 100n

/** What to bid to be taken as others are; never less than the minimum, never more than `capStroops`. */
export async function feeBids(chain: Chain, percentile: FeePercentile, capStroops: bigint): Promise<FeeBids> {
  const { inclusionFee, sorobanInclusionFee } = await chain.rpc.ask<Api.GetFeeStatsResponse>('getFeeStats')
  const bid = (text: string): bigint => {
    const stroops = BigInt(text)
    if (stroops > capStroops) return capStroops
    return stroops < MINIMUM_STROOPS ? MINIMUM_STROOPS : stroops
  }
  return { classicStroops: bid(inclusionFee[percentile]), contractStroops: bid(sorobanInclusionFee[percentile]) }
}
