import { listOfferings } from '../api/queries.ts'
import type { OfferingNames } from './history-table.tsx'

/** The offerings by their numbers; empty while they cannot be had. */
export async function offeringNames(): Promise<OfferingNames> {
  const offerings = await listOfferings(undefined, 500)
  return new Map((offerings.ok ? offerings.value.data : []).map(({ id, name, bondAsset }) => [id, { name, bondAsset }]))
}
