import { Type } from '@fastify/type-provider-typebox'
import { PROBLEMS } from '../errors.ts'

/** RFC 9457 problem details. */
const ProblemDetails = Type.Object(
  {
    type: Type.String({ description: 'The code as a URN.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: `Stable; switch on it. One of ${Object.keys(PROBLEMS).join(', ')}.` }),
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
