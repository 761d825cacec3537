import { Type } from '@fastify/type-provider-typebox'
import { PROBLEMS } from '../errors.ts'
import type { Place } from '../sentence.ts'

/** What fills the places of a sentence. */
export const Params = Type.Unsafe<Readonly<Record<string, Place>>>({
  type: 'object',
  additionalProperties: {
    anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: ['string', 'number'] } }],
  },
  description:
    'What the sentence names, by name: to say it in another language. Amounts are decimal strings of stroops, times RFC 3339.',
})

/** RFC 9457 problem details. */
const ProblemDetails = Type.Object(
  {
    type: Type.String({ description: 'The code as a URN.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'In English.' }),
    code: Type.String({ description: `Stable; switch on it. One of ${Object.keys(PROBLEMS).join(', ')}.` }),
    reason: Type.Optional(
      Type.String({ description: 'Stable, in capitals: why, where a code is answered for several reasons.' }),
    ),
    params: Params,
    instance: Type.String({ description: 'The request id, as it stands in our log.' }),
  },
  { additionalProperties: true },
)

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDetails } },
})

/** The answers of every route besides its own. */
export const problemResponses = {
  '4xx': problem('The request was refused.'),
  '5xx': problem('Something failed here, or a part of us is down.'),
}
