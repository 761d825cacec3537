import { cache } from 'react'
import { listOfferings } from '../api/queries.ts'
import type { Offering } from '../api/types.ts'

/** The newest offering that a system's payments go to; null while there is none, or while it cannot be had. */
export const offeringOfSystem = cache(async (systemId: number): Promise<Offering | null> => {
  const offerings = await listOfferings()
  return (offerings.ok && offerings.value.data.find((offering) => offering.systemId === systemId)) || null
})
