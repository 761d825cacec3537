import { listOfferings } from '../api/queries.ts'

/** The stablecoin that the platform's money is counted in: that of its offerings. */
export async function settlementAsset(): Promise<string> {
  const offerings = await listOfferings()
  return (offerings.ok ? offerings.value.data[0]?.settlementAsset : undefined) ?? ''
}
