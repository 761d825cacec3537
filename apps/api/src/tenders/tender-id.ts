import { Type } from '@fastify/type-provider-typebox'
import { Problem } from '../errors.ts'

/** A tender by its offering and its number there: `3-1`. */
export const TenderId = Type.String({
  pattern: '^[1-9][0-9]{0,8}-[1-9][0-9]{0,8}$',
  description: 'The number of the offering, and of the tender in its contract: 3-1.',
})

export interface TenderKey {
  readonly offeringId: number
  readonly number: number
}

export const formatTenderId = ({ offeringId, number }: TenderKey): string => `${offeringId}-${number}`

/** @throws {Problem} for what is none. */
export function tenderKey(id: string): TenderKey {
  const [offeringId, number] = id.split('-').map(Number)
  if (!offeringId || !number)
    throw new Problem('HELIOBOND_TENDER_NOT_FOUND', 'There is no tender {tender}.', { tender: id })
  return { offeringId, number }
}
