import { listOfferings } from '../api/queries.ts'
import type { DraftBody } from './types.ts'

/** The stablecoin that a draft is counted in: its own, or the platform's, which its offerings have. */
export async function moneyOf({ settlementAsset }: Pick<DraftBody, 'settlementAsset'>): Promise<string> {
  if (settlementAsset !== undefined) return settlementAsset
  const offerings = await listOfferings()
  return (offerings.ok ? offerings.value.data[0]?.settlementAsset : undefined) ?? 'USDC'
}
