import { Type } from '@fastify/type-provider-typebox'

/** Why somebody acts, in their own words. */
export const Reason = Type.String({
  minLength: 3,
  maxLength: 1_000,
  description: 'Why: it is kept for ever, with who decided.',
})

/** The body of an act of which nothing is to be said but why. */
export const ReasonBody = Type.Object({ reason: Reason }, { additionalProperties: false })
