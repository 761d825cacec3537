import { Type } from '@fastify/type-provider-typebox'

/** What an `integer` column holds. */
const MAX_ID = 2_147_483_647

export const offeringId = Type.Integer({ minimum: 1, maximum: MAX_ID, description: 'Number of the offering here.' })
export const systemId = Type.Integer({
  minimum: 0,
  maximum: MAX_ID,
  description: "The registry's number of the system.",
})
export const couponNumber = Type.Integer({ minimum: 1, maximum: MAX_ID, description: 'Counted from 1.' })

export const OfferingParams = Type.Object({ id: offeringId })
export const SystemParams = Type.Object({ id: systemId })
